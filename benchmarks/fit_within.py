"""What a headline must share with a longer one of the batch to be the same.

    python benchmarks/fit_within.py CORPORA

The weights of `headlines/within.py` are tried on the spellings of `headlines.jsonl.gz`: chosen on
the sites of one half, judged on those of the other. Pairs of different spellings are counted,
those that any rule joins, before they are grouped.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from collections import defaultdict
from itertools import combinations, product
from pathlib import Path

from scrapeclean.headlines import clusters, within
from scrapeclean.headlines.compare import bond
from scrapeclean.headlines.keys import keys
from scrapeclean.headlines.parts import parse
from scrapeclean.headlines.reading import read

NAMES = ("LEAST_INSIDE", "LEAST_IN_TITLE", "LEAST_AT_END", "COST_OF_MORE")
GRID = list(product((2, 3, 4, 5), (1.5, 2, 2.5, 3), (3, 4, 5, 6), (0.2, 0.35, 0.5)))
NEVER = (99.0, 99.0, 99.0, 0.35)

Pair = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    with gzip.open(parser.parse_args().corpora / "headlines.jsonl.gz", "rt") as file:
        rows = [json.loads(line) for line in file]
    half_of = {s: zlib.crc32(row["site"].encode()) % 2 for row in rows for s in row["spellings"]}
    true = {pair for row in rows for pair in combinations(sorted(set(row["spellings"])), 2)}
    sure, doubtful = evidence(sorted(half_of))

    def f1(weights: tuple[float, ...], halves: set[int]) -> tuple[float, float, float]:
        for name, value in zip(NAMES, weights, strict=True):
            setattr(within, name, value)
        joined = sure | {pair for pair, readings in doubtful.items() if within.within(*readings)}
        return score(*({p for p in pairs if half_of[p[0]] in halves} for pairs in (joined, true)))

    used = tuple(getattr(within, name) for name in NAMES)
    show("without", NEVER, f1(NEVER, {0, 1}))
    show("in use", used, f1(used, {0, 1}))
    for half in (0, 1):
        best = max(GRID, key=lambda weights: f1(weights, {half}))
        show(f"best on half {half}, there", best, f1(best, {half}))
        show("  on the other half", best, f1(best, {1 - half}))
        show("  in use there", used, f1(used, {1 - half}))


def evidence(texts: list[str]) -> tuple[set[Pair], dict[Pair, tuple]]:
    """The pairs that other rules join, and the readings of those that this one may join."""
    names, rarity = clusters._learn(texts)
    readings = {text: read(parse(text), names) for text in texts}
    meeting = defaultdict(list)
    for text in texts:
        for key in keys(readings[text]):
            meeting[key].append(text)
    pairs = {pair for here in meeting.values() for pair in combinations(here, 2)}
    sure = {pair for pair in pairs if bond(readings[pair[0]], readings[pair[1]])}
    return sure, {(a, b): (readings[a], readings[b], rarity) for a, b in pairs - sure}


def score(joined: set[Pair], true: set[Pair]) -> tuple[float, float, float]:
    """F1, precision, recall."""
    right = len(joined & true)
    precision, recall = right / max(1, len(joined)), right / max(1, len(true))
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def show(what: str, weights: tuple[float, ...], result: tuple[float, float, float]) -> None:
    f1, precision, recall = result
    print(f"{what:28} {weights!s:24} F1 {f1:.4f} P {precision:.4f} R {recall:.4f}")


if __name__ == "__main__":
    main()
