"""The keys under which headlines that may be one meet: two that share none are two."""

from __future__ import annotations

from collections.abc import Iterator

from scrapeclean.headlines.compare import LEAST_WORDS
from scrapeclean.headlines.parts import is_wide
from scrapeclean.headlines.reading import LEAST_WORDS_BEFORE_CUT, Reading, wordings

# A word that differs is not both in the first and in the last half of `LEAST_WORDS`. What an
# ellipsis ends has as many whole words in front of it.
HALF = min(LEAST_WORDS // 2, LEAST_WORDS_BEFORE_CUT - 1)
# Where words are not parted by blanks, the characters that stand for so many words.
FIRST_CHARACTERS = 6
PHRASES = "<>"  # keys of beginnings and ends start so; of whole wordings "=", of parts "|"


def keys(reading: Reading) -> set[str]:
    """Return the keys of a headline."""
    return set(_keys(reading))


def _keys(reading: Reading) -> Iterator[str]:
    yield "=" + reading.key
    for core in reading.cores:
        yield "=" + core
    if reading.order:
        yield "|" + reading.order
    yield from ("<" + first for first in _beginnings(reading))
    for words, _ in wordings(reading):
        if len(words) >= HALF:
            yield ">" + " ".join(words[-HALF:])


def _beginnings(reading: Reading) -> Iterator[str]:
    yield from _beginning(reading.headline.words, reading.key)
    for core in reading.cores.values():
        if core.heads:
            yield from _beginning(core.words, core.key)


def _beginning(words: tuple[str, ...], key: str) -> Iterator[str]:
    if is_wide(key[:FIRST_CHARACTERS]):
        yield key[:FIRST_CHARACTERS]
    elif len(words) >= HALF:
        yield " ".join(words[:HALF])
