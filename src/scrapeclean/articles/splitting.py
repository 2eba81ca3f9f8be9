"""Splitting: where on a glued page the next story begins.

A story can only begin in a stretch between two bodies of prose. Each line of such a stretch is
weighed by the evidence for it, and of all ways to cut the page the one with the largest sum
counts, with enough prose between any two cuts: one decision over the page. No cut is the sum
zero, so a page stays whole unless the evidence for some cut is worth more. Where it is cut, all
lines around are weighed again: which of them is the first?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nlargest
from typing import NamedTuple

from scrapeclean.articles.crossings import Crossings
from scrapeclean.articles.decisions import Decisions, Evidence, load_decisions, load_place
from scrapeclean.articles.firsts import LINE, choose, line_evidence
from scrapeclean.articles.likeness import Mould, page_mould
from scrapeclean.articles.openings import opening_evidence
from scrapeclean.articles.outline import Outline, Stretch
from scrapeclean.articles.places import Place, glance
from scrapeclean.articles.reasons import reason
from scrapeclean.articles.stretches import promising
from scrapeclean.page import Page

#: A story has a body of at least so much prose, in width: the shortest of the development pages
#: are briefs of two sentences.
SHORTEST_BODY = 100
#: Once a page has come apart, a further cut may be worth less by so much.
FURTHER = 2.0
#: So many lines of a stretch are looked at closely; of 100 first lines 98 are among them.
LOOKED_AT = 8
#: How far the likeliest first line may be ahead of the next, in the ranking's own measure.
AHEAD = 3.0

_CUTS = "cuts"  # where a page keeps its own
#: ... and where it keeps itself cut, with what the pass that has cut it found out.
AS_CUT = "as cut"


class Cut(NamedTuple):
    """The line at `at` begins an article, because of `why`."""

    at: int
    why: str


class Candidate(NamedTuple):
    """A place where a story may begin, its likeliest first line, and the weight of the evidence
    for it."""

    place: Place
    position: int
    weight: float
    evidence: Evidence


def find_cuts(page: Page) -> tuple[Cut, ...]:
    """Return where, after the first line, an article begins; mostly nowhere. The page keeps the
    answer: the last pass finds what the articles are read by."""
    known: tuple[Cut, ...] | None = page.notes.get(_CUTS)
    if known is None:
        known = page.notes[_CUTS] = _find_cuts(page)
    return known


def _find_cuts(page: Page) -> tuple[Cut, ...]:
    outline = Outline(page)
    stretches = between_bodies(outline)
    if not stretches:
        return ()
    decisions = load_decisions()
    candidates = _worthy(find_candidates(outline, stretches, decisions))
    chosen = _placed(outline, _best(outline, candidates))
    outline.forget(outline.lines)
    return tuple(
        Cut(page.content[one.position], reason(decisions.terms(one.evidence))) for one in chosen
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
    """Yield the likeliest first line of each promising stretch, with its weight."""
    looks: tuple[Mould, Crossings] | None = None
    for place, evidence in promising(outline, stretches, decisions):
        glances = _glances(outline, place, decisions)
        if decisions.look.weigh(evidence + glances[0][1]) > 0:
            if looks is None:  # few pages come this far
                looks = page_mould(outline), Crossings(outline)
            page, crossings = looks
            position, own = _likeliest(outline, place, page, glances, decisions)
            whole = evidence + crossings.evidence(place) + own
            yield Candidate(place, position, decisions.weight(whole), whole)


def _glances(outline: Outline, place: Place, decisions: Decisions) -> list[tuple[int, Evidence]]:
    """The lines of a stretch that deserve a look, with their evidence at a glance, best first."""
    glances = [(position, glance(outline, place, position)) for position in place.lines]
    return nlargest(LOOKED_AT, glances, key=lambda row: decisions.glance.weigh(row[1]))


def _likeliest(
    outline: Outline,
    place: Place,
    page: Mould,
    glances: list[tuple[int, Evidence]],
    decisions: Decisions,
) -> tuple[int, Evidence]:
    """The line of a stretch that is its story's first, should one begin there, and its evidence."""
    ranked = []
    for position, seen in glances:
        own = seen + opening_evidence(outline, place, position, page)
        ranked.append((decisions.first.weigh(own), -position, own))
    best, *others = sorted(ranked, key=lambda row: row[:2], reverse=True)
    ahead = min(AHEAD, best[0] - others[0][0]) if others else AHEAD
    return -best[1], (*best[2], best[0], ahead)


def _placed(outline: Outline, chosen: list[Candidate]) -> list[Candidate]:
    """Each with the line that is the likeliest first when all of its place are weighed, and what
    the other places say."""
    if not chosen:
        return []
    page, weigh = page_mould(outline), load_place().weigh
    values = [[*map(weigh, line_evidence(outline, one.place, page))] for one in chosen]
    gaps = [[outline.gaps[position] for position in one.place.lines] for one in chosen]
    firsts = zip(chosen, choose(values, gaps), strict=True)
    return [_begun(outline, one, one.place.lines[at], page) for one, at in firsts]


def _begun(outline: Outline, candidate: Candidate, position: int, page: Mould) -> Candidate:
    """The candidate with the line at `position`, and its evidence."""
    place = candidate.place
    around, ranked = candidate.evidence[: -len(LINE) - 2], candidate.evidence[-2:]
    own = glance(outline, place, position) + opening_evidence(outline, place, position, page)
    return candidate._replace(position=position, evidence=around + own + ranked)


def _worthy(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that are worth something, once one of them is worth a cut for itself."""
    worthy = [candidate for candidate in candidates if candidate.weight + FURTHER > 0]
    if max((candidate.weight for candidate in worthy), default=0.0) <= 0:
        return []
    return [candidate._replace(weight=candidate.weight + FURTHER) for candidate in worthy]


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
