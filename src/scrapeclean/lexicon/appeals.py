"""Appeals told by their words: paragraphs that ask the reader for money.

An appeal is prose, and no two say the same, but they speak of four things at once: money, their
makers ("our"), the press, and the reader. A news paragraph may speak of two of them, hardly ever
of all four. Quotations are spared: there somebody else is speaking.
"""

from __future__ import annotations

import re
from functools import cache
from operator import methodcaller
from pathlib import Path

from scrapeclean.facts import Facts
from scrapeclean.lexicon.folding import EDGES

#: Longer paragraphs are articles about the trade rather than appeals: those of the development
#: pages have up to 100 words.
APPEAL_WIDTH = 700
#: Shorter lines are buttons, which the phrases know.
SHORTEST = 15
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_QUOTE = '"'
_BARE = methodcaller("strip", EDGES)


#: What a line speaks of that says nothing of money.
QUIET: frozenset[str] = frozenset()


def topics(line: Facts) -> frozenset[str]:
    """Return which of money, own, press and reader `line` speaks of; none when not of money."""
    if line.topics is None:
        line.topics = _topics(line) or QUIET
    return line.topics


def _topics(line: Facts) -> frozenset[str]:
    if not SHORTEST <= len(line.text) <= APPEAL_WIDTH or _QUOTE in line.key:
        return QUIET
    groups = _groups()
    if groups["money"].isdisjoint(map(_BARE, line.key.split())):
        return QUIET
    words = _WORD.findall(line.key)
    return frozenset(topic for topic, group in groups.items() if not group.isdisjoint(words))


@cache
def _groups() -> dict[str, frozenset[str]]:
    text = Path(__file__).with_name("appeal_words.txt").read_text(encoding="utf-8")
    blocks = (block.split("\n") for block in text.split("\n[")[1:])
    return {header.rstrip("]"): frozenset(filter(None, words)) for header, *words in blocks}
