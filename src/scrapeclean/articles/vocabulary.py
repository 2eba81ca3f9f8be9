"""Words that tell one story from another, of any language, without a list of stop words.

Function words are short in scripts with spaces, and endings change: so the first six letters of
each longer word count. In scripts without spaces pairs of characters do the same service.

`Cohesion` is lexical chaining (Morris and Hirst 1991; as links between near occurrences, Galley et
al. 2003, LCseg): how many words link the prose above a place with the prose below it. One sweep
over the words gives it for all places at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain

from scrapeclean.articles.outline import Outline
from scrapeclean.lines import Line

Words = frozenset[str]

STEM = 6
#: Two occurrences further apart than this (in width) make no link; of 1,500, 2,500 and 4,000 it
#: parts stories best on the development pages (area under the curve .93, .961 and .960).
LINK = 2500
#: Words in more than this share of the paragraphs around tell no story from another.
SMALL_CHANGE = 0.34

_SPACELESS = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SPACELESS_RUN = re.compile(f"[{_SPACELESS}]{{2,}}")
_LONG_WORD = re.compile(rf"\b[^\W\d_]{{{STEM}}}")
_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
# Inside a sentence; a capital there makes a name.
_ASCII_NAME = re.compile(r"(?<=[\w,;)] )[A-Z][A-Za-z]{2,}")
_INSIDE = re.compile(r"(?<=[\w,;)] )[^\W\d_]{3,}")


def stems(line: Line) -> Words:
    """Return the stems of the words of `line`, a short one, function words mostly left out."""
    known: Words | None = line.notes.get("stems")
    if known is None:
        known = line.notes["stems"] = _pairs(line.key) or frozenset(
            word[:STEM] for word in _WORD.findall(line.key)
        )
    return known


def telling(line: Line) -> Words:
    """Return the stems of the longer words of `line`: nouns and names, mostly."""
    known: Words | None = line.notes.get("telling")
    if known is None:
        known = line.notes["telling"] = _pairs(line.key) or frozenset(_LONG_WORD.findall(line.key))
    return known


def names(line: Line) -> Words:
    """Return the words of `line` with a capital inside a sentence."""
    known: Words | None = line.notes.get("names")
    if known is None:
        text = line.words
        if text.isascii():
            found = _ASCII_NAME.findall(text)
        else:
            found = [word for word in _INSIDE.findall(text) if word[0].isupper()]
        known = line.notes["names"] = frozenset(found)
    return known


def common(above: Sequence[Words], below: Sequence[Words]) -> float:
    """Return the share of words that both sides have, of the poorer side's."""
    upper, lower = frozenset().union(*above), frozenset().union(*below)
    return len(upper & lower) / (1 + min(len(upper), len(lower)))


def small_change(paragraphs: Sequence[Words]) -> Words:
    """Return the words that stand in so many of `paragraphs` that they tell nothing."""
    counts = Counter(chain.from_iterable(paragraphs))
    often = max(2.0, SMALL_CHANGE * len(paragraphs))
    return frozenset([word for word, count in counts.items() if count > often])


def _pairs(key: str) -> Words:
    if key.isascii():
        return frozenset()
    runs = _SPACELESS_RUN.findall(key)
    return frozenset([run[i : i + 2] for run in runs for i in range(len(run) - 1)])


class Cohesion:
    """How the paragraphs of `outline` hang together, between any two of them."""

    def __init__(self, outline: Outline) -> None:
        self._mass = outline.mass
        self._paragraphs = [i for i, is_paragraph in enumerate(outline.paragraphs) if is_paragraph]
        self._ends = [self._mass[i] for i in self._paragraphs]
        self._links: list[int] = []
        self._counts: list[int] = []
        self._chain(outline)

    def _chain(self, outline: Outline) -> None:
        """Count links across each place, and words in front of it."""
        changes = [0] * (len(self._paragraphs) + 1)
        counts = [0]
        seen: dict[str, int] = {}
        for at, position in enumerate(self._paragraphs):
            words = telling(outline.lines[position])
            reach = bisect_left(self._ends, self._mass[position] - LINK)
            for word in words:
                before = seen.get(word, -1)
                if before >= reach:
                    changes[before + 1] += 1
                    changes[at + 1] -= 1
                seen[word] = at
            counts.append(counts[-1] + len(words))
        self._links = list(accumulate(changes))
        self._counts = counts

    def across(self, position: int) -> float:
        """Return the links across `position` for each word on the poorer side: 0 is a break."""
        at = bisect_left(self._paragraphs, position)
        mass = self._mass[position]
        first = bisect_left(self._ends, mass - LINK)
        last = bisect_left(self._ends, mass + LINK)
        above = self._counts[at] - self._counts[first]
        below = self._counts[last] - self._counts[at]
        return self._links[at] / (1 + min(above, below))
