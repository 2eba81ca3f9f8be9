"""Furniture told by its words: paragraphs that ask for money, consent, an address or good manners,
and notices of whose the words and the views are.

Such a paragraph is prose, and no two say the same, but it speaks of several things at once: an
appeal of money, its makers ("our"), the press and the reader; a notice of cookies, data, what they
are for, a choice and us. A news paragraph may speak of some of them, hardly ever of all. Quoted
speech is spared: there somebody else is speaking.

The words are in ``topics.txt``. One that ends in an ellipsis is how words begin; one in a script
that joins words, or parts them otherwise than by spaces, may stand inside a word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scrapeclean.characters import led_by
from scrapeclean.facts import Facts
from scrapeclean.lexicon.phrases import folded_case
from scrapeclean.patterns import pattern

#: Longer paragraphs are articles about the trade rather than appeals: those of the development
#: pages have up to 100 words.
WIDEST = 700
#: Narrower lines are buttons, which the phrases know.
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
    "copying": Speech(("copying",), ("leave", "bans", "matter")),
    "errors": Speech(("errors",), ("found", "telling", "matter|us|editors")),
    "newsletter": Speech(("letters", "own|reader|us"), ("joining", "news")),
    "stance": Speech(("views",), ("writer", "outlet", "standing")),
}
_WORD = pattern(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_QUOTE = '"'
#: Names of newsletters stand in quotes; speech is longer than they are.
NAME_WIDTH = 32
#: So many lines are searched at one go: they hold few telling words, and each is looked for in all.
FEW = 64
_STEM = "…"
#: A word of `topics.txt` from here on, which is where Hebrew begins, may stand inside another.
_INSIDE = "\u0590"
#: Says whether a text has letters from there on; the bytes left out lead to marks and signs.
_may_join = led_by({*range(0xD6, 0xE2), *range(0xE3, 0xF0)})
#: So many bytes, at least so many letters, lead to the words that begin so: a stem must not be
#: shorter.
STEM_BYTES, STEM_LETTERS = 6, 3
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
    return _spoken(topics(line), SPEECHES[kind])


def subjects(lines: Iterable[Facts]) -> frozenset[str]:
    """Return the kinds of which one of `lines`, of any length, be it quoted or not, speaks of what
    they must speak of and of one thing more: a story that has such lines is about it."""
    keys = [line.key for line in lines]
    said = [_all_topics(keys[at]) for at in _tells(keys)]
    return frozenset(
        kind
        for kind, speech in SPEECHES.items()
        if any(_spoken(told, speech) > len(speech.must) for told in said)
    )


def _spoken(said: frozenset[str], speech: Speech) -> int:
    for topic in speech.must:
        if not _says(said, topic):
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
    wanted = [line for line in unread if line.width >= SHORTEST and len(line.text) <= WIDEST]
    keys = [line.key for line in wanted]
    for at in _tells(keys):
        if not _speaks(keys[at]):
            wanted[at].topics = _topics(keys[at])


def _speaks(key: str) -> bool:
    """Whether there is quoted speech in a line, be it closed or not."""
    return any(len(quoted) > NAME_WIDTH for quoted in key.split(_QUOTE)[1::2])


def _tells(keys: Sequence[str]) -> set[int]:
    """The places of those of `keys` that may hold a telling word."""
    places: set[int] = set()
    for first in range(0, len(keys), FEW):
        few = keys[first : first + FEW]
        telling = _telling("\n".join(few))
        places.update([first + at for word in telling for at, key in enumerate(few) if word in key])
    return places


def _telling(text: str) -> list[str]:
    """The telling words that may stand in `text`: few or none, so each line is soon searched."""
    first, seen = _first_words(), text.encode("utf-8", "surrogatepass")
    words = set(seen.translate(_PARTS).split())
    found = words & first.whole
    found.update([word for word in words if word[:STEM_BYTES] in first.stems])
    if _may_join(text):
        found.update([word for word in first.inside if word in seen])
    return [word.decode("utf-8", "replace") for word in found]


def _topics(key: str) -> frozenset[str]:
    """The topics of a line, all of them, should one be among them that a kind must speak of."""
    found = _all_topics(key)
    return QUIET if found.isdisjoint(speech.must[0] for speech in SPEECHES.values()) else found


def _all_topics(key: str) -> frozenset[str]:
    words, known = set(_WORD.findall(key)), _words()
    if "'" in key:
        words.update([word.rpartition("'")[2] for word in words])
    found = {topic for word in words & known.whole.keys() for topic in known.whole[word]}
    begun = [word for word in words if word[:STEM_LETTERS] in known.stems]
    found.update(_begun(begun, known.stems) if begun else ())
    if _may_join(key):
        found.update([topic for word, topic in known.inside if word in key])
    return frozenset(found)


def _begun(words: Iterable[str], stems: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[str]:
    """The topics of the stems that `words` begin with."""
    for word in words:
        for stem, topic in stems[word[:STEM_LETTERS]]:
            if word.startswith(stem):
                yield topic


class _Words(NamedTuple):
    """The words of all topics, by how they are looked for: whole ones, how some begin, by their
    first letters, and those that may stand inside one."""

    whole: Mapping[str, Sequence[str]]
    stems: Mapping[str, Sequence[tuple[str, str]]]
    inside: Sequence[tuple[str, str]]


@cache
def _words() -> _Words:
    whole, stems = defaultdict[str, list[str]](list), defaultdict[str, list[tuple[str, str]]](list)
    inside: list[tuple[str, str]] = []
    for topic in _blocks():
        group = _group(topic)
        for word in group.whole:
            whole[word].append(topic)
        for stem in group.stems:
            stems[stem[:STEM_LETTERS]].append((stem, topic))
        inside += [(word, topic) for word in group.inside]
    return _Words(dict(whole), dict(stems), inside)


class _Group(NamedTuple):
    """The words of a topic: whole ones, how some begin, and those that may stand inside one."""

    whole: frozenset[str]
    stems: tuple[str, ...]
    inside: tuple[str, ...]


class _First(NamedTuple):
    """The words that a speech must have one of, as a page is searched for them, in UTF-8."""

    whole: frozenset[bytes]
    stems: frozenset[bytes]
    inside: tuple[bytes, ...]


@cache
def _first_words() -> _First:
    """What is looked for first: of words with hyphens, what stands in front of the first one."""
    groups = [_group(speech.must[0]) for speech in SPEECHES.values()]
    return _First(
        frozenset([w.partition("-")[0].encode() for group in groups for w in group.whole]),
        frozenset([w.encode()[:STEM_BYTES] for group in groups for w in group.stems]),
        tuple([w.encode() for group in groups for w in group.inside]),
    )


@cache
def _group(topic: str) -> _Group:
    """The words of a topic, which stand in order, by how they are looked for."""
    words = _blocks()[topic]
    first = bisect_left(words, _INSIDE)
    near, inside = words[:first], words[first:]
    stems = [word for word in near if word[-1] == _STEM]
    return _Group(
        frozenset(near).difference(stems), tuple([stem[:-1] for stem in stems]), tuple(inside)
    )


@cache
def _blocks() -> dict[str, list[str]]:
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    blocks = folded_case(text).rstrip("\n").split("\n\n[")[1:]
    return {topic: words.split("\n") for topic, words in [b.split("]\n") for b in blocks]}
