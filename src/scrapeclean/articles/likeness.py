"""Likeness: whether a story that began here would begin as the page does, and end above as it
ends. Glued pages of one site are cast in one mould."""

from __future__ import annotations

from math import log
from operator import eq
from typing import NamedTuple, TypeAlias

from scrapeclean.articles.decisions import Evidence
from scrapeclean.articles.marks import has_byline, has_date, is_bullet, spells_alike
from scrapeclean.articles.noted import noted
from scrapeclean.articles.outline import Outline
from scrapeclean.articles.places import REACH, Place
from scrapeclean.lines import Line

Shape: TypeAlias = "tuple[bool | int, ...]"

#: So many lines are compared with the page's first and last, word by word,
ALIKE = 8
#: and so many, above and below, by their shape.
SHAPED_BELOW, SHAPED_ABOVE = 6, 4
#: No story of the development pages has its first paragraph further down than this, in lines.
PAGE_TOP = 30
#: Widths of lines, seen from afar.
SIZES = (15, 40, 90, 180)


class Opening(NamedTuple):
    """How a story begins: lines to its first paragraph, and what stands among them."""

    length: int
    date: bool
    byline: bool
    pair: bool  # the headline twice, or the page's title and the headline


class Mould(NamedTuple):
    """How a page begins and ends, its first lines and its last ones, from the end, for those of
    other stories to be held against."""

    opening: Opening
    top: list[str]
    bottom: list[str]
    top_shapes: list[Shape]
    bottom_shapes: list[Shape]


def page_mould(outline: Outline) -> Mould:
    """Return how the page begins and ends."""
    first = min(PAGE_TOP, outline.paragraphs[0])
    pair = any(_pair(outline, i, first) for i in range(min(6, first)))
    ends = outline.lines[: -SHAPED_ABOVE - 1 : -1]
    return Mould(
        read_opening(outline, 0, first)._replace(pair=pair),
        outline.keys[:ALIKE],
        outline.keys[: -ALIKE - 1 : -1],
        [_shape(line) for line in outline.lines[:SHAPED_BELOW]],
        [_shape(line) for line in ends],
    )


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
    return any(spells_alike(line, other) for other in below)


LIKENESS = (
    "dated",
    "signed",
    "length_unlike",
    "date_missing",
    "date_new",
    "byline_missing",
    "byline_new",
    "pair_missing",
    "pair",
    "aligned",
    "like_top",
    "like_bottom",
    "closing",
    "seen",
    "is_seen",
    "shaped_alike",
    "shaped_alike_above",
)


def likeness(outline: Outline, place: Place, position: int, page: Mould) -> Evidence:
    """Return how much of the page's beginning and end comes back around `position`; `page` is how
    the page begins and ends."""
    return (
        *_opens_alike(outline, place, position, page.opening),
        *_same_lines(outline, position, page),
        *_same_shapes(outline, position, page),
    )


def _opens_alike(outline: Outline, place: Place, position: int, page: Opening) -> Evidence:
    here = read_opening(outline, position, place.stretch.last)
    above_headline = place.headline is not None and position <= place.headline.position
    return (
        float(here.date),
        float(here.byline),
        min(2.0, abs(log((1 + here.length) / (1 + page.length)))),
        float(page.date and not here.date),
        float(here.date and not page.date),
        float(page.byline and not here.byline),
        float(here.byline and not page.byline),
        float(page.pair and not here.pair),
        float(here.pair and above_headline),
    )


def _same_lines(outline: Outline, position: int, page: Mould) -> Evidence:
    """Whether the lines from here on are the page's first, and those above its last."""
    keys, first_at = outline.keys, outline.first_at
    ahead = keys[position : position + ALIKE]
    behind = keys[max(0, position - ALIKE) : position][::-1]
    return (
        sum(map(eq, ahead, page.top)) / 4,
        len(set(page.top).intersection(ahead)) / 4,
        len(set(page.bottom).intersection(behind)) / 4,
        sum(map(eq, behind, page.bottom)) / 4,
        sum([first_at[key] < position - ALIKE for key in ahead]) / 4,
        float(first_at[keys[position]] < position),
    )


def _same_shapes(outline: Outline, position: int, page: Mould) -> Evidence:
    """How many of the lines from here on have the shape of the page's first, and how many of those
    above have that of its last."""
    below = outline.lines[position : position + SHAPED_BELOW]
    above = outline.lines[max(0, position - SHAPED_ABOVE) : position][::-1]
    return (
        sum(map(eq, map(_shape, below), page.top_shapes)) / 3,
        sum(map(eq, map(_shape, above), page.bottom_shapes)) / 3,
    )


@noted
def _shape(line: Line) -> Shape:
    """What a line looks like, seen from afar."""
    size = sum([line.width > border for border in SIZES])
    return size, line.ends_sentence, has_date(line), has_byline(line), is_bullet(line)
