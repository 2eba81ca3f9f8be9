"""The headline of an article: which of its lines it is.

A sum over a few numbers picks the best dozen of the top lines; trees that also see how these few
compare with one another pick one of them, or none.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nlargest
from itertools import chain

from scrapeclean.articles.captions import is_surely_caption, names_somebody
from scrapeclean.articles.dates import find_date
from scrapeclean.articles.headline_evidence import (
    Contender,
    final_evidence,
    first_evidence,
    worth,
)
from scrapeclean.articles.marks import (
    furniture_kind,
    has_byline,
    has_caption,
    has_date,
    is_bullet,
    like_headline,
    spells_alike,
)
from scrapeclean.articles.story import Story
from scrapeclean.articles.trees import load_trees
from scrapeclean.facts import CLOSERS, FULL_STOPS
from scrapeclean.lines import Line

#: The narrowest headlines of the development pages, and the widest.
WIDTH = range(5, 251)
#: Narrower than this a line with a date in it prints the date.
DATE_LINE = 60
#: A headline stands above all but so much of the article's prose ...
ABOVE_SHARE = 0.35
#: ... and is the first line, or one of so many above the first paragraph, and then some below.
ABOVE = 120
#: Of these so many are looked at.
TOP = 400
#: So many lines are compared with one another: one of them is the headline on 99 pages of 100.
FINALISTS = 12
#: On the scale of the trees, where at nought a headline is as likely as none. Lower, more
#: subheads are taken for headlines than headlines found.
BAR = -1.0
#: No headline of the development pages that is wider than this ends in a full stop; of the first
#: paragraphs nearly all do.
STOPPED_WIDTH = 100
#: What stands in front of headlines that quote somebody; other bullets begin items of lists.
DASHES = "-–—"


def find_headline(story: Story) -> int | None:
    """Return which of the lines of `story` is its headline, if any; where there is no prose, as
    in a gallery, it is the first that looks like one."""
    trees = load_trees()["headline"]
    best = max(((trees(one.evidence), -one.at) for one in finalists(story)), default=(BAR, 0))
    if best[0] > BAR:
        return -best[1]
    first = story.own[0] if story.own and not story.paragraphs else None
    return first if first is not None and like_headline(story.lines[first]) else None


def kept_copy(story: Story, at: int) -> Line:
    """Return the line at `at` or, if it has gone, the one that stayed of which it is a copy."""
    line = story.lines[at]
    own = (story.lines[place] for place in story.own)
    return line if story.is_own[at] else next((x for x in own if x.key == line.key), line)


def finalists(story: Story) -> list[Contender]:
    """Return the lines of `story` that are worth most as its headline, in their order, each with
    all evidence."""
    contenders = []
    for at in candidates(story):
        evidence = first_evidence(story, at)
        contenders.append(Contender(at, worth(evidence), evidence))
    best = sorted(nlargest(FINALISTS, contenders, key=lambda one: (one.worth, -one.at)))
    return [one._replace(evidence=final_evidence(story, one, best)) for one in best]


def candidates(story: Story) -> Iterator[int]:
    """Yield the places of lines that may be the headline of `story`."""
    if story.own:
        top = story.paragraphs[0] if story.paragraphs else story.own[0]
        first = max(1, top - ABOVE)
        for at in chain([0], range(first, min(_end(story), first + TOP))):
            if not _is_other_part(story.lines[at]) and not _is_caption(story, at):
                yield at


def _is_caption(story: Story, at: int) -> bool:
    """Whether the line is a caption and has nothing of the page's title, which may end in a word
    in brackets as well."""
    line, first, below = story.lines[at], story.lines[0], story.own_beside(at, 1)
    if not has_caption(line):
        return False
    if at == 0:
        named = is_surely_caption(line) or names_somebody(line)
        return named and below is not None and like_headline(below)
    return is_surely_caption(line) and not spells_alike(line, first)


def _end(story: Story) -> int:
    """The place below which too little of the prose is left for a headline to head."""
    limit = ABOVE_SHARE * sum([story.lines[at].width for at in story.paragraphs])
    for at in story.paragraphs:
        limit -= story.lines[at].width
        if limit < 0:
            return at + 1
    return story.own[-1] + 1


def _is_other_part(line: Line) -> bool:
    return (
        line.width not in WIDTH
        or _is_paragraph(line)
        or line.words.endswith((":", "：", ","))
        or (is_bullet(line) and line.words[0] not in DASHES)
        or line.credited
        or bool(furniture_kind(line))
        or has_byline(line)
        or _is_date(line)
    )


def _is_paragraph(line: Line) -> bool:
    """Whether the line is a sentence too long for a headline, with a full stop."""
    if line.width <= STOPPED_WIDTH or not line.is_prose:
        return False
    return line.words.rstrip(CLOSERS)[-1] in FULL_STOPS


def _is_date(line: Line) -> bool:
    """Whether the line prints a date, and hardly more."""
    if line.width >= DATE_LINE or not has_date(line):
        return False
    date = find_date(line.words)
    return date is not None and line.width - len(date.text) < WIDTH[0]
