"""Lines outside the article, by their shape, their words and their place on the page."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.model import bar, read_page, reasons
from scrapeclean.page import Page


@dataclass(frozen=True)
class OutsideArticle:
    """Lines that the line scorer takes for furniture.

    Menus, teasers, feeds, comments, notices: what stands outside the article and says nothing
    that a phrase list knows. Every line gets a score from its shape, its words and its place
    among the others (`scrapeclean.model`); what scores below a bar goes. The bar is low on a page
    that reads like an article from top to bottom, so that a clean text stays as it is.

    Spared: lines in doubt. `margin` moves the bar: 1 drops only lines that the model would bet on
    at odds nearly three times as high, -1 drops more.

    It errs on galleries of captions, on comments that read like paragraphs, and on lists whose
    items stand far from any paragraph.
    """

    margin: float = 0.0
    name: ClassVar[str] = "outside_article"
    scope: ClassVar[str] = "page"
    daring: ClassVar[bool] = True

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line outside the article."""
        reading = read_page(page)
        below = bar(reading) - self.margin
        places = [place for place, score in enumerate(reading.scores) if score < below]
        for place, why in zip(places, reasons(reading.columns, places), strict=True):
            confidence = 1 / (1 + math.exp(reading.scores[place]))
            yield page.drop(page.content[place], self.name, why, confidence)
