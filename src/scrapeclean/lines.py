"""Lines: what a text is made of, each with its place in the source.

Lines end at ``\\n``, ``\\r\\n`` or ``\\r``, nowhere else: `str.splitlines` would also cut at form
feeds, at NEL and at U+2028, which stand inside lines of scraped text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from scrapeclean.edits import Edit, Journal, apply, compose, shifted
from scrapeclean.errors import EditError
from scrapeclean.facts import UNREAD, Facts, find_facts
from scrapeclean.patterns import pattern

_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
#: The `start` of a line that has no span of its own in the source.
LOOSE = -1


class Line(Facts):
    """One line: its words, its end, and its place in the source.

    `text` is the line without its end, `end` one of ``"\\n"``, ``"\\r\\n"``, ``"\\r"``, ``""``;
    `size` is the length of both, in characters, `start` and `stop` are its span in the source, and
    `number` counts the source's lines from 1. `changes` are the edits that have been made inside
    the line. Facts about the words come from `Facts`.
    """

    __slots__ = ("changes", "end", "number", "size", "start")

    def __init__(
        self, raw: str, start: int, number: int, changes: Journal = (), *, alone: bool = True
    ) -> None:
        """Its facts are found here, unless that is done for many lines together."""
        # what `Facts.__init__` does, without the call: lines are made by the thousand
        self.text = text = raw.rstrip("\r\n")
        self.words = text.strip()
        self.match = UNREAD
        self.hit = self.topics = self._credited = self._notes = None
        self.vouched = False
        self.end = raw[len(text) :]
        self.size = len(raw)
        self.start = start
        self.number = number
        self.changes = changes
        if alone:
            self.find_facts()

    @property
    def stop(self) -> int:
        """Where the line ends in the source, behind its end."""
        stop = self.start + self.size
        if self.changes:
            stop -= sum([len(edit.new) - len(edit.old) for edit in self.changes])
        return stop

    @property
    def raw(self) -> str:
        """The line with its end."""
        return self.text + self.end

    def __repr__(self) -> str:
        return f"Line({self.raw!r}, number={self.number})"

    def __reduce__(self) -> tuple[object, ...]:
        # without the facts, which cost less to be found anew than to be sent
        return Line, (self.raw, self.start, self.number, self.changes)

    def rewritten(self, edits: Sequence[Edit], source: str) -> Line:
        """Return the line after `edits`, whose offsets count from its start.

        Raises `SpansLinesError` when they cut it in two, or do not fit it.
        """
        try:
            raw = apply(self.raw, edits)
        except EditError as error:
            raise SpansLinesError from error
        if self.start == LOOSE or not _LINE.fullmatch(raw):
            raise SpansLinesError
        inner = shifted(self.changes, -self.start)
        both = compose(source[self.start : self.stop], inner, edits)
        return Line(raw, self.start, self.number, shifted(both, self.start))


def new_lines(raws: Iterable[str], starts: Iterable[int], numbers: Iterable[int]) -> list[Line]:
    """Return `raws` as lines, with their facts; they have these `starts` and `numbers`."""
    lines = list(map(partial(Line, alone=False), raws, starts, numbers))
    find_facts(lines)
    return lines


def split_lines(text: str) -> list[str]:
    """Return the lines of `text`, each with its end; joined they are `text`."""
    if "\r" in text:
        return _LINE.findall(text)
    lines = [piece + "\n" for piece in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


class SpansLinesError(Exception):
    """Control flow inside `Page.apply`: edits are not for lines seen one by one."""
