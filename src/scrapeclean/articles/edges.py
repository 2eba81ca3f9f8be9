"""Edges: what stands at the top of pages, what at their bottom.

A page that was glued in brings its edges along: "Skip to content", "Log in" at its top; rights,
tags, comments and other stories' headlines at its bottom. Where bottom turns into top, one page
ends and the next begins. What is top and what is bottom is told by words, each with the logarithm
of how many more sites have it above the story than below (`edges.txt`, written by
`benchmarks/fit_splitting.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from scrapeclean.articles.marks import furniture_kind
from scrapeclean.articles.noted import noted
from scrapeclean.articles.vocabulary import SPACELESS, is_wide
from scrapeclean.lines import Line
from scrapeclean.patterns import pattern

#: Words are cut to so many letters: endings change.
STEM = 7
#: No line says more than this.
SUREST = 3.0
_NARROW_TOKENS = pattern(r"[^\W\d_]{2,}|[©×|»›<>]")
_TOKENS = pattern(rf"[^\W\d_{SPACELESS}]{{2,}}|[{SPACELESS}]+|[©×|»›<>]")
_SPACELESS_FIRST = pattern(f"[{SPACELESS}]")


def tokens(line: Line) -> set[str]:
    """Return the words of `line`, cut short; of scripts without spaces, pairs of characters; and
    the kind of furniture that it is."""
    found: set[str] = set()
    kind = furniture_kind(line)
    if kind:
        found.add(f"<{kind}>")
    if not is_wide(line):
        return found.union([part[:STEM] for part in _NARROW_TOKENS.findall(line.key)])
    for token in _TOKENS.findall(line.key):
        if _SPACELESS_FIRST.match(token):
            found.update(token[i : i + 2] for i in range(len(token) - 1))
        else:
            found.add(token[:STEM])
    return found


@cache
def edge_words() -> Mapping[str, float]:
    """Return the words of edges: above 0 for those of tops, below for those of bottoms."""
    text = Path(__file__).with_name("edges.txt").read_text(encoding="utf-8")
    rows = (line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    return {word: float(weight) for word, weight in rows}


@noted
def edge(line: Line) -> float:
    """Return how much `line` is of a page's top (above 0) or bottom (below 0)."""
    words, found = edge_words(), tokens(line)
    total = sum([words.get(token, 0.0) for token in found]) / sqrt(len(found) or 1)
    return max(-SUREST, min(SUREST, total))


class Edges(NamedTuple):
    """The edges of the lines from `first` on, and their sums in front of each line."""

    first: int
    of: Sequence[float]
    sums: Sequence[float]
    turn: float  # the least of the sums: bottom has come to its end there

    @classmethod
    def read(cls, lines: Sequence[Line], first: int, last: int) -> Edges:
        """Return the edges of `lines[first:last]`."""
        of = [edge(line) for line in lines[first:last]]
        sums = [0.0, *accumulate(of)]
        return cls(first, of, sums, min(sums))

    def at(self, position: int) -> float:
        """Return the edge of the line at `position`; 0 outside."""
        at = position - self.first
        return self.of[at] if 0 <= at < len(self.of) else 0.0

    def between(self, first: int, last: int) -> float:
        """Return the sum of the edges from `first` up to and without `last`."""
        end, start = len(self.of), self.first
        low = min(end, max(0, first - start))
        return self.sums[min(end, max(0, last - start))] - self.sums[low]

    def past_turn(self, position: int) -> float:
        """Return how much the sum in front of `position` exceeds the least."""
        return self.sums[min(len(self.of), max(0, position - self.first))] - self.turn
