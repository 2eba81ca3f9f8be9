"""Places: a stretch with what is known of it when its lines are weighed, and a glance at each.

A glance is what tells at little cost which few lines of a stretch deserve a look (`openings`).
"""

from __future__ import annotations

from bisect import bisect_left
from math import log, log1p
from typing import NamedTuple

from scrapeclean.articles.edges import Edges
from scrapeclean.articles.evidence import (
    TOP,
    Evidence,
    Headline,
    Prose,
    find_headline,
    prose_around,
)
from scrapeclean.articles.outline import Outline, Stretch

#: So many lines above count for what ends there.
HIGHER = 4
#: How far below its start a story's date, byline and second headline stand, in lines.
REACH = 8


class Place(NamedTuple):
    """A stretch, the prose around it, its likeliest headline, its edges and its gaps."""

    stretch: Stretch
    prose: Prose
    headline: Headline | None
    linked: float
    edges: Edges
    widest: int  # the largest gap in front of one of its lines,
    widest_once: bool  # and whether only one line has it in front

    @property
    def lines(self) -> range:
        """The lines that may begin a story: those of the stretch, and the paragraph below, for a
        story without a headline."""
        return range(max(self.stretch.first, self.stretch.last - TOP), self.stretch.last + 1)

    @classmethod
    def of(cls, outline: Outline, stretch: Stretch, linked: float) -> Place:
        """Return the place of `stretch`, across which so many words are `linked`."""
        prose = prose_around(outline, stretch)
        headline = find_headline(outline, stretch, prose)
        top = max(0, max(stretch.first, stretch.last - TOP) - REACH)
        edges = Edges.read(outline.lines, top, stretch.last + 1)
        gaps = outline.gaps[stretch.first : stretch.last + 1]
        widest = max(gaps)
        return cls(stretch, prose, headline, linked, edges, widest, gaps.count(widest) == 1)


def glance(outline: Outline, place: Place, position: int) -> Evidence:
    """Return what shows at a glance of the line at `position` as a story's first."""
    return (
        _edges(place, position)
        | _gap(outline, place, position)
        | _stand(outline, place, position)
        | _from_headline(place, position)
    )


def _edges(place: Place, position: int) -> Evidence:
    """Whether the bottom of one page turns into the top of another here."""
    edges = place.edges
    return {
        "edge": edges.at(position),
        "edge_above": edges.at(position - 1),
        "edge_below": edges.between(position + 1, position + HIGHER),
        "edge_higher": edges.between(position - HIGHER, position),
        "edge_top": edges.between(position, place.stretch.last),
        "past_turn": edges.past_turn(position),
    }


def _gap(outline: Outline, place: Place, position: int) -> Evidence:
    gap = outline.gaps[position]
    over = max(0, gap - outline.usual_gap)
    ordered = outline.ordered_gaps
    as_wide = len(ordered) - bisect_left(ordered, gap) if over else 0
    return {
        "gap": min(3.0, over),
        "gap_rare": 4.0 - min(4.0, log(as_wide)) if as_wide else 0.0,
        "gap_alone": float(over > 0 and gap == place.widest and place.widest_once),
        "gap_lesser": float(gap < place.widest),
        "gap_of_two": float(gap == 2 == ordered[-1] and outline.usual_gap <= 1),
    }


def _stand(outline: Outline, place: Place, position: int) -> Evidence:
    """Where in its stretch the line stands, and whether the page begins or ends so."""
    first, last = place.stretch
    return {
        "from_first": log1p(position - first),
        "to_last": log1p(last - position),
        "is_paragraph": float(position == last),
        "is_sentence": float(outline.lines[position].ends_sentence),
        "page_start": float(outline.keys[position] == outline.keys[0]),
        "above_is_page_end": float(outline.keys[position - 1] == outline.keys[-1]),
        "above_ends_sentence": float(outline.lines[position - 1].ends_sentence),
    }


def _from_headline(place: Place, position: int) -> Evidence:
    if place.headline is None:
        return {}
    ahead = place.headline.position - position
    return {
        "is_headline": float(ahead == 0),
        "just_above_headline": float(ahead in (1, 2)),
        "above_headline": log1p(max(0, ahead)),
        "below_headline": float(ahead < 0),
    }
