"""What speaks for names on a line being those of the authors, as named numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from scrapeclean.articles.bylines import is_byline_word
from scrapeclean.articles.dates import find_date
from scrapeclean.articles.marks import furniture_kind, has_date
from scrapeclean.articles.names import (
    has_given_name,
    has_role,
    has_surname,
    is_name,
    is_role,
    tells_role,
)
from scrapeclean.articles.story import Story
from scrapeclean.articles.trees import Named
from scrapeclean.credits import is_agency
from scrapeclean.lines import Line

#: How names stand on a line: behind a byline word, below one, alone, with something behind them,
#: at the head of a note on somebody, between bars, behind "more from", in short at the end.
FORMS = ("word", "below", "alone", "opening", "note", "part", "more", "initials")
#: Forms that say so themselves.
WORDED = ("word", "below")
#: Names that are mentioned this often, lines this far away, are all the same.
FAR, WIDE = 60, 200
_EDGES = " ,|-–—•·"
_CONTACT = re.compile(r"@|follow|twitter|https?:|www\.")


class Candidate(NamedTuple):
    """`names` at place `at` in one of the `FORMS`, what stands behind them, and the lines that
    hold the byline if it is one."""

    at: int
    names: str
    form: str
    rest: str
    lines: tuple[int, ...]


def read_evidence(story: Story, one: Candidate, top: int, every: Sequence[Candidate]) -> Named:
    """Return what speaks for `one` of the candidates `every`, the headline standing at `top`."""
    return {
        **{f"form_{form}": float(one.form == form) for form in FORMS},
        **_names(story, one, top),
        **_line(story.lines[one.at], one),
        **_placed(story, one, top),
        **_around(story, one, top),
        **_among(one, every),
    }


def _names(story: Story, one: Candidate, top: int) -> Named:
    words, key = one.names.split(), " ".join(one.names.casefold().split())
    long = len(key) > 3
    return {
        "given": float(has_given_name(one.names) or has_surname(one.names)),
        "given_first": float(has_given_name(words[0]) or has_surname(one.names)),
        "small": sum([word.casefold() in story.small_words for word in words]) / len(words),
        "words": float(len(words)),
        "length": float(min(FAR, len(one.names))),
        "upper": float(one.names.isupper()),
        "is_name": float(is_name(one.names)),
        "agency": float(is_agency(words[-1])),
        "desk": float(is_role(words[-1]) or is_role(words[0])),
        "mentions": float(min(8, story.text.count(key))) if long else 0.0,
        "in_prose": float(min(6, story.prose.count(key))) if long else 0.0,
        "surname_in_prose": float(min(10, story.prose.count(words[-1].casefold()))),
        "in_title": float(key in story.lines[0].key),
        "in_headline": float(key in story.lines[top].key),
    }


def _line(line: Line, one: Candidate) -> Named:
    rest = one.rest.strip(_EDGES)
    return {
        "rest": float(min(80, len(one.rest))),
        "rest_date": float(bool(rest) and find_date(rest) is not None),
        "rest_role": float(bool(rest) and has_role(rest)),
        "tells_role": float(bool(rest) and tells_role(rest)),
        "line": float(min(WIDE, len(line.words))),
        "share": len(one.names) / len(line.words),
        "date": float(has_date(line)),
        "furniture": float(bool(furniture_kind(line))),
    }


def _placed(story: Story, one: Candidate, top: int) -> Named:
    at, last = one.at, story.own[-1]
    lead = next((place for place in story.paragraphs if place > top), last)
    final = story.paragraphs[-1] if story.paragraphs else last
    low, high = sorted((top, at))
    own = sum(story.is_own[low + 1 : high + 1])
    return {
        "own": float(story.is_own[at]),
        "from_top": _within(-20, at - top, FAR),
        "to_lead": _within(-FAR, lead - at, FAR),
        "own_from_top": _within(-9, own if at >= top else -own, 20),
        "from_final": _within(-40, at - final, 40),
        "from_last": _within(-40, at - last, 40),
        "copies": float(min(6, story.copies[story.lines[at].key])),
        "own_share": len(story.own) / len(story.lines),
        "paragraphs": float(min(40, len(story.paragraphs))),
        "lines": float(min(400, len(story.lines))),
    }


def _around(story: Story, one: Candidate, top: int) -> Named:
    foot, first = one.lines[-1], one.names.split()[0].casefold()
    above, below, below2 = story.line(one.at - 1), story.line(foot + 1), story.line(foot + 2)
    near = [line for line in (story.lines[one.at], below, below2) if line]
    return {
        "above_is_top": float(one.at - 1 == top),
        "above_width": _width(above),
        "above_own": float(story.is_own[one.at - 1]) if above else -1.0,
        "above_name": float(above is not None and is_name(above.words)),
        "above_word": float(above is not None and is_byline_word(above.words)),
        "below_width": _width(below),
        "below_own": float(story.is_own[foot + 1]) if below else -1.0,
        "below_prose": float(below is not None and below.is_prose),
        "below_date": float(below is not None and has_date(below)),
        "below2_date": float(below2 is not None and has_date(below2)),
        "below_role": float(below is not None and has_role(below.words)),
        "below_same": float(below is not None and len(first) > 2 and first in below.key),
        "contact": float(any(_CONTACT.search(line.key) for line in near)),
    }


def _among(one: Candidate, every: Sequence[Candidate]) -> Named:
    names = one.names.casefold()
    same = [other for other in every if other.names.casefold() == names]
    worded = [other for other in every if other.form in WORDED]
    first = bool(worded) and worded[0].at == one.at and one.form in WORDED
    return {
        "same": float(min(5, len(same))),
        "same_worded": float(any(x.form in WORDED for x in same if x is not one)),
        "rivals_worded": float(min(5, len(worded))),
        "first_worded": float(first),
        "rivals_above": float(min(10, sum([other.at < one.at for other in every]))),
        "rivals_near": float(sum([abs(other.at - one.at) <= 3 for other in every]) - 1),
    }


def _within(low: int, value: int, high: int) -> float:
    return float(max(low, min(high, value)))


def _width(line: Line | None) -> float:
    return float(min(WIDE, line.width)) if line else -1.0
