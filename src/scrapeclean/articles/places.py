"""Places: a stretch with what is known of it when its lines are weighed, and a glance at each.

A glance is what tells at little cost which few lines of a stretch deserve a look (`openings`).
"""

from __future__ import annotations

from bisect import bisect_left
from math import log, log1p

from scrapeclean.articles.decisions import Evidence
from scrapeclean.articles.edges import Edges
from scrapeclean.articles.evidence import Headline, Prose
from scrapeclean.articles.outline import Outline, Stretch
from scrapeclean.articles.surroundings import TOP
from scrapeclean.cached import cached_property

#: So many lines above count for what ends there.
HIGHER = 4
#: How far below its start a story's date, byline and second headline stand, in lines.
REACH = 8


class Place:
    """A stretch, the prose around it, its likeliest headline, how many words are linked across it;
    and its edges and gaps, read when a line of it is looked at. `rows` is where the looks at its
    lines keep what they have seen."""

    def __init__(
        self,
        outline: Outline,
        stretch: Stretch,
        prose: Prose,
        headline: Headline | None,
        linked: float,
    ) -> None:
        self.stretch = stretch
        self.prose = prose
        self.headline = headline
        self.linked = linked
        self.rows: dict[int, Evidence] = {}
        self._outline = outline

    @cached_property
    def lines(self) -> range:
        """The lines that may begin a story: those of the stretch, and the paragraph below, for a
        story without a headline."""
        first, last = self.stretch
        return range(max(first, last - TOP), last + 1)

    @cached_property
    def edges(self) -> Edges:
        """The edges of its lines, and of those close above."""
        top = max(0, self.lines.start - REACH)
        return Edges.read(self._outline.lines, top, self.stretch.last + 1)

    @cached_property
    def widest(self) -> tuple[int, bool]:
        """The largest gap in front of one of its lines, and whether only one has it in front."""
        first, last = self.stretch
        gaps = self._outline.gaps[first : last + 1]
        return max(gaps), gaps.count(max(gaps)) == 1


GLANCE = (
    "edge",
    "edge_above",
    "edge_below",
    "edge_higher",
    "edge_top",
    "past_turn",
    "gap",
    "gap_rare",
    "gap_alone",
    "gap_lesser",
    "gap_of_two",
    "from_first",
    "to_last",
    "is_paragraph",
    "is_sentence",
    "page_start",
    "above_is_page_end",
    "above_ends_sentence",
    "is_headline",
    "just_above_headline",
    "above_headline",
    "below_headline",
)


def glance(outline: Outline, place: Place, position: int) -> Evidence:
    """Return what shows at a glance of the line at `position` as a story's first."""
    return (
        *_edges(place, position),
        *_gap(outline, place, position),
        *_stand(outline, place, position),
        *_from_headline(place, position),
    )


def _edges(place: Place, position: int) -> Evidence:
    """Whether the bottom of one page turns into the top of another here."""
    edges = place.edges
    return (
        edges.at(position),
        edges.at(position - 1),
        edges.between(position + 1, position + HIGHER),
        edges.between(position - HIGHER, position),
        edges.between(position, place.stretch.last),
        edges.past_turn(position),
    )


def _gap(outline: Outline, place: Place, position: int) -> Evidence:
    gap = outline.gaps[position]
    over = max(0, gap - outline.usual_gap)
    ordered = outline.ordered_gaps
    as_wide = len(ordered) - bisect_left(ordered, gap) if over else 0
    widest, once = place.widest
    return (
        min(3.0, over),
        4.0 - min(4.0, log(as_wide)) if as_wide else 0.0,
        float(over > 0 and gap == widest and once),
        float(gap < widest),
        float(gap == 2 == ordered[-1] and outline.usual_gap <= 1),
    )


def _stand(outline: Outline, place: Place, position: int) -> Evidence:
    """Where in its stretch the line stands, and whether the page begins or ends so."""
    first, last = place.stretch
    keys, above = outline.keys, outline.lines[position - 1]
    return (
        log1p(position - first),
        log1p(last - position),
        float(position == last),
        float(outline.lines[position].ends_sentence),
        float(keys[position] == keys[0]),
        float(above.key == keys[-1]),
        float(above.ends_sentence),
    )


def _from_headline(place: Place, position: int) -> Evidence:
    if place.headline is None:
        return 0.0, 0.0, 0.0, 0.0
    ahead = place.headline.position - position
    return float(ahead == 0), float(ahead in (1, 2)), log1p(max(0, ahead)), float(ahead < 0)
