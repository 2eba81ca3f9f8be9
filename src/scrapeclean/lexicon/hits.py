"""Hits: the lines of a page that the lexicon takes for furniture, each with what vouches for it.

A phrase that is sure counts wherever it stands. A phrase that needs company counts when another
hit stands next to it, or when it stands outside the page's prose beside a second such phrase. What
was once vouched for stays so while its neighbours are taken away one after another, which makes
the answer independent of the order of cleaners.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from scrapeclean.edits import Edit
from scrapeclean.lexicon.matching import Match, lexicon
from scrapeclean.page import Page

_KEY = "lexicon.hits"
_VOUCHED = "lexicon.vouched"
#: So many lines that say something, above and below, are a phrase's neighbours.
NEAR = 2


def hits(page: Page) -> Mapping[int, Match]:
    """Return the furniture that the lexicon sees on `page`: the match of each such line."""
    found: Mapping[int, Match] | None = page.notes.get(_KEY)
    if found is None:
        found = page.notes[_KEY] = MappingProxyType(_hits(page))
    return found


def _hits(page: Page) -> dict[int, Match]:
    match = lexicon().match
    matches = [(index, match(page.lines[index])) for index in page.content]
    found: dict[int, Match] = {}
    for place, (index, hit) in enumerate(matches):
        if hit is not None and (hit.sure or _in_company(page, matches, place)):
            page.lines[index].notes[_VOUCHED] = True
            found[index] = hit
    return found


def _in_company(page: Page, matches: list[tuple[int, Match | None]], place: int) -> bool:
    """Whether the neighbours of a match vouch for it: one that is sure, or two that are not."""
    if _VOUCHED in page.lines[matches[place][0]].notes:
        return True
    near = matches[max(0, place - NEAR) : place] + matches[place + 1 : place + 1 + NEAR]
    votes = [2 if hit.sure else 1 for _, hit in near if hit is not None]
    return sum(votes) >= 2


def phrase_edits(page: Page, kinds: Collection[str], cleaner: str) -> Iterator[Edit]:
    """Yield the edits that take away the hits of `kinds`."""
    for index, hit in hits(page).items():
        if hit.kind in kinds:
            yield page.drop(index, cleaner, hit.why)
