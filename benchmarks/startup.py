"""What it costs to begin: Python, the three core packages, scrapeclean, and one page filtered.

All of it is compiled to bytecode beforehand, as installing a package does, so a first turn is not
counted.

python benchmarks/startup.py [--turns 20]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from tempfile import TemporaryDirectory

from measure import save, spread
from pages import FIXTURES

PAGE = str(sorted(FIXTURES.glob("*.txt"))[0])
CORE = "import ftfy, regex, rapidfuzz.fuzz"
CALLS = {
    "python": ["-c", "pass"],
    "core packages": ["-c", CORE],
    "import scrapeclean": ["-c", "import scrapeclean"],
    "scrapeclean PAGE": ["-m", "scrapeclean", PAGE],
}


def _seconds(call: list[str], bytecode: str) -> float:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    subprocess.run([sys.executable, *call], stdout=subprocess.DEVNULL, check=True, env=environment)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=20)
    options = parser.parse_args()
    taken: dict[str, list[float]] = {name: [] for name in CALLS}
    with TemporaryDirectory() as bytecode:
        for turn in range(options.turns + 1):
            for name, call in CALLS.items():
                seconds = _seconds(call, bytecode)
                taken[name] += [seconds] if turn else []
    core = spread(taken["core packages"])[1]
    for name, seconds in taken.items():
        low, middle, high = spread(seconds)
        print(
            f"{name:20}{1000 * middle:7.1f} ms ({1000 * low:.1f} to {1000 * high:.1f})"
            f"{middle / core:7.2f} of the core packages"
        )
    print(f"\nwritten to {save('startup', {'seconds': taken})}")


if __name__ == "__main__":
    main()
