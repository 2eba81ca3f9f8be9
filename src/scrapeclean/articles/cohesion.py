"""Cohesion: how the prose above a place hangs together with the prose below it.

Lexical chaining (Morris and Hirst 1991; as links between near occurrences, Galley et al. 2003,
LCseg): how many words link the prose above a place with the prose below it. One sweep over the
words gives it for all places at once. A place where it is low among places where it is high is a
valley (Hearst 1997, TextTiling), and tells more than one that is low among others.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from scrapeclean.articles.outline import Outline
from scrapeclean.articles.vocabulary import Listed, Words, first_places, telling
from scrapeclean.cached import cached_property

#: Two occurrences further apart than this (in width) make no link; of 1,500, 2,500 and 4,000 it
#: parts stories best on the development pages (area under the curve .93, .961 and .960).
LINK = 2500
#: So far around, in width, the links at other places are compared with those here.
VALLEY = 5000
#: So many paragraphs above and below, and their words, count as near.
NEAR = 8
_NONE: Words = frozenset()


class Links(NamedTuple):
    """The links across a place, for each word on the poorer side, 0 being a break; the most links
    across a place above, and below; and the share of all places that have fewer."""

    here: float
    above: float
    below: float
    rank: float


class Cohesion:
    """How the paragraphs of `outline` hang together, between any two of them."""

    def __init__(self, outline: Outline) -> None:
        self.words: list[Listed] = [telling(outline.lines[i]) for i in outline.paragraphs]
        mass = outline.mass
        self._starts = [mass[position] for position in outline.paragraphs]
        self._first = [bisect_left(self._starts, start - LINK) for start in self._starts]
        self._counts = list(accumulate(map(len, self.words), initial=0))
        self._links = self._chain()

    def _chain(self) -> list[int]:
        """How many links there are across the place above each paragraph."""
        changes = [0] * (len(self.words) + 1)
        seen: dict[str, int] = {}
        for at, (words, reach) in enumerate(zip(self.words, self._first, strict=True)):
            for word in words:
                before = seen.get(word, -1)
                if before >= reach:
                    changes[before + 1] += 1
                    changes[at + 1] -= 1
                seen[word] = at
        self._last_at = seen  # the last paragraph that has each word
        return list(accumulate(changes))

    @cached_property
    def _ratios(self) -> list[float]:
        """The links across the place above each paragraph but the first, by words."""
        counts, links = self._counts, self._links
        last = [bisect_left(self._starts, start + LINK) for start in self._starts]
        ratios = [1.0]
        for at in range(1, len(links) - 1):
            here = counts[at]
            fewer = min(here - counts[self._first[at]], counts[last[at]] - here)
            ratios.append(links[at] / (1 + fewer))
        return ratios

    @cached_property
    def _ordered(self) -> list[float]:
        return sorted(self._ratios[1:])

    @property
    def usual(self) -> float:
        """The median of the links."""
        return self._ordered[len(self._ordered) // 2]

    def across(self, paragraph: int) -> Links:
        """Return the links across the place above the `paragraph`th paragraph, not the first."""
        ratios, starts = self._ratios, self._starts
        here, start = ratios[paragraph], starts[paragraph]
        first = max(1, bisect_left(starts, start - VALLEY))
        last = bisect_left(starts, start + VALLEY)
        above = max(ratios[first:paragraph], default=here)
        below = max(ratios[paragraph + 1 : last], default=here)
        return Links(here, above, below, bisect_left(self._ordered, here) / len(self._ordered))

    @cached_property
    def _first_at(self) -> dict[str, int]:
        """The first paragraph that has each word."""
        return first_places(self.words)

    def known(self, words: Words, paragraph: int) -> float:
        """Return the share of `words`, of the page all of them, that stand above the
        `paragraph`th."""
        places = map(self._first_at.__getitem__, words)
        return sum(map(paragraph.__gt__, places)) / (1 + len(words))

    def back(self, words: Words, paragraph: int) -> float:
        """Return the share of `words`, of the page all of them, that come back in the
        `paragraph`th or below it."""
        places = map(self._last_at.__getitem__, words)
        return sum(map(paragraph.__le__, places)) / (1 + len(words))

    def near(self, paragraph: int) -> tuple[Words, Words]:
        """Return the words of the paragraphs near the place above the `paragraph`th: those above
        it, those below."""
        above = self.words[max(0, paragraph - NEAR) : paragraph]
        below = self.words[paragraph : paragraph + NEAR]
        return _NONE.union(*above), _NONE.union(*below)
