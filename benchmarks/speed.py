"""The whole beside ftfy alone, and what each cleaner takes of it.

    python benchmarks/speed.py [--texts FOLDER] [--pages 40] [--turns 3]

Needs nothing but scrapeclean. FOLDER holds your own texts (.txt, .jsonl, .jsonl.gz).
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from contenders import OURS
from measure import Row, in_turn, save, spread
from worker import inputs

from scrapeclean.edits import Edit
from scrapeclean.page import Page
from scrapeclean.pipeline import Cleaner, Pipeline
from scrapeclean.presets import NEWS


class Timed:
    """A cleaner that takes the time of another, which it stands for in a pipeline."""

    def __init__(self, cleaner: Cleaner, taken: Counter[str]) -> None:
        self.cleaner = cleaner
        self.taken = taken

    def __getattr__(self, name: str) -> Any:
        """Answer for the cleaner: its name, its scope, its options."""
        return getattr(self.cleaner, name)

    def __call__(self, page: Page) -> Iterable[Edit]:
        """Return its edits, all of them made here, where the clock runs."""
        start = time.perf_counter()
        edits = list(self.cleaner(page))
        self.taken[self.cleaner.name] += time.perf_counter() - start  # type: ignore[attr-defined]
        return edits


def shares(texts: list[str]) -> dict[str, float]:
    """Return the share of the time of `clean` that each cleaner of NEWS takes.

    The first cleaner to ask for a fact pays for it; "the rest" is lines, splitting and journal.
    """
    taken: Counter[str] = Counter()
    pipeline = Pipeline([Timed(cleaner, taken) for cleaner in NEWS])
    pipeline.clean(texts[0])
    taken.clear()
    start = time.perf_counter()
    for text in texts:
        pipeline.clean(text)
    whole = time.perf_counter() - start
    taken["the rest"] = whole - sum(taken.values())
    return {name: seconds / whole for name, seconds in taken.most_common()}


def table(rows: dict[str, Row]) -> Iterator[str]:
    """Yield the lines of a table: time beside ftfy's, speed, memory."""
    _, ftfy, _ = spread(rows["ftfy"]["seconds"])
    yield f"{'':24}{'/ ftfy':>8}{'us/line':>9}{'pages/s':>9}{'MB/s':>7}{'spread':>8}{'MiB':>7}"
    for name, row in rows.items():
        low, middle, high = spread(row["seconds"])
        yield (
            f"{name:24}{middle / ftfy:8.3f}{1e6 * middle / row['lines']:9.2f}"
            f"{row['pages'] / middle:9.0f}{row['characters'] / middle / 1e6:7.2f}"
            f"{(high - low) / middle:8.1%}{row['memory']['peak']:7.0f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    given = ["--pages", str(options.pages)]
    given += ["--texts", str(options.texts)] if options.texts else []
    rows = in_turn(OURS, options.turns, *given)
    print("\n".join(table(rows)))
    parts = shares(inputs("text", options.pages, options.texts))
    print("\nof the time of clean():")
    for name, share in parts.items():
        print(f"  {name:28}{share:6.1%}")
    print(f"\nwritten to {save('speed', {'rows': rows, 'shares': parts})}")


if __name__ == "__main__":
    main()
