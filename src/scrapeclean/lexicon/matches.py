"""Matches: what a line is taken for, and what the lines seen lately were taken for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scrapeclean.facts import UNREAD, Facts
from scrapeclean.lexicon.phrases import KINDS

#: Kinds whose tails are cut off a line, which itself stays.
TRIMMED = frozenset({"reading time", "comments", "player"})
#: So many lines are remembered, in about a megabyte, before all are forgotten at once: more than
#: stand on one page, so that those of the pages before are among them.
REMEMBERED = 4000


class Match(NamedTuple):
    """What a line is taken for: `phrase` of `kind` and `language`, matching as `how` says:
    "line", "head", "tail" or "row" (labels side by side). `sure` is False where the phrase needs
    company."""

    kind: str
    phrase: str
    language: str
    how: str
    sure: bool

    @property
    def why(self) -> str:
        """The reason in words, the phrase quoted."""
        return f"{KINDS[self.kind]}: {self.phrase!r}"


def keep(line: Facts, found: Match | None) -> None:
    """Keep with `line` what it is taken for, which is nothing for a tail to be cut off."""
    line.match = line.hit = found
    if found is not None and found.how == "tail" and found.kind in TRIMMED:
        line.hit = None


class Memory:
    """What the lines seen lately were taken for. Pages of one site have their menus in common, and
    those of all sites their buttons: of 300 pages in the order of their sites every second short
    line is known, in any order every fourth."""

    def __init__(self) -> None:
        self._known: dict[str, Match | None] = {}

    def unknown(self, lines: Iterable[Facts]) -> list[Facts]:
        """Return those of `lines` that are new here, having matched the others."""
        known, unknown = self._known.get, []
        for line in lines:
            found = known(line.text, UNREAD)
            if found is UNREAD:
                unknown.append(line)
            else:
                keep(line, found)
        return unknown

    def add(self, lines: Iterable[Facts]) -> None:
        """Remember what `lines` have been taken for."""
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        self._known.update([(line.text, line.match) for line in lines])
