"""Which lines are the article: two looks at a page, a score for each line.

The first look scores every line by its shape, its words and its surroundings. The second sees the
first scores of the whole page too: where the article runs, how far from it a line stands, how much
of the page it is. Both are forests of trees, fitted on labelled pages (`docs/model-card.md`).
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, NamedTuple

from scrapeclean.lexicon import Match, lexicon
from scrapeclean.lexicon.hits import hits
from scrapeclean.model.columns import Columns
from scrapeclean.model.context import (
    COMMENTS,
    EVEN,
    PERHAPS,
    SCORE_STEPS,
    SURE,
    Content,
    read_columns,
    second_columns,
)
from scrapeclean.model.forest import Forest
from scrapeclean.model.verdict import page_columns
from scrapeclean.page import Page

_KEY = "model"
_WEIGHTS = "weights.json.gz"
#: The bar by the log-odds that the page holds furniture: none up to the first, then rising from
#: point to point, then level. Chosen on the development corpora, so that hardly one clean article
#: in three hundred loses a line (`docs/model-card.md`).
_BARS = ((2.0, -3.0), (4.0, 0.0), (6.0, 0.3))


class Reading(NamedTuple):
    """What the model makes of a page: for each line of content its log-odds to be article and
    the facts it was judged by, and the log-odds that the page holds furniture at all."""

    scores: tuple[float, ...]
    columns: Columns
    dirt: float


class Model(NamedTuple):
    """The forests of both looks at the lines, and of the look at the page."""

    first: Forest
    second: Forest
    page: Forest

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Model:
        """Return the model that the fit has written as `data`."""
        return cls(Forest(data["first"]), Forest(data["second"]), Forest(data["page"]))

    def read(self, content: Content) -> Reading:
        """Return the reading of `content`."""
        size = len(content.lines)
        if not size:
            return Reading((), {}, 0.0)
        columns, widths = read_columns(content)
        first = as_steps(self.first.scores(columns, size))
        columns |= second_columns(first, widths)
        scores = tuple(self.second.scores(columns, size))
        (dirt,) = self.page.scores(page_columns(columns, as_steps(scores), widths), 1)
        return Reading(scores, columns, dirt)


@cache
def model() -> Model:
    """Return the model with the weights of the package."""
    packed = (files("scrapeclean.model") / _WEIGHTS).read_bytes()
    return Model.from_data(json.loads(gzip.decompress(packed)))


def as_steps(scores: Sequence[float]) -> bytes:
    """Return log-odds as a column: steps of 1/16 around 128, at most 8 to either side."""
    return bytes([max(0, min(255, int(EVEN + SCORE_STEPS * score + 0.5))) for score in scores])


def bar(reading: Reading) -> float:
    """Return the log-odds below which a line of the page is furniture: none on a page that is
    likely clean, a little above even odds on one that is surely dirty."""
    dirt = reading.dirt
    if dirt < _BARS[0][0]:
        return -math.inf
    for (start, low), (end, high) in pairwise(_BARS):
        if dirt < end:
            return low + (high - low) * (dirt - start) / (end - start)
    return _BARS[-1][1]


def read_content(page: Page) -> Content:
    """Return what the model reads of `page`."""
    lines, content = page.lines, page.content
    above = [-1, *content]
    blanks = bytes([index - before > 1 for before, index in zip(above, content, strict=False)])
    found, match = hits(page), lexicon().match
    phrases = bytes([_phrase(found.get(i), match(lines[i])) for i in content])
    return Content([lines[i].words for i in content], blanks, phrases)


def _phrase(hit: Match | None, match: Match | None) -> int:
    if hit is None:
        return PERHAPS if match else 0
    return COMMENTS if hit.kind == "comments" else SURE


def read_page(page: Page) -> Reading:
    """Return the model's reading of the content of `page`; it is kept in `page.notes`."""
    reading: Reading | None = page.notes.get(_KEY)
    if reading is None:
        reading = model().read(read_content(page))
        page.notes[_KEY] = reading
    return reading


def score_lines(page: Page) -> list[float]:
    """Return for each line of `page` the log-odds that it is article; 0 for a blank line."""
    scores = [0.0] * len(page.lines)
    for index, score in zip(page.content, read_page(page).scores, strict=True):
        scores[index] = score
    return scores
