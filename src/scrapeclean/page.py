"""A page: one text as lines that know where in the source they stand.

The lines *tile* the text: joined, they are the text. A `Page` is never changed; `Page.apply`
returns the next one, which shares every untouched line and with it the facts already computed.
Because each line remembers its span of the source, a page knows its whole journal, in source
coordinates, without composing one for every step.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, count, pairwise
from operator import itemgetter
from typing import Any

from scrapeclean.cached import cached_property
from scrapeclean.edits import Edit, Journal, apply, compose, new_edit, source_offsets
from scrapeclean.lines import LOOSE, Line, SpansLinesError, new_lines, split_lines
from scrapeclean.places import cuts_after, cuts_among, whole_lines
from scrapeclean.rewriting import dropped_whole, loose_lines, rewritten

__all__ = ["Line", "Page"]

#: Of a page of more lines nothing is kept that can be found again: to read it once more costs less
#: than the room, which is four times the text for what its lines are known to say alone.
KEPT_LINES = 20_000

_SPAN = itemgetter(0, 1)
#: What a page knows that has the text of another, once somebody has asked that one.
_OF_TEXT = frozenset(["text", "has_returns"])


class Page:
    """One text, as lines, on its way from the source to the clean text.

    A cleaner reads `lines` (and `content`, the indices of those that are not blank) and yields
    edits in the coordinates of `text`, most simply by `drop` and `replace`.
    """

    def __init__(
        self,
        source: str,
        lines: Sequence[Line],
        settled: Journal = (),
        cuts: tuple[int, ...] = (),
        dropped: int = 0,
    ) -> None:
        self.source = source
        self.lines = tuple(lines)
        self.settled = settled  # edits no longer inside any one line: dropped lines, mostly
        self.cuts = cuts  # indices of the lines, after the first, at which an article begins
        self.dropped = dropped  # how many lines with words have gone in this pass so far

    def __reduce__(self) -> tuple[object, ...]:
        return Page, (self.source, self.lines, self.settled, self.cuts, self.dropped)

    @classmethod
    def from_text(cls, text: str) -> Page:
        """Return the page of `text`, any string."""
        raws = split_lines(text)
        starts = list(accumulate(map(len, raws), initial=0))
        page = cls(text, new_lines(raws, starts, count(1)))
        page.__dict__ |= {"text": text, "starts": starts}
        return page

    @cached_property
    def text(self) -> str:
        """The page's text."""
        return "".join([line.text + line.end for line in self.lines])

    @cached_property
    def has_returns(self) -> bool:
        r"""Whether there is a ``\r`` in `text`."""
        return "\r" in self.text

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts in `text`, in characters, and at last where the text ends."""
        return list(accumulate([line.size for line in self.lines], initial=0))

    @property
    def is_large(self) -> bool:
        """Whether what is found out about the page had better not outlive its use."""
        return len(self.lines) > KEPT_LINES

    @cached_property
    def notes(self) -> dict[object, Any]:
        """Where the lexicon and others keep what they found out about this very page."""
        return {}

    @cached_property
    def content(self) -> list[int]:
        """Indices of the lines that are not blank."""
        return [i for i, line in enumerate(self.lines) if line.words]

    @cached_property
    def content_lines(self) -> list[Line]:
        """The lines that are not blank, as `content` counts them."""
        lines = self.lines
        return [lines[i] for i in self.content]

    @cached_property
    def journal(self) -> Journal:
        """All edits from the source to `text`, ordered, in the coordinates of the source."""
        changes = [edit for line in self.lines for edit in line.changes]
        return tuple(sorted([*self.settled, *changes], key=_SPAN))

    def drop(self, index: int, cleaner: str, why: str, confidence: float = 1.0) -> Edit:
        """Return the edit that removes line `index`, with its end."""
        line, starts = self.lines[index], self.starts
        old = line.text + line.end
        place = starts[index], starts[index + 1]
        return new_edit(Edit, (*place, old, "", cleaner, why, confidence))

    def replace(self, index: int, span: tuple[int, int], new: str, said: tuple[str, str]) -> Edit:
        """Return the edit that writes `new` over `span` (counted from the start of line `index`);
        `said` is the cleaner's name and the reason."""
        start = self.starts[index]
        old = self.lines[index].raw[span[0] : span[1]]
        return Edit(start + span[0], start + span[1], old, new, *said)

    @property
    def parts(self) -> list[tuple[int, Page]]:
        """The page's articles, each with the offset at which it starts in `text`.

        A part is there to be looked at: its edits, moved by that offset, are for the whole page.
        """
        return self._pieces or [(0, self)]

    @cached_property
    def _pieces(self) -> list[tuple[int, Page]]:
        """The parts of a page with cuts; a page that held itself would outstay its use."""
        borders = [0, *self.cuts, len(self.lines)] if self.cuts else []
        return [(self.starts[a], self._piece(a, b)) for a, b in pairwise(borders)]

    def _piece(self, first: int, last: int) -> Page:
        """A part; its text is there when somebody asks for it, as few cleaners do."""
        return Page(self.source, self.lines[first:last], dropped=self.dropped)

    def with_cuts(self, cuts: tuple[int, ...]) -> Page:
        """Return the same page, at the start of a pass, with articles that begin at `cuts`."""
        page = Page(self.source, self.lines, self.settled, cuts)
        page.__dict__ |= {"content": self.content, "starts": self.starts}
        page.__dict__ |= {name: self.__dict__[name] for name in _OF_TEXT & self.__dict__.keys()}
        return page

    def lines_between(self, start: int, end: int) -> tuple[Line, ...]:
        """Return the lines that the characters `start` to `end` of `text` touch."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return self.lines[first : max(first + 1, bisect_left(self.starts, end))]

    def source_offset(self, index: int) -> int:
        """Return where line `index` starts in the source, in characters."""
        line = self.lines[index]
        if line.start != LOOSE:
            return line.start
        return source_offsets(self.journal, [self.starts[index]])[0]

    def apply(self, edits: Iterable[Edit]) -> Page:
        """Return the page after `edits`, which are in the coordinates of `text`. Its own text is
        made when somebody asks for it.

        Raises `EditError` when they are out of order, overlap, or do not hold the words they
        replace.
        """
        edits = tuple(edits)
        if not edits:
            return self
        gone = None if self.has_returns else whole_lines(edits, self.lines, self.starts)
        try:
            return self._by_line(edits) if gone is None else self._without(gone, edits)
        except SpansLinesError:
            return self._across(edits)

    def _without(self, gone: Sequence[int], edits: Journal) -> Page:
        """The page from which `edits` have taken away the lines `gone`, one each."""
        own, lines, position = self.lines, list[Line](), 0
        for index in gone:
            if position < index:
                lines += own[position:index]
            position = index + 1
        lines += own[position:]
        settled = [
            edit
            if own[index].start == edit.start and not own[index].changes
            else dropped_whole(self.source, own[index], edit)
            for index, edit in zip(gone, edits, strict=True)
        ]
        page = self._next(lines, settled, gone)
        page.__dict__["has_returns"] = False
        return page

    def _by_line(self, edits: Journal) -> Page:
        """The page after `edits` inside lines, or of whole ones."""
        made = rewritten(self.source, self.lines, self.starts, edits)
        page = self._next(made.lines, made.settled, made.gone)
        page.cuts = cuts_among(self.cuts, len(made.lines), made.gone, made.come)
        if not (self.has_returns or any("\r" in edit.new for edit in edits)):
            page.__dict__["has_returns"] = False
        elif split_lines(page.text) != [line.raw for line in page.lines]:
            raise SpansLinesError  # a lone \r met a \n and became one line end
        return page

    def _next(self, lines: Sequence[Line], settled: Sequence[Edit], gone: Sequence[int]) -> Page:
        """The page of `lines`, once the lines `gone` have left the edits `settled`."""
        dropped = self.dropped + sum([1 for index in gone if self.lines[index].words])
        cuts = cuts_among(self.cuts, len(lines), gone)
        return Page(self.source, lines, (*self.settled, *settled), cuts, dropped)

    def _across(self, edits: Journal) -> Page:
        """The slow way, right for all edits: compose the journals and tile the text anew.

        Its lines are *loose*, without a span of their own, so that what comes after goes this
        way too.
        """
        text = apply(self.text, edits)
        journal = compose(self.source, self.journal, edits)
        raws = split_lines(text)
        lines = loose_lines(self.source, raws, journal)
        fewer = len(self.content) - sum(1 for line in lines if line.words)
        borders = [self.starts[cut] for cut in self.cuts]
        cuts = cuts_after(edits, borders, raws)
        page = Page(self.source, lines, journal, cuts, self.dropped + max(0, fewer))
        page.__dict__["text"] = text
        return page
