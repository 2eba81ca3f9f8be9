"""Interruptions: labels between two paragraphs of the story, which say nothing about either.

"Advertisement" after every second paragraph is no sign that the paragraphs are furniture, as a
menu around them would be. So the scorer reads a page as if such lines did not stand there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeVar

from scrapeclean.lexicon.hits import hits
from scrapeclean.lexicon.matching import Match
from scrapeclean.model.columns import Columns
from scrapeclean.page import Page

Value = TypeVar("Value")

#: What interrupts a story, as do pointers that name the other story ("Also read: ..."); those that
#: do not ("Read more") are what cards and feeds are made of.
INTERRUPTING = frozenset(["advertising", "player", "share", "widget"])
#: So many labels in a row are an interruption, more are a bar or a menu.
LABELS = 3
#: A label that stands on the page so often comes back.
COPIES = 3


def read_places(page: Page) -> Sequence[int]:
    """Return the places among the lines of content of `page` that are no interruptions."""
    every, skipped = range(len(page.content)), set(interruptions(page))
    return [place for place in every if place not in skipped] if skipped else every


def spread(
    values: Sequence[Value], places: Sequence[int], size: int, other: Value | None = None
) -> list[Value]:
    """Return `values`, which stand at `places`, as `size` values: between them `other`, or else the
    value above."""
    found: list[Value] = []
    for value, (place, until) in zip(values, pairwise([*places, size]), strict=True):
        found += [value, *[value if other is None else other] * (until - place - 1)]
    return found


class SpreadColumns(dict[str, bytes]):
    """The `columns` of what was read, as columns of all lines: each is made when it is asked for,
    as few are. Interruptions have the facts of the line above them."""

    def __init__(self, columns: Columns, places: Sequence[int], size: int) -> None:
        self._columns = columns
        found = enumerate(pairwise([*places, size]), 1)
        self._more = [(at, below - above - 1) for at, (above, below) in found if below - above > 1]

    def __missing__(self, name: str) -> bytes:
        column, pieces, start = self._columns[name], list[bytes](), 0
        for at, more in self._more:
            pieces += column[start:at], column[at - 1 : at] * more
            start = at
        found = self[name] = b"".join([*pieces, column[start:]])
        return found


def interruptions(page: Page) -> Iterator[int]:
    """Yield the places among the lines of content of `page` of labels between two paragraphs, or
    beside one where they come back."""
    content = page.content
    named = [bisect_left(content, at) for at, hit in hits(page).items() if _may_interrupt(hit)]
    if not named:
        return
    copies = Counter(page.lines[content[place]].key for place in named)
    for _, group in groupby(enumerate(named), lambda item: item[1] - item[0]):
        run = [place for _, place in group]
        prose = _is_prose(page, run[0] - 1) + _is_prose(page, run[-1] + 1)
        back = copies[page.lines[content[run[0]]].key] >= COPIES
        if len(run) <= LABELS and prose >= 2 - back and run[0] > 0:
            yield from run


def _may_interrupt(hit: Match) -> bool:
    return hit.kind in INTERRUPTING or (hit.kind == "related" and hit.how == "head")


def _is_prose(page: Page, place: int) -> bool:
    return 0 <= place < len(page.content) and page.lines[page.content[place]].is_prose
