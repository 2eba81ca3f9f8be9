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
from typing import Any, NamedTuple

from scrapeclean.model.columns import Columns
from scrapeclean.model.context import EVEN, SCORE_STEPS, read_columns, second_columns
from scrapeclean.model.forest import Forest
from scrapeclean.model.verdict import page_columns
from scrapeclean.page import Page

_KEY = "model"
_WEIGHTS = "weights.json.gz"
_STEPS = range(256)
#: Log-odds of furniture on the page up to which nothing goes, and from which on even odds are
#: enough; between them the bar rises from `LOW_BAR` to 0. Chosen on the development corpora so
#: that hardly one clean article in a hundred loses a line (`docs/model-card.md`).
CLEAN, DIRTY, LOW_BAR = 2.0, 4.0, -3.0


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

    def read(self, lines: Sequence[str], blanks: Sequence[int]) -> Reading:
        """Return the reading of `lines`, stripped and none of them blank; `blanks` says of each
        whether a blank line stands above it."""
        if not lines:
            return Reading((), {}, 0.0)
        columns, widths = read_columns(lines, blanks)
        first = as_steps(self.first.scores(columns, len(lines)))
        columns |= second_columns(first, widths, _odds())
        scores = tuple(self.second.scores(columns, len(lines)))
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
    likely clean, even odds on one that is surely dirty."""
    certainty = (reading.dirt - CLEAN) / (DIRTY - CLEAN)
    if certainty < 0:
        return -math.inf
    return LOW_BAR * max(0.0, 1 - certainty)


@cache
def _odds() -> list[float]:
    return [1 / (1 + math.exp((EVEN - step) / SCORE_STEPS)) for step in _STEPS]


def read_page(page: Page) -> Reading:
    """Return the model's reading of the content of `page`; it is kept in `page.notes`."""
    reading: Reading | None = page.notes.get(_KEY)
    if reading is None:
        lines = page.lines
        content = page.content
        above = [-1, *content]
        blanks = [int(i - a > 1) for a, i in zip(above, content, strict=False)]
        reading = model().read([lines[i].words for i in content], blanks)
        page.notes[_KEY] = reading
    return reading


def score_lines(page: Page) -> list[float]:
    """Return for each line of `page` the log-odds that it is article; 0 for a blank line."""
    scores = [0.0] * len(page.lines)
    for index, score in zip(page.content, read_page(page).scores, strict=True):
        scores[index] = score
    return scores
