"""Evidence for a new story, as named numbers: what a stretch says.

The numbers are the terms of the fitted decisions (`weights.json`); their names are its words. All
are between about -1 and 4, computed from the page alone and free of language but for the byline
words, months, credits and words of edges in the tables beside this file.
"""

from __future__ import annotations

from itertools import pairwise
from math import log, log1p
from typing import NamedTuple

from scrapeclean.articles.marks import furniture_kind, has_dateline, like_headline
from scrapeclean.articles.outline import Outline, Stretch
from scrapeclean.articles.vocabulary import common, names, small_change, stems
from scrapeclean.lines import Line

Evidence = dict[str, float]

#: The width of prose above a stretch where its headline's words are looked for, and below it.
ABOVE = 2500
BELOW = 900
#: The width of prose above and below whose words are compared.
AROUND = 2500
#: The cohesion across two stories is about this, that inside of one story more.
FRESH = 0.15
STALE = 0.2
#: How far above the first paragraph a headline may stand, in lines.
HEADLINE_REACH = 25
#: Furniture above a story's first paragraph of more lines is passed over: of 100 stories of the
#: development pages 99 begin within 17 lines.
TOP = 30
#: Lines beside a stretch whose share of prose counts as its surroundings.
BESIDE = 15
#: The logarithm of a short article's width: the zero of sizes.
LOG_PAGE = 6.0


class Prose(NamedTuple):
    """The words of the paragraphs above a stretch, and of those below."""

    above: str
    below: str


class Headline(NamedTuple):
    """The likeliest headline in a stretch, by its words: they come back, and are new."""

    position: int
    score: float
    echo: float
    known: float
    again: bool


def surroundings(outline: Outline, stretch: Stretch, stretches: int) -> Evidence:
    """Return what shows without a look at words; `stretches` is how many the page has."""
    first, last = stretch
    above, below = _density(outline, first - BESIDE, first), _density(outline, last, last + BESIDE)
    gaps = outline.gaps[first : last + 1]
    return {
        "prose_above": above,
        "prose_below": below,
        "prose_around": above * below,
        "story_above": min(3.0, log1p(outline.mass[first]) - LOG_PAGE),
        "story_below": min(3.0, log1p(outline.mass[-1] - outline.mass[last]) - LOG_PAGE),
        "stretches": log(stretches),
        "lines": log(last - first),
        "single": float(last - first == 1),
        "flat": float(outline.widest_gap == outline.usual_gap),
        "gap_inside": float(max(gaps) > outline.usual_gap),
        "widest_gap": float(max(gaps) == outline.widest_gap > outline.usual_gap),
        "lead_width": min(3.0, outline.lines[last].width / 150),
        "opens_as_headline": float(like_headline(outline.lines[first])),
        "doubled": float(any(a == b for a, b in pairwise(outline.keys[first:last]))),
        "opens_page": float(outline.keys[0] in outline.keys[max(first, last - TOP) : last + 1]),
    }


def _density(outline: Outline, first: int, last: int) -> float:
    """How much of the lines' width is prose."""
    first, last = max(0, first), min(last, len(outline.lines))
    prose = outline.mass[last] - outline.mass[first]
    return prose / (1 + outline.width[last] - outline.width[first])


def cohesion_evidence(outline: Outline, stretch: Stretch, linked: float) -> Evidence:
    """Return what the links between the prose above and below say."""
    flat = float(outline.widest_gap == outline.usual_gap)
    single = float(stretch.last - stretch.first == 1)
    return {
        "linked": linked,
        "unlinked": max(0.0, FRESH - linked) / STALE,
        "flat_unlinked": flat * (STALE - linked),
        "single_unlinked": single * (STALE - linked),
        "dateline": float(has_dateline(outline.lines[stretch.last])),
    }


def common_evidence(outline: Outline, stretch: Stretch) -> Evidence:
    """Return what the paragraphs around `stretch` have in common, and how long they go on."""
    above = _paragraphs(outline, stretch.first - 1, -1, AROUND)
    below = _paragraphs(outline, stretch.last, 1, AROUND)
    upper, lower = [*map(stems, above)], [*map(stems, below)]
    change = small_change([*upper, *lower])
    fewer = min(sum([len(names(line)) for line in side]) for side in (above, below))
    return {
        "common_words": common(upper, lower),
        "common_rare": common([words - change for words in upper], [x - change for x in lower]),
        "common_names": common([*map(names, above)], [*map(names, below)]),
        "names": log1p(fewer),
        "run_above": log1p(_run(outline, stretch.first - 1, -1)),
        "run_below": log1p(_run(outline, stretch.last, 1)),
    }


def _paragraphs(outline: Outline, start: int, step: int, width: int) -> list[Line]:
    """The paragraphs from `start` on, upwards or downwards, up to `width`."""
    position, found = start, []
    while 0 <= position < len(outline.lines) and width > 0:
        if outline.paragraphs[position]:
            found.append(outline.lines[position])
            width -= outline.lines[position].width
        position += step
    return found


def _run(outline: Outline, position: int, step: int) -> int:
    """How wide the paragraphs are that stand there without another line between them."""
    width = 0
    while 0 <= position < len(outline.lines) and outline.paragraphs[position]:
        width += outline.lines[position].width
        position += step
    return width


def prose_around(outline: Outline, stretch: Stretch) -> Prose:
    """Return the words of the paragraphs above and below `stretch`."""
    above = _paragraphs(outline, stretch.first - 1, -1, ABOVE)
    below = _paragraphs(outline, stretch.last, 1, BELOW)
    return Prose(" ".join([x.key for x in above]), " ".join([x.key for x in below]))


def find_headline(outline: Outline, stretch: Stretch, prose: Prose) -> Headline | None:
    """Return the line that is the likeliest headline of what follows `stretch`."""
    found = []
    for position in range(max(stretch.first, stretch.last - HEADLINE_REACH), stretch.last):
        line = outline.lines[position]
        if like_headline(line):
            echo, known = share(line, prose.below), share(line, prose.above)
            again = line.key in outline.keys[position + 2 : min(stretch.last, position + 12)]
            score = echo - known + 0.5 * again + min(0.3, line.width / 200)
            score -= 0.01 * (stretch.last - position)
            found.append(Headline(position, score, echo, known, again))
    return max(found, key=lambda headline: headline.score, default=None)


def share(line: Line, prose: str) -> float:
    """Return the share of the words of `line` that stand in `prose`."""
    words = stems(line)
    return sum([word in prose for word in words]) / len(words) if words else 0.4


def headline_evidence(outline: Outline, stretch: Stretch, headline: Headline | None) -> Evidence:
    """Return what the words of the headline and its copies say."""
    keys = outline.keys[stretch.first : stretch.last]
    kinds = [furniture_kind(line) for line in outline.lines[stretch.first : stretch.last]]
    copies = {
        "furniture": sum(map(bool, kinds)) / len(kinds),
        "comments": float("comments" in kinds),
        "lead_is_furniture": float(bool(furniture_kind(outline.lines[stretch.last]))),
        "recurring": sum([outline.copies[key] > 1 for key in keys]) / len(keys),
    }
    if headline is None:
        return copies | {"no_headline": 1.0, "headline_known": 0.5}
    key = outline.keys[headline.position]
    return copies | {
        "headline": max(headline.score, -1.0),
        "headline_echo": headline.echo,
        "headline_known": headline.known,
        "headline_again": float(headline.again),
        "headline_before": float(outline.first_at[key] < stretch.first),
        "headline_width": min(2.0, outline.lines[headline.position].width / 60),
    }
