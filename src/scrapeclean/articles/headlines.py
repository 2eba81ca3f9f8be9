"""The headline of an article: which of its lines it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import log1p
from types import MappingProxyType

from scrapeclean.articles.marks import (
    furniture_kind,
    has_byline,
    has_caption,
    has_date,
    is_bullet,
    like_headline,
)
from scrapeclean.articles.vocabulary import stems
from scrapeclean.facts import CLOSERS
from scrapeclean.lines import Line

#: The narrowest headlines of the development pages, and the widest.
WIDTH = range(8, 251)
#: Narrower than this a line with a date in it prints the date.
DATE_LINE = 60
#: Prose below a line, in width, in which the words of a headline come back.
BELOW = 1500
#: A headline stands above all but so much of the article's prose ...
ABOVE_SHARE = 0.35
#: ... and among so many lines: menus above it may be long where they could not be removed.
TOP = 300
#: What stands right below headlines, within so many lines: a date, a byline, a caption.
NEAR = 4
#: Lines down to the first paragraph, at most.
FAR = 20

Evidence = dict[str, float]

#: The terms of a conditional logistic regression: which of the top lines is the headline, on the
#: development pages, cleaned. `benchmarks/fit_headlines.py` fits them.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "top": 2.83,
        "titled": 2.05,
        "titled_words": 1.56,
        "copied": 2.02,
        "like_headline": 1.85,
        "echo": 0.84,
        "echoed_words": 1.71,
        "often": 1.36,
        "dated": 1.67,
        "signed": 1.28,
        "caption_below": 0.83,
        "width": 1.20,
        "capitals": 0.93,
        "narrow_above": 1.11,
        "narrow_below": 0.42,
        "first": 1.02,
        "is_numbered": 0.32,
        "is_narrow": -1.73,
        "is_prose": -1.99,
        "is_sentence": -0.59,
        "has_bar": -2.04,
        "distance": -1.64,
        "paragraph_above": -0.58,
        "prose_above": -1.37,
    }
)
#: Of the headlines found rightly 99 of 100 are worth more.
WORTH = 6.1


#: No headline of the development pages that is wider than this ends in a full stop; of the first
#: paragraphs nearly all do.
STOPPED_WIDTH = 100
STOPS = ".。।۔։።"


def find_headline(lines: Sequence[Line], copied: frozenset[str]) -> int | None:
    """Return which of `lines`, an article's, is the headline, if any; without prose below, as
    above a gallery, it is the first.

    `copied` are the keys of lines of which a copy has been removed as a second headline.
    """
    first = bool(lines) and like_headline(lines[0]) and not any(line.is_prose for line in lines)
    best: tuple[float, int | None] = (WORTH, 0 if first else None)
    body = prose(lines)
    for at in candidates(lines):
        evidence = read_evidence(lines, at, copied, body)
        score = sum(WEIGHTS.get(name, 0.0) * value for name, value in evidence.items())
        if score > best[0]:
            best = (score, at)
    return best[1]


def candidates(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the positions of lines that may be the headline of the article that `lines` are."""
    prose = [line.width if line.is_prose else 0 for line in lines]
    limit = ABOVE_SHARE * sum(prose)
    for at, above in enumerate(accumulate(prose[:TOP], initial=0)):
        if above > limit or at >= len(lines):
            return
        if not _is_other_part(lines[at]):
            yield at


def prose(lines: Sequence[Line]) -> str:
    """Return the words of all paragraphs of the article that `lines` are."""
    return " ".join([line.key for line in lines if line.is_prose])


def _is_other_part(line: Line) -> bool:
    return (
        line.width not in WIDTH
        or _is_paragraph(line)
        or line.words.endswith((":", "：", ","))
        or is_bullet(line)
        or bool(furniture_kind(line))
        or has_byline(line)
        or has_caption(line)
        or (has_date(line) and line.width < DATE_LINE)
    )


def _is_paragraph(line: Line) -> bool:
    """Whether the line is a sentence too long for a headline, with a full stop."""
    return line.width > STOPPED_WIDTH and line.is_prose and line.words.rstrip(CLOSERS)[-1] in STOPS


def read_evidence(lines: Sequence[Line], at: int, copied: frozenset[str], body: str) -> Evidence:
    """Return what speaks for line `at` being the headline, as named numbers."""
    line, below = lines[at], lines[at + 1 : at + 1 + NEAR]
    words, first = stems(line), stems(lines[0])
    prose, distance = _below(lines, at)
    echo = sum(word in prose for word in words) / len(words) if words else 0.0
    titled = len(words & first) / len(words) if at and words else 0.0
    dated, signed = any(map(has_date, below)), any(map(has_byline, below))
    often = [min(3.0, log1p(body.count(word))) for word in words]
    cased = [word for word in line.words.split() if word[0].isalpha()]
    return {
        "often": sum(often) / len(often) if often else 0.0,
        "capitals": sum(word[0].isupper() for word in cased) / len(cased) if cased else 0.0,
        "echo": echo,
        "echoed_words": min(1.0, echo * len(words) / 6),
        "width": min(1.0, line.width / 80),
        "is_narrow": float(line.width < 25),
        "dated": float(dated),
        "signed": float(signed),
        "caption_below": float(any(map(has_caption, below))),
        "copied": float(any(line.key in other for other in copied)),
        "first": float(at == 0),
        "top": 1 / (1 + at),
        "titled": titled,
        "titled_words": min(1.0, titled * len(words) / 6),
        "distance": distance / FAR,
        "narrow_above": sum(x.width < 25 for x in lines[max(0, at - 5) : at]) / 5,
        "narrow_below": sum(x.width < 25 for x in below) / NEAR,
        "paragraph_above": float(at > 0 and lines[at - 1].is_prose),
        "prose_above": float(any(other.is_prose for other in lines[:at])),
        "like_headline": float(like_headline(line)),
        "is_prose": float(line.is_prose),
        "is_sentence": float(line.ends_sentence),
        "has_bar": float("|" in line.text or " - " in line.text or " – " in line.text),
        "is_numbered": float(line.words[0].isdigit()),
    }


def _below(lines: Sequence[Line], at: int) -> tuple[str, int]:
    """The first prose below line `at`, and how many lines down it begins."""
    keys: list[str] = []
    distance, width = FAR, 0
    for down, line in enumerate(lines[at + 1 : at + 1 + TOP]):
        if line.is_prose:
            distance = distance if keys else min(down, FAR)
            keys.append(line.key)
            width += line.width
            if width > BELOW:
                break
    return " ".join(keys), distance
