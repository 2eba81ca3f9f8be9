"""The decisions that split glued pages, fitted on the rows of `recording.py`."""

from __future__ import annotations

import lightgbm
import numpy as np

from scrapeclean.articles import evidence as ev
from scrapeclean.articles.outline import Outline
from scrapeclean.articles.places import Place, glance
from scrapeclean.articles.splitting import AHEAD, LOOKED_AT
from scrapeclean.page import Page

#: The share of true stretches that each screen of the cascade keeps.
KEPT = {"surroundings": 0.99, "cohesion": 0.995, "common": 0.99, "look": 0.98}
#: What a page's first cut is worth at least, in log-odds.
THRESHOLD = 2.0
#: The sum's share in the whole; the trees see more, the sum errs less on pages of a new kind.
SHARE = 0.3
#: What a stretch of a whole page and of an unlikely kind counts.
WEIGHT = {"trafilatura": 0.7, "readability": 0.7, "newspaper4k": 0.7, "visible": 0.3}
SINGLE_WEIGHT = {"main": 3.0, "trafilatura": 2.0, "visible": 1.0}
LATE = 0.5
COMMON = {
    "n_jobs": 1,
    "seed": 1,
    "deterministic": True,
    "verbose": -1,
    "subsample_freq": 1,
    "subsample": 0.7,
    "colsample_bytree": 0.4,
}
SCREEN = COMMON | {
    "n_estimators": 25,
    "num_leaves": 8,
    "learning_rate": 0.3,
    "min_child_samples": 40,
    "reg_lambda": 10,
}
FIRST = COMMON | {
    "objective": "lambdarank",
    "n_estimators": 80,
    "num_leaves": 12,
    "learning_rate": 0.1,
    "min_child_samples": 20,
    "reg_lambda": 5,
    "lambdarank_truncation_level": 3,
}
STORY = COMMON | {
    "n_estimators": 250,
    "num_leaves": 10,
    "learning_rate": 0.08,
    "min_child_samples": 40,
    "reg_lambda": 10,
}


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
        if abs(step).max() < 1e-6:
            break
    of = w[:-1] / scale
    return of, w[-1] - of @ mean


def even(true):
    """Weights that make what is true count as much as what is not."""
    return np.where(true, (~true).sum() / true.sum(), 1.0)


class Names:
    """The names of evidence that each decision may look at."""

    def __init__(self):
        page = Page.from_text("Headline\n\n" + "It rained. " * 20 + "\n\nHeadline\n\nIt shone.")
        outline = Outline(page)
        stretch = outline.stretches[-1]._replace(last=len(outline.lines) - 1)
        self.surroundings = list(ev.surroundings(outline, stretch, 1))
        self.cohesion = [*self.surroundings, *ev.cohesion_evidence(outline, stretch, 0.0)]
        self.common = [*self.cohesion, *ev.common_evidence(outline, stretch)]
        self.glance = list(glance(outline, Place.of(outline, stretch, 0.0), stretch.first))


NAMES = Names()


