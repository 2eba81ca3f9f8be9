"""A story: an article's lines in the order of the source, those that have gone between them too.

The parts of an article are read from it. What the cleaners have taken away is no text, but it may
be the headline, or name the author.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from scrapeclean.articles.captions import is_credit
from scrapeclean.articles.marks import has_caption
from scrapeclean.articles.vocabulary import stems
from scrapeclean.cached import cached_property
from scrapeclean.lines import Line

#: Prose below a line, in width, in which the words of a headline come back.
BELOW = 1500
_WORD = re.compile(r"[^\W\d_]+")


class Story:
    """`lines` are all lines with words, `own` the places among them of those that the clean text
    has; `copied` are the keys of lines of which a copy has gone as a second headline, `doubled` of
    those of which one has gone as a second caption."""

    def __init__(
        self,
        lines: Sequence[Line],
        own: Iterable[int] | None = None,
        copied: Collection[str] = (),
        doubled: Collection[str] = (),
    ) -> None:
        self.lines = lines
        self.own: list[int] = list(range(len(lines)) if own is None else own)
        self.copied = copied
        self.doubled = doubled
        self._below: dict[int, str] = {}

    @cached_property
    def is_own(self) -> list[bool]:
        """Whether each line stands in the clean text."""
        flags = [False] * len(self.lines)
        for place in self.own:
            flags[place] = True
        return flags

    @cached_property
    def paragraphs(self) -> list[int]:
        """The places of the article's own paragraphs."""
        return [place for place in self.own if self.lines[place].is_prose]

    @cached_property
    def prose(self) -> str:
        """The words of all its paragraphs."""
        return " ".join([self.lines[place].key for place in self.paragraphs])

    @cached_property
    def text(self) -> str:
        """The words of all lines."""
        return "\n".join([line.key for line in self.lines])

    @cached_property
    def spoken(self) -> Counter[str]:
        """In how many paragraphs each word is said, by its stem."""
        return Counter([stem for place in self.paragraphs for stem in stems(self.lines[place])])

    @cached_property
    def copies(self) -> Counter[str]:
        """How often each line stands there, by its key."""
        return Counter([line.key for line in self.lines])

    @cached_property
    def captions(self) -> int:
        """How many of its own lines are captions by their words alone."""
        return sum(has_caption(self.lines[place]) for place in self.own)

    @cached_property
    def pairs(self) -> int:
        """How many of its own lines have a picture's credit, and nothing else, below them."""
        return sum(is_credit(self.lines[at + 1]) for at in self.own if at + 1 < len(self.lines))

    @cached_property
    def usual_width(self) -> int:
        """The width of the paragraph in the middle, if they are put in order of width."""
        widths = sorted(self.lines[place].width for place in self.paragraphs)
        return widths[len(widths) // 2] if widths else 1

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that its paragraphs have in small letters, as no name has."""
        found = {word for at in self.paragraphs for word in _WORD.findall(self.lines[at].words)}
        return frozenset(word for word in found if word.islower())

    def line(self, at: int) -> Line | None:
        """Return the line at place `at`, if there is one."""
        return self.lines[at] if 0 <= at < len(self.lines) else None

    def own_beside(self, at: int, step: int) -> Line | None:
        """Return the next of its own lines above (`step` is -1) or below (1) place `at`."""
        place = bisect_left(self.own, at) - 1 if step < 0 else bisect_right(self.own, at)
        return self.lines[self.own[place]] if 0 <= place < len(self.own) else None

    def prose_above(self, at: int) -> int:
        """Return how many paragraphs stand above place `at`."""
        return bisect_left(self.paragraphs, at)

    def to_prose(self, at: int, most: int) -> int:
        """Return how many lines stand between place `at` and the next paragraph, at `most`."""
        first = bisect_right(self.paragraphs, at)
        return min(most, self.paragraphs[first] - at - 1) if first < len(self.paragraphs) else most

    def prose_below(self, at: int) -> str:
        """Return the words of the first paragraphs below place `at`."""
        first = bisect_right(self.paragraphs, at)
        if first not in self._below:
            self._below[first] = " ".join(self._keys_from(first))
        return self._below[first]

    def _keys_from(self, first: int) -> list[str]:
        keys, width = [], 0
        for place in range(first, len(self.paragraphs)):
            line = self.lines[self.paragraphs[place]]
            keys.append(line.key)
            width += line.width
            if width > BELOW:
                break
        return keys
