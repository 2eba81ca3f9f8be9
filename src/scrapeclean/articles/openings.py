"""Openings: what each line of a stretch says for being a story's first, when looked at."""

from __future__ import annotations

from scrapeclean.articles.decisions import Evidence
from scrapeclean.articles.evidence import STALE, share
from scrapeclean.articles.likeness import LIKENESS, Mould, likeness
from scrapeclean.articles.marks import (
    ends_story,
    furniture_kind,
    has_byline,
    has_caption,
    has_date,
    is_bullet,
    is_label,
    like_headline,
)
from scrapeclean.articles.noted import noted
from scrapeclean.articles.outline import Outline
from scrapeclean.articles.places import REACH, Place
from scrapeclean.lines import Line
from scrapeclean.patterns import pattern

#: How far below a headline its own date and byline stand, in lines.
NEAR = 3
#: The lines around that are looked at closely, and what their evidence is called.
AROUND = (("higher_", -2), ("above_", -1), ("own_", 0), ("next_", 1), ("third_", 2))
#: What is seen of each of them: by itself,
MARKS = (
    "width",
    "digits",
    "sentence",
    "like_headline",
    "date",
    "byline",
    "caption",
    "furniture",
    "ending",
    "bullet",
    "label",
)
#: and on its page.
STAND = ("gap_size", "paragraph", "recurs", "echo")
OPENING = (
    *[f"{where}{name}" for where, _ in AROUND for name in (*MARKS, *STAND)],
    "usual_gap",
    "is_headline_dated",
    "is_headline_signed",
    "is_headline_after_gap",
    "is_headline_unlinked",
    "is_headline_again",
    "endings_above",
    "endings_below",
    "date_above",
    *LIKENESS,
)
_DIGIT = pattern(r"\d")
#: What is seen beyond the page's ends.
NONE = (0.0,) * (len(MARKS) + len(STAND))


def opening_evidence(outline: Outline, place: Place, position: int, page: Mould) -> Evidence:
    """Return what the line at `position` says for being a story's first, beyond a glance; `page`
    is how the page begins and ends."""
    return (
        *[number for _, at in AROUND for number in _row(outline, place, position + at)],
        float(min(3, outline.usual_gap)),
        *_headline(outline, place, position),
        *_beside(outline, place, position),
        *likeness(outline, place, position, page),
    )


def _row(outline: Outline, place: Place, position: int) -> Evidence:
    """What a line is, by itself and on its page; the place keeps it for the lines around."""
    row = place.rows.get(position)
    if row is None:
        inside = 0 <= position < len(outline.lines)
        row = _marks(outline.lines[position]) + _stand(outline, place, position) if inside else NONE
        place.rows[position] = row
    return row


def _stand(outline: Outline, place: Place, position: int) -> Evidence:
    line = outline.lines[position]
    return (
        float(min(3, outline.gaps[position])),
        float(outline.is_paragraph[position]),
        float(outline.copies[line.key] > 1),
        share(line, place.prose.below) - share(line, place.prose.above),
    )


@noted
def _marks(line: Line) -> Evidence:
    """What a line is, seen alone."""
    return (
        min(2.5, line.width / 60),
        len(_DIGIT.findall(line.words)) / len(line.words),
        float(line.ends_sentence),
        float(like_headline(line)),
        float(has_date(line)),
        float(has_byline(line)),
        float(has_caption(line)),
        float(bool(furniture_kind(line))),
        float(ends_story(line)),
        float(is_bullet(line)),
        float(is_label(line)),
    )


def _headline(outline: Outline, place: Place, position: int) -> Evidence:
    """What it means that the line is the headline, where it is."""
    if place.headline is None or place.headline.position != position:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    below = outline.lines[position + 1 : position + 1 + NEAR]
    return (
        float(any(map(has_date, below))),
        float(any(map(has_byline, below))),
        float(outline.gaps[position] > outline.usual_gap),
        STALE + 0.1 - place.linked,
        float(place.headline.again),
    )


def _beside(outline: Outline, place: Place, position: int) -> Evidence:
    """What stands in the lines above and below: stories end in rights and tags."""
    first, last = place.stretch
    above = outline.lines[max(0, position - REACH) : position]
    below = outline.lines[position : min(last, position + REACH)]
    top = outline.lines[max(first, position - REACH) : position]
    return (
        sum(map(_is_ending, above)) / REACH,
        sum(map(_is_ending, below)) / REACH,
        float(any(map(has_date, top))),
    )


def _is_ending(line: Line) -> bool:
    return ends_story(line) or bool(furniture_kind(line))
