"""Splitting: where on a glued page the next story begins.

A story can only begin in a stretch between two bodies of prose. Each line of such a stretch is
weighed by the evidence for it, and of all ways to cut the page the one with the largest sum
counts, with enough prose between any two cuts: one decision over the page. No cut is the sum
zero, so a page stays whole unless the evidence for some cut is worth more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from scrapeclean.articles.decisions import Decisions, load_decisions
from scrapeclean.articles.evidence import (
    Evidence,
    cohesion_evidence,
    find_headline,
    headline_evidence,
    surroundings,
)
from scrapeclean.articles.openings import Opening, Place, opening_evidence, page_opening
from scrapeclean.articles.outline import Outline, Stretch
from scrapeclean.articles.reasons import reason
from scrapeclean.articles.vocabulary import Cohesion
from scrapeclean.page import Page

#: A story has a body of at least so much prose, in width: the shortest of the development pages
#: are briefs of two sentences.
SHORTEST_BODY = 100
#: Furniture above a story's headline of more lines is passed over: no page start is as long.
LONGEST_TOP = 50


@dataclass(frozen=True)
class Cut:
    """Line `index` begins an article, because of `why`."""

    index: int
    why: str


class Candidate(NamedTuple):
    """A line where a story may begin, and the weight of the evidence for it."""

    position: int
    weight: float
    evidence: Evidence


def find_cuts(page: Page) -> tuple[Cut, ...]:
    """Return where, after the first line, an article begins; mostly nowhere."""
    outline = Outline(page)
    stretches = between_bodies(outline)
    if not stretches:
        return ()
    decisions = load_decisions()
    candidates = [c for c in find_candidates(outline, stretches, decisions) if c.weight > 0]
    return tuple(
        Cut(page.content[c.position], reason(c.evidence, decisions.opening.of))
        for c in _best(outline, candidates)
    )


def between_bodies(outline: Outline) -> list[Stretch]:
    """Return the stretches with enough prose above and below."""
    mass = outline.mass
    if mass[-1] < 2 * SHORTEST_BODY:
        return []
    return [
        stretch
        for stretch in outline.stretches
        if mass[stretch.first] >= SHORTEST_BODY and mass[-1] - mass[stretch.last] >= SHORTEST_BODY
    ]


def find_candidates(
    outline: Outline, stretches: list[Stretch], decisions: Decisions
) -> Iterator[Candidate]:
    """Yield the lines of promising `stretches` with their weights."""
    page: Opening | None = None
    for stretch, evidence in _promising(outline, stretches, decisions):
        headline = find_headline(outline, stretch)
        evidence |= headline_evidence(outline, stretch, headline)
        if decisions.headline(evidence) <= 0:
            continue
        page = page or page_opening(outline)
        place = Place.of(outline, stretch, headline, evidence["linked"])
        ground = decisions.opening(evidence)
        for position in _openings(outline, place):
            own = opening_evidence(outline, place, position, page)
            linear = ground + decisions.opening.sum(own)
            if linear > 0:
                whole = evidence | own
                yield Candidate(position, decisions.trees(whole, linear), whole)


def _openings(outline: Outline, place: Place) -> Iterator[int]:
    """Lines that may be a story's first: the stretch's, those behind a gap, those that open the
    page as well, the headline and the two above it; none below the headline."""
    first, last = place.stretch
    headline = place.headline.position if place.headline else last - 1
    start, end = outline.keys[0], outline.keys[-1]
    for position in range(max(first, last - LONGEST_TOP), headline + 1):
        if (
            position in (first, headline, headline - 1, headline - 2)
            or outline.gaps[position] > outline.usual_gap
            or outline.keys[position] == start
            or outline.keys[position - 1] == end
        ):
            yield position


def _promising(
    outline: Outline, stretches: list[Stretch], decisions: Decisions
) -> Iterator[tuple[Stretch, Evidence]]:
    """Stretches that neither their surroundings nor the words around them rule out."""
    cohesion: Cohesion | None = None
    for stretch in stretches:
        evidence = surroundings(outline, stretch, len(stretches))
        if decisions.surroundings(evidence) > 0:
            cohesion = cohesion or Cohesion(outline)
            evidence |= cohesion_evidence(outline, stretch, cohesion.across(stretch.last))
            if decisions.cohesion(evidence) > 0:
                yield stretch, evidence


def _best(outline: Outline, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with the largest sum that leave each story a body.

    Dynamic programming over the candidates in their order: `ways[i]` is the best way to cut among
    the first `i`, as its weight, its last cut and the way that it continues.
    """
    mass = outline.mass
    ways: list[_Way] = [_Way(0.0, None, None)]
    behind = 0  # how many candidates lie a body or more behind the one at hand
    for at, candidate in enumerate(candidates):
        while mass[candidate.position] - mass[candidates[behind].position] >= SHORTEST_BODY:
            behind += 1
        before = ways[behind]
        cut = _Way(before.weight + candidate.weight, candidate, before)
        ways.append(max(ways[at], cut, key=lambda way: way.weight))
    chosen = []
    way: _Way | None = ways[-1]
    while way and way.last:
        chosen.append(way.last)
        way = way.before
    return chosen[::-1]


class _Way(NamedTuple):
    weight: float
    last: Candidate | None
    before: _Way | None
