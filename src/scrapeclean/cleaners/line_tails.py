"""Tails of bylines and datelines: reading times and comment counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapeclean.edits import Edit
from scrapeclean.lexicon.cleaner import PhraseCleaner
from scrapeclean.lexicon.folding import EDGES, fold, fold_label
from scrapeclean.lexicon.matching import TRIMMED, Match, lexicon
from scrapeclean.lines import Line
from scrapeclean.page import Page
from scrapeclean.patterns import pattern

#: What stands before a tail where a byline or dateline ends: a mark, or a date's or time's end.
_MARK = pattern(r"[|·•/,–—-]\s*$")
_DATED = pattern(r"(?:\d\S{0,5}|[ap]\.?m\.?|uhr)\s*$", re.IGNORECASE)


class LineTails(PhraseCleaner):
    """Tails of bylines and datelines: reading times and comment counts.

    "By Ann Lee May 3, 2024 2 min read" loses its last three words. A tail is cut behind a mark
    ("|", "·"), a reading time behind a date as well; prose is never cut.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("By Ann Lee May 3, 2024 · 2 min read\\n")
    >>> page.apply(LineTails()(page)).text
    'By Ann Lee May 3, 2024\\n'
    """

    kinds = tuple(sorted(TRIMMED))
    name = "line_tails"

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield the deletion of each such tail, with the space or mark in front of it."""
        lines = page.lines
        lexicon().read(page.content_lines)
        for index in page.content:
            line = lines[index]
            hit = line.match
            if hit is not None and hit.how == "tail" and hit.kind in self.kinds:
                keep = _kept(line, hit)
                if keep:
                    span = (keep, len(line.text))
                    yield page.replace(index, span, "", (self.name, hit.why))


def _kept(line: Line, hit: Match) -> int:
    """How many characters stay in front of the tail; 0 where the line is better left alone."""
    if line.is_prose:
        return 0
    tail = fold(hit.phrase)
    words = line.text.rstrip(EDGES).rsplit(None, tail.count(" ") + 1)
    front = line.text[: line.text.find(words[0]) + len(words[0])] if len(words) > 1 else ""
    if fold_label(line.text[len(front) :]) != tail:
        return 0
    marked = bool(_MARK.search(front)) or line.text[len(front) :].lstrip()[:1] in "|·•"
    if not marked and not (hit.kind == "reading time" and _DATED.search(front)):
        return 0
    return len(_MARK.sub("", front).rstrip(" \t|·•/,–—-"))
