"""What the cleaners have removed from a page, and still says which part a line is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from heapq import merge
from typing import NamedTuple

from scrapeclean.articles.story import Story
from scrapeclean.edits import Edit
from scrapeclean.lines import LOOSE, Line
from scrapeclean.page import Page


class Removed(NamedTuple):
    """Lines that have gone from a page, in the order of the source, and which cleaner took each."""

    lines: Sequence[Line]
    starts: Sequence[int]
    cleaners: Sequence[str]

    @classmethod
    def of(cls, page: Page, source: Page | None = None) -> Removed:
        """Return what has been removed from `page`, as whole lines: those of the page of its
        `source`, of which much is known, where they went as they came."""
        gone = [edit for edit in page.settled if not edit.new and not edit.old.isspace()]
        gone.sort(key=lambda edit: edit.start)
        known = source.content_lines if source and gone else []
        came = {line.start: line for line in known}
        lines = [_line(edit, came.get(edit.start)) for edit in gone]
        return cls(lines, [line.start for line in lines], [edit.cleaner for edit in gone])

    def story(self, lines: Sequence[Line], span: tuple[int, int]) -> Story:
        """Return the story of `lines`, an article's own, with what has gone from `span` of the
        source."""
        own = [line for line in lines if line.words]
        low, high = (bisect_left(self.starts, place) for place in span)
        copied, doubled = (self._keys(low, high, by) for by in _COPIES)
        if any(line.start == LOOSE for line in own):
            return Story(own, None, copied, doubled)
        every = list(merge(own, self.lines[low:high], key=lambda line: line.start))
        ids = {id(line) for line in own}
        places = [place for place, line in enumerate(every) if id(line) in ids]
        return Story(every, places, copied, doubled)

    def _keys(self, low: int, high: int, cleaner: str) -> frozenset[str]:
        """The keys of lines that `cleaner` took."""
        return frozenset(
            self.lines[at].key for at in range(low, high) if self.cleaners[at] == cleaner
        )


def _line(edit: Edit, came: Line | None) -> Line:
    if came is not None and came.raw == edit.old:
        return came
    return Line(edit.old.rstrip("\r\n"), edit.start, 0)


#: The cleaners that take copies, of headlines and of captions.
_COPIES = ("repeated_headlines", "repeated_captions")
