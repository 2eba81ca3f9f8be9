"""Outlet and section names around headlines, learned from a batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scrapeclean.headlines.folding import fold
from scrapeclean.headlines.parts import MARKS, Segment, take_apart, weight

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
        """What at least three different headlines of the batch begin or end with.

        Copies of one headline count once, and the order of the batch does not matter.
        """
        seen: set[int] = set()
        heads: Counter[str] = Counter()
        tails: Counter[str] = Counter()
        for headline in headlines:
            text = fold(headline)
            segments = take_apart(text).segments if MARKS.search(text) else ()
            for is_tail, name, story in _names_and_story(segments):
                mark = hash((is_tail, name, story))
                if mark not in seen:
                    seen.add(mark)
                    (tails if is_tail else heads)[name] += 1
        return cls(_shared(heads), _shared(tails))


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
