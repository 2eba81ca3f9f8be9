"""Openings: what each line of a stretch says for being a story's first, when looked at."""

from __future__ import annotations

from scrapeclean.articles.evidence import STALE, Evidence, share
from scrapeclean.articles.likeness import Opening, likeness
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
from scrapeclean.articles.outline import Outline
from scrapeclean.articles.places import REACH, Place
from scrapeclean.lines import Line

#: How far below a headline its own date and byline stand, in lines.
NEAR = 3
#: The lines around that are looked at for their shape, and what their evidence is called.
AROUND = (("", 0), ("_next", 1), ("_third", 2), ("_above", -1), ("_higher", -2))


def opening_evidence(outline: Outline, place: Place, position: int, page: Opening) -> Evidence:
    """Return what the line at `position` says for being a story's first, beyond a glance; `page`
    is how the page's first story begins."""
    return (
        _echoes(outline, place, position)
        | _shapes(outline, position)
        | _headline(outline, place, position)
        | _above(outline, position)
        | _itself(outline, place, position)
        | likeness(outline, place, position, page)
    )


def _echoes(outline: Outline, place: Place, position: int) -> Evidence:
    """Whether the line, and the one above it, speak of the story below or of that above."""
    above, below = place.prose
    line, higher = outline.lines[position], outline.lines[position - 1]
    return {
        "echo": share(line, below) - share(line, above),
        "echo_above": share(higher, below) - share(higher, above),
    }


def _shapes(outline: Outline, position: int) -> Evidence:
    found = {"usual_gap": float(min(3, outline.usual_gap))}
    for name, at in AROUND:
        here = position + at
        if 0 <= here < len(outline.lines):
            line = outline.lines[here]
            found["width" + name] = min(2.5, line.width / 60)
            found["gap_size" + name] = float(min(4, outline.gaps[here]))
            found["sentence" + name] = float(line.ends_sentence)
            found["paragraph" + name] = float(outline.paragraphs[here])
            found["like_headline" + name] = float(like_headline(line))
    return found


def _headline(outline: Outline, place: Place, position: int) -> Evidence:
    """What it means that the line is the headline, where it is."""
    if place.headline is None or place.headline.position != position:
        return {}
    below = outline.lines[position + 1 : position + 1 + NEAR]
    return {
        "is_headline_dated": float(any(map(has_date, below))),
        "is_headline_signed": float(any(map(has_byline, below))),
        "is_headline_after_gap": float(outline.gaps[position] > outline.usual_gap),
        "is_headline_unlinked": STALE + 0.1 - place.linked,
        "is_headline_again": float(place.headline.again),
    }


def _above(outline: Outline, position: int) -> Evidence:
    """What the line in front of it says: stories end in a sentence, or in rights and tags."""
    above = outline.lines[position - 1]
    higher = outline.lines[max(0, position - REACH) : position]
    return {
        "endings_above": sum(map(_is_ending, higher)) / REACH,
        "above_ends_story": float(ends_story(above)),
        "above_is_furniture": float(bool(furniture_kind(above))),
        "above_is_label": float(is_label(above)),
        "above_is_date": float(has_date(above)),
        "above_is_caption": float(has_caption(above)),
    }


def _is_ending(line: Line) -> bool:
    return ends_story(line) or bool(furniture_kind(line))


def _itself(outline: Outline, place: Place, position: int) -> Evidence:
    line = outline.lines[position]
    lower = outline.lines[position : min(place.stretch.last, position + REACH)]
    top = outline.lines[max(place.stretch.first, position - REACH) : position]
    return {
        "endings_below": sum(map(_is_ending, lower)) / REACH,
        "date_above": float(any(map(has_date, top))),
        "is_furniture": float(bool(furniture_kind(line))),
        "is_digits": float(line.words[0].isdigit()),
        "is_bullet": float(is_bullet(line)),
        "is_label": float(is_label(line)),
        "is_date": float(has_date(line)),
        "is_byline": float(has_byline(line)),
        "is_caption": float(has_caption(line)),
        "is_ending": float(ends_story(line)),
    }
