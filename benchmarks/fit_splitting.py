"""Fit the decisions that split glued pages, and write `cuts.trees`, `first_lines.trees` and
`edges.txt` of `articles`.

    python benchmarks/fit_splitting.py CORPORA [--keep FOLDER] [--check]

CORPORA holds `pages.jsonl.gz` and `segments.jsonl.gz` (rows with `site`, `title`, `gold` and
`flats`, single articles as several extractors see them) and `glued.jsonl.gz` (rows with `text`,
`starts`, `bodies`), which is not fitted but tested. Pages are glued from single ones (`gluing.py`).
Each is recorded as the splitter meets it: as it comes, and once it is clean. `--check` fits on all
folds of sites but one, and tells what comes of that one; glued test pages are told only where all
their sites are in one fold. `--keep` keeps the pages as the splitter met them, and what was
recorded of them: whoever changes the evidence takes `rows.pickle` away. Needs lightgbm and numpy.
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from deciding import THRESHOLD, Fit
from gluing import FOLDS, Edges, read_pages
from recording import Data, gather, met

from scrapeclean.articles.decisions import CUTS, FIRST_LINES
from scrapeclean.articles.splitting import FURTHER
from scrapeclean.articles.trees import packed

EDGE_WORDS = CUTS.with_name("edges.txt")


def check(data):
    """Fit on all folds but one, and print how the pages of that one come apart."""
    cuts = defaultdict(
        list
    )  # of each page: what each of its candidates is worth, and if it is right
    for fold in range(FOLDS):
        stretches, rows, values = Fit(data, {fold})(np.flatnonzero(data.fold == fold))
        for s, row, value in zip(stretches, rows, values, strict=True):
            cuts[data.page[s]].append((value, row == data.right[s]))
    for threshold in (THRESHOLD - 1, THRESHOLD - 0.5, THRESHOLD, THRESHOLD + 0.5):
        tally = defaultdict(Counter)
        for at, (kind, stage, folds, stories) in enumerate(data.pages):
            if len(folds) == 1:
                whole = max((value for value, _ in cuts[at]), default=threshold) <= threshold
                least = np.inf if whole else threshold - FURTHER
                right = [is_right for value, is_right in cuts[at] if value > least]
                tally[kind, stage].update(
                    pages=1, wanted=stories, cuts=len(right), right=sum(right), cut=bool(right)
                )
        print(f"a first cut is worth {threshold} at least")
        for (kind, stage), counts in sorted(tally.items()):
            if stage != "late":
                print(f"  {kind:20} {stage:6} {_told(kind, counts)}")


def _told(kind, counts):
    if kind.startswith("single"):
        return f"{counts['cut']} of {counts['pages']} cut"
    precision = counts["right"] / max(1, counts["cuts"])
    recall = counts["right"] / max(1, counts["wanted"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"F1 {f1:.3f} P {precision:.3f} R {recall:.3f} ({counts['pages']} pages)"


def write(fit, edge_words):
    """Write the decisions, and the words of edges, a word a line."""
    CUTS.write_bytes(packed(*fit.written()))
    FIRST_LINES.write_bytes(packed(fit.written_place()))
    head = "# Words of pages' edges, cut short: above 0 they stand at tops, below 0 at bottoms.\n"
    rows = [f"{word} {weight}\n" for word, weight in sorted(edge_words.items())]
    EDGE_WORDS.write_text(head + "".join(rows), "utf-8")


def kept(file, find):
    """What `find` finds, kept in `file` if there is one."""
    if file is None:
        return find()
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(find()))
    return pickle.loads(file.read_bytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    keep = arguments.keep
    pages = kept(keep and keep / "pages.pickle", lambda: [*met(arguments.corpora)])
    edges = kept(keep and keep / "edges.pickle", lambda: Edges(read_pages(arguments.corpora)))
    data = kept(keep and keep / "rows.pickle", lambda: Data(gather(pages, edges)))
    if arguments.check:
        check(data)
    else:
        write(Fit(data), edges.fit())


if __name__ == "__main__":
    main()
