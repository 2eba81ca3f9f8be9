"""Whether one headline is the other with more words: what only a batch can tell.

"Bridge closes" and "Bridge closes, hundreds stranded" are two headlines. But of ten thousand
headlines two that share six rare words in the same order are hardly two stories: one page says
it at more length, or something stuck to the line ("Home", "Read also"). How many words are enough
is a matter of where the other words stand, and of whether one of the two is a title tag.
"""

from __future__ import annotations

from collections import Counter

from scrapeclean.headlines.cores import Reading
from scrapeclean.headlines.parts import DIGIT, WIDE
from scrapeclean.headlines.rarity import Rarity
from scrapeclean.headlines.wordlists import TURNING

# What the shared words must weigh, in words that stand once in the batch, when what is more
# stands inside or in front; at the end, but one of the two is a title tag with its outlet, which
# tells the headline of the page at other length; at the end of two bare headlines, where a new
# fact would stand. `benchmarks/fit_within.py` shows what other weights would give.
LEAST_INSIDE = 3.0
LEAST_IN_TITLE = 2.0
LEAST_AT_END = 5.0
# A word more speaks against, about as much as a third of a shared one speaks for.
COST_OF_MORE = 0.35
LONGEST = 60  # words; what is longer is no headline


def within(a: Reading, b: Reading, rarity: Rarity) -> bool:
    """Whether all words of one stand in the other, in order, and are more than enough."""
    short, long = (a, b) if len(a.story) < len(b.story) else (b, a)
    if not _holds(long.story, short.story) or (_is_title(a) and _is_title(b)):
        return False
    shared, whole = rarity.of(short.story), rarity.of(long.story)
    enough = shared - COST_OF_MORE * (whole - shared) >= _least(short, long)
    return enough and all(map(_may_be_more, Counter(long.story) - Counter(short.story)))


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    if not len(short) < len(long) <= LONGEST:
        return False
    rest = iter(long)
    return all(word in rest for word in short)


def _is_title(reading: Reading) -> bool:
    """Whether names were taken off that are surely such."""
    return len(reading.story) < len(reading.headline.words)


def _least(short: Reading, long: Reading) -> float:
    if short.story[-1:] == long.story[-1:]:
        return LEAST_INSIDE
    if _is_title(long):
        return LEAST_IN_TITLE
    return LEAST_INSIDE if _is_title(short) else LEAST_AT_END


def _may_be_more(word: str) -> bool:
    """Whether a word more or less leaves the headline what it is."""
    return word not in TURNING and not DIGIT.search(word) and not WIDE.search(word)
