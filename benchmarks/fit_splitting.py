"""Fit the decisions that split glued pages, and write `articles/weights.json`.

    python benchmarks/fit_splitting.py CORPORA [--check]

CORPORA holds `glued.jsonl.gz` (rows with `text`, `starts`, `bodies`) and `pages.jsonl.gz` (rows
with `site`, `gold` and `flats`, single articles as several extractors see them). Every page is
recorded as the splitter meets it: as it comes, and once it is clean. Glued pages are cut where
they were glued, single ones nowhere. `--check` fits on four fifths of the sites, tells what comes
of the rest, and writes nothing. Needs lightgbm and numpy.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import lightgbm
import numpy as np

import scrapeclean.pipeline
from scrapeclean.articles import Cut, find_cuts, splitting
from scrapeclean.articles.decisions import Decisions, Linear, Trees
from scrapeclean.articles.evidence import cohesion_evidence, headline_evidence, surroundings
from scrapeclean.articles.outline import Outline
from scrapeclean.page import Page
from scrapeclean.pipeline import Pipeline
from scrapeclean.presets import NEWS

WEIGHTS = Path(splitting.__file__).with_name("weights.json")
FLATS = ("main", "trafilatura", "visible")
FOLDS = 5
#: Each screen of the cascade keeps this share of the true stretches that reach it.
KEPT = 0.985
#: Lines below this sum never begin a story, whatever the trees say: 98 of 100 true lines pass.
HOPELESS = -4.5
#: What a cut is worth at least. At this, eight in 1,000 whole pages of the hardest kind are cut; of
#: those, some hold several stories in truth.
THRESHOLD = 0.85
#: The sum's share in the whole; the trees see more, the sum errs less on pages of a new kind.
SHARE = 0.4
#: Negatives are many times as many: how much one counts, by kind of page.
WEIGHT = {"glued": 1.0, "late": 0.5, "main": 0.4, "trafilatura": 0.4, "visible": 0.15}
TREES = {
    "n_estimators": 150,
    "num_leaves": 8,
    "learning_rate": 0.08,
    "min_child_samples": 50,
    "reg_lambda": 10,
    "colsample_bytree": 0.4,
    "subsample": 0.7,
    "subsample_freq": 1,
    "n_jobs": 1,
    "seed": 1,
    "deterministic": True,
    "verbose": -1,
}
_PASS = Linear({}, -1.0)
EVERYTHING = Decisions(_PASS, _PASS, _PASS, _PASS, Trees((), (), 0.0, 0.0))


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


def recorded(text, starts, cut):
    """The first and the last page that the splitter meets while `text` is cleaned, with `starts`
    as the lines at which stories begin; cut there, or nowhere."""
    met = []

    def find(page):
        met.append((page, gold(page, starts)))
        return tuple(Cut(index, "glued here") for index in sorted(met[-1][1])) if cut else ()

    scrapeclean.pipeline.find_cuts = find
    try:
        Pipeline(NEWS).clean(text)
    finally:
        scrapeclean.pipeline.find_cuts = find_cuts
    return met[0], met[-1]


def gold(page, starts):
    """The lines of `page` at which stories begin, from where they begin in the source."""
    places = [(page.source_offset(index), index) for index in page.content]
    ends = {index: page.lines[index].stop for index in page.content}
    first = {
        next((i for at, i in places if at >= start or at < start < ends[i]), None)
        for start in starts
    }
    return first - {None, *page.content[:1]}


class Rows:
    """Evidence for lines, as it is gathered."""

    def __init__(self):
        self.evidence, self.true, self.kinds, self.pages, self.folds = [], [], [], [], []
        self.wanted = Counter()

    def add(self, met, kind, name, fold):
        page, lines = met
        outline = Outline(page)
        self.wanted[name] += len(lines)
        found = splitting.find_candidates(outline, splitting.between_bodies(outline), EVERYTHING)
        for candidate in found:
            self.evidence.append(candidate.evidence)
            self.true.append(page.content[candidate.position] in lines)
            self.kinds.append(kind)
            self.pages.append(name)
            self.folds.append(fold)

    def table(self):
        names = sorted({name for evidence in self.evidence for name in evidence})
        rows = [[evidence.get(name, 0.0) for name in names] for evidence in self.evidence]
        return names, np.array(rows)


def gather(corpora):
    rows = Rows()
    singles = read(corpora / "pages.jsonl.gz")
    sites = {page["gold"].strip()[:60]: page["site"] for page in singles}
    for page in read(corpora / "glued.jsonl.gz"):
        site = sites.get(page["bodies"][0].strip()[:60], page["id"])
        first, last = recorded(page["text"], page["starts"][1:], cut=True)
        _, late = recorded(page["text"], page["starts"][1:], cut=False)
        for met, kind in ((first, "glued"), (last, "glued"), (late, "late")):
            rows.add(met, kind, f"{page['kind']} {page['id']} {id(met)}", fold_of(site))
    for page in singles:
        for flat in FLATS:
            if (page["flats"].get(flat) or "").strip():
                for met in recorded(page["flats"][flat], (), cut=False):
                    name = f"single-{flat} {page['id']} {id(met)}"
                    rows.add(met, flat, name, fold_of(page["site"]))
    return rows


def fold_of(site):
    return zlib.crc32(site.encode()) % FOLDS


def fit_sum(table, true, weight, ridge=3.0):
    """Weights and offset of a ridge logistic regression, by Newton's method."""
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


