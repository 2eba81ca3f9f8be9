"""The body of an article: paragraphs and subheads, nothing else.

The line scorer judges each line while all furniture still stands around it. The clean text keeps
what is in doubt; a body is for those who want the story alone, so there odds of three to five are
asked for, and what reads like a story far from it is left out. On a page that is clean at a glance
nothing is in doubt but the labels above the story.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from scrapeclean.articles.marks import spells_alike
from scrapeclean.articles.splitting import AS_CUT
from scrapeclean.lexicon.hits import are_found
from scrapeclean.lines import Line
from scrapeclean.model import body_places, looks_clean, score_body
from scrapeclean.page import Page

#: Where less than this share of an article's prose is taken for body, it has been misread.
LEAST_PROSE = 0.2
#: On a page of several articles, of which the scorer knows less, the bar is so much lower, in
#: log-odds. Of 1,929 stories glued by threes 54.6 % come back whole at this, 53.1 % at -1.5; of
#: 440 glued with captions and widgets between them, one fewer.
GLUED_BAR = -0.5
#: A line between headline and first paragraph that is no wider is a section's name or the like.
LABEL_WIDTH = 25
#: A wider line above the headline is text that lacks its full stop.
KICKER_WIDTH = 160
#: Labels above the headline are sections and kickers; from this share of the article on they are
#: its text, as in an agenda or a list whose heading was taken for the headline.
ASIDE_SHARE = 0.2


def numbers_of_body(source: Page, starts: Sequence[int]) -> frozenset[int]:
    """Return the numbers of the lines of `source` that are taken for body, counted from 1;
    `starts` says where in it each article starts, in characters."""
    page = _as_read(source)
    if looks_clean(page):
        return frozenset([page.lines[index].number for index in page.content])
    lines, bar = page.content_lines, GLUED_BAR * (len(starts) > 1)
    scores, widths = _scores(page, bar), [line.width for line in lines]
    places = [bisect_left(lines, start, key=attrgetter("start")) for start in starts]
    return frozenset(
        lines[first + at].number
        for first, stop in pairwise([*places, len(lines)])
        for at in body_places(scores[first:stop], widths[first:stop])
    )


def _scores(page: Page, bar: float) -> list[float]:
    """By how much each line of content is above the `bar`."""
    scores = score_body(page)
    return [scores[index] - bar for index in page.content]


def _as_read(source: Page) -> Page:
    """The page as the first pass has read it, if that met it whole and as it came. Lines remember
    what was said of them in later passes: another page of them would be read differently."""
    met: Page | None = source.notes.get(AS_CUT)
    return met if met and not met.cuts and are_found(met) else Page.from_text(source.source)


def body_lines(lines: Sequence[Line], headline: Line | None, numbers: frozenset[int]) -> list[Line]:
    """Return the lines of an article that are its body, as far as they are no other part; all
    that may be, where hardly any prose of it is among `numbers`."""
    words = [line for line in lines if line.words and line is not headline]
    aside = _aside(lines, words, headline)
    words = [line for line in words if id(line) not in aside]
    body = [line for line in words if line.number in numbers]
    return body if _prose(body) >= LEAST_PROSE * _prose(words) else words


def as_text(lines: Sequence[Line], body: Sequence[Line], other: set[int]) -> str:
    """Return the `body`, one line a paragraph, with a blank line between those of `lines` that had
    one; `other` are the ids of lines that are other parts."""
    pieces: list[str] = []
    apart = False
    kept = {id(line) for line in body} - other
    for line in lines:
        apart = apart or not line.words
        if id(line) in kept:
            pieces += ["\n\n" if apart else "\n"] * bool(pieces) + [line.words]
            apart = False
    return "".join(pieces)


def _aside(lines: Sequence[Line], words: Sequence[Line], headline: Line | None) -> set[int]:
    """Lines above the headline that are no paragraphs, and short labels between the headline and
    the first paragraph. Where either is much of the article, it is its text."""
    above = [line for line in lines[: _place(lines, headline)] if line.words]
    below = words[len(above) :]
    paragraph = next((at for at, line in enumerate(below) if line.is_prose), 0)
    between = [line for line in below[: max(0, paragraph - 1)] if _is_label(line)]
    few = ASIDE_SHARE * _mass(words)
    aside = {id(line) for line in above if _is_kicker(line)} if _mass(above) <= few else set()
    aside |= {id(line) for line in between} if _mass(between) <= few else set()
    return aside | _spellings(words[: len(above) + paragraph], headline, lines)


def _spellings(above: Sequence[Line], headline: Line | None, lines: Sequence[Line]) -> set[int]:
    """The other spellings of a headline that has gone, among the lines `above` the paragraphs."""
    if headline is None or any(line is headline for line in lines):
        return set()
    return {id(line) for line in above if spells_alike(line, headline)}


def _is_kicker(line: Line) -> bool:
    return not line.is_prose and line.width <= KICKER_WIDTH


def _is_label(line: Line) -> bool:
    return line.width < LABEL_WIDTH and not line.ends_sentence


def _mass(lines: Sequence[Line]) -> int:
    return sum(line.width for line in lines)


def _prose(lines: Sequence[Line]) -> int:
    return sum(line.width for line in lines if line.is_prose)


def _place(lines: Sequence[Line], headline: Line | None) -> int:
    """How many of `lines` stand above the headline, which may itself have gone."""
    if headline is None:
        return 0
    here = next((at for at, line in enumerate(lines) if line is headline), None)
    return sum(line.start < headline.start for line in lines) if here is None else here
