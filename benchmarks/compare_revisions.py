"""Is one revision slower than another? Both run in turn, on the same pages, on this machine.

    python benchmarks/compare_revisions.py OLD [NEW] [--texts FOLDER] [--turns 10]

OLD and NEW are anything git knows; without NEW, the working tree is meant. Prints the ratio of
times with the interval that holds it in 95 of 100 resamples. Exit code 1: slower by more than 5 %,
beyond doubt.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

from measure import in_own_process

ROOT = Path(__file__).parent.parent
#: Smaller changes come and go with the weather of the machine.
SLOWER = 1.05
RESAMPLES = 2000


def sources(revision: str | None, folder: Path) -> Path:
    """Return the folder to import scrapeclean from, as it was at `revision`."""
    if revision is None:
        return ROOT / "src"
    packed = subprocess.run(
        ["git", "archive", revision, "src"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(folder)
    return folder / "src"


def interval(ratios: list[float]) -> tuple[float, float]:
    """Return the bounds of the median of `ratios` in 95 of 100 resamples."""
    draw = random.Random(0)
    medians = sorted(
        statistics.median(draw.choices(ratios, k=len(ratios))) for _ in range(RESAMPLES)
    )
    return medians[RESAMPLES // 40], medians[-RESAMPLES // 40]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old")
    parser.add_argument("new", nargs="?")
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--turns", type=int, default=10)
    options = parser.parse_args()
    given = ["--rounds", "3", "--pages", str(options.pages)]
    given += ["--texts", str(options.texts)] if options.texts else []
    ratios = []
    with tempfile.TemporaryDirectory() as old, tempfile.TemporaryDirectory() as new:
        before = sources(options.old, Path(old))
        after = sources(options.new, Path(new))
        for _ in range(options.turns):
            pair = [in_own_process("scrapeclean", *given, source=s) for s in (before, after)]
            ratios.append(min(pair[1]["seconds"]) / min(pair[0]["seconds"]))
    low, high = interval(ratios)
    print(
        f"{options.new or 'the working tree'} takes {statistics.median(ratios):.3f} "
        f"({low:.3f} to {high:.3f}) of the time of {options.old}"
    )
    return int(low > SLOWER)


if __name__ == "__main__":
    raise SystemExit(main())
