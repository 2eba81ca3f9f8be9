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
from scrapeclean.lines import Line
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

_Looked: TypeAlias = list[Match | None]


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
    _find_appeals(page, looked)
    found = {
        page.content[place]: hit
        for place, hit in enumerate(looked)
        if hit is not None and (hit.sure or _in_company(page, looked, place))
    }
    for index, hit in found.items():
        page.lines[index].hit = hit
    return found


#: What an appeal that only its words give away is matched with.
APPEAL = Match("appeal", "money, press, reader and us in one breath", "", "words", True)


def _look(page: Page) -> _Looked:
    """The match of each line of `page.content`; a line is read once, however many pages have it."""
    lines = page.lines
    return [lines[index].hit or _read(lines[index]) for index in page.content]


def _read(line: Line) -> Match | None:
    """What `line` is taken for; a tail to be cut off is nothing."""
    hit = lexicon().match(line)
    return None if hit is not None and hit.how == "tail" and hit.kind in TRIMMED else hit


def _find_appeals(page: Page, looked: _Looked) -> None:
    """Put `APPEAL` for what its words give away, at either end of a page or beside furniture."""
    last_sure = -NEAR - 1
    for place, hit in enumerate(looked):
        if _is_sure(hit):
            last_sure = place
            continue
        at_end = place < END_LINES or place >= len(looked) - END_LINES
        beside = place - last_sure <= NEAR or any(map(_is_sure, _below(looked, place)))
        if (at_end or beside) and _is_appeal(page, looked, place):
            looked[place] = APPEAL
            last_sure = place


def _is_sure(hit: Match | None) -> bool:
    return hit is not None and hit.sure


def _below(looked: _Looked, place: int) -> _Looked:
    return looked[place + 1 : place + 1 + NEAR]


def _is_appeal(page: Page, looked: _Looked, place: int) -> bool:
    spoken = len(topics(page.lines[page.content[place]]))
    if spoken < TWO:
        return False
    beside = _appeals(looked, place - 1) + _appeals(looked, place + 1)
    return spoken >= (FOUR, THREE, TWO)[beside]


def _appeals(looked: _Looked, place: int) -> int:
    """1 when an appeal stands at `place`, else 0."""
    if not 0 <= place < len(looked):
        return 0
    hit = looked[place]
    return int(hit is not None and hit.sure and hit.kind in ("appeal", "payment"))


def _in_company(page: Page, looked: _Looked, place: int) -> bool:
    """Whether the neighbours of a match vouch for it: one that is sure, or two that are not."""
    if page.lines[page.content[place]].hit is not None:
        return True
    near = looked[max(0, place - NEAR) : place] + _below(looked, place)
    votes = [2 if hit.sure else 1 for hit in near if hit is not None]
    return sum(votes) >= 2
