"""The captions of an article: lines that look like one, weighed by the lines around them.

Only lines that say so themselves, and those above or below a credit that stands alone, may be
captions: of the others hundreds of paragraphs would be lost for each caption found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapeclean.articles.caption_evidence import read_evidence
from scrapeclean.articles.captions import (
    CAPTION_WIDTH,
    is_attributed,
    is_credit,
    is_surely_caption,
    names_somebody,
    speaks_of_photo,
)
from scrapeclean.articles.dates import find_date
from scrapeclean.articles.marks import has_byline, has_caption, is_bullet, spells_alike
from scrapeclean.articles.story import Story
from scrapeclean.articles.trees import load_trees
from scrapeclean.lines import Line
from scrapeclean.patterns import pattern

#: As log-odds, from where on a line is a caption: one that a name ends, one above a credit that
#: stands alone, one below it. Chosen on sites the trees had not seen: lower, bodies lose more words
#: than captions are worth.
NAMED_BAR, ABOVE_CREDIT_BAR, BELOW_CREDIT_BAR = -3.0, -4.5, -3.5
#: A line above a credit that says less is a label.
NARROWEST = 20
# The author of what is written, before that of the pictures: "Text: Ann Poe, Foto: Bo Diaz".
_TEXT = pattern(r"(?:te(?:x|ks|s)t\w{0,2}|szöveg|текст|besedilo|texto)\s?:", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:©|\([cC]\))(?=.*\b(?:19|20)\d\d\b)")


def find_captions(story: Story, top: int | None) -> list[list[Line]]:
    """Return the captions of `story`, whose headline stands at `top`, each as its lines: a credit
    alone belongs to the line above it."""
    found: list[list[Line]] = []
    for at in _places(story, top):
        line, above = story.lines[at], story.line(at - 1)
        if _is_rights(story, at) or _says_headline(story, at, top):
            continue
        if is_credit(line) and not _is_byline(line):
            if found and found[-1][-1] is above:
                found[-1].append(line)
            else:
                found.append([line])
        elif _is_caption(story, at, -1 if top is None else top):
            found.append([line])
    return found


def _places(story: Story, top: int | None) -> Iterator[int]:
    """The article's own lines, and those that have gone from below the headline, copies aside."""
    last = story.own[-1] if story.own else -1
    first = -1 if top is None else top
    for at in range(last + 1):
        if at != top and (story.is_own[at] or (at > first and not _is_copy(story, at))):
            yield at


def _is_rights(story: Story, at: int) -> bool:
    """Whether the line says below the article whose the page is, and since when."""
    text = story.lines[at].words
    below = bool(story.paragraphs) and at > story.paragraphs[-1]
    return below and text[0] in "©(" and bool(_RIGHTS.match(text))


def _says_headline(story: Story, at: int, top: int | None) -> bool:
    """Whether the line is the page's title, which may end in an agency that runs the site."""
    if top is None or at > top or not story.lines[at].credited:
        return False
    return spells_alike(story.lines[at], story.lines[top])


def _is_copy(story: Story, at: int) -> bool:
    key = story.lines[at].key
    return key in story.doubled or key in story.copied or story.copies[key] > 1


def _is_caption(story: Story, at: int, top: int) -> bool:
    line = story.lines[at]
    if line.key in story.doubled and line.width >= NARROWEST and not is_bullet(line):
        return True  # its copy has gone as a caption's: text of this width does not stand twice
    if is_surely_caption(line) or _heads(story, at, top):
        return line.width <= CAPTION_WIDTH and not _is_byline(line)
    bar = _bar(story, at)
    if bar is None or not story.paragraphs:  # without paragraphs there is nothing to be lost
        return bar is not None
    return load_trees()["caption"](read_evidence(story, at, top)) > bar


def _is_byline(line: Line) -> bool:
    """Whether the line names an author, and not of the picture alone: "By Ann Poe / AP", "Text: Ann
    Poe, photos: Bo Diaz"."""
    return has_byline(line) and (bool(_TEXT.match(line.words)) or not speaks_of_photo(line))


def _heads(story: Story, at: int, top: int) -> bool:
    """Whether the line ends in a name in brackets, and no paragraph parts it from the headline."""
    line = story.lines[at]
    if line.is_prose or is_bullet(line) or story.prose_above(at) != story.prose_above(top):
        return False
    return is_attributed(line) and names_somebody(line)


def _bar(story: Story, at: int) -> float | None:
    """What the line at `at` has to exceed, or None where nothing says that it is a caption."""
    line, above, below = story.lines[at], story.line(at - 1), story.line(at + 1)
    if line.width > CAPTION_WIDTH or _is_byline(line):
        return None
    if has_caption(line):
        return None if is_bullet(line) else NAMED_BAR
    if line.width < NARROWEST or find_date(line.words) is not None:
        return None
    if below is not None and is_credit(below):
        return ABOVE_CREDIT_BAR
    return BELOW_CREDIT_BAR if above is not None and is_credit(above) else None
