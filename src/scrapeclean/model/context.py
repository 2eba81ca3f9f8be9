"""Where a line stands: between which paragraphs, among how many labels, on what kind of page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from scrapeclean.model.columns import (
    TOP,
    Columns,
    above,
    below,
    both,
    count_column,
    distances,
    either,
    log_column,
    log_step,
    moved,
    page_column,
    running,
    stepped,
    width_of,
)
from scrapeclean.model.shape import CUT_SHORT, FULL_STOP, joined, read_shapes
from scrapeclean.model.words import Words

#: A paragraph is this wide and ends a sentence, or wider and holds several stops; a label is
#: narrow and ends none. Widths are in characters.
_PARAGRAPH, _LONG_PARAGRAPH, LABEL = 90, 160, 60
PERHAPS, SURE, COMMENTS = 1, 2, 3
#: A line's mass is its width in units of so many characters, so that twelve of the largest make
#: no more than a byte; seen from afar, in finer units.
_UNIT, _MOST, _FINE = 20, TOP // 12, 4
_WIDE = stepped(lambda step: TOP * (width_of(step) >= _PARAGRAPH))
_VERY_WIDE = stepped(lambda step: TOP * (width_of(step) >= _LONG_PARAGRAPH))
_NARROW = stepped(lambda step: width_of(step) < LABEL)
MASS = stepped(lambda step: min(_MOST, (width_of(step) + _UNIT // 2) // _UNIT))
FINE_MASS = stepped(lambda step: min(TOP, width_of(step) // _FINE))
_ENDED = stepped(lambda step: TOP * (step >= CUT_SHORT))
_UNENDED = stepped(lambda step: step < FULL_STOP)
_SEVERAL_STOPS = stepped(lambda step: TOP * (step > 1))
_ANY = stepped(lambda step: step > 0)
_SURE = stepped(lambda step: step >= SURE)
_COMMENTS = stepped(lambda step: step == COMMENTS)
#: Facts of the lines above and below that the trees ask about, by how far away the line is.
_NEIGHBOURS = {
    -3: ("known share",),
    -2: ("known share",),
    -1: ("width", "word length", "ending", "opening", "commas", "known share", "topic share",
         "phrase", "year or time"),
    1: ("ending", "repeats"),
    2: ("repeats",),
}  # fmt: skip


class Content(NamedTuple):
    """The lines of a page that are not blank, stripped. `gaps` says of each how many blank lines
    stand above it, `phrases` what the lexicon makes of it: nothing (0), `PERHAPS` furniture,
    `SURE`, or a line of `COMMENTS`."""

    lines: Sequence[str]
    gaps: bytes
    phrases: bytes


def read_columns(content: Content) -> Columns:
    """Return the columns of the first look at `content`, one line at least."""
    text = joined(content.lines)
    columns = read_shapes(content.lines, text.data) | {"phrase": content.phrases}
    prose = _prose(columns)
    labels = both(columns["width"].translate(_NARROW), columns["ending"].translate(_UNENDED))
    words = Words(text)
    columns |= words.cohesion(prose) | words.furniture()
    columns |= _surroundings(columns["width"], prose, labels) | _phrases(content.phrases)
    columns["block lines"] = _block_lines(content.gaps)
    columns |= _page_facts(columns, prose, labels, content.gaps)
    return columns | neighbours(columns, _NEIGHBOURS)


def _prose(columns: Columns) -> bytes:
    """255 for each line that is a paragraph, 0 for all others."""
    width = columns["width"]
    ended = both(width.translate(_WIDE), columns["ending"].translate(_ENDED))
    long = both(width.translate(_VERY_WIDE), columns["stops"].translate(_SEVERAL_STOPS))
    return either(ended, long)


def _surroundings(width: bytes, prose: bytes, labels: bytes) -> Columns:
    mass = both(width.translate(MASS), prose)
    sums = running(both(width.translate(FINE_MASS), prose))
    total = sums[-1]
    paragraphs = prose.translate(_ANY)
    lines = count_column(range(len(width)))
    return {
        "prose share above": bytes([TOP * before // (total or 1) for before in sums[:-1]]),
        "prose above": log_column(sums[:-1]),
        "prose below": log_column([total - sum_ for sum_ in sums[1:]]),
        "prose in 2 above": above(mass, 2),
        "prose in 2 below": below(mass, 2),
        "prose in 5 above": above(mass, 5),
        "prose in 5 below": below(mass, 5),
        "prose in 12 above": above(mass, 12),
        "prose in 12 below": below(mass, 12),
        "labels in 3 above": above(labels, 3),
        "labels in 3 below": below(labels, 3),
        "labels in 8 above": above(labels, 8),
        "labels in 8 below": below(labels, 8),
        "labels in 24 above": above(labels, 24),
        "lines from prose": distances(paragraphs),
        "lines to prose": distances(paragraphs[::-1])[::-1],
        "lines from top": lines,
        "lines to bottom": lines[::-1],
    }


def _phrases(phrases: bytes) -> Columns:
    """Phrases of furniture around each line."""
    sure = phrases.translate(_SURE)
    return {
        "lines from phrase": distances(sure),
        "lines to phrase": distances(sure[::-1])[::-1],
        "phrases in 4 above": above(sure, 4),
        "phrases above": count_column(running(sure)[:-1]),
        "phrases below": count_column(running(sure[::-1])[-2::-1]),
        "comments above": count_column(running(phrases.translate(_COMMENTS))[:-1]),
    }


def _block_lines(gaps: bytes) -> bytes:
    """How many lines stand together, without a blank line between them."""
    starts = [0, *(at for at, gap in enumerate(gaps) if gap and at), len(gaps)]
    sizes = [end - start for start, end in pairwise(starts)]
    return b"".join([bytes([size if size < TOP else TOP]) * size for size in sizes])


def _page_facts(columns: Columns, prose: bytes, labels: bytes, gaps: bytes) -> Columns:
    width = columns["width"]
    size, fine = len(width), width.translate(FINE_MASS)
    total = sum(fine) or 1
    ordered = sorted(width)
    facts = {
        "page: prose share": TOP * sum(both(fine, prose)) / total,
        "page: labels": TOP * sum(labels) / size,
        "page: lines": log_step(size),
        "page: width": log_step(total),
        "page: paragraphs": log_step(size - prose.count(0)),
        "page: median width": ordered[size // 2],
        "page: wide line": ordered[size * 8 // 10],
        "page: gaps": TOP * (size - gaps.count(0)) / size,
        "page: furniture words": log_step(sum(columns["furniture words"])),
        "page: phrases": TOP * (size - columns["phrase"].count(0)) / size,
        "page: lines to prose": columns["lines to prose"][0],
    }
    return {name: page_column(step, size) for name, step in facts.items()}


def neighbours(columns: Columns, wanted: Mapping[int, Sequence[str]]) -> Columns:
    """Return the facts `wanted` of the lines so many lines further down (up, when negative)."""
    return {
        f"{name} @{by:+}": moved(columns[name], by)
        for by, names in wanted.items()
        for name in names
    }
