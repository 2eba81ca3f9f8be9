"""A headline with all that it may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from scrapeclean.headlines.cores import Core, cores
from scrapeclean.headlines.forms import is_domain
from scrapeclean.headlines.names import Names
from scrapeclean.headlines.parts import WIDE, Headline, Joint, Segment, join_keys, weight

# The least that an ellipsis must leave: four whole words and the beginning of a fifth.
LEAST_BEFORE_CUT = 20
LEAST_WORDS_BEFORE_CUT = 5
AFTER_ELLIPSIS = " )]"


class Reading(NamedTuple):
    """A headline with all that it may stand for."""

    headline: Headline
    cores: dict[str, Core]
    story: tuple[str, ...]  # the words without the names that are surely such
    order: str  # the segments' keys sorted; empty if there is one segment alone
    cut: tuple[str, ...]  # keys that an ellipsis ends

    @property
    def key(self) -> str:
        """The key of the whole headline."""
        return self.headline.key


def read(parsed: Headline, names: Names) -> Reading:
    """Find all that a headline may stand for."""
    cut = _cut_keys((parsed.segments,))
    if len(parsed.segments) < 2:
        return Reading(parsed, {}, parsed.words, "", cut)
    found = {core.key: core for core in cores(parsed, names)}
    cut += _cut_keys(core.kept for core in found.values())
    order = "|".join(sorted(segment.key for segment in parsed.segments))
    return Reading(parsed, found, _story(parsed, found, names), order, cut)


def _cut_keys(runs: Iterable[tuple[Segment, ...]]) -> tuple[str, ...]:
    """Keys of the runs that an ellipsis ends and that say enough."""
    return tuple(join_keys(run) for run in runs if run and _is_cut(run))


def _is_cut(run: tuple[Segment, ...]) -> bool:
    if not run[-1].text.rstrip(AFTER_ELLIPSIS).endswith(".."):
        return False
    key, words = join_keys(run), sum(len(segment.words) for segment in run)
    enough_words = words >= LEAST_WORDS_BEFORE_CUT or WIDE.search(key) is not None
    return enough_words and weight(key) >= LEAST_BEFORE_CUT


def _story(parsed: Headline, found: dict[str, Core], names: Names) -> tuple[str, ...]:
    sure = [core for core in found.values() if _surely_names(core, names)]
    if not sure:
        return parsed.words
    shortest = min(sure, key=lambda core: len(core.key))
    return shortest.words


def _surely_names(core: Core, names: Names) -> bool:
    if any(head.key not in names.heads for head in core.heads):
        return False
    nearest = core.tails[0] if core.tails else None
    return (
        nearest is None
        or nearest.before == Joint.BAR
        or nearest.key in names.tails
        or is_domain(nearest)
    )


class Named(IntEnum):
    """Whether names stood around the wording."""

    NO = 0
    MAYBE = 1
    SURELY = 2


class Wording(NamedTuple):
    """A headline without the names around it."""

    words: tuple[str, ...]
    named: Named


def wordings(reading: Reading) -> Iterator[Wording]:
    """Yield a headline without the names that are sure, and without those that may follow it."""
    is_title = len(reading.story) < len(reading.headline.words)
    yield Wording(reading.story, Named.SURELY if is_title else Named.NO)
    for core in reading.cores.values():
        if not core.heads:
            yield Wording(core.words, Named.MAYBE)
