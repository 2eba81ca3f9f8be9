"""Outlet and section names around headlines, learned from a batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scrapeclean.headlines.parts import Headline, Segment, parse, weight

# A segment that so many different headlines end (or begin) with is a name, not news. Found on
# title tags of some hundred sites: 2 takes in coincidences, 5 misses sites with few pages.
SHARED_BY = 3
LONGEST_NAME = 80  # letters; what is longer and shared is rare


@dataclass(frozen=True)
class Names:
    """Keys of the segments that are names, by the end of the headline where they stand."""

    heads: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()

    @classmethod
    def learn(cls, headlines: Iterable[str]) -> Names:
        """Return what at least three different headlines of the batch begin or end with.

        Copies of one headline count once, and the order of the batch does not matter.
        """
        counter = NameCounter()
        for headline in headlines:
            counter.see(parse(headline))
        return counter.names()


class NameCounter:
    """Counts in how many different headlines each segment stands before or after the story."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._heads: Counter[str] = Counter()
        self._tails: Counter[str] = Counter()

    def see(self, headline: Headline) -> None:
        """Count the segments of a headline of the batch."""
        for is_tail, name, story in _names_and_story(headline.segments):
            mark = hash((is_tail, name, story))
            if mark not in self._seen:
                self._seen.add(mark)
                (self._tails if is_tail else self._heads)[name] += 1

    def names(self) -> Names:
        """Return the names: what was seen often enough."""
        return Names(_shared(self._heads), _shared(self._tails))


def _names_and_story(segments: tuple[Segment, ...]) -> Iterator[tuple[bool, str, str]]:
    """(at the end?, key, key of the story) of each segment beside the longest, the story."""
    if len(segments) < 2:
        return
    story = max(range(len(segments)), key=lambda i: weight(segments[i].key))
    for i, segment in enumerate(segments):
        if i != story and len(segment.key) <= LONGEST_NAME:
            yield i > story, segment.key, segments[story].key


def _shared(counter: Counter[str]) -> frozenset[str]:
    return frozenset(key for key, count in counter.items() if count >= SHARED_BY)
