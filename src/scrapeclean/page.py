"""A page: one text as lines that know where in the source they stand.

The lines *tile* the text: joined, they are the text. A `Page` is never changed; `Page.apply`
returns the next one, which shares every untouched line and with it the facts already computed.
Because each line remembers its span of the source, a page knows its whole journal, in source
coordinates, without composing one for every step.

Lines end at ``\\n``, ``\\r\\n`` or ``\\r``, nowhere else: `str.splitlines` would also cut at form
feeds, at NEL and at U+2028, which stand inside lines of scraped text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from scrapeclean.edits import Edit, Journal, apply, compose, moved, shifted, source_offsets
from scrapeclean.errors import EditError
from scrapeclean.facts import Facts

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_LOOSE = -1


class Line(Facts):
    """One line: its words, its end, and its place in the source.

    `text` is the line without its end, `end` one of ``"\\n"``, ``"\\r\\n"``, ``"\\r"``, ``""``;
    `start` and `stop` are its span in the source, in characters, and `number` counts the source's
    lines from 1. `changes` are the edits that have been made inside the line. Facts about the
    words come from `Facts`, each computed once, when first asked for.
    """

    def __init__(self, raw: str, start: int, number: int, changes: Journal = ()) -> None:
        text = raw.rstrip("\r\n")
        super().__init__(text)
        self.raw = raw
        self.end = raw[len(text) :]
        self.start = start
        self.stop = start + len(raw)
        self.number = number
        self.changes = changes

    def __repr__(self) -> str:
        return f"Line({self.raw!r}, number={self.number})"

    def rewritten(self, edits: Sequence[Edit], source: str) -> Line:
        """Return the line after `edits`, whose offsets count from its start.

        Raises `_SpansLines` when they cut it in two or join it with the next.
        """
        raw = apply(self.raw, edits)
        if self.start == _LOOSE or bool(self.end) != raw.endswith(("\r", "\n")):
            raise _SpansLines
        if not _LINE.fullmatch(raw):
            raise _SpansLines
        inner = shifted(self.changes, -self.start)
        both = compose(source[self.start : self.stop], inner, edits)
        line = Line(raw, self.start, self.number, shifted(both, self.start))
        line.stop = self.stop
        return line


def split_lines(text: str) -> list[str]:
    """Return the lines of `text`, each with its end; joined they are `text`."""
    if "\r" in text:
        return _LINE.findall(text)
    lines = [piece + "\n" for piece in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


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
    ) -> None:
        self.source = source
        self.lines = tuple(lines)
        self.settled = settled  # edits no longer inside any one line: dropped lines, mostly
        self.cuts = cuts  # indices of the lines, after the first, at which an article begins

    @classmethod
    def from_text(cls, text: str) -> Page:
        """Return the page of `text`, any string."""
        lines = []
        start = 0
        for number, raw in enumerate(split_lines(text), 1):
            lines.append(Line(raw, start, number))
            start += len(raw)
        return cls(text, lines)

    @classmethod
    def joined(cls, pieces: Sequence[Page]) -> Page:
        """Return one page of `pieces`, parts of one page in their order; each starts an article."""
        if len(pieces) == 1:
            return pieces[0]
        lines = [line for piece in pieces for line in piece.lines]
        settled = tuple(edit for piece in pieces for edit in piece.settled)
        borders = accumulate(len(piece.lines) for piece in pieces if piece.content)
        cuts = tuple(border for border in borders if border < len(lines))
        return cls(pieces[0].source, lines, settled, cuts)

    @property
    def source_end(self) -> str:
        """The source's last line end, which the clean text keeps; empty when it has none."""
        return next((e for e in ("\r\n", "\n", "\r") if self.source.endswith(e)), "")

    @cached_property
    def text(self) -> str:
        """The page's text."""
        return "".join([line.raw for line in self.lines])

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts in `text`, in characters, and at last where the text ends."""
        return [0, *accumulate([len(line.raw) for line in self.lines])]

    @cached_property
    def content(self) -> list[int]:
        """Indices of the lines that are not blank."""
        return [i for i, line in enumerate(self.lines) if line.words]

    @cached_property
    def journal(self) -> Journal:
        """All edits from the source to `text`, ordered, in the coordinates of the source."""
        changes = [edit for line in self.lines for edit in line.changes]
        return tuple(sorted([*self.settled, *changes], key=lambda e: e[:2]))

    def drop(self, index: int, cleaner: str, why: str, confidence: float = 1.0) -> Edit:
        """Return the edit that removes line `index`, with its end."""
        start = self.starts[index]
        raw = self.lines[index].raw
        return Edit(start, start + len(raw), raw, "", cleaner, why, confidence)

    def replace(self, index: int, span: tuple[int, int], new: str, said: tuple[str, str]) -> Edit:
        """Return the edit that writes `new` over `span` (counted from the start of line `index`);
        `said` is the cleaner's name and the reason."""
        start = self.starts[index]
        old = self.lines[index].raw[span[0] : span[1]]
        return Edit(start + span[0], start + span[1], old, new, *said)

    def part(self, first: int, last: int) -> Page:
        """Return lines `first` up to and without `last` as a page of their own."""
        return Page(self.source, self.lines[first:last])

    def lines_between(self, start: int, end: int) -> tuple[Line, ...]:
        """Return the lines that the characters `start` to `end` of `text` touch."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return self.lines[first : max(first + 1, bisect_left(self.starts, end))]

    def source_offset(self, index: int) -> int:
        """Return where line `index` starts in the source, in characters."""
        line = self.lines[index]
        if line.start != _LOOSE:
            return line.start
        return source_offsets(self.journal, [self.starts[index]])[0]

    def apply(self, edits: Iterable[Edit]) -> Page:
        """Return the page after `edits`, which are in the coordinates of `text`.

        Raises `EditError` when they are out of order, overlap, or do not hold the words they
        replace.
        """
        edits = tuple(edits)
        if not edits:
            return self
        try:
            return self._apply_by_line(edits)
        except _SpansLines:
            return self._apply_across(edits)

    def _apply_by_line(self, edits: Journal) -> Page:
        lines: list[Line] = []
        settled = list(self.settled)
        gone: list[int] = []
        position = 0
        for index, inside in self._by_line(edits):
            line = self.lines[index]
            lines += self.lines[position:index]
            position = index + 1
            if len(inside) == 1 and not inside[0].new and inside[0].old == line.raw:
                settled.append(self._drop_whole(line, inside[0]))
                gone.append(index)
            else:
                lines.append(line.rewritten(inside, self.source))
        lines += self.lines[position:]
        cuts = tuple(cut - bisect_left(gone, cut) for cut in self.cuts)
        page = Page(self.source, lines, tuple(settled), cuts)
        if "\r" in page.text and split_lines(page.text) != [line.raw for line in lines]:
            raise _SpansLines  # a lone \r met a \n and became one line end
        return page

    def _by_line(self, edits: Journal) -> Iterator[tuple[int, list[Edit]]]:
        """Edits with the line they lie in, offsets counted from that line's start."""
        at = -1
        inside: list[Edit] = []
        for edit in edits:
            index = min(bisect_right(self.starts, edit.start), len(self.lines)) - 1
            if index < at:
                raise EditError(f"{edit.cleaner} yields edits out of order: sort them by start")
            if index < 0 or edit.end > self.starts[index + 1]:
                raise _SpansLines
            if index != at and inside:
                yield at, inside
                inside = []
            at = index
            inside.append(moved(edit, -self.starts[index]))
        yield at, inside

    def _drop_whole(self, line: Line, edit: Edit) -> Edit:
        """The same edit in source coordinates; edits made inside the line go with it."""
        if line.start == _LOOSE:
            raise _SpansLines
        return edit._replace(
            start=line.start, end=line.stop, old=self.source[line.start : line.stop]
        )

    def _apply_across(self, edits: Journal) -> Page:
        """The slow way, right for all edits: compose the journals and tile the text anew.

        Its lines are *loose*, without a span of their own, so that what comes after goes this
        way too.
        """
        text = apply(self.text, edits)
        journal = compose(self.source, self.journal, edits)
        raws = split_lines(text)
        origins = source_offsets(journal, [0, *accumulate(map(len, raws))])
        lines, number, counted = [], 1, 0
        for raw, origin in zip(raws, origins, strict=False):
            number += len(split_lines(self.source[counted:origin]))
            counted = origin
            lines.append(Line(raw, _LOOSE, number))
        return Page(self.source, lines, journal)


class _SpansLines(Exception):
    """Control flow inside `Page.apply`: an edit reaches over a line's border."""
