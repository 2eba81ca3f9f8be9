"""Fit the line scorer on a folder of corpora, and report how well it does on pages it has not seen.

    python benchmarks/model/fit.py CORPUS [--weights FILE] [--report FILE] [--by site,source]

CORPUS holds pages.jsonl.gz and segments.jsonl.gz. The report's figures come from cross-validation
by site (three parts of the sites) and by source (each source left out once). `--weights` fits on
everything and writes what the package reads; `--by ""` leaves the report out and only fits. The
same corpora, lexicon and CatBoost give the same weights.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

from documents import read_documents
from folds import Material, Scores, cross_fit
from made import made_over
from report import tables
from training import as_data, fit

WEIGHTS = Path(__file__).parents[2] / "src" / "scrapeclean" / "model" / "weights.json.gz"
STARTED = time.monotonic()


def say(words: str) -> None:
    """Tell the terminal how far we are."""
    print(f"{time.monotonic() - STARTED:6.0f} s  {words}", file=sys.stderr, flush=True)


def fit_all(material: Material, scores: Scores, path: Path) -> None:
    """Fit on all texts and write the weights.

    The later looks are fitted on `scores` of texts unknown to the first look, from cross-fitting.
    """
    looks = {
        "first": (material.keep, material.table),
        "page": (material.dirt, material.page_table(scores.lines)),
        "body": (material.body, material.body_table(scores.lines)),
    }
    data = {
        name: as_data(fit(task.shape, table.facts, task.labels, task.weights), table.names)
        for name, (task, table) in looks.items()
    }
    written = json.dumps(data, separators=(",", ":"), sort_keys=True).encode()
    path.write_bytes(gzip.compress(written, mtime=0))
    say(f"{path}: {path.stat().st_size:,} bytes")


def main() -> None:
    """Read the corpora, report, fit."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--weights", type=Path, nargs="?", const=WEIGHTS)
    parser.add_argument("--report", type=Path)
    parser.add_argument("--by", default="site,source")
    given = parser.parse_args()
    documents = list(read_documents(given.corpus))
    material = Material([*documents, *made_over(documents)])
    say(f"{len(material.documents)} texts, {len(material.labels):,} lines")
    asked = [by for by in given.by.split(",") if by]
    needed = {*asked, "site"} if given.weights else set(asked)
    scores = {by: cross_fit(material, by, say) for by in sorted(needed)}
    parts = [
        "\n".join([f"### Folds by {by}", "", *tables(given.corpus, material, scores[by]), ""])
        for by in asked
    ]
    print(*parts, sep="\n", flush=True)
    if given.report:
        given.report.write_text("\n".join(parts), encoding="utf-8")
    if given.weights:
        fit_all(material, scores["site"], given.weights)


if __name__ == "__main__":
    main()
