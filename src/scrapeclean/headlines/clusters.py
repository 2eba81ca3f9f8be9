"""Clusters of duplicate headlines in a batch."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from scrapeclean.headlines.buckets import Buckets
from scrapeclean.headlines.compare import Bond, bond
from scrapeclean.headlines.keys import keys
from scrapeclean.headlines.names import NameCounter, Names
from scrapeclean.headlines.parts import parse
from scrapeclean.headlines.rarity import Rarity
from scrapeclean.headlines.reading import Reading, read

Progress = Callable[[float], None]
Edges = dict[tuple[int, int], Bond]

REPORT_EVERY = 5000
# Names and words are learned from so many headlines at most, evenly taken: a name that is not
# shared by three of them is rare, and to read all twice takes a third of the time.
LEARN_FROM = 100_000
READINGS_KEPT = 20_000  # some 60 MB; sorted texts mostly meet their neighbours


def duplicate_headlines(
    headlines: Iterable[str], *, progress: Progress | None = None
) -> list[list[int]]:
    """Group the spellings of each headline.

    Every index of the batch stands in exactly one group, alone if nothing equals it; groups,
    and what is in them, come in the order of the batch. Names of outlets and sections are
    learned from the batch. Within a group each headline equals every other, so that no chain
    of near matches joins two stories; and the groups do not depend on the order of the batch.
    `progress` is called now and then with the share of the work that is done, 0 to 1.

    >>> duplicate_headlines(["Storm’s over in Norway", "Fire in Oslo", "STORM'S OVER IN NORWAY"])
    [[0, 2], [1]]
    """
    headlines = list(headlines)
    texts = sorted(set(headlines))
    with _without_collector():
        groups = _groups(_edges(texts, progress or _silent), len(texts))
    group_of = dict(zip(texts, groups, strict=True))
    places: dict[int, list[int]] = {}
    for place, headline in enumerate(headlines):
        places.setdefault(group_of[headline], []).append(place)
    return list(places.values())


@contextmanager
def _without_collector() -> Iterator[None]:
    """The garbage collector rests: nothing here makes cycles, and among so many small objects
    its looking for them takes a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _silent(_share: float) -> None:
    pass


def _watched(texts: list[str], progress: Progress) -> Iterator[str]:
    for i, text in enumerate(texts):
        if i % REPORT_EVERY == 0:
            progress(i / len(texts))
        yield text


def _edges(texts: list[str], progress: Progress = _silent) -> Edges:
    """All pairs that are one headline, each with what joins it."""
    names, rarity = _learn(texts[:: 1 + len(texts) // LEARN_FROM])
    buckets = Buckets()

    @lru_cache(maxsize=READINGS_KEPT)
    def reading(i: int) -> Reading:
        return read(parse(texts[i]), names)

    edges: Edges = {}
    for j, _ in enumerate(_watched(texts, progress)):
        own = keys(reading(j))
        for i in buckets.meeting(own):
            found = bond(reading(i), reading(j), rarity)
            if found:
                edges[i, j] = found
        buckets.file(j, own)
    return edges


def _learn(texts: list[str]) -> tuple[Names, Rarity]:
    """The names in a batch, and how much its words tell."""
    counter, rarity = NameCounter(), Rarity()
    for headline in map(parse, texts):
        counter.see(headline)
        rarity.see(headline)
    return counter.names(), rarity


def _groups(edges: Edges, count: int) -> list[int]:
    """The group of each text: merged, the surest edge first, is what is wholly joined by edges."""
    groups: dict[int, list[int]] = {}
    for i, j in sorted(edges, key=lambda edge: (edges[edge], edge)):
        a, b = groups.setdefault(i, [i]), groups.setdefault(j, [j])
        if a is not b and all((min(x, y), max(x, y)) in edges for x in a for y in b):
            a.extend(b)
            groups.update(dict.fromkeys(b, a))
    return [groups[i][0] if i in groups else i for i in range(count)]
