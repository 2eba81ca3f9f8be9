"""Where the words stand that announce an author: "By", "Von", "Written by:".

They are looked up by their length, those of `byline_words.txt`. One expression of all of them would
find the same, but takes longer to compile than a page takes to be read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from scrapeclean.articles.tables import phrase_set
from scrapeclean.patterns import pattern

#: Letters that tell whether a word may begin here; one of Han script may have one alone.
HEAD = 2
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
    known = phrase_set("byline_words")
    heads = frozenset(word[:HEAD] for word in known)
    return _Words(known, tuple(sorted({*map(len, known)}, reverse=True)), heads)


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
