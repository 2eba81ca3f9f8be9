"""Fit the trees that name the parts of an article, and write `articles/parts.trees`.

    python benchmarks/fit_parts.py CORPORA [--check]

CORPORA holds `pages.jsonl.gz`: rows with `site`, `gold`, `flats` and, where the source knows them,
`title`, `authors` and `captions` (`part_examples.py` says how they are used). Every page is read as
the parts are, clean, with what has gone from it. Headlines are fitted one against another on each
page, bylines and captions one by one. `--check` fits on four fifths of the sites at a time, tells
how much of the parts of the rest the trees find, and writes nothing. `benchmarks/fit_headlines.py`
comes first. Needs lightgbm and numpy.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import lightgbm
import numpy as np
from part_examples import FLATS, FOLDS, gather, known_captions, pages, words

from scrapeclean.articles import authors, headlines, pictures, trees

KINDS = ("headline", "byline", "caption")


def settings(rounds, **own):
    """How many trees, and how lightgbm is to fit them."""
    shared = {"num_leaves": 8, "bagging_fraction": 0.7, "bagging_freq": 1, "feature_fraction": 0.5}
    repeatable = {"num_threads": 1, "seed": 1, "deterministic": True, "verbose": -1}
    return rounds, {**shared, **repeatable, **own}


SETTINGS = {
    "headline": settings(
        150, learning_rate=0.1, min_data_in_leaf=20, lambda_l2=5, feature_fraction=0.25
    ),
    "byline": settings(150, learning_rate=0.06, min_data_in_leaf=25, lambda_l2=8, num_leaves=16),
    "caption": settings(120, learning_rate=0.06, min_data_in_leaf=20, lambda_l2=10),
}


def against_each_other(numbers, right, weight):
    """The objective of a choice among the lines of a page, "none" (at nought) among them."""
    _, group = np.unique(numbers, return_inverse=True)
    starts = np.searchsorted(group, np.arange(group.max() + 1))

    def objective(score, _):
        most = np.maximum(np.maximum.reduceat(score, starts), 0)
        power = np.exp(score - most[group])
        share = power / (np.bincount(group, power) + np.exp(-most))[group]
        of_right = np.bincount(group, power * right)[group]
        wanted = np.where(of_right > 0, power * right / np.maximum(of_right, 1e-12), 0)
        return (share - wanted) * weight, np.maximum(share * (1 - share), 1e-3) * weight

    return objective


def fit(kind, examples):
    names = sorted(examples[0].evidence)
    table = np.array([[example.evidence[name] for name in names] for example in examples])
    right = np.array([example.right for example in examples], float)
    weight = np.array([example.weight for example in examples])
    rounds, own = SETTINGS[kind]
    objective = "binary"
    if kind == "headline":
        objective = against_each_other([x.page for x in examples], right, weight)
    data = lightgbm.Dataset(table, right, weight=weight)
    booster = lightgbm.train({**own, "objective": objective}, data, rounds)
    gains = booster.feature_importance("gain")
    used = [name for name, gain in zip(names, gains, strict=True) if gain]
    dumped = [tree["tree_structure"] for tree in booster.dump_model()["tree_info"]]
    return trees.Trees.grown(used, [pruned(tree, names, used) for tree in dumped])


def pruned(node, names, used):
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    feature = used.index(names[node["split_feature"]])
    sides = (pruned(node[side], names, used) for side in ("left_child", "right_child"))
    return [feature, float(f"{node['threshold']:.6g}"), *sides]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    found = list(pages(asked.corpora))
    examples = gather(found)
    if asked.check:
        check(found, examples)
    else:
        write({kind: fit(kind, examples[kind]) for kind in KINDS})


def write(fitted):
    trees.PARTS.write_bytes(trees.packed(fitted))


def check(found, examples):
    """What is found of the parts of sites that the trees have not seen."""
    counts = Counter()
    for fold in range(FOLDS):
        apart = {kind: [x for x in examples[kind] if found[x.page].fold != fold] for kind in KINDS}
        fitted = {kind: fit(kind, apart[kind]) for kind in KINDS}
        trees.load_trees = lambda fitted=fitted: fitted
        for module in (headlines, authors, pictures):
            module.load_trees = trees.load_trees
        for page in found:
            if page.fold == fold and page.story.own:
                counts.update(judged(page))
    for flat in FLATS:
        for part in ("title", "author", "caption"):
            hits = counts[flat, part, True]
            of = hits + counts[flat, part, False]
            print(f"{flat:12} {part:8} found {hits} of {of} = {hits / max(1, of):.3f}")
        print(f"{flat:12} lines of the gold text taken for a caption: {counts[flat, 'gold']}")


def judged(page):
    """Whether each known part that the page shows is found, as (flat, part, found)."""
    story, row = page.story, page.row
    shown, gold = [words(line.words) for line in story.lines], words(row["gold"])
    at = headlines.find_headline(story)
    if row.get("title") and words(row["title"]) in shown:
        yield page.flat, "title", at is not None and shown[at] == words(row["title"])
    captions = pictures.find_captions(story, at)
    taken = {story.lines.index(line) for caption in captions for line in caption}
    names = words(authors.find_byline(story, at, taken).names)
    for name in {words(name) for name in row.get("authors") or []} - {""}:
        if name not in gold and any(name in line for line in shown):
            yield page.flat, "author", name in names
    joined = " | ".join(words(" ".join(x.words for x in caption)) for caption in captions)
    for caption in known_captions(row):
        if any(caption in line for line in shown):
            yield page.flat, "caption", caption in joined
    lines = {words(line) for line in row["gold"].split("\n")}
    for place in taken:
        if story.is_own[place] and shown[place] in lines:
            yield page.flat, "gold"


if __name__ == "__main__":
    main()
