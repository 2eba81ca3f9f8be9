"""How much the words of a batch say: those of few headlines much, those of many little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log

from scrapeclean.headlines.parts import Headline

# In fewer headlines than this it is not known which words are rare (in a batch of ten all are),
# and they weigh less: in half as many, half as much.
LEAST_TO_TELL = 1000


class Rarity:
    """The weight of words: 1 for one that the batch has once, 0 for one that all headlines have.

    >>> from scrapeclean.headlines.parts import parse
    >>> rarity = Rarity()
    >>> for day in range(1000):
    ...     rarity.see(parse(f"Storm {day} in Norway"))
    >>> round(rarity.of(["storm", "in", "norway"]), 1), round(rarity.of(["7"]), 1)
    (0.0, 1.0)
    """

    def __init__(self) -> None:
        self._size = 0
        self._counts: Counter[str] = Counter()

    def see(self, headline: Headline) -> None:
        """Count the words of a headline of the batch."""
        self._size += 1
        self._counts.update(set(headline.words))

    def of(self, words: Iterable[str]) -> float:
        """Return the weight of `words` together, in words that the batch has once."""
        shares = ((self._size + 1) / (self._counts.get(word) or 1) for word in words)
        known = min(1, self._size / LEAST_TO_TELL)
        return known * sum(map(log, shares)) / log(max(self._size, LEAST_TO_TELL))
