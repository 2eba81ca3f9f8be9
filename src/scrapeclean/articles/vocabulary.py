"""Words that tell one story from another, of any language, without a list of stop words.

Function words are short in scripts with spaces, and endings change: so the first six letters of
each longer word count. In scripts without spaces pairs of characters do the same service.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from sys import intern

from scrapeclean.articles.noted import noted
from scrapeclean.lines import Line
from scrapeclean.patterns import pattern

Words = frozenset[str]
#: Words, each once, as they are kept of all paragraphs of a page: a set takes eight times the room.
#: Their order says nothing.
Listed = tuple[str, ...]

STEM = 6
_NONE: Words = frozenset()
#: The scripts that write without spaces.
SPACELESS = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SPACELESS_RUN = pattern(f"[{SPACELESS}]{{2,}}")
# The space makes it quick: behind a quote or bracket no word is looked for.
_LONG_WORD = pattern(rf" \w{{{STEM}}}")
_WORD = pattern(r"[^\W\d_]{4,}|\d{2,}")


@noted
def stems(line: Line) -> Words:
    """Return the stems of the words of `line`, a short one, function words mostly left out."""
    # interned, as the same words come back all over the page
    words = [word[:STEM] for word in _WORD.findall(line.key)]
    return _pairs(line) or frozenset(map(intern, words))


@noted
def telling(line: Line) -> Listed:
    """Return the stems of the longer words of `line`: nouns and names, mostly."""
    return listed(_pairs(line) or {*map(intern, _LONG_WORD.findall(line.key))})


def listed(words: Set[str]) -> Listed:
    """Return `words` to be kept."""
    return (*words,)


def first_places(paragraphs: Sequence[Listed]) -> dict[str, int]:
    """Return for each word the first of `paragraphs` that has it."""
    first: dict[str, int] = {}
    for at in range(len(paragraphs) - 1, -1, -1):
        first |= dict.fromkeys(paragraphs[at], at)
    return first


def last_places(paragraphs: Sequence[Listed]) -> dict[str, int]:
    """Return for each word the last of `paragraphs` that has it."""
    last: dict[str, int] = {}
    for at, words in enumerate(paragraphs):
        last |= dict.fromkeys(words, at)
    return last


def is_wide(line: Line) -> bool:
    """Return whether `line` holds characters of scripts without spaces: they count twice."""
    return line.width > len(line.words)


def _pairs(line: Line) -> Words:
    if not is_wide(line):
        return _NONE
    runs = _SPACELESS_RUN.findall(line.key)
    return frozenset([intern(run[i : i + 2]) for run in runs for i in range(len(run) - 1)])
