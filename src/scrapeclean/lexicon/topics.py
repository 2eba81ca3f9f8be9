"""Furniture told by its words: paragraphs that ask for money, consent, an address or good manners.

Such a paragraph is prose, and no two say the same, but it speaks of several things at once: an
appeal of money, its makers ("our"), the press and the reader; a notice of cookies, data, what they
are for, a choice and us. A news paragraph may speak of some of them, hardly ever of all. Quoted
speech is spared: there somebody else is speaking.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scrapeclean.facts import Facts
from scrapeclean.patterns import pattern

#: Longer paragraphs are articles about the trade rather than appeals: those of the development
#: pages have up to 100 words.
WIDEST = 700
#: Shorter lines are buttons, which the phrases know.
SHORTEST = 15


class Speech(NamedTuple):
    """Of what a kind speaks, "a|b" being either: what it must speak of, told by the first, and
    what else."""

    must: tuple[str, ...]
    may: tuple[str, ...]

    @property
    def size(self) -> int:
        """Of how much it speaks in all."""
        return len(self.must) + len(self.may)


SPEECHES = {
    "appeal": Speech(("money",), ("own", "press", "reader")),
    "comments": Speech(("comments", "own|reader|us|people"), ("rules", "verdicts")),
    "consent": Speech(("cookies", "own|reader|us"), ("data", "purposes", "choice")),
    "newsletter": Speech(("letters", "own|reader|us"), ("joining", "news")),
}
_WORD = pattern(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_QUOTE = '"'
#: Names of newsletters stand in quotes; speech is longer than they are.
NAME_WIDTH = 32
#: What parts the words of a page, seen as UTF-8: all of ASCII but letters.
_PARTS = bytes(byte if byte >= 0x80 or chr(byte).isalpha() else ord(" ") for byte in range(256))

#: What a line speaks of that is of no kind.
QUIET: frozenset[str] = frozenset()


def topics(line: Facts) -> frozenset[str]:
    """Return what `line` speaks of; nothing when it speaks of none of what it must speak of."""
    if line.topics is None:
        read_topics([line])
    return line.topics  # type: ignore[return-value]


def spoken(line: Facts, kind: str) -> int:
    """Return of how much that `kind` speaks of `line` does, 0 where it must speak of more."""
    said, speech = topics(line), SPEECHES[kind]
    if not all(_says(said, topic) for topic in speech.must):
        return 0
    return len(speech.must) + sum([_says(said, topic) for topic in speech.may])


def _says(said: frozenset[str], topic: str) -> bool:
    return not said.isdisjoint(topic.split("|"))


def read_topics(lines: Iterable[Facts]) -> None:
    """Find the topics of all `lines` of which they are not known, many at one go."""
    unread = [line for line in lines if line.topics is None]
    if not unread:
        return
    for line in unread:
        line.topics = QUIET
    wanted = [line for line in unread if SHORTEST <= len(line.text) <= WIDEST]
    keys = [line.key for line in wanted]
    telling = _telling("\n".join(keys))
    for at in {at for word in telling for at, key in enumerate(keys) if word in key}:
        if not _speaks(keys[at]):
            wanted[at].topics = _topics(keys[at])


def _speaks(key: str) -> bool:
    """Whether there is quoted speech in a line, be it closed or not."""
    return any(len(quoted) > NAME_WIDTH for quoted in key.split(_QUOTE)[1::2])


def _telling(text: str) -> list[str]:
    """The telling words that may stand in `text`: few or none, so each line is soon searched."""
    words = set(text.encode("utf-8", "surrogatepass").translate(_PARTS).split())
    return [word.decode() for word in words & _first_parts()]


def _topics(key: str) -> frozenset[str]:
    """The topics of a line, all of them, should one be among them that a kind must speak of."""
    words = _WORD.findall(key)
    found = frozenset([topic for topic, group in _groups().items() if not group.isdisjoint(words)])
    return QUIET if found.isdisjoint(speech.must[0] for speech in SPEECHES.values()) else found


@cache
def _first_parts() -> frozenset[bytes]:
    """What `_PARTS` leaves of the telling words in front of the first hyphen."""
    telling = [word for speech in SPEECHES.values() for word in _groups()[speech.must[0]]]
    return frozenset([word.partition("-")[0].encode() for word in telling])


@cache
def _groups() -> dict[str, frozenset[str]]:
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").casefold()
    blocks = (block.split("\n") for block in text.split("\n[")[1:])
    return {header.rstrip("]"): frozenset(filter(None, words)) for header, *words in blocks}
