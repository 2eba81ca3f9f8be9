"""Whether one headline is the other with more words, which only a batch can tell.

"Bridge closes" and "Bridge closes, hundreds stranded" are two headlines. But of ten thousand
headlines two that share six rare words in the same order are hardly two stories: one page says
it at more length, or something stuck to the line ("Home", "Read also"). How many words are enough
is a matter of where the other words stand, and of whether one of the two is a title tag.
"""

from __future__ import annotations

from collections import Counter

from scrapeclean.headlines.parts import DIGIT, WIDE
from scrapeclean.headlines.rarity import Rarity
from scrapeclean.headlines.reading import Named, Reading, Wording, wordings
from scrapeclean.headlines.wordlists import TURNING

# What the shared words must weigh, in words that stand once in the batch, when what is more
# stands inside or in front; at the end, but one of the two is a title tag with its outlet, which
# tells the headline of the page at other length; at the end of two bare headlines, where a new
# fact would stand. `benchmarks/fit_within.py` shows what other weights would give.
LEAST_INSIDE = 3.5
LEAST_IN_TITLE = 2.5
LEAST_AT_END = 6.0
# A word more speaks against, about as much as a third of a shared one speaks for.
COST_OF_MORE = 0.35
LONGEST = 60  # words; what is longer is no headline


def within(a: Reading, b: Reading, rarity: Rarity) -> bool:
    """Return whether all words of one stand in the other, in order, and weigh enough."""
    for mine in wordings(a):
        for yours in wordings(b):
            if not (mine.named and yours.named) and _tells_more(mine, yours, rarity):
                return True
    return False


def _tells_more(mine: Wording, yours: Wording, rarity: Rarity) -> bool:
    short, long = (mine, yours) if len(mine.words) < len(yours.words) else (yours, mine)
    if not _holds(long.words, short.words):
        return False
    shared, whole = rarity.of(short.words), rarity.of(long.words)
    enough = shared - COST_OF_MORE * (whole - shared) >= _least(short, long)
    return enough and all(map(_may_be_more, Counter(long.words) - Counter(short.words)))


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    if not len(short) < len(long) <= LONGEST:
        return False
    rest = iter(long)
    return all(word in rest for word in short)


def _least(short: Wording, long: Wording) -> float:
    if short.words[-1:] == long.words[-1:]:
        return LEAST_INSIDE
    if long.named is Named.SURELY:
        return LEAST_IN_TITLE
    return LEAST_INSIDE if short.named is Named.SURELY else LEAST_AT_END


def _may_be_more(word: str) -> bool:
    """Whether a word more or less leaves the headline what it is."""
    return word not in TURNING and not DIGIT.search(word) and not WIDE.search(word)