class Fit:
    """All decisions, fitted on the stretches of `data` outside of the folds `without`."""

    def __init__(self, data, without=frozenset()):
        self.data, self.screens = data, {}
        kept = data.fitted & ~np.isin(data.fold, [*without])
        stretches = self._screens(np.flatnonzero(kept), ("surroundings", "cohesion", "common"))
        self._glance(stretches)
        stretches = self._screens(stretches, ("look",))
        looked_at = self.looked_at(stretches)
        self.first = self._first(stretches, looked_at)
        chosen = self._cross_fitted(stretches, looked_at)
        table, true = self._table(stretches, chosen), data.true[stretches]
        weight = np.array([self._weight(s) for s in stretches])
        self.story = lightgbm.LGBMClassifier(**STORY).fit(table, true, sample_weight=weight)
        self.sum = fit_sum(table, true, weight)

    def _weight(self, stretch):
        of, _, flat = self.data.kind[stretch].partition("-")
        weight = SINGLE_WEIGHT[flat] if of == "single" else WEIGHT.get(flat, 1.0)
        return weight * (LATE if self.data.late[stretch] else 1.0)

    def _screens(self, stretches, names):
        for name in names:
            table, true = self._stretch_table(name, stretches), self.data.true[stretches]
            if name in ("common", "look"):
                model = lightgbm.LGBMClassifier(**SCREEN)
                fitted = model.fit(table, true, sample_weight=even(true))
                values = fitted.predict(table, raw_score=True)
            else:
                fitted = fit_sum(table, true, even(true))
                values = table @ fitted[0] + fitted[1]
            border = np.quantile(values[true], 1 - KEPT[name])
            self.screens[name] = fitted, border
            stretches = stretches[values > border]
        return stretches

    def _stretch_table(self, name, stretches):
        data = self.data
        names = NAMES.common if name == "look" else getattr(NAMES, name)
        columns = [data.stretch_names.index(x) for x in names]
        table = data.stretches[stretches][:, columns]
        if name != "look":
            return table
        best = [rows[np.argmax(self._glances(rows))] for rows in data.rows_of(stretches)]
        lines = data.lines[np.array(best, int)][:, self.columns]
        return np.hstack([table, data.headlines[stretches], lines])

    def pass_screens(self, stretches):
        for name, (fitted, border) in self.screens.items():
            table = self._stretch_table(name, stretches)
            if len(stretches):
                linear = isinstance(fitted, tuple)
                values = (
                    table @ fitted[0] + fitted[1]
                    if linear
                    else fitted.predict(table, raw_score=True)
                )
                stretches = stretches[values > border]
        return stretches

    def _glance(self, stretches):
        """Which lines deserve a look: a sum that parts the first line from others of a stretch."""
        data = self.data
        with_story = [s for s in stretches if data.true[s] and data.size[s] > 1]
        self.columns = [data.line_names.index(name) for name in NAMES.glance]
        rows = np.concatenate(data.rows_of(with_story))
        true = np.isin(rows, data.right[with_story])
        weight = np.concatenate([np.full(data.size[s], 1 / data.size[s]) for s in with_story])
        self.glance = fit_sum(data.lines[rows][:, self.columns], true, np.where(true, 1, weight))

    def _glances(self, rows):
        return self.data.lines[rows][:, self.columns] @ self.glance[0]

    def looked_at(self, stretches):
        """The rows of the lines of each stretch that are looked at closely."""
        found = []
        for rows in self.data.rows_of(stretches):
            if len(rows) > LOOKED_AT:
                order = np.argsort(-self._glances(rows), kind="stable")
                rows = rows[np.sort(order[:LOOKED_AT])]
            found.append(rows)
        return found

    def _first(self, stretches, looked_at):
        """Ranks the lines of a stretch where a story begins."""
        data = self.data
        groups = [
            rows
            for s, rows in zip(stretches, looked_at, strict=True)
            if len(rows) > 1 and data.right[s] in rows
        ]
        rows = np.concatenate(groups)
        true = np.isin(rows, data.right[stretches]).astype(int)
        ranker = lightgbm.LGBMRanker(**FIRST)
        return ranker.fit(data.lines[rows], true, group=[len(group) for group in groups])

    def _cross_fitted(self, stretches, looked_at):
        """The likeliest first lines as rankers see them that have not seen the stretch."""
        chosen = np.zeros((len(stretches), 3))
        folds = self.data.fold[stretches]
        for fold in set(folds):
            seen, new = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
            ranker = self._first(stretches[seen], [looked_at[i] for i in seen])
            chosen[new] = self.likeliest(ranker, [looked_at[i] for i in new])
        return chosen

    def likeliest(self, ranker, looked_at):
        """The row of the likeliest line of each stretch, its value, and how far it is ahead."""
        values = iter(ranker.predict(self.data.lines[np.concatenate(looked_at)]))
        chosen = []
        for rows in looked_at:
            own = [next(values) for _ in rows]
            best, *others = sorted(own, reverse=True)
            ahead = min(AHEAD, best - others[0]) if others else AHEAD
            chosen.append((rows[own.index(best)], best, ahead))
        return np.array(chosen)

    def _table(self, stretches, chosen):
        data = self.data
        lines = data.lines[chosen[:, 0].astype(int)]
        return np.hstack(
            [data.stretches[stretches], data.headlines[stretches], lines, chosen[:, 1:]]
        )

    def __call__(self, stretches):
        """Return those of `stretches` that pass the screens, their likeliest lines and what a cut
        there is worth."""
        stretches = self.pass_screens(stretches)
        if not len(stretches):
            return stretches, [], []
        chosen = self.likeliest(self.first, self.looked_at(stretches))
        table = self._table(stretches, chosen)
        trees, sums = self.story.predict(table, raw_score=True), table @ self.sum[0] + self.sum[1]
        return stretches, chosen[:, 0].astype(int), (1 - SHARE) * trees + SHARE * sums

    def written(self):
        """All decisions, as they are written."""
        data = self.data
        of = [*data.stretch_names, *data.headline_names, *data.line_names, "first", "ahead"]
        (surroundings, low), (cohesion, lower), (common, least), look = self.screens.values()
        return {
            "surroundings": as_sum(NAMES.surroundings, surroundings, low),
            "cohesion": as_sum(NAMES.cohesion, cohesion, lower),
            "common": as_trees(NAMES.common, common, least),
            "glance": as_sum(NAMES.glance, self.glance, self.glance[1]),
            "look": as_trees([*NAMES.common, *data.headline_names, *NAMES.glance], *look),
            "first": as_trees(data.line_names, self.first),
            "sum": as_sum(of, self.sum, 0.0, SHARE),
            "story": as_trees(of, self.story, THRESHOLD, 1 - SHARE),
        }


def as_sum(names, fitted, threshold, share=1.0):
    of, offset = fitted
    terms = {name: round(float(share * w), 3) for name, w in zip(names, of, strict=True)}
    return {"of": terms, "threshold": round(float(threshold - share * offset), 3)}


def as_trees(names, model, threshold=0.0, share=1.0):
    trees = model.booster_.dump_model()["tree_info"]
    return {
        "names": list(names),
        "threshold": round(float(threshold), 3),
        "trees": [_as_tree(tree["tree_structure"], share) for tree in trees],
    }


def _as_tree(node, share):
    if "leaf_value" in node:
        return round(share * float(node["leaf_value"]), 4)
    low, high = (_as_tree(node[child], share) for child in ("left_child", "right_child"))
    return [node["split_feature"], round(float(node["threshold"]), 4), low, high]
