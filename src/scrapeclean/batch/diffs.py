"""Unified diffs, made from the edits themselves: exact, and linear in the length of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from scrapeclean.edits import Edit, apply, shifted

#: Lines shown around a change, as diff -u does.
CONTEXT = 3
# As other tools that read and write diffs, and unlike the rest of this package, it knows no line
# end but \n.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\n\\ No newline at end of file\n"


class _Change(NamedTuple):
    """Lines `start` up to `stop` of the old text become `new`."""

    start: int
    stop: int
    new: list[str]


def diff(name: str, text: str, edits: Sequence[Edit]) -> str:
    """Return the unified diff of what `edits` do to `text`, which is called `name`; ``""`` where
    they do nothing.

    >>> edits = [Edit(5, 11, "Share\\n", "", "share_bar", "a share bar")]
    >>> print(diff("page.txt", "One.\\nShare\\n", edits), end="")
    --- page.txt
    +++ page.txt
    @@ -1,2 +1,1 @@
     One.
    -Share
    """
    lines = _LINE.findall(text)
    starts = [0, *accumulate(map(len, lines))]
    changes = [_change(text, starts, run) for run in _runs(text, edits)]
    rows = list(_rows(lines, changes))
    head = f"--- {name}\n+++ {name}\n" if rows else ""
    return head + "".join(row if row.endswith("\n") else row + _NO_END for row in rows)


def _runs(text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Whole lines, by their characters, with the edits that touch them."""
    start = end = 0
    inside: list[Edit] = []
    for edit in edits:
        begins, ends = _lines_of(text, edit)
        if inside and begins >= end:
            yield start, end, inside
            inside = []
        start = start if inside else begins
        end = max(end, ends)
        inside.append(edit)
    if inside:
        yield start, end, inside


def _lines_of(text: str, edit: Edit) -> tuple[int, int]:
    start = text.rfind("\n", 0, edit.start) + 1
    ends_whole = edit.old.endswith("\n") and (not edit.new or edit.new.endswith("\n"))
    if ends_whole and (edit.new or edit.start == start):
        return start, edit.end
    return start, text.find("\n", edit.end) + 1 or len(text)


def _change(text: str, starts: list[int], run: tuple[int, int, list[Edit]]) -> _Change:
    start, end, inside = run
    new = _LINE.findall(apply(text[start:end], shifted(inside, -start)))
    return _Change(bisect_left(starts, start), bisect_left(starts, end), new)


def _rows(lines: list[str], changes: list[_Change]) -> Iterator[str]:
    gained = 0
    for hunk in _hunks(changes):
        start = max(0, hunk[0].start - CONTEXT)
        stop = min(len(lines), hunk[-1].stop + CONTEXT)
        grown = sum(len(change.new) - change.stop + change.start for change in hunk)
        old, new = stop - start, stop - start + grown
        yield f"@@ -{_place(start, old)} +{_place(start + gained, new)} @@\n"
        gained += grown
        for change in hunk:
            yield from (" " + line for line in lines[start : change.start])
            yield from ("-" + line for line in lines[change.start : change.stop])
            yield from ("+" + line for line in change.new)
            start = change.stop
        yield from (" " + line for line in lines[start:stop])


def _place(start: int, count: int) -> str:
    return f"{start + 1 if count else start},{count}"


def _hunks(changes: list[_Change]) -> Iterator[list[_Change]]:
    """Changes whose context meets, together."""
    hunk = changes[:1]
    for change in changes[1:]:
        if change.start - hunk[-1].stop > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk
