"""What the cleaners have removed from a page, and still says which part a line is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import merge

from scrapeclean.lines import LOOSE, Line
from scrapeclean.page import Page


@dataclass(frozen=True)
class Removed:
    """`headlines` and `captions` are keys of lines of which a copy has gone; `lines` are those
    that were taken for no part of the article, by their place in the source."""

    headlines: frozenset[str]
    captions: frozenset[str]
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, page: Page) -> Removed:
        """Return what has been removed from `page`."""
        gone: dict[str, list[Line]] = {}
        for edit in page.journal:
            if not edit.new:
                line = Line(edit.old.rstrip("\r\n"), edit.start, 0)
                gone.setdefault(edit.cleaner, []).append(line)
        return cls(
            frozenset(line.key for line in gone.get("repeated_headlines", ())),
            frozenset(line.key for line in gone.get("repeated_captions", ())),
            tuple(line for line in gone.get("outside_article", ()) if line.words),
        )

    def restored(self, lines: Sequence[Line], span: tuple[int, int]) -> list[Line]:
        """Return `lines` with those between them that have gone from `span` of the source."""
        if any(line.start == LOOSE for line in lines):
            return list(lines)
        gone = (line for line in self.lines if span[0] <= line.start < span[1])
        return list(merge(lines, gone, key=lambda line: line.start))
