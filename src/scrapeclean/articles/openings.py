"""Openings: what each line of a stretch says for being a story's first."""

from __future__ import annotations

from bisect import bisect_left
from math import log, log1p
from typing import NamedTuple

from scrapeclean.articles.evidence import STALE, Evidence, Headline
from scrapeclean.articles.marks import (
    ends_story,
    furniture_kind,
    has_byline,
    has_caption,
    has_date,
    is_bullet,
    same_headline,
)
from scrapeclean.articles.outline import Outline, Stretch
from scrapeclean.lines import Line

#: How far below its start a story's date, byline and second headline stand, in lines.
REACH = 8
#: How far below a headline its own date and byline stand, in lines.
NEAR = 3
#: No story of the development pages has its first paragraph further down than this, in lines.
PAGE_TOP = 30


class Opening(NamedTuple):
    """How a story begins: lines to its first paragraph, and what stands among them."""

    length: int
    date: bool
    byline: bool
    pair: bool  # the headline twice, or the page's title and the headline


class Place(NamedTuple):
    """A stretch with what is known of it when its lines are weighed."""

    stretch: Stretch
    headline: Headline | None
    linked: float
    widest: int  # the largest gap in front of one of its lines,
    widest_once: bool  # and whether only one line has it in front

    @classmethod
    def of(
        cls, outline: Outline, stretch: Stretch, headline: Headline | None, linked: float
    ) -> Place:
        """Return the place of `stretch`."""
        gaps = outline.gaps[stretch.first : stretch.last]
        return cls(stretch, headline, linked, max(gaps), gaps.count(max(gaps)) == 1)


def page_opening(outline: Outline) -> Opening:
    """Return how the page begins."""
    top = outline.paragraphs[:PAGE_TOP]
    first = top.index(True) if True in top else len(top)
    pair = any(_pair(outline, i, first) for i in range(min(6, first)))
    return read_opening(outline, 0, first)._replace(pair=pair)


def read_opening(outline: Outline, start: int, last: int) -> Opening:
    """Return how a story begins that begins at `start` and has its first paragraph at `last`."""
    top = outline.lines[start : min(last, start + REACH)]
    pair = _pair(outline, start, last)
    return Opening(last - start, any(map(has_date, top)), any(map(has_byline, top)), pair)


def _pair(outline: Outline, position: int, last: int) -> bool:
    line = outline.lines[position]
    if line.width not in range(15, 300):
        return False
    below = outline.lines[position + 1 : min(last, position + REACH + 1)]
    return any(same_headline(line, other) for other in below)


def opening_evidence(outline: Outline, place: Place, position: int, page: Opening) -> Evidence:
    """Return what the line at `position` says for being a story's first; `page` is how the
    page's first story begins."""
    return (
        _gap(outline, place, position)
        | _seen_from_headline(outline, place, position)
        | _above(outline, position)
        | _itself(outline, place, position)
        | _likeness(outline, place, position, page)
    )


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


def _seen_from_headline(outline: Outline, place: Place, position: int) -> Evidence:
    if place.headline is None:
        return {}
    ahead = place.headline.position - position
    here = float(ahead == 0)
    below = outline.lines[position + 1 : position + 1 + NEAR]
    return {
        "is_headline": here,
        "is_headline_dated": here * any(map(has_date, below)),
        "is_headline_signed": here * any(map(has_byline, below)),
        "is_headline_after_gap": here * (outline.gaps[position] > outline.usual_gap),
        "is_headline_unlinked": here * (STALE + 0.1 - place.linked),
        "is_headline_again": here * place.headline.again,
        "just_above_headline": float(ahead in (1, 2)),
        "above_headline": log1p(max(0, ahead)),
        "below_headline": float(ahead < 0),
    }


def _above(outline: Outline, position: int) -> Evidence:
    """What the line in front of it says: stories end in a sentence, or in rights and tags."""
    above = outline.lines[position - 1]
    higher = outline.lines[max(0, position - REACH) : position]
    return {
        "endings_above": sum(map(_is_ending, higher)) / REACH,
        "above_ends_story": float(ends_story(above)),
        "above_is_short": float(above.width < 30),
        "above_ends_sentence": float(above.ends_sentence),
        "above_is_furniture": float(bool(furniture_kind(above))),
        "above_is_page_end": float(above.key == outline.keys[-1]),
    }


def _is_ending(line: Line) -> bool:
    return ends_story(line) or bool(furniture_kind(line))


def _itself(outline: Outline, place: Place, position: int) -> Evidence:
    line = outline.lines[position]
    lower = outline.lines[position : min(place.stretch.last, position + REACH)]
    top = outline.lines[max(place.stretch.first, position - REACH) : position]
    return {
        "endings_below": sum(map(_is_ending, lower)) / REACH,
        "page_start": float(line.key == outline.keys[0]),
        "first_of_stretch": float(not top),
        "date_above": float(any(map(has_date, top))),
        "is_furniture": float(bool(furniture_kind(line))),
        "is_short": float(line.width < 25),
        "is_sentence": float(line.ends_sentence),
        "is_digits": float(line.words[0].isdigit()),
        "is_bullet": float(is_bullet(line)),
        "is_label": float(line.words.endswith((":", "："))),
        "is_date": float(has_date(line)),
        "is_byline": float(has_byline(line)),
        "is_caption": float(has_caption(line)),
        "is_ending": float(ends_story(line)),
    }


def _likeness(outline: Outline, place: Place, position: int, page: Opening) -> Evidence:
    """How much a story that began here would begin as the page does."""
    here = read_opening(outline, position, place.stretch.last)
    above_headline = place.headline is not None and position <= place.headline.position
    return {
        "length_unlike": min(2.0, abs(log((1 + here.length) / (1 + page.length)))),
        "date_missing": float(page.date and not here.date),
        "date_new": float(here.date and not page.date),
        "byline_missing": float(page.byline and not here.byline),
        "byline_new": float(here.byline and not page.byline),
        "pair_missing": float(page.pair and not here.pair),
        "pair": float(here.pair and above_headline),
    }
