"""What speaks for a line being the headline, as named numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log1p
from types import MappingProxyType
from typing import NamedTuple

from rapidfuzz import fuzz

from scrapeclean.articles.marks import (
    has_byline,
    has_caption,
    has_date,
    is_bullet,
    like_headline,
    spells_alike,
)
from scrapeclean.articles.story import Story
from scrapeclean.articles.trees import Named
from scrapeclean.articles.vocabulary import stems
from scrapeclean.lines import Line

#: What stands right below headlines, within so many lines: a date, a byline, a caption.
NEAR = 4
#: Lines down to the first paragraph, at most.
FAR = 20
#: Narrower lines are labels more often than headlines.
NARROW = 25
#: In so many characters of the paragraphs a word that the story is about comes back.
LONG = 20_000
#: Shorter lines stand in longer ones by chance.
LEAST_HELD = 12
#: Numbers above this are all the same: wide, long, far.
WIDE, MANY = 300, 40


#: The terms of a conditional logistic regression: which of the top lines is the headline, on the
#: development pages, cleaned. `benchmarks/fit_parts.py` fits them.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "begins_title": 1.57,
        "capitals": 0.51,
        "caption_below": 0.82,
        "copied": 0.76,
        "dated": 1.4,
        "distance": -1.35,
        "echo": 1.01,
        "echoed_words": 1.76,
        "first": 0.48,
        "has_bar": -1.35,
        "in_title": 1.6,
        "is_narrow": -1.61,
        "is_prose": -1.88,
        "is_sentence": -0.62,
        "like_headline": 1.94,
        "narrow_above": 1.2,
        "narrow_below": 0.84,
        "often": 1.35,
        "own": 0.81,
        "paragraph_above": -0.39,
        "prose_above": -2.23,
        "signed": 1.67,
        "titled": 0.88,
        "titled_words": 1.11,
        "top": 2.29,
    }
)


class Contender(NamedTuple):
    """The line at place `at`, what its evidence is worth by the sum, and the evidence."""

    at: int
    worth: float
    evidence: Named


def worth(evidence: Named) -> float:
    """Return the sum of `evidence`, weighted."""
    return sum([weight * evidence[name] for name, weight in WEIGHTS.items()])


def first_evidence(story: Story, at: int) -> Named:
    """Return what the line itself and the lines around it say."""
    lines = story.lines
    line, below = lines[at], lines[at + 1 : at + 1 + NEAR]
    return {
        **_spoken(story, line, story.prose_below(at)),
        **_titled(lines[0], line, at),
        "dated": float(any(map(has_date, below))),
        "signed": float(any(map(has_byline, below))),
        "caption_below": float(any(map(has_caption, below))),
        "copied": float(any(line.key in other for other in story.copied)),
        "own": float(story.is_own[at]),
        "top": 1 / (1 + at),
        "distance": story.to_prose(at, FAR) / FAR,
        "narrow_above": sum(x.width < NARROW for x in lines[max(0, at - 5) : at]) / 5,
        "narrow_below": sum(x.width < NARROW for x in below) / NEAR,
        "paragraph_above": float(at > 0 and lines[at - 1].is_prose),
        "prose_above": float(story.prose_above(at) > 0),
        "like_headline": float(like_headline(line)),
        "is_narrow": float(line.width < NARROW),
        "is_prose": float(line.is_prose),
        "is_sentence": float(line.ends_sentence),
        "has_bar": float("|" in line.text or " - " in line.text or " – " in line.text),
    }


def _spoken(story: Story, line: Line, prose: str) -> Named:
    """How much of the line the paragraphs say again."""
    words = stems(line)
    echo = sum([word in prose for word in words]) / (len(words) or 1)
    often = [min(3.0, log1p(story.prose.count(word, 0, LONG))) for word in words]
    cased = [word for word in line.words.split() if word[0].isalpha()]
    return {
        "often": sum(often) / (len(often) or 1),
        "echo": echo,
        "echoed_words": min(1.0, echo * len(words) / 6),
        "capitals": sum([word[0].isupper() for word in cased]) / (len(cased) or 1),
    }


def _titled(first: Line, line: Line, at: int) -> Named:
    """How much of the line the page's first line says, which is often its title."""
    words = stems(line)
    titled = len(words & stems(first)) / len(words) if at and words else 0.0
    return {
        "first": float(at == 0),
        "titled": titled,
        "titled_words": min(1.0, titled * len(words) / 6),
        "begins_title": float(at > 0 and first.key.startswith(line.key)),
        "in_title": float(at > 0 and line.key in first.key),
    }


