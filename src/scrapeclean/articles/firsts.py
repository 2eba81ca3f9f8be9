"""Firsts: with which line of its stretch a story begins, once it is decided that one does.

What is left of the question is where the end of one page turns into the top of the next. So all
lines of the stretch are weighed, each with what stands above it in the stretch, and below; there
are few of them, as most pages are not cut.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from scrapeclean.articles.decisions import Evidence
from scrapeclean.articles.likeness import Mould
from scrapeclean.articles.openings import MARKS, OPENING, STAND, opening_evidence
from scrapeclean.articles.outline import Outline
from scrapeclean.articles.places import GLANCE, Place, glance

#: What it is worth, in the ranking's own measure, that the gap in front of a line is that in front
#: of the other stories: on sites unknown to the fit, where pages of several stories were glued, 90
#: first lines of 100 are found with it, 88 without; from 1.5 to 4 hardly one more or less.
AGREED = 2.5
#: So many gaps are tried, those in front of most of the likeliest lines.
TRIED = 4

#: The names of the evidence of a line.
LINE = (*GLANCE, *OPENING)
#: Of these of a line it counts how often they stand above and below it in its stretch.
SUMMED = ("edge", *[f"own_{name}" for name in (*MARKS, *STAND)])
FIRST = (
    *LINE,
    *[f"{name}_over" for name in SUMMED],
    *[f"{name}_under" for name in SUMMED],
    *[f"{name}_lacking" for name in SUMMED],
)
_SUMMED = [LINE.index(name) for name in SUMMED]


def choose(values: Sequence[Sequence[float]], gaps: Sequence[Sequence[int]]) -> list[int]:
    """Return which line of each place on a page is the first. `values` are what the lines of each
    are worth, `gaps` how many blank lines stand in front of them: all stories of a page are parted
    in one way, mostly, so that the places agree on a gap."""
    rows = [[*zip(some, own, strict=True)] for some, own in zip(values, gaps, strict=True)]
    likely = Counter([max(row, key=lambda line: line[0])[1] for row in rows])
    gap = max(
        (gap for gap, _ in likely.most_common(TRIED)),
        key=lambda gap: sum([max(_agreed(row, gap)) for row in rows]),
        default=0,
    )
    agreed = [_agreed(row, gap) for row in rows]
    return [row.index(max(row)) for row in agreed]


def _agreed(row: Sequence[tuple[float, int]], gap: int) -> list[float]:
    return [value + AGREED * (own == gap) for value, own in row]


def line_evidence(outline: Outline, place: Place, page: Mould) -> list[Evidence]:
    """Return what each line of `place` says for being the first."""
    return with_rest(
        [
            glance(outline, place, position) + opening_evidence(outline, place, position, page)
            for position in place.lines
        ]
    )


def with_rest(lines: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence of each of `lines`, those of a stretch, with the sums of what stands
    above it and below, and what it lacks to the most of any."""
    columns = [[line[i] for line in lines] for i in _SUMMED]
    over = [list(accumulate(column, initial=0.0)) for column in columns]
    most = [max(column) for column in columns]
    return [
        (
            *line,
            *[sums[at] for sums in over],
            *[sums[-1] - sums[at + 1] for sums in over],
            *[column[at] - top for column, top in zip(columns, most, strict=True)],
        )
        for at, line in enumerate(lines)
    ]
