"""One digest over everything that cleaning a folder of texts yields: did a change change it?

    python benchmarks/digest.py FOLDER [--sample N] [--each FILE]

Texts, edits, warnings and articles all count. With --each, a line per text goes to FILE, so that
two such files show which texts differ.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import astuple, is_dataclass
from hashlib import blake2b
from pathlib import Path

from pages import own_texts

import scrapeclean


def digest(text: str) -> str:
    """Return the digest of all that cleaning `text` yields."""
    result = scrapeclean.clean(text)
    articles = [astuple(a) if is_dataclass(a) else tuple(a) for a in result.articles]
    told = repr((result.text, result.edits, result.warnings, articles))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=1, help="take every N-th text")
    parser.add_argument("--each", type=argparse.FileType("w"))
    options = parser.parse_args()
    whole, count = blake2b(digest_size=16), 0
    for number, (name, text) in enumerate(own_texts(options.folder)):
        if number % options.sample == 0:
            found = digest(text)
            whole.update(found.encode())
            count += 1
            if options.each:
                print(found, name, file=options.each)
    print(whole.hexdigest(), f"{count} texts", f"Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
