"""The byline of an article: which of its lines name the authors.

Each line that may name somebody is a candidate: behind a byline word, below one, alone, in front
of a date or a role, at the head of a note on the author. Trees weigh the names and their place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from scrapeclean.articles.author_evidence import WORDED, Candidate, read_evidence
from scrapeclean.articles.author_lines import read_line
from scrapeclean.articles.bylines import begins_worded
from scrapeclean.articles.names import ROLE_WIDTH, is_role
from scrapeclean.articles.posts import signs_post
from scrapeclean.articles.story import Story
from scrapeclean.articles.trees import load_trees
from scrapeclean.credits import is_agency

#: A byline stands within so many lines below the headline, or above it ...
BELOW = 20
ABOVE = 8
#: ... or in one of so many right above the first paragraph, which is no further down than this ...
LEAD = 4
TO_LEAD = 120
#: ... or from so many lines above the article's last one to so many below; with a byline word
#: further below as well, and on any line below the headline that is no wider than this.
END_ABOVE, END_BELOW, FAR_BELOW = 8, 25, 80
WORDED_WIDTH = 60
#: As log-odds: from here on a line is the byline; another one with other names, from there on.
BAR = -1.8
SECOND_BAR = -0.5
#: ... and right below or above the first, from there on: names often stand one a line.
NEXT_BAR = -2.0
#: A note on somebody, who may be anybody the story tells of, is the byline from here on.
NOTE_BAR = -0.8
#: An agency alone on a line that no paragraph parts from the headline hardly says anything else.
AGENCY_BAR = -4.5
#: Bylines of one article stand so close to one another.
TOGETHER = 6


class Byline(NamedTuple):
    """The names as the page prints them, and the lines that hold them."""

    names: str | None
    lines: set[int]


def find_byline(story: Story, headline: int | None, taken: Collection[int]) -> Byline:
    """Return who wrote `story`, of whose lines the one at `headline` is its headline, if any is;
    lines in `taken` are other parts of it."""
    top = headline or 0
    other = taken if headline is None else {headline, *taken}
    every = list(candidates(story, top, other))
    weigh = load_trees()["byline"]
    odds = [weigh(read_evidence(story, one, top, every)) for one in every]
    above = [odd - _bar(story, one, top) for one, odd in zip(every, odds, strict=True)]
    best = max(range(len(every)), key=lambda n: (above[n], -n), default=None)
    if best is None or above[best] < 0:
        return Byline(None, set())
    found = _together(every, odds, best)
    lines = {at for one in found if one.form != "note" for at in one.lines}
    roles = {at + 1 for at in lines if _is_role(story, at + 1)}
    return Byline(", ".join(one.names for one in found), lines | roles)


def _bar(story: Story, one: Candidate, top: int) -> float:
    """What the odds of `one` have to exceed."""
    if one.form == "note":
        return NOTE_BAR
    near = one.at > top and story.prose_above(one.at) == story.prose_above(top)
    return AGENCY_BAR if near and one.form == "alone" and is_agency(one.names) else BAR


def _is_role(story: Story, at: int) -> bool:
    """Whether the line at `at`, right below names, is what their bearer is called."""
    line = story.line(at)
    return line is not None and line.width <= ROLE_WIDTH and is_role(line.words.split()[-1])


def _together(every: Sequence[Candidate], odds: Sequence[float], best: int) -> list[Candidate]:
    """The best candidate, and those near it that name others, in order of place."""
    found = [every[best]]
    for one, odd in zip(every, odds, strict=True):
        near = abs(one.at - every[best].at) <= TOGETHER
        beside = any(one.at - other.lines[-1] in (-1, 1) for other in found)
        bar = NEXT_BAR if beside and one.form != "note" else SECOND_BAR
        if near and odd > bar and not _says_again(one, found):
            found.append(one)
    return sorted(found)


def _says_again(one: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether the same names stand among `found`, perhaps with more or fewer words."""
    names = one.names.casefold()
    known = [other.names.casefold() for other in found]
    return any(names in other or other in names for other in known)


def candidates(story: Story, top: int, taken: Collection[int]) -> Iterator[Candidate]:
    """Yield what may name the authors of `story`, whose headline stands near `top`, in order of
    place; lines in `taken` do not."""
    near, end, far = _places(story, top)
    for at in sorted({*near, *end, *far}):
        if at in taken or signs_post(story.lines[at]):
            continue
        for found in read_line(story, at, at in near):
            if found.form in WORDED or (at not in far and _may_stand(story, found)):
                yield found


def _may_stand(story: Story, one: Candidate) -> bool:
    """Notes on the author stand below the story; whom its first paragraphs name, it tells of."""
    return one.form != "note" or 2 * story.prose_above(one.at) >= len(story.paragraphs)


def _places(story: Story, top: int) -> tuple[set[int], set[int], set[int]]:
    """Where bylines are looked for: near the headline, at the end, further below."""
    size = len(story.lines)
    last = story.own[-1] if story.own else 0
    lead = top + 1 + story.to_prose(top, TO_LEAD)
    near = {*range(max(0, top - ABOVE), min(last, top + BELOW) + 1)}
    near |= {*range(max(0, lead - LEAD), min(last, lead) + 1)}
    end = {*range(max(top + 1, last - END_ABOVE), min(size, last + 1 + END_BELOW))}
    far = {*range(last + 1 + END_BELOW, min(size, last + FAR_BELOW))}
    far |= {at for at in range(top, last) if story.lines[at].width < WORDED_WIDTH}
    far -= near | end
    return near, end, {at for at in far if begins_worded(story.lines[at].words)}
