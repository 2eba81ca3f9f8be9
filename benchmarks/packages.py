"""scrapeclean beside other packages: pages per second, and memory.

    python benchmarks/packages.py [--pages 40] [--turns 3]

Wants the dependency group `bench`. Extractors get HTML, the others its flattened text; they do
different jobs, and speed is all that is compared here. `flatten + scrapeclean` is what replaces an
extractor: the time of both added up.
"""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from contenders import CONTENDERS
from measure import Row, in_turn, save, spread

MODULES = {
    "clean-text": "cleantext",
    "datatrove": "datatrove",
    "justext": "justext",
    "newspaper4k": "newspaper",
    "readability-lxml": "readability",
    "resiliparse": "resiliparse",
    "trafilatura": "trafilatura",
}
FLATTEN = "resiliparse, flatten"


def installed() -> list[str]:
    """Return the contenders whose package is there; say which are not."""
    found = []
    for name, contender in CONTENDERS.items():
        if find_spec(MODULES.get(contender.package, contender.package)):
            found.append(name)
        else:
            print(f"left out: {name} ({contender.package} is not installed)")
    return found


def per_second(row: Row) -> tuple[float, float, float]:
    """Return pages per second: the lower quartile, the median, the upper quartile."""
    low, middle, high = spread(row["seconds"])
    return row["pages"] / high, row["pages"] / middle, row["pages"] / low


def both(rows: dict[str, Row]) -> float:
    """Return how many pages per second are flattened and then cleaned."""
    return 1 / sum(1 / per_second(rows[name])[1] for name in (FLATTEN, "scrapeclean"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    rows = in_turn(installed(), options.turns, "--pages", str(options.pages))
    print(f"{'':30}{'version':>10}{'reads':>6}{'pages/s':>9}{'quartiles':>16}{'MiB':>6}")
    for name, row in sorted(rows.items(), key=lambda item: -per_second(item[1])[1]):
        low, middle, high = per_second(row)
        print(
            f"{name:30}{row['version']:>10}{row['reads']:>6}{middle:9.0f}"
            f"{f'{low:.0f} to {high:.0f}':>16}{row['memory']['peak']:6.0f}"
        )
    if FLATTEN in rows:
        print(f"{'flatten + scrapeclean':46}{both(rows):9.0f}")
    print(f"\nwritten to {save('packages', {'rows': rows})}")


if __name__ == "__main__":
    main()
