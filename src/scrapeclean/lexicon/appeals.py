"""Appeals told by their words: paragraphs that ask the reader for money.

An appeal is prose, and no two say the same, but they speak of four things at once: money, their
makers ("our"), the press, and the reader. A news paragraph may speak of two of them, hardly ever
of all four. Quotations are spared: there somebody else is speaking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from scrapeclean.facts import Facts

#: Longer paragraphs are articles about the trade rather than appeals: those of the development
#: pages have up to 100 words.
APPEAL_WIDTH = 700
#: Shorter lines are buttons, which the phrases know.
SHORTEST = 15
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_QUOTE = '"'
#: What parts the words of a page, seen as UTF-8: all of ASCII but letters.
_PARTS = bytes(byte if byte >= 0x80 or chr(byte).isalpha() else ord(" ") for byte in range(256))

#: What a line speaks of that says nothing of money.
QUIET: frozenset[str] = frozenset()


def topics(line: Facts) -> frozenset[str]:
    """Return which of money, own, press and reader `line` speaks of; none when not of money."""
    if line.topics is None:
        read_topics([line])
    return line.topics  # type: ignore[return-value]


def read_topics(lines: Iterable[Facts]) -> None:
    """Find the topics of all `lines` of which they are not known, many at one go."""
    unread = [line for line in lines if line.topics is None]
    for line in unread:
        line.topics = QUIET
    wanted = [line for line in unread if SHORTEST <= len(line.text) <= APPEAL_WIDTH]
    keys = [line.key for line in wanted]
    for word in _money("\n".join(keys)):
        for line, key in zip(wanted, keys, strict=True):
            if word in key and _QUOTE not in key:
                line.topics = _topics(key)


def _money(text: str) -> list[str]:
    """The words of money that may stand in `text`: few or none, so each line is soon searched."""
    words = set(text.encode("utf-8", "surrogatepass").translate(_PARTS).split())
    first = _first_parts()
    return [first[word] for word in words.intersection(first)]


def _topics(key: str) -> frozenset[str]:
    """The topics of a line, all of them, should money be among them."""
    words = _WORD.findall(key)
    found = frozenset([topic for topic, group in _groups().items() if not group.isdisjoint(words)])
    return found if "money" in found else QUIET


@cache
def _first_parts() -> dict[bytes, str]:
    """The words of money by what `_PARTS` leaves of them in front of the first hyphen."""
    return {word.partition("-")[0].encode(): word for word in _groups()["money"]}


@cache
def _groups() -> dict[str, frozenset[str]]:
    text = Path(__file__).with_name("appeal_words.txt").read_text(encoding="utf-8")
    blocks = (block.split("\n") for block in text.split("\n[")[1:])
    return {header.rstrip("]"): frozenset(filter(None, words)) for header, *words in blocks}