def final_evidence(story: Story, one: Contender, best: Sequence[Contender]) -> Named:
    """Return the evidence of `one` with what the other contenders, and the article as a whole, say
    of it."""
    return {
        **one.evidence,
        **_among(one, best),
        **_spelled(story, one, best),
        **_placed(story, one.at),
        **_said(story, one.at),
    }


def _among(one: Contender, best: Sequence[Contender]) -> Named:
    above = [other for other in best if other.at < one.at]
    below = [other for other in best if other.at > one.at]
    worths = [other.worth for other in (*above, *below)]
    echo = [other.evidence["echo"] for other in best]
    titled = [other.evidence["titled"] for other in best]
    return {
        "worth": one.worth,
        "lead": one.worth - max(worths, default=0.0),
        "rank": float(sum([other > one.worth for other in worths])),
        "worth_above": max([other.worth for other in above], default=-9.0) - one.worth,
        "worth_below": max([other.worth for other in below], default=-9.0) - one.worth,
        "echo_above": max([other.evidence["echo"] for other in above], default=-1.0),
        "echo_below": max([other.evidence["echo"] for other in below], default=-1.0),
        "best_echo": one.evidence["echo"] - max(echo),
        "best_titled": one.evidence["titled"] - max(titled),
    }


def _spelled(story: Story, one: Contender, best: Sequence[Contender]) -> Named:
    """How the line compares with the first one, and with the other contenders."""
    line, first = story.lines[one.at], story.lines[0]
    others = [story.lines[other.at] for other in best if other.at != one.at]
    return {
        "ratio": fuzz.ratio(line.key, first.key) / 100 if one.at else -1.0,
        "top_ratio": max([fuzz.ratio(line.key, x.key) / 100 for x in others], default=0.0),
        "of_title": len(stems(line) & stems(first)) / (len(stems(first)) or 1),
        "title_share": min(2.0, len(line.key) / len(first.key)),
        "copies": float(min(4, story.copies[line.key])),
        "holds": float(sum([_holds(line, other) for other in others])),
        "held": float(sum([_holds(other, line) for other in others])),
        "alike": float(sum([spells_alike(line, other) for other in others])),
    }


def _holds(line: Line, other: Line) -> bool:
    """Whether `line` is `other` and more: "Home » Rain floods the old town", "3. Rain floods …"."""
    return len(line.key) > len(other.key) >= LEAST_HELD and other.key in line.key


def _placed(story: Story, at: int) -> Named:
    line = story.lines[at]
    above, below = story.line(at - 1), story.line(at + 1)
    own_above, own_below = story.own_beside(at, -1), story.own_beside(at, 1)
    widths = [story.lines[place].width for place in story.paragraphs]
    return {
        "place": at / len(story.lines),
        "own_place": float(min(FAR, sum([place < at for place in story.own[:FAR]]))),
        "lines": float(min(400, len(story.lines))),
        "own_lines": float(min(200, len(story.own))),
        "own_share": len(story.own) / len(story.lines),
        "paragraphs": float(min(MANY, len(widths))),
        "prose_share_above": sum(widths[: story.prose_above(at)]) / (sum(widths) or 1),
        "to_prose": float(story.to_prose(at, 60)),
        "width": float(line.width),
        "words": float(len(line.words.split())),
        "above_width": _width(above),
        "below_width": _width(below),
        "own_above_width": _width(own_above),
        "own_below_width": _width(own_below),
        "above_date": float(above is not None and has_date(above)),
    }


def _said(story: Story, at: int) -> Named:
    """What the line says, and its neighbours."""
    line = story.lines[at]
    above, below = story.own_beside(at, -1), story.own_beside(at, 1)
    return {
        "caption": float(has_caption(line)),
        "dashed": float(is_bullet(line)),
        "upper": float(line.words.isupper()),
        "question": float(line.words.endswith("?")),
        "colon": float(":" in line.words),
        "above_upper": float(above is not None and above.words.isupper()),
        "below_date": float(below is not None and has_date(below)),
        "below_byline": float(below is not None and has_byline(below)),
        "below_sentence": float(below is not None and below.ends_sentence),
        "below_capitals": _capitals(below),
        "above_capitals": _capitals(above),
        "above_sentence": float(above is not None and above.ends_sentence),
    }


def _capitals(line: Line | None) -> float:
    """The share of words with a capital; -1 without a line."""
    cased = [word for word in line.words.split() if word[0].isalpha()] if line else []
    return sum([word[0].isupper() for word in cased]) / len(cased) if cased else -1.0


def _width(line: Line | None) -> float:
    return float(min(WIDE, line.width)) if line else -1.0
