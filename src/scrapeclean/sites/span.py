"""Where on a page the article stands, between what is above and what is below it.

Each line has *odds*: how likely it is above, in and below an article (logarithms, up to a
constant). The span is the cut of the page into three stretches that makes all lines together most
likely; a hidden Markov model with three states and no way back, solved in one sweep.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Odds(NamedTuple):
    """Logarithms of how likely a line is in each of the three stretches."""

    above: float
    inside: float
    below: float


class Span(NamedTuple):
    """Lines `start` up to and without `end`; empty when no article was found."""

    start: int
    end: int


def find_span(lines: Sequence[Odds]) -> Span:
    """Return the most likely span of the article among `lines`.

    >>> prose, menu = Odds(-4, 0, -4), Odds(0, -2, 0)
    >>> find_span([menu, prose, menu, prose, menu])
    Span(start=1, end=4)
    """
    span, best = Span(0, 0), 0.0
    start, opening = 0, 0.0
    lead = 0.0  # how much likelier the lines so far are above the article than in it
    gain = 0.0  # how much likelier they are in it than below it
    for index, odds in enumerate(lines, 1):
        lead += odds.above - odds.inside
        gain += odds.inside - odds.below
        if opening + gain > best:
            span, best = Span(start, index), opening + gain
        if lead > opening:
            start, opening = index, lead
    return span
