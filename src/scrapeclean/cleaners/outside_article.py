"""Lines outside the article, by their shape, their words and their place on the page."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from scrapeclean.byline_words import is_signed
from scrapeclean.edits import Edit
from scrapeclean.facts import YEAR
from scrapeclean.lexicon.hits import hits
from scrapeclean.model import (
    KEEP_BAR,
    SENTENCE_WIDTH,
    following,
    forget_reading,
    looks_clean,
    lost_headline,
    read_page,
    reasons,
)
from scrapeclean.page import Line, Page

#: A line with a picture's credit is a caption of the article from these log-odds on.
CAPTION_BAR = -2.0

#: A date stands at most so many lines above the first paragraph, on a line no wider than that.
FRONT_LINES, FRONT_WIDTH = 6, 160


@dataclass(frozen=True)
class OutsideArticle:
    """Lines that the line scorer takes for furniture.

    Menus, teasers, feeds, comments, notices: what stands outside the article and says nothing
    that a phrase list knows. Every line gets a score from its shape, its words and its place
    among the others (`scrapeclean.model`); what scores below a bar goes. The bar is low on a page
    that reads like an article from top to bottom, so that a clean text stays as it is. It comes
    before the cleaners that go by phrases, because a line is judged by the furniture around it;
    labels between two paragraphs ("Advertisement") are ignored.

    Spared: lines in doubt; captions with a credit, unless they stand far from all text; a sentence
    right below one that is likely the story's; above the first paragraph dated lines, bylines with
    a byline word, lines of which a copy stays, and one whose words come back in the first
    sentences, if it would be the headline; lines that the lexicon names, which are for the cleaner
    of their kind. `margin` moves the bar: at 1 the odds must be nearly three times as high, at -1
    more goes.

    It errs on galleries of captions, on comments that read like paragraphs, and on lists whose
    items stand far from any paragraph.

    >>> from scrapeclean.page import Page
    >>> menu = "Town hall\\nSchools\\nFish market\\nRowing\\nTides and winds\\nLetters page\\n"
    >>> story = "The ferry between the islands will sail again in May, the harbour office said.\\n"
    >>> more = "“We have waited since November,” said Marit Solberg, who keeps a shop there.\\n"
    >>> page = Page.from_text(menu * 3 + story + more + story.replace("May", "June") + menu)
    >>> page.apply(OutsideArticle()(page)).text.count("Fish market")
    0
    """

    margin: float = 0.0
    name: ClassVar[str] = "outside_article"
    scope: ClassVar[str] = "page"
    daring: ClassVar[bool] = True

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line outside the article."""
        if looks_clean(page):
            return
        reading = read_page(page)
        scores, below = reading.scores, KEEP_BAR.at(reading.dirt) - self.margin
        low = [place for place, score in enumerate(scores) if score < below]
        if not low:
            return
        places = _unspared(page, low, scores)
        whys = reasons(reading.columns, places)
        del reading
        forget_reading(page)
        for place, why in zip(places, whys, strict=True):
            index, sureness = page.content[place], 1 / (1 + math.exp(scores[place]))
            yield page.drop(index, self.name, why, sureness)


def _unspared(page: Page, low: Sequence[int], scores: Sequence[float]) -> list[int]:
    """The `low` places of lines that are to go: all but those that are spared, and those that are
    for another cleaner."""
    lines, named = page.content_lines, hits(page)
    spared = _front(page, low)
    spared |= {place for place in following(lines, low) if scores[place - 1] > 0}
    spared |= {place for place in low if _is_caption(lines[place], scores[place])}
    gone = [place for place in low if place not in spared and page.content[place] not in named]
    headline = lost_headline(lines, {*low} - spared, {*gone})
    return [place for place in gone if place != headline]


def _front(page: Page, low: Sequence[int]) -> set[int]:
    """Places above the first paragraph that stays: of dated lines and bylines close above it, and
    of those of the `low` lines of which a copy stays there. Which copy goes is for the cleaners of
    repeats."""
    lines, gone = page.content_lines, set(low)
    first = _first(lines, gone)
    staying = {lines[at].key for at in range(first) if at not in gone}
    near = range(max(0, first - FRONT_LINES), first)
    front = {at for at in near if _is_dated(lines[at]) or is_signed(lines[at])}
    copies = {at for at in low[: bisect_left(low, first)] if lines[at].key in staying}
    return front | copies


def _first(lines: Sequence[Line], gone: Collection[int]) -> int:
    """The place of the first paragraph that stays, or of the first sentence where all are short."""
    kept = [at for at, line in enumerate(lines) if line.ends_sentence and at not in gone]
    prose = (at for at in kept if lines[at].is_prose)
    return next(prose, next((at for at in kept if lines[at].width >= SENTENCE_WIDTH), 0))


def _is_dated(line: Line) -> bool:
    return line.width <= FRONT_WIDTH and bool(YEAR.search(line.words))


def _is_caption(line: Line, score: float) -> bool:
    return score > CAPTION_BAR and line.credited
