"""Whether two headlines are one, and why."""

from __future__ import annotations

from enum import IntEnum

from rapidfuzz.distance import Levenshtein

from scrapeclean.headlines.cores import agree
from scrapeclean.headlines.parts import is_wide, weight
from scrapeclean.headlines.rarity import Rarity
from scrapeclean.headlines.reading import Reading
from scrapeclean.headlines.within import within
from scrapeclean.headlines.wordlists import TURNING

# Title tags are chopped at 55 characters or later, which leaves so many letters.
LEAST_CHOPPED = 45
LEAST_WHOLE_WORDS = 4  # in front of the chopped one
# A misspelt word: so long and one letter off.
# Shorter words are too often another word: Iran and Iraq, Obama and Osama, Johnson and Johnston.
LEAST_MISSPELT = 8
# One word may differ if so many others are the same, in the same order.
LEAST_WORDS = 8
# Two parts may change places if one says something: not "Lyon - Lille" and "Lille - Lyon".
LEAST_MOVED = 20


class Bond(IntEnum):
    """What joins two headlines, from the surest to the weakest."""

    EQUAL = 1
    NAMES = 2
    ORDER = 3
    CUT = 4
    ONE_WORD = 5
    WITHIN = 6


def bond(a: Reading, b: Reading, rarity: Rarity | None = None) -> Bond | None:
    """Return what joins two headlines, None if they are two; `rarity` is that of their batch."""
    if a.key == b.key:
        return Bond.EQUAL if a.key else None
    if _differ_in_names(a, b):
        return Bond.NAMES
    if a.order and a.order == b.order and _may_change_places(a):
        return Bond.ORDER
    if _cut(a, b) or _cut(b, a):
        return Bond.CUT
    if _one_word_apart(a.story, b.story):
        return Bond.ONE_WORD
    return Bond.WITHIN if rarity is not None and within(a, b, rarity) else None


def _differ_in_names(a: Reading, b: Reading) -> bool:
    if a.key in b.cores or b.key in a.cores:
        return True
    return any(agree(a.cores[key], b.cores[key]) for key in a.cores.keys() & b.cores.keys())


def _may_change_places(reading: Reading) -> bool:
    return max(weight(segment.key) for segment in reading.headline.segments) >= LEAST_MOVED


def _cut(a: Reading, b: Reading) -> bool:
    """Whether `a` is the beginning of `b`, cut off."""
    for start in a.cut:
        headed = start in a.cores and bool(a.cores[start].heads)
        if b.key.startswith(start) or _begins_core(start, headed, b):
            return True
    return len(a.key) >= LEAST_CHOPPED and _chopped(a.story, b.story)


def _begins_core(start: str, headed: bool, b: Reading) -> bool:
    """Whether a core of `b` begins so; names in front may be taken off one of the two alone."""
    return any(
        key.startswith(start) and not (headed and core.heads) for key, core in b.cores.items()
    )


def _chopped(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether `a` is the beginning of `b`, cut inside a word."""
    last = len(a) - 1
    if (
        not LEAST_WHOLE_WORDS <= last < len(b)
        or a[:last] != b[:last]
        or not a[last].isalpha()
        or is_wide(a[last])
    ):
        return False
    return a[last] != b[last] and b[last].startswith(a[last])


def _one_word_apart(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one word inside is misspelt, or stands in the longer headline alone."""
    if len(a) > len(b):
        a, b = b, a
    if a == b or len(a) < LEAST_WORDS or len(b) > len(a) + 1:
        return False
    place = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) == len(b):
        return a[place + 1 :] == b[place + 1 :] and _misspelt(a[place], b[place])
    return 0 < place < len(a) and a[place:] == b[place + 1 :] and _may_be_left_out(b[place])


def _misspelt(x: str, y: str) -> bool:
    if min(len(x), len(y)) < LEAST_MISSPELT or x[:3] != y[:3] or not (x.isalpha() and y.isalpha()):
        return False
    return not is_wide(x) and Levenshtein.distance(x, y, score_cutoff=1) == 1


def _may_be_left_out(word: str) -> bool:
    return word.isalpha() and word not in TURNING and not is_wide(word)