def linear(names, chosen, table, true, weight, share):
    """A `Linear` over the names `chosen` that keeps `share` of what is true, and its values."""
    columns = [names.index(name) for name in chosen]
    of, offset = fit_sum(table[:, columns], true, weight)
    values = table[:, columns] @ of + offset
    threshold = HOPELESS if share is None else np.quantile(values[true], 1 - share)
    terms = {name: round(float(term), 3) for name, term in zip(chosen, of, strict=True)}
    return {"of": terms, "threshold": round(float(threshold - offset), 3)}, values


def stages():
    """The names of evidence that each screen may look at."""
    outline = Outline(Page.from_text("Headline\n\n" + "It rained. " * 20 + "\n\nHeadline\n\nSun."))
    stretch = outline.stretches[-1]._replace(last=len(outline.lines) - 1)
    cheap = list(surroundings(outline, stretch, 1))
    words = [*cheap, *cohesion_evidence(outline, stretch, 0.0)]
    headline = splitting.find_headline(outline, stretch)
    return {
        "surroundings": cheap,
        "cohesion": words,
        "headline": [*words, *headline_evidence(outline, stretch, headline), "no_headline"],
    }


def fit(names, table, true, weight, pages):
    """All decisions, as they are written."""
    fitted = {}
    columns = [names.index(name) for name in stages()["headline"]]
    keys = [(page, *row) for page, row in zip(pages, table[:, columns], strict=True)]
    hit = defaultdict(bool)
    for key, is_true in zip(keys, true, strict=True):
        hit[key] |= bool(is_true)
    first = {key: at for at, key in reversed(list(enumerate(keys)))}
    at = np.array(list(first.values()))
    found = np.array([hit[key] for key in first])
    for stage, chosen in stages().items():
        even = np.where(found, (~found).sum() / found.sum(), 1.0) * weight[at]
        fitted[stage], values = linear(names, chosen, table[at], found, even, KEPT)
        kept = values > np.quantile(values[found], 1 - KEPT)
        at, found = at[kept], found[kept]
    fitted["opening"], _ = linear(names, names, table, true, weight, None)
    model = lightgbm.LGBMClassifier(**TREES).fit(table, true, sample_weight=weight)
    trees = [as_tree(tree["tree_structure"]) for tree in model.booster_.dump_model()["tree_info"]]
    threshold = round(THRESHOLD - SHARE * HOPELESS, 3)
    fitted["trees"] = {"names": names, "share": SHARE, "threshold": threshold, "trees": trees}
    return fitted


def as_tree(node):
    if "leaf_value" in node:
        return round(float(node["leaf_value"]), 4)
    low, high = as_tree(node["left_child"]), as_tree(node["right_child"])
    return [node["split_feature"], round(float(node["threshold"]), 4), low, high]


def check(rows, names, table, true, weight):
    """Fit on all folds but one, and print how the lines of that one fare."""
    scores = np.full(len(true), -9.0)
    folds = np.array(rows.folds)
    for fold in range(FOLDS):
        seen = folds != fold
        fitted = fit(names, table[seen], true[seen], weight[seen], np.array(rows.pages)[seen])
        opening = Linear(**fitted["opening"])
        trees = Trees(**fitted["trees"])
        for at in np.flatnonzero(~seen):
            sum_ = opening(rows.evidence[at])
            if sum_ > 0:
                scores[at] = trees(rows.evidence[at], sum_)
    tally = defaultdict(Counter)
    for name, wanted in rows.wanted.items():
        tally[name.split()[0]]["wanted"] += wanted
    best = {}
    for at in np.flatnonzero(scores > 0):
        tally[rows.pages[at].split()[0]]["right" if true[at] else "wrong"] += 1
        best[rows.pages[at]] = True
    for kind, counts in sorted(tally.items()):
        print(f"{kind:12} {dict(counts)}")


def write(fitted):
    trees = fitted.pop("trees")
    rows = ",\n   ".join(json.dumps(tree, separators=(",", ":")) for tree in trees.pop("trees"))
    head = json.dumps(fitted, indent=1)[:-2]
    tail = json.dumps(trees)[:-1]
    WEIGHTS.write_text(f'{head},\n "trees": {tail}, "trees": [\n   {rows}\n ]}}\n}}\n', "utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    rows = gather(arguments.corpora)
    names, table = rows.table()
    true = np.array(rows.true)
    weight = np.array([WEIGHT[kind] for kind in rows.kinds])
    if arguments.check:
        check(rows, names, table, true, weight)
    else:
        write(fit(names, table, true, weight, rows.pages))


if __name__ == "__main__":
    main()
