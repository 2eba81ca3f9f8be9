"""Sums and trees: a ridge logistic regression, and both as they are written."""

from __future__ import annotations

import numpy as np

from scrapeclean.articles.trees import Trees


def fit_sum(table, true, weight, ridge=3.0):
    """Weights and offset of a ridge logistic regression, by Newton's method."""
    table, true = table.astype(float), true.astype(float)
    mean, scale = table.mean(0), table.std(0) + 1e-9
    x = np.hstack([(table - mean) / scale, np.ones((len(table), 1))])
    penalty = np.diag([ridge] * table.shape[1] + [0.0])
    w = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weight * (true - p)) - penalty @ w
        step = np.linalg.solve((x.T * (weight * p * (1 - p))) @ x + penalty, gradient)
        w += step
        if abs(step).max() < 1e-4:
            break
    of = w[:-1] / scale
    return of, w[-1] - of @ mean


def even(true):
    """Weights that make what is true count as much as what is not."""
    return np.where(true, (~true).sum() / true.sum(), 1.0)


def values_of(fitted, table):
    """What a sum or trees make of `table`."""
    if isinstance(fitted, tuple):
        return table @ fitted[0] + fitted[1]
    return fitted.predict(table, raw_score=True)


def as_sum(names, fitted, threshold, share=1.0):
    of, offset = fitted
    weights = [round(float(share * w), 3) for w in of]
    return {
        "names": list(names),
        "weights": weights,
        "threshold": round(float(threshold - share * offset), 3),
    }


def as_trees(names, model, threshold=0.0, share=1.0):
    trees = model.booster_.dump_model()["tree_info"]
    grown = [_as_tree(tree["tree_structure"], share) for tree in trees]
    return Trees.grown(list(names), grown, round(float(threshold), 3))


def _as_tree(node, share):
    if "leaf_value" in node:
        return round(share * float(node["leaf_value"]), 4)
    low, high = (_as_tree(node[child], share) for child in ("left_child", "right_child"))
    return [node["split_feature"], round(float(node["threshold"]), 4), low, high]
