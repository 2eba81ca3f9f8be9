"""Marks: what a line that is no paragraph is good for, seen alone. Each is found once a line."""

from __future__ import annotations

import re

from scrapeclean.articles.bylines import BYLINE_WIDTH, read_byline
from scrapeclean.articles.captions import is_caption
from scrapeclean.articles.dates import find_date
from scrapeclean.articles.noted import noted
from scrapeclean.articles.vocabulary import stems
from scrapeclean.facts import FULL_STOPS
from scrapeclean.lexicon import lexicon
from scrapeclean.lines import Line
from scrapeclean.patterns import pattern

#: Headlines of the development pages are 14 to 190 wide, all but a handful.
HEADLINE_WIDTH = range(14, 191)
#: A line with a date in it and more words than this tells a story; it does not print the date.
DATE_LINE_WIDTH = 90
#: Two lines that share so much of the smaller vocabulary are spellings of one headline.
SAME_HEADLINE = 0.8
#: The longer may add the outlet's name and section to the shorter, not a second headline.
LONGER_HEADLINE = 2.5

_BULLET = pattern(r"\s*[•*·▪■–-]\s")
_NO_HEADLINE_END = tuple(FULL_STOPS + ":：,;；、")
# "KATHMANDU (Reuters) - ", "Berlin. ", "МОСКВА, 12 янв — ", "本报北京1月16日电"
_DATELINE = pattern(
    r"[^\W\d_][^.!?:]{1,40}(?:\([^)]{2,25}\))?\s?[–—-]{1,2}\s"
    r"|[A-ZÀ-ŽΑ-ΩА-Я][A-ZÀ-ŽΑ-ΩА-Я .,]{3,30}[,:(–—-]"
    r"|.{2,12}(?:电|讯|電)"
)
_ENDING = pattern(
    r"©|copyright|\(c\)|all rights|tags?\b|share\b|follow|newsletter|comment|коммент|тэги|теги"
    r"|wszelkie prawa|무단|著作权|版权|κοινοποίηση|schlagwor|etiket",
    re.IGNORECASE,
)


def furniture_kind(line: Line) -> str:
    """Return what kind of furniture `line` surely is; empty for none."""
    match = lexicon().match(line)
    return match.kind if match is not None and match.sure else ""


def is_bullet(line: Line) -> bool:
    """Return whether `line` is an item of a list."""
    return bool(_BULLET.match(line.text))


def is_label(line: Line) -> bool:
    """Return whether `line` announces what stands below it."""
    return line.words.endswith((":", "："))


def like_headline(line: Line) -> bool:
    """Return whether `line` has the shape of a headline: as wide as one, and no sentence."""
    words = line.words
    return (
        line.width in HEADLINE_WIDTH
        and not words.endswith(_NO_HEADLINE_END)
        and not words[0].islower()
        and not is_bullet(line)
        and not furniture_kind(line)
    )


@noted
def has_date(line: Line) -> bool:
    """Return whether `line` prints a date."""
    return len(line.words) <= DATE_LINE_WIDTH and find_date(line.words) is not None


@noted
def has_byline(line: Line) -> bool:
    """Return whether `line` names an author, with a byline word."""
    return len(line.words) <= BYLINE_WIDTH and read_byline(line.words) is not None


@noted
def has_caption(line: Line) -> bool:
    """Return whether `line` is a caption."""
    return is_caption(line)


def has_dateline(line: Line) -> bool:
    """Return whether `line`, the first paragraph of a story, begins with a place."""
    return bool(_DATELINE.match(line.words[:60]))


@noted
def ends_story(line: Line) -> bool:
    """Return whether `line` says what stands under stories: rights, tags, comments."""
    return bool(_ENDING.search(line.words[:80]))


def spells_alike(a: Line, b: Line) -> bool:
    """Return whether `a` and `b` are spellings of one headline, one perhaps with the outlet."""
    if a.key == b.key:
        return True
    p, q = stems(a), stems(b)
    smaller, larger = len(p), len(q)
    if smaller > larger:
        smaller, larger = larger, smaller
    return (
        smaller >= 3
        and len(p & q) >= SAME_HEADLINE * smaller
        and larger <= LONGER_HEADLINE * smaller
    )
