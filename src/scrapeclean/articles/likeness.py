"""Likeness: whether a story that began here would begin as the page does, and end above as it
ends. Glued pages of one site are cast in one mould."""

from __future__ import annotations

from math import log
from typing import NamedTuple

from scrapeclean.articles.decisions import Evidence
from scrapeclean.articles.marks import has_byline, has_date, is_bullet, same_headline
from scrapeclean.articles.outline import Outline
from scrapeclean.articles.places import REACH, Place

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


def page_opening(outline: Outline) -> Opening:
    """Return how the page begins."""
    first = min(PAGE_TOP, outline.paragraphs[0])
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


def likeness(outline: Outline, place: Place, position: int, page: Opening) -> Evidence:
    """Return how much of the page's beginning and end comes back around `position`; `page` is how
    the page begins."""
    return (
        *_opens_alike(outline, place, position, page),
        *_same_lines(outline, position),
        *_same_shapes(outline, position),
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


def _same_lines(outline: Outline, position: int) -> Evidence:
    """Whether the lines from here on are the page's first, and those above its last."""
    keys, first_at = outline.keys, outline.first_at
    ahead = keys[position : position + ALIKE]
    behind = keys[max(0, position - ALIKE) : position][::-1]
    ends = keys[: -ALIKE - 1 : -1]
    return (
        sum([a == b for a, b in zip(ahead, keys, strict=False)]) / 4,
        len(set(keys[:ALIKE]).intersection(ahead)) / 4,
        len(set(ends).intersection(behind)) / 4,
        sum([a == b for a, b in zip(behind, ends, strict=False)]) / 4,
        sum([first_at[key] < position - ALIKE for key in ahead]) / 4,
        float(first_at[keys[position]] < position),
    )


def _same_shapes(outline: Outline, position: int) -> Evidence:
    end = len(outline.lines)
    below = range(position, min(end, position + SHAPED_BELOW))
    above = range(position - 1, max(-1, position - 1 - SHAPED_ABOVE), -1)
    return (
        _alike(outline, below, range(SHAPED_BELOW)),
        _alike(outline, above, range(end - 1, end - 1 - SHAPED_ABOVE, -1)),
    )


def _alike(outline: Outline, some: range, others: range) -> float:
    """How many of the lines at `some` have the shape of those at `others`."""
    pairs = zip(some, others, strict=False)
    return sum([_shape(outline, a) == _shape(outline, b) for a, b in pairs if b >= 0]) / 3


def _shape(outline: Outline, position: int) -> tuple[bool | int, ...]:
    """What a line looks like, seen from afar."""
    line = outline.lines[position]
    shape: tuple[bool | int, ...] | None = line.notes.get("shape")
    if shape is None:
        size = sum([line.width > border for border in SIZES])
        shape = (size, line.ends_sentence, has_date(line), has_byline(line), is_bullet(line))
        line.notes["shape"] = shape
    return shape
