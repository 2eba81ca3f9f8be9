"""The headline of an article, and where its body begins."""

from __future__ import annotations

from collections.abc import Sequence

from scrapeclean.articles.marks import has_byline, has_credit_or_cue, has_date, like_headline
from scrapeclean.articles.vocabulary import stems
from scrapeclean.lines import Line

#: Prose below a line, in characters, in which the words of a headline come back.
BELOW = 1500
#: A headline stands above all but so much of the article's prose ...
ABOVE_SHARE = 0.3
#: ... and among so many lines: menus above it may be long where they could not be removed.
TOP = 250
#: Below this no line is a headline. Found by hand on the development pages, as the bonuses are.
WORTH = 0.3
#: What stands right below headlines, within so many lines: a date, a byline, a caption.
NEAR = 5


def find_headline(lines: Sequence[Line], copied: frozenset[str]) -> int | None:
    """Return which of `lines`, an article's, is the headline, if any.

    `copied` are the keys of lines of which a copy has been removed as a second headline.
    """
    total = sum(line.width for line in lines if line.is_prose)
    best: tuple[float, int | None] = (WORTH, None)
    above = 0
    for at, line in enumerate(lines[:TOP]):
        if above > ABOVE_SHARE * total:
            break
        if like_headline(line) and not _is_other_part(line):
            score = _score(lines, at, copied) - above / (total + 1)
            if score > best[0]:
                best = (score, at)
        if line.is_prose:
            above += line.width
    return best[1]


def _is_other_part(line: Line) -> bool:
    return has_byline(line) or has_credit_or_cue(line) or (has_date(line) and line.width < 60)


def _score(lines: Sequence[Line], at: int, copied: frozenset[str]) -> float:
    line = lines[at]
    words = stems(line)
    prose, distance = _below(lines, at)
    echo = sum(word in prose for word in words) / len(words) if words else 0.0
    below = lines[at + 1 : at + 1 + NEAR]
    near = any(map(has_date, below)) or any(map(has_byline, below))
    return (
        min(echo, 0.8)
        + min(0.3, line.width / 200)
        + 0.3 * near
        + 0.5 * (line.key in copied)
        + 0.2 * (at == 0)
        - 0.02 * min(distance, 20)
        - 0.2 * (line.width < 25)
    )


def _below(lines: Sequence[Line], at: int) -> tuple[str, int]:
    """The first prose below line `at`, and how many lines down it begins."""
    keys: list[str] = []
    distance = width = 0
    for down, line in enumerate(lines[at + 1 : at + 1 + TOP]):
        if line.is_prose:
            distance = distance if keys else down
            keys.append(line.key)
            width += line.width
            if width > BELOW:
                break
    return " ".join(keys), distance
