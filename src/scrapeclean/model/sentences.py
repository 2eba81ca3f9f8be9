"""Sentences that follow one another: a story's last words are short, and look like a label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from scrapeclean.facts import CLOSERS, FULL_STOPS
from scrapeclean.lines import Line

#: Narrower sentences are teasers and captions more often than not.
SENTENCE_WIDTH = 50


def following(lines: Sequence[Line], places: Iterable[int]) -> set[int]:
    """Return those of `places` at which a sentence stands, said but once and known to no phrase
    list, right below a sentence that is no label."""
    times = Counter([line.key for line in lines])
    return {
        at
        for at in places
        if at
        and lines[at - 1].ends_sentence
        and lines[at - 1].width >= SENTENCE_WIDTH
        and lines[at].match is None
        and lines[at].words.rstrip(CLOSERS)[-1:] in FULL_STOPS
        and times[lines[at].key] == 1
    }
