"""Fit the weights by which the best lines for a headline are picked, and print them.

    python benchmarks/fit_headlines.py CORPORA

CORPORA holds `pages.jsonl.gz`; pages count whose known `title` is a line of their text. On each
one line of many is right: a conditional logistic regression, fitted by gradient ascent on all
pages, and on four fifths of the sites at a time to tell how often the right line of the rest is
found. They go into `headline_evidence.py`; `benchmarks/fit_parts.py` then fits the trees. Needs
numpy.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from collections import Counter
from pathlib import Path

import numpy as np

import scrapeclean
from scrapeclean.articles import headlines
from scrapeclean.articles.headline_evidence import first_evidence
from scrapeclean.articles.removed import Removed
from scrapeclean.facts import Facts

FLATS = ("visible", "main", "trafilatura")
FOLDS = 5
RIDGE = 4.0
STEPS = 600
RATE = 0.05


def pages(corpora):
    with gzip.open(corpora / "pages.jsonl.gz", "rt", encoding="utf-8") as rows:
        for page in map(json.loads, rows):
            for flat in FLATS:
                text, title = page["flats"].get(flat) or "", page.get("title") or ""
                key = Facts(title).key
                if key and any(Facts(line).key == key for line in text.split("\n")):
                    yield flat, zlib.crc32(page["site"].encode()) % FOLDS, key, text


def gather(corpora):
    found = []
    for flat, fold, key, text in pages(corpora):
        page = scrapeclean.clean(text).page
        story = Removed.of(page).story(page.lines, (0, len(text)))
        places = list(headlines.candidates(story))
        rows = [first_evidence(story, at) for at in places]
        found.append((flat, fold, rows, [story.lines[at].key == key for at in places]))
    return found


def fit(pages, names):
    """Weights that give the right lines of `pages` the largest share of all lines' odds."""
    tables = [
        (np.array([[row[name] for name in names] for row in rows]), np.array(right, float))
        for _, _, rows, right in pages
        if any(right)
    ]
    weights = np.zeros(len(names))
    mean, spread = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):  # Adam (Kingma and Ba 2015)
        gradient = RIDGE * weights
        for table, right in tables:
            odds = np.exp(table @ weights - (table @ weights).max())
            gradient += table.T @ (odds / odds.sum() - odds * right / (odds * right).sum())
        gradient /= len(tables)
        mean = 0.9 * mean + 0.1 * gradient
        spread = 0.999 * spread + 0.001 * gradient**2
        move = (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
        weights -= RATE * move
    return weights


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    found = gather(parser.parse_args().corpora)
    names = sorted({name for _, _, rows, _ in found for row in rows for name in row})
    hits, of = Counter(), Counter()
    for fold in range(FOLDS):
        weights = fit([page for page in found if page[1] != fold], names)
        for flat, own, rows, right in found:
            if own == fold:
                worth = [
                    sum(w * row[n] for n, w in zip(names, weights, strict=True)) for row in rows
                ]
                of[flat] += 1
                hits[flat] += bool(worth) and right[int(np.argmax(worth))]
    for flat in FLATS:
        print(f"{flat}: {hits[flat]} of {of[flat]} headlines of unseen sites found")
    for name, weight in zip(names, fit(found, names), strict=True):
        print(f'        "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
