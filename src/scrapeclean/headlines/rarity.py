"""How much the words of a batch tell: a word of few headlines much, a word of many little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log

from scrapeclean.headlines.parts import Headline

# In fewer headlines than this no word is known to be rare: every word is new in a batch of ten.
LEAST_TO_TELL = 1000


class Rarity:
    """The weight of words: 1 for one that the batch has once, 0 for one that all headlines have.

    >>> from scrapeclean.headlines.parts import parse
    >>> rarity = Rarity(parse(f"Storm {i} in Norway") for i in range(1000))
    >>> round(rarity.of(["storm", "in", "norway"]), 1), round(rarity.of(["7"]), 1)
    (0.0, 1.0)
    """

    def __init__(self, headlines: Iterable[Headline]) -> None:
        counts: Counter[str] = Counter()
        size = 0
        for size, headline in enumerate(headlines, 1):
            counts.update(set(headline.words))
        scale = log(max(size, LEAST_TO_TELL))
        self._once = log(size + 1) / scale
        self._weights = {word: log((size + 1) / n) / scale for word, n in counts.items()}

    def of(self, words: Iterable[str]) -> float:
        """The weight of all the words together: so many words that stand once tell as much."""
        return sum(self._weights.get(word, self._once) for word in words)
