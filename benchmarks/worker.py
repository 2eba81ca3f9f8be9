"""One contender in one process: warm-up, rounds, peak memory; one JSON line to stdout.

    python benchmarks/worker.py NAME [--pages 40] [--rounds 5] [--texts FOLDER]

Not to be called by hand as a rule: `measure.in_own_process` does.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import sys
import time
from importlib.metadata import version
from pathlib import Path

from contenders import CONTENDERS, Run
from pages import made_pages, own_texts, real_pages

MIB = 2**20


def peak_memory() -> float:
    """Return the most memory this process has held, in MiB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MIB


def inputs(reads: str, pages: int, texts: Path | None) -> list[str]:
    """Return the pages to run on: your own texts, or pages made here and those of the tests."""
    if texts:
        return [text for _, text in own_texts(texts)][:pages]
    made = made_pages(pages)
    return (
        [page.html for page in made] if reads == "html" else [p.text for p in made] + real_pages()
    )


def rounds(run: Run, given: list[str], count: int) -> list[float]:
    """Return the processor time of each of `count` rounds over all pages."""
    taken = []
    for _ in range(count):
        start = time.process_time()
        for page in given:
            run(page)
        taken.append(time.process_time() - start)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=CONTENDERS)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--texts", type=Path)
    options = parser.parse_args()
    contender = CONTENDERS[options.name]
    given = inputs(contender.reads, options.pages, options.texts)
    before = peak_memory()
    run = contender.make()
    loaded = peak_memory()
    run(given[0])  # what is loaded when first used is not counted as work
    seconds = rounds(run, given, options.rounds)
    row = {
        "name": options.name,
        "version": version(contender.package),
        "python": platform.python_version(),
        "reads": contender.reads,
        "pages": len(given),
        "characters": sum(map(len, given)),
        "lines": sum(1 for page in given for line in page.split("\n") if line.strip()),
        "seconds": seconds,
        "memory": {"inputs": before, "imported": loaded, "peak": peak_memory()},
    }
    print(json.dumps(row))


if __name__ == "__main__":
    main()
