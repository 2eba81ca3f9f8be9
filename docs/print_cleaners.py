"""Prints docs/cleaners.md: every cleaner's docstring, options, and first cases.

python docs/print_cleaners.py > docs/cleaners.md
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from dataclasses import fields
from difflib import ndiff
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from util import CASES, Case, read_cases

from scrapeclean.config import CLEANERS, PRESETS

HEAD = """\
# Cleaners

In the order in which they run. Each is in the presets that its first line names, has the options
that its table lists ([how to set them](configuration.md)), and signs its edits with its name.

<!-- Printed from docstrings and case files: make cleaners -->
"""
SHOWN = 2  # cases of each kind


def page() -> str:
    """The whole page."""
    return HEAD + "".join(line + "\n" for name in CLEANERS for line in section(name))


def section(name: str) -> Iterator[str]:
    """What there is to know of one cleaner."""
    cleaner = CLEANERS[name]
    presets = [preset for preset, cleaners in PRESETS.items() if cleaner in cleaners]
    where = ", ".join(presets) or "in no preset: name it in the configuration, or in a pipeline"
    yield from ("", f"## {name}", "", f"*{where}*", "")
    yield from manual(inspect.getdoc(type(cleaner)) or "")
    yield from options(cleaner)
    cases = read_cases(CASES / f"{name}.txt")[1] if (CASES / f"{name}.txt").exists() else []
    for keeps in (False, True):
        for case in [case for case in cases if case.keeps == keeps][:SHOWN]:
            yield from example(case)


def manual(docstring: str) -> Iterator[str]:
    """The docstring, its example as a block of code."""
    prose, marker, code = docstring.partition(">>>")
    yield prose.strip()
    if marker:
        yield from ("", "```python", f">>>{code}".rstrip(), "", "```")


def options(cleaner: object) -> Iterator[str]:
    """The fields of a cleaner, as a table."""
    rows = [f"| `{f.name}` | `{getattr(cleaner, f.name)!r}` |" for f in fields(cleaner)]  # type: ignore[arg-type]
    if rows:
        yield from ("", "| option | default |", "|---|---|", *rows)


def example(case: Case) -> Iterator[str]:
    """One case: what changes as a difference, what stays as it is."""
    title = case.title.removesuffix("(escaped)").strip()
    yield from ("", f"{title}:", "")
    if case.keeps:
        yield from ("```text", *shown(case.text), "```")
    else:
        rows = ndiff(shown(case.text), shown(case.expected))
        yield from ("```diff", *(row.rstrip() for row in rows if row[0] != "?"), "```")


def shown(text: str) -> list[str]:
    """The lines of `text`, characters that cannot be seen spelt out."""
    return [
        "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)
        for line in text.removesuffix("\n").split("\n")
    ]


if __name__ == "__main__":
    sys.stdout.write(page())
