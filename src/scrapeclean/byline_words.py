"""Where the words stand that announce an author: "By", "Von", "Written by:".

They are looked up by their length, those of `byline_words.txt`. One expression of all of them would
find the same, but takes longer to compile than a page takes to be read.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scrapeclean.facts import Facts
from scrapeclean.patterns import pattern

#: Letters that tell whether a word may begin here; one of Han script may have one alone.
HEAD = 2
#: A longer line tells of somebody; what is shorter than this is no name.
SIGNED_WIDTH, SHORTEST_NAME = 60, 3
#: Words in Han script that need no mark behind them: others begin many a word.
_BEARERS = ("記者", "记者")
_BRACKETS = ("(", "（", "[")
# What parts a word from the names, "՝" in Armenian: behind one in Han script it may be missing.
_BEHIND = pattern(r"\s*[:：՝/|]\s*|\s+")
_BEHIND_HAN = pattern(r"\s*[:：՝/|]\s*|\s*")
_COLON = pattern(r"\s?[:：՝]\s?")
# Words that need no colon in the middle of a line: "Listen Posted by Ann Poe".
_VERB = pattern(r"(?<=[\s(|,])(?:posted|written|published|reported) by\s", re.IGNORECASE)


class _Words(NamedTuple):
    known: frozenset[str]
    sizes: tuple[int, ...]  # the longest first
    heads: frozenset[str]  # what they begin with: most lines begin with none of these


@cache
def _words() -> _Words:
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    rows = [line.split(" ", 1)[1] for line in text.splitlines() if not line.startswith("#")]
    known = frozenset([word.strip().casefold() for row in rows for word in row.split("|")])
    heads = frozenset(word[:HEAD] for word in known)
    return _Words(known, tuple(sorted({*map(len, known)}, reverse=True)), heads)


def is_word(text: str) -> bool:
    """Return whether `text` is one of the words, whatever its case."""
    return text.casefold() in _words().known


def is_signed(line: Facts) -> bool:
    """Return whether `line` is short, a byline word with what may be a name behind it.

    >>> [is_signed(Facts(text)) for text in ("By Ann Poe", "By the river", "作者：陈晓雨")]
    [True, False, True]
    """
    text = line.words
    end = word_end(text) if len(text) <= SIGNED_WIDTH and not line.ends_sentence else 0
    name = text[end:]
    if not end or len(name) < SHORTEST_NAME or not name[0].isalpha() or name[0].islower():
        return False
    return not text[end - 1].isalnum() or text.startswith(_BEARERS)


def word_end(text: str) -> int:
    """Return where the byline word that `text` begins with, and what parts it from the names, have
    come to their end: a colon or a space. 0 where it begins with none."""
    start = int(text.startswith(_BRACKETS))
    known, sizes, heads = _words()
    folded = _folded(text[start : start + sizes[0]])
    if folded[:1] not in heads and folded[:HEAD] not in heads:
        return 0
    for size in sizes:
        if folded[:size] in known and size <= len(folded):
            behind = _BEHIND_HAN if "\u3400" <= folded[size - 1] <= "\u9fff" else _BEHIND
            found = behind.match(text, start + size)
            if found:
                return found.end()
    return 0


def inner_word_end(text: str) -> int:
    """Return where a byline word with a colon, anywhere in `text`, has come to its end, or one that
    needs none: "May 5, 2024 Author: Ann Poe". 0 where there is none."""
    verb = _VERB.search(text)
    for colon in _COLON.finditer(text):
        start = _word_start(text[: colon.start()])
        if start and not (verb and verb.start() < start):
            return colon.end()
    return verb.end() if verb else 0


def _word_start(text: str) -> int:
    """Where the byline word begins that `text` ends with, behind something else; 0 for none."""
    known, sizes, _ = _words()
    folded = _folded(text)
    for size in sizes:
        start = len(text) - size
        if start > 0 and folded[start:] in known and _parts(text[start - 1]):
            return start
    return 0


def _parts(character: str) -> bool:
    """Whether a word may stand behind `character`."""
    return character.isspace() or character in "(|,"


def _folded(text: str) -> str:
    """`text` in small letters, each where it was; all kinds of i and of sigma are one."""
    return text.replace("İ", "i").lower().replace("ς", "σ").replace("ı", "i")
