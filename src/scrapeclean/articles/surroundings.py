"""Surroundings: what shows of a stretch without a look at words. It costs little, and rules most
stretches out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import log, log1p
from operator import eq

from scrapeclean.articles.decisions import Evidence
from scrapeclean.articles.outline import Outline, Stretch

#: Lines beside a stretch whose share of prose counts as its surroundings.
BESIDE = 15
#: The logarithm of a short article's width: the zero of sizes.
LOG_PAGE = 6.0
#: Furniture above a story's first paragraph of more lines is passed over: of 100 stories of the
#: development pages 99 begin within 17 lines.
TOP = 30
#: The widths of a paragraph of two lines and of a short headline: the units of widths.
WIDE, NARROW = 150, 60
#: No width counts for more than so many units.
WIDEST = 3.0

SURROUNDINGS = (
    "stretches",
    "page_lines",
    "page_prose",
    "flat",
    "prose_above",
    "prose_below",
    "prose_around",
    "story_above",
    "story_below",
    "share_above",
    "lines",
    "single",
    "lines_before",
    "lines_after",
    "run_above",
    "run_below",
    "shorter_run",
    "gap_inside",
    "widest_gap",
    "lead_width",
    "second_width",
    "width_above",
    "mean_width",
    "doubled",
    "opens_page",
)


def surroundings(outline: Outline, stretches: Sequence[Stretch]) -> Iterator[Evidence]:
    """Yield what shows of each of `stretches`, those of `outline` that lie between bodies."""
    page = _page(outline, len(stretches))
    beside = _neighbours(outline)
    for stretch in stretches:
        yield (
            page
            + _bodies(outline, stretch)
            + _runs(outline, stretch, beside[stretch.first])
            + _gaps(outline, stretch)
            + _widths(outline, stretch)
            + _copies(outline, stretch)
        )


def _page(outline: Outline, stretches: int) -> Evidence:
    lines = len(outline.lines)
    prose = outline.mass[-1] / (1 + outline.width[-1])
    return log(stretches), log1p(lines), prose, float(outline.widest_gap == outline.usual_gap)


def _bodies(outline: Outline, stretch: Stretch) -> Evidence:
    """How much prose there is on both sides, and how dense it is: its share of the width."""
    first, last = stretch
    mass, width = outline.mass, outline.width
    top, foot = max(0, first - BESIDE), min(len(width) - 1, last + BESIDE)
    above, total = mass[first], mass[-1]
    dense_above = (above - mass[top]) / (1 + width[first] - width[top])
    dense_below = (mass[foot] - mass[last]) / (1 + width[foot] - width[last])
    return (
        dense_above,
        dense_below,
        dense_above * dense_below,
        min(WIDEST, log1p(above) - LOG_PAGE),
        min(WIDEST, log1p(total - above) - LOG_PAGE),
        above / total,
    )


def _neighbours(outline: Outline) -> dict[int, tuple[Stretch, Stretch]]:
    """The stretches before and after each, by where it begins; empty ones at the page's ends."""
    stretches, end = outline.stretches, len(outline.lines)
    before = [Stretch(0, 0), *stretches]
    after = [*stretches[1:], Stretch(end, end)]
    return {stretch.first: (a, b) for a, stretch, b in zip(before, stretches, after, strict=False)}


def _runs(outline: Outline, stretch: Stretch, beside: tuple[Stretch, Stretch]) -> Evidence:
    """How long the paragraphs go on, and how many lines of another kind stand there then."""
    first, last = stretch
    (a, before), (after, b) = beside
    mass = outline.mass
    above, below = log1p(mass[first] - mass[before]), log1p(mass[after] - mass[last])
    size = last - first
    return (
        log(size),
        float(size == 1),
        log1p(before - a),
        log1p(b - after),
        above,
        below,
        min(above, below),
    )


def _gaps(outline: Outline, stretch: Stretch) -> Evidence:
    widest = max(outline.gaps[stretch.first : stretch.last + 1])
    wide = widest > outline.usual_gap
    return float(wide), float(wide and widest == outline.widest_gap)


def _widths(outline: Outline, stretch: Stretch) -> Evidence:
    first, last = stretch
    lines, width = outline.lines, outline.width
    return (
        min(WIDEST, lines[last].width / WIDE),
        min(WIDEST, lines[last + 1].width / WIDE) if last + 1 < len(lines) else 0.0,
        min(WIDEST, lines[first - 1].width / WIDE),
        min(WIDEST, (width[last] - width[first]) / ((last - first) * NARROW)),
    )


def _copies(outline: Outline, stretch: Stretch) -> Evidence:
    """Whether a line stands there twice, one below the other, and whether the page's first one
    comes back."""
    first, last = stretch
    keys = outline.keys
    doubled = any(map(eq, keys[first : last - 1], keys[first + 1 : last]))
    return float(doubled), float(keys[0] in keys[max(first, last - TOP) : last + 1])


FURNITURE = (
    "furniture",
    "furniture_perhaps",
    "comments",
    "comments_above",
    "comments_below",
    "page_furniture",
    "recurring",
)


class Furniture:
    """Where on a page the lexicon sees furniture."""

    def __init__(self, outline: Outline) -> None:
        matches = [(at, x.match) for at, x in enumerate(outline.lines) if x.match is not None]
        self._outline = outline
        self.perhaps = [at for at, _ in matches]
        self.sure = [at for at, match in matches if match.sure]
        self.comments = [at for at, match in matches if match.kind == "comments"]
        copies = outline.copies
        self.again = [at for at, key in enumerate(outline.keys) if copies[key] > 1]

    def evidence(self, stretch: Stretch) -> Evidence:
        """Return how much of `stretch`, of the page above and below it, is furniture."""
        first, last = stretch
        size = last - first
        comments, again = self.comments, self.again
        return (
            _between(self.sure, first, last) / size,
            _between(self.perhaps, first, last) / size,
            float(_between(comments, first, last) > 0),
            float(bool(comments) and comments[0] < first),
            float(bool(comments) and comments[-1] >= last),
            len(self.sure) / len(self._outline.lines),
            _between(again, first, last) / size,
        )


def _between(places: Sequence[int], first: int, last: int) -> int:
    return bisect_left(places, last) - bisect_left(places, first) if places else 0
