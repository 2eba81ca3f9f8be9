"""Time per character and peak memory on texts made to be slow.

    python benchmarks/linear.py [--size 10] [--only NAME,NAME]

Each shape is built at a tenth of its size and whole, and cleaned in a process of its own: `growth`
is the time per character of the whole over that of the tenth, and 1 is linear; `to seeds` is the
time per character beside the two pages of the tests; `memory` is the peak beside the text's bytes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable

from measure import save
from pages import made_pages, real_pages
from worker import peak_memory

MIB = 2**20


def _repeated(text: str, size: int) -> str:
    return (text * (size // len(text) + 1))[:size]


def _seed_start(size: int) -> str:
    """A twentieth of a real page, over and over: every prefix of it stands there many times."""
    page = real_pages()[0]
    return _repeated(page[: len(page) // 20], size)


def _many_pages(size: int) -> str:
    found, length = [], 0
    while length < size:
        batch = [page.text for page in made_pages(200, seed=length)]
        found += batch
        length += sum(map(len, batch))
    return "\n".join(found)[:size]


def _near_equal(size: int) -> str:
    line = "The bridge at dawn, seen from the harbour on day {}. (Ann Example/Agency)\n"
    return "".join(line.format(at) for at in range(size // 73))


def _prefixes(size: int) -> str:
    """Lines each of which is the beginning of the next, as far as the size goes."""
    words = _repeated(
        "The council agreed on Monday to keep the old bridge open until spring. ", 2000
    )
    block = "\n".join(words[:end] for end in range(20, len(words), 7))
    return _repeated(block + "\n", size)


#: By name: how a text of so many characters is made.
SHAPES: dict[str, Callable[[int], str]] = {
    "seeds": lambda size: _repeated("\n\n".join(real_pages()) + "\n\n", size),
    "made pages": _many_pages,
    "start of a seed": _seed_start,
    "prefixes": _prefixes,
    "equal short lines": lambda size: _repeated("Share this\n", size),
    "equal captions": lambda size: _repeated("The bridge at dawn. (Ann Example/Agency)\n", size),
    "near-equal captions": _near_equal,
    "different short lines": lambda size: "".join(f"line {at}\n" for at in range(size // 11)),
    "blank lines": lambda size: "\n" * size,
    "lone CR": lambda size: _repeated("one\rtwo\r\nthree\n", size),
    "one line": lambda size: _repeated("The council met on Monday. ", size),
    "one line of spaces": lambda size: " " * size,
    "one line of entities": lambda size: _repeated("&amp;", size),
    "one nested entity": lambda size: "&" + _repeated("amp;", size),
    "one line of mojibake": lambda size: _repeated("caf\xc3\xa9 \xe2\x80\x99s ", size),
    "one word": lambda size: "a" * size,
    "brackets": lambda size: "(" * size,
    "credits": lambda size: _repeated("(Photo: AP/", size),
}


def child(shape: str, size: int) -> None:
    """Clean one text; print seconds, characters, bytes, and memory before and after."""
    import scrapeclean

    scrapeclean.clean(real_pages()[0])
    text = SHAPES[shape](size)
    before = peak_memory()
    start = time.process_time()
    scrapeclean.clean(text)
    row = {
        "seconds": time.process_time() - start,
        "characters": len(text),
        "bytes": len(text.encode()),
        "before": before,
        "peak": peak_memory(),
    }
    print(json.dumps(row))


def run(shape: str, size: int) -> dict[str, float]:
    """Return what `child` prints, from a process of its own."""
    call = [sys.executable, __file__, "--child", shape, "--size", str(size)]
    return dict(json.loads(subprocess.run(call, capture_output=True, check=True).stdout))


def per_character(row: dict[str, float]) -> float:
    """Return the microseconds that a character takes."""
    return 1e6 * row["seconds"] / row["characters"]


def figures(row: dict[str, dict[str, float]], page: float) -> tuple[float, float, float]:
    """Return growth, time per character beside `page`'s, and peak memory beside the text."""
    tenth, whole = row["tenth"], row["whole"]
    growth = per_character(whole) / max(per_character(tenth), 1e-6)
    memory = (whole["peak"] - whole["before"]) * MIB / whole["bytes"] + 1
    return growth, per_character(whole) / page, memory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--size", type=float, default=10, help="megabytes (for --child: characters)"
    )
    parser.add_argument("--only", default=",".join(SHAPES))
    parser.add_argument("--child", choices=SHAPES)
    options = parser.parse_args()
    if options.child:
        child(options.child, int(options.size))
        return
    size = int(options.size * 1e6)
    page = per_character(run("seeds", sum(map(len, real_pages()))))
    print(f"{'':26}{'growth':>8}{'to seeds':>9}{'memory':>8}")
    rows = {}
    for shape in options.only.split(","):
        rows[shape] = {"tenth": run(shape, size // 10), "whole": run(shape, size)}
        growth, beside, memory = figures(rows[shape], page)
        print(f"{shape:26}{growth:8.2f}{beside:9.2f}{memory:8.1f}", flush=True)
    print(f"\nwritten to {save('linear', {'page_us_per_character': page, 'rows': rows})}")


if __name__ == "__main__":
    main()
