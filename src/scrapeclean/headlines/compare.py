"""Whether two headlines are one, and why."""

from __future__ import annotations

from enum import IntEnum

from .cores import Reading
from .parts import weight

# The least that stands before an ellipsis, in letters: four or five words.
LEAST_BEFORE_ELLIPSIS = 20
# Title tags are chopped at 55 characters or later, which leaves so many letters.
LEAST_CHOPPED = 45
# A misspelt word: so long, one letter off, and the other words of the headline the same.
# Shorter words are too often another word: Iran and Iraq, Obama and Osama, Johnson and Johnston.
LEAST_MISSPELT = 8
LEAST_WORDS_WITH_MISSPELT = 5
# Two parts may change places if one says something: not "Lyon - Lille" and "Lille - Lyon".
LEAST_MOVED = 20


class Bond(IntEnum):
    """What joins two headlines, from the surest to the weakest."""

    EQUAL = 1
    NAMES = 2
    ORDER = 3
    CUT = 4
    MISSPELT = 5


def bond(a: Reading, b: Reading) -> Bond | None:
    """What joins the two headlines; None if they are two."""
    if a.key == b.key:
        return Bond.EQUAL
    if differ_in_names(a, b):
        return Bond.NAMES
    if a.order and a.order == b.order and _may_change_places(a):
        return Bond.ORDER
    if _cut(a, b) or _cut(b, a):
        return Bond.CUT
    return Bond.MISSPELT if _misspelt(a.headline.words, b.headline.words) else None


def differ_in_names(a: Reading, b: Reading) -> bool:
    if a.key in b.cores or b.key in a.cores:
        return True
    return any(
        a.cores[key].both_sides and b.cores[key].both_sides
        for key in a.cores.keys() & b.cores.keys()
    )


def _may_change_places(reading: Reading) -> bool:
    return max(weight(segment.key) for segment in reading.headline.segments) >= LEAST_MOVED


def _cut(a: Reading, b: Reading) -> bool:
    """Whether `a` is the beginning of `b`, cut off."""
    wholes = (b.key, *b.cores)
    for start in a.cut:
        if weight(start) >= LEAST_BEFORE_ELLIPSIS and any(w.startswith(start) for w in wholes):
            return True
    return len(a.key) >= LEAST_CHOPPED and any(_chopped(a.key, w) for w in wholes)
