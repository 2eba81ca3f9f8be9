"""Crossings: how many words stand on both sides of a place, against how many would by chance.

A word that is said five times on a page stands on both sides of its middle in fifteen cases of
sixteen, unless something parts it there. Between two stories far fewer words cross than chance
has it, be they long or short, and the names in them are others. This costs more than `cohesion`,
and is asked of the few places that are still in question when lines have been looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, chain
from math import sqrt
from sys import intern

from scrapeclean.articles.decisions import Evidence
from scrapeclean.articles.evidence import Headline
from scrapeclean.articles.outline import Outline
from scrapeclean.articles.places import Place
from scrapeclean.articles.vocabulary import (
    Listed,
    Words,
    first_places,
    last_places,
    listed,
    stems,
    telling,
)
from scrapeclean.cached import cached_property
from scrapeclean.patterns import pattern

#: A word of more paragraphs than this tells no stories apart.
MOST = 8
#: So many paragraphs above and below count as near, and so many as beside.
NEAR, BESIDE = 8, 3
#: Names are cut to so many letters: endings change.
STEM = 7
_NAME = pattern(r"[^\W\d_][\w'’]{2,}")
_NONE: Words = frozenset()

SHARED = ("crossing", "missing", "crossing_near", "missing_near", "beside")
CROSSINGS = (
    *[f"words_{name}" for name in SHARED],
    *[f"names_{name}" for name in SHARED],
    "lead_new",
    "lead_newer",
    "last_back",
    "headline_new",
    "headline_lead",
    "headline_below",
)


class Spread:
    """Where on a page the words of its paragraphs stand: `words` are those of each, `starts` the
    prose in front of each, and behind the last one."""

    def __init__(self, words: Sequence[Listed], starts: Sequence[int]) -> None:
        self.words = words
        self._shares = [start / starts[-1] for start in starts]

    @cached_property
    def _first(self) -> dict[str, int]:
        return first_places(self.words)

    @cached_property
    def _last(self) -> dict[str, int]:
        return last_places(self.words)

    @cached_property
    def _counted(self) -> tuple[Counter[int], list[int]]:
        """How many words stand in how many paragraphs, and how many above and below each place."""
        counts = Counter(chain.from_iterable(self.words))
        few = {word: count for word, count in counts.items() if 2 <= count <= MOST}
        first, last = first_places(self.words), last_places(self.words)
        changes = [0] * (len(self.words) + 1)
        for word in few:
            changes[first[word] + 1] += 1
            changes[last[word] + 1] -= 1
        return Counter(few.values()), list(accumulate(changes))

    def shared(self, paragraph: int) -> Evidence:
        """Return what of the words crosses the place above the `paragraph`th, of all the page, of
        what is near, and what those beside have in common."""
        above = self.words[max(0, paragraph - BESIDE) : paragraph]
        below = self.words[paragraph : paragraph + BESIDE]
        a, b = _NONE.union(*above), _NONE.union(*below)
        often, crossing = self._counted
        return (
            *_compared(crossing[paragraph], _by_chance(often, self._shares[paragraph])),
            *self._near(paragraph),
            len(a & b) / (1 + min(len(a), len(b))),
        )

    def _near(self, paragraph: int) -> Evidence:
        above = self.words[max(0, paragraph - NEAR) : paragraph]
        below = self.words[paragraph : paragraph + NEAR]
        counts = Counter(chain(*above, *below))
        often = Counter([count for count in counts.values() if count > 1])
        crossing = len(_NONE.union(*above) & _NONE.union(*below))
        return _compared(crossing, _by_chance(often, len(above) / (len(above) + len(below))))

    def new(self, words: Collection[str], paragraph: int) -> float:
        """Return the share of `words` that do not stand above the `paragraph`th."""
        first = self._first
        return sum([first.get(word, paragraph) >= paragraph for word in words]) / (1 + len(words))

    def back(self, words: Collection[str], paragraph: int) -> float:
        """Return the share of `words` that stand in the `paragraph`th or below it."""
        last = self._last
        return sum([last.get(word, -1) >= paragraph for word in words]) / (1 + len(words))


def _by_chance(often: Counter[int], above: float) -> float:
    """How many words cross a place by chance that has this share of the page `above` it, `often`
    being how many words are said how many times."""
    below = 1 - above
    ordered = sorted(often.items())  # as sums of fractions depend on it
    return sum([n * (1 - above**times - below**times) for times, n in ordered])


def _compared(crossing: int, chance: float) -> Evidence:
    return crossing / (1 + chance), (chance - crossing) / sqrt(1 + chance)


class Crossings:
    """What crosses the places of `outline`."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        lines = [outline.lines[position] for position in outline.paragraphs]
        mass = outline.mass
        starts = [*[mass[position] for position in outline.paragraphs], mass[-1]]
        words = [telling(line) for line in lines]
        names = _names([line.words for line in lines])
        self._words = Spread(words, starts)
        self._names = Spread(names if sum(map(len, names)) * 2 >= len(names) else words, starts)
        self._stems = Spread([*map(listed, outline.each(stems, lines))], starts)

    def evidence(self, place: Place) -> Evidence:
        """Return what crosses the stretch of `place`."""
        paragraph = bisect_left(self._outline.paragraphs, place.stretch.last)
        return (
            *self._words.shared(paragraph),
            *self._names.shared(paragraph),
            *self._lead(paragraph),
            *self._headline(paragraph, place.headline),
        )

    def _lead(self, paragraph: int) -> Evidence:
        """How much of the first paragraph is new, how much more than of those above it, and how
        much of the last one comes back."""
        spread, words = self._stems, self._stems.words
        before = range(max(0, paragraph - BESIDE), paragraph)
        new = spread.new(words[paragraph], paragraph)
        usual = sum([spread.new(words[at], at) for at in before]) / len(before)
        return new, new - usual, spread.back(words[paragraph - 1], paragraph)

    def _headline(self, paragraph: int, headline: Headline | None) -> Evidence:
        """How much of the headline is new, said in the lead, and said below."""
        if headline is None:
            return 0.0, 0.0, 0.0
        spread = self._stems
        words = stems(self._outline.lines[headline.position])
        lead = _NONE.union(*spread.words[paragraph : paragraph + 2])
        return (
            spread.new(words, paragraph),
            len(words & lead) / (1 + len(words)),
            spread.back(words, paragraph),
        )


def _names(paragraphs: Iterable[str]) -> list[Listed]:
    """The words of each of `paragraphs` that have a capital wherever the page has them: names, in
    German nouns as well; in scripts without capitals none."""
    small: set[str] = set()
    large: list[Listed] = []
    for text in paragraphs:
        words = {*_NAME.findall(text)}
        small.update([word for word in words if word[0].islower()])
        large.append(listed({intern(word) for word in words if word[0].isupper()}))
    return [listed({intern(w[:STEM]) for w in words if w.lower() not in small}) for words in large]
