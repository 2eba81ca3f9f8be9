"""Write the figures of results/ into docs/performance.md, between its marks.

    python benchmarks/document.py

Each table of the page stands between `<!-- NAME -->` and `<!-- /NAME -->`; the words around them
are written by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from linear import figures
from measure import HERE, RESULTS, spread
from packages import both, per_second
from startup import CALLS

PAGE = HERE.parent / "docs" / "performance.md"

Results = dict[str, Any]


def table(head: str, rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table; the first column is flushed left, all others right."""
    columns = head.count("|") + 1
    lines = [f"| {head} |", "|---" + "|--:" * (columns - 1) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def speed(found: Results) -> str:
    """Return the table of the whole beside ftfy, and of the shares of the cleaners."""
    rows = found["rows"]
    ftfy = spread(rows["ftfy"]["seconds"])[1]
    whole = [
        (
            name,
            f"{middle / ftfy:.2f}",
            f"{1e6 * middle / row['lines']:.1f}",
            f"{row['pages'] / middle:,.0f}",
            f"{(high - low) / middle:.0%}",
            f"{row['memory']['peak']:.0f}",
        )
        for name, row in rows.items()
        for low, middle, high in [spread(row["seconds"])]
    ]
    parts = [(name, f"{share:.1%}") for name, share in found["shares"].items()]
    head = "| beside ftfy | µs a line | pages a second | spread | MiB"
    return table(head, whole) + "\n\n" + table("of the time of `clean()`|share", parts)


def packages(found: Results) -> str:
    """Return the table of other packages, fastest first."""
    rows = sorted(found["rows"].items(), key=lambda item: -per_second(item[1])[1])
    told = [
        (
            name,
            row["version"],
            row["reads"],
            "{1:,.0f} ({0:,.0f} to {2:,.0f})".format(*per_second(row)),
            f"{row['memory']['peak']:.0f}",
        )
        for name, row in rows
    ]
    told.append(("flatten + scrapeclean", "", "html", f"{both(found['rows']):,.0f}", ""))
    return table("|version|reads|pages a second (quartiles)|MiB", told)


def linear(found: Results) -> str:
    """Return the table of texts made to be slow."""
    page = found["page_us_per_character"]
    told = []
    for shape, row in found["rows"].items():
        growth, beside, memory = figures(row, page)
        told.append((shape, f"{growth:.2f}", f"{beside:.2f}", f"{memory:.0f}"))
    return table("|growth|beside the seeds|memory / text", told)


def startup(found: Results) -> str:
    """Return the table of what it costs to begin."""
    core = spread(found["seconds"]["core packages"])[1]
    told = [
        (name, f"{1000 * middle:.0f}", f"{middle / core:.2f}")
        for name in CALLS
        for _, middle, _ in [spread(found["seconds"][name])]
    ]
    return table("|ms|beside the core packages", told)


def machine(found: Results) -> str:
    """Return what the figures were taken on."""
    return ", ".join(f"{key} {value}" for key, value in found["machine"].items())


TABLES: dict[str, Callable[[Results], str]] = {
    "speed": speed,
    "packages": packages,
    "linear": linear,
    "startup": startup,
}


def main() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name, made in TABLES.items():
        document = RESULTS / f"{name}.json"
        if not document.exists():
            print(f"no {document.name}: its table stays as it is")
            continue
        found = json.loads(document.read_text(encoding="utf-8"))
        body = f"<!-- {name} -->\n{made(found)}\n\nTaken on {machine(found)}.\n<!-- /{name} -->"
        marked = re.compile(f"<!-- {name} -->.*?<!-- /{name} -->", re.DOTALL)
        text = marked.sub(lambda _, body=body: body, text)
    PAGE.write_text(text, encoding="utf-8")
    print(PAGE)


if __name__ == "__main__":
    main()
