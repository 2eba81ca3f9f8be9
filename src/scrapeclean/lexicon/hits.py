"""Hits: the lines of a page that say what furniture says, each with what vouches for it.

A phrase that is sure counts wherever it stands. A phrase that needs company counts when one that
is sure, or two that are not, stand among its neighbours. What was once vouched for stays so while
its neighbours are taken away one after another, which makes the answer independent of the order
of cleaners.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from scrapeclean.edits import Edit
from scrapeclean.lexicon.appeals import topics
from scrapeclean.lexicon.matching import Match, lexicon
from scrapeclean.page import Page

#: So many lines that say something, above and below, are a line's neighbours.
NEAR = 2
#: An appeal speaks of all four topics; beside another appeal three will do, and two between two.
FOUR, THREE, TWO = 4, 3, 2
#: So many lines are an end of a page.
END_LINES = 6
#: Kinds whose tails are cut off a line, which itself stays.
TRIMMED = frozenset({"reading time", "comments", "player"})
_KEY = "lexicon.hits"
_VOUCHED = "lexicon.vouched"

_Looked: TypeAlias = list[tuple[int, Match | None]]


def hits(page: Page) -> Mapping[int, Match]:
    """Return the furniture that the lexicon sees on `page`: the match of each such line."""
    found: Mapping[int, Match] | None = page.notes.get(_KEY)
    if found is None:
        found = page.notes[_KEY] = MappingProxyType(_hits(page))
    return found


def phrase_edits(page: Page, kinds: Collection[str], cleaner: str) -> Iterator[Edit]:
    """Yield the edits that take away the hits of `kinds`."""
    for index, hit in hits(page).items():
        if hit.kind in kinds:
            yield page.drop(index, cleaner, hit.why)


def _hits(page: Page) -> dict[int, Match]:
    looked = _look(page)
    for place in range(len(looked)):
        if _may_be_appeal(looked, place) and _is_appeal(page, looked, place):
            looked[place] = (looked[place][0], APPEAL)
    found = {
        index: hit
        for place, (index, hit) in enumerate(looked)
        if hit is not None and (hit.sure or _in_company(page, looked, place))
    }
    for index, hit in found.items():
        page.lines[index].notes[_VOUCHED] = hit
    return found


#: What an appeal that only its words give away is matched with.
APPEAL = Match("appeal", "money, press, reader and us in one breath", "", "words", True)


def _look(page: Page) -> _Looked:
    """Each line that says something with its match; a tail to be cut off is none."""
    match = lexicon().match
    looked: _Looked = []
    for index in page.content:
        line = page.lines[index]
        hit = line.notes.get(_VOUCHED) or match(line)
        if hit is not None and hit.how == "tail" and hit.kind in TRIMMED:
            hit = None
        looked.append((index, hit))
    return looked


def _may_be_appeal(looked: _Looked, place: int) -> bool:
    """Appeals stand at either end of a page, or beside other furniture."""
    if place < END_LINES or place >= len(looked) - END_LINES:
        return True
    near = looked[place - NEAR : place + NEAR + 1]
    return any(hit is not None and hit.sure for _, hit in near)


def _is_appeal(page: Page, looked: _Looked, place: int) -> bool:
    index, hit = looked[place]
    if hit is not None and hit.sure:
        return False
    spoken = len(topics(page.lines[index]))
    if spoken < TWO:
        return False
    beside = _appeals(looked, place - 1) + _appeals(looked, place + 1)
    return spoken >= (FOUR, THREE, TWO)[beside]


def _appeals(looked: _Looked, place: int) -> int:
    """1 when an appeal stands at `place`, else 0."""
    if not 0 <= place < len(looked):
        return 0
    hit = looked[place][1]
    return int(hit is not None and hit.sure and hit.kind in ("appeal", "payment"))


def _in_company(page: Page, looked: _Looked, place: int) -> bool:
    """Whether the neighbours of a match vouch for it: one that is sure, or two that are not."""
    if _VOUCHED in page.lines[looked[place][0]].notes:
        return True
    near = looked[max(0, place - NEAR) : place] + looked[place + 1 : place + 1 + NEAR]
    votes = [2 if hit.sure else 1 for _, hit in near if hit is not None]
    return sum(votes) >= 2
