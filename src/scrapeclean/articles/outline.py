"""An outline: the lines of a page that are not blank, and which of them are paragraphs.

Between two runs of paragraphs lies a *stretch* of other lines: a subhead, a caption, a row of
menus; or the end of one story and the beginning of the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeVar

from scrapeclean.cached import cached_property
from scrapeclean.facts import forget
from scrapeclean.lexicon import lexicon
from scrapeclean.lines import Line
from scrapeclean.page import Page

T = TypeVar("T")

#: A headline may be a question or a cry, and long; but hardly longer than this, in `width`.
QUESTION_WIDTH = 140
#: Up to so many gaps of the widest kind are a sign; glued pages hold two to ten stories.
WIDE_GAPS = 12
_QUESTION = tuple("?!？！;;")


class Stretch(NamedTuple):
    """Content lines `first` up to and without `last`, none of which is a paragraph."""

    first: int
    last: int


class Outline:
    """The content lines of `page`; all positions count them, not the page's lines."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines: list[Line] = page.content_lines
        lexicon().read(self.lines)
        self.paragraphs = self._paragraphs()

    def _paragraphs(self) -> list[int]:
        """The positions of the paragraphs: prose that stands on the page once, is no furniture, no
        question of a headline's length, and stands behind no gap as wide as none but a few are."""
        lines, gaps = self.lines, self.gaps
        prose = [at for at, line in enumerate(lines) if line.is_prose]
        copies = Counter([lines[at].key for at in prose])
        wide = self.widest_gap if self._is_rare(self.widest_gap) else None
        return [
            at
            for at in prose
            if gaps[at] != wide
            and copies[(line := lines[at]).key] == 1
            and not (line.width <= QUESTION_WIDTH and line.words.endswith(_QUESTION))
            and not ((match := line.match) and match.sure)  # furniture, which all have been asked
        ]

    def forget(self, lines: Iterable[Line]) -> None:
        """Throw away what `lines` are known to say, on a large page."""
        if self.page.is_large:
            forget(lines)

    def each(self, tell: Callable[[Line], T], lines: Iterable[Line]) -> Iterator[T]:
        """Yield what `tell` says of each of `lines`; on a large page it is not kept with them."""
        for line in lines:
            yield tell(line)
            self.forget((line,))

    @cached_property
    def is_paragraph(self) -> list[bool]:
        """Whether each line is a paragraph."""
        flags = [False] * len(self.lines)
        for position in self.paragraphs:
            flags[position] = True
        return flags

    def _is_rare(self, gap: int) -> bool:
        ordered = self.ordered_gaps
        as_wide = len(ordered) - bisect_left(ordered, gap)
        return gap > self.usual_gap and as_wide <= WIDE_GAPS

    @cached_property
    def mass(self) -> list[int]:
        """The width of all paragraphs in front of each position."""
        widths = [0] * (len(self.lines) + 1)
        for position in self.paragraphs:
            widths[position + 1] = self.lines[position].width
        return list(accumulate(widths))

    @cached_property
    def width(self) -> list[int]:
        """The width of all lines in front of each position."""
        return [0, *accumulate([line.width for line in self.lines])]

    @cached_property
    def gaps(self) -> list[int]:
        """How many blank lines stand in front of each line."""
        content = self.page.content
        return [b - a - 1 for a, b in pairwise([content[0] - 1, *content])] if content else []

    @cached_property
    def ordered_gaps(self) -> list[int]:
        """All gaps between lines, smallest first."""
        return sorted(self.gaps[1:]) or [0]

    @cached_property
    def widest_gap(self) -> int:
        """The largest gap between two lines."""
        return self.ordered_gaps[-1]

    @cached_property
    def usual_gap(self) -> int:
        """The median gap."""
        return self.ordered_gaps[len(self.ordered_gaps) // 2]

    @cached_property
    def keys(self) -> list[str]:
        """The words of each line as a reader compares them."""
        return [line.key for line in self.lines]

    @cached_property
    def copies(self) -> Counter[str]:
        """How often each line stands on the page."""
        return Counter(self.keys)

    @cached_property
    def first_at(self) -> dict[str, int]:
        """Where each line stands first."""
        last = len(self.keys) - 1
        return dict(zip(reversed(self.keys), range(last, -1, -1), strict=True))

    @cached_property
    def stretches(self) -> list[Stretch]:
        """All stretches, in order."""
        borders = pairwise([-1, *self.paragraphs, len(self.lines)])
        return [Stretch(above + 1, below) for above, below in borders if below - above > 1]
