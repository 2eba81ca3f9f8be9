"""Which lines are the article: a score for each line, and how dirty the page is.

Three forests of trees, fitted on labelled pages (`docs/model-card.md`). The first look scores every
line by its shape, its words and its surroundings; the look at the page asks whether there is
furniture at all. The look at the body comes later, when somebody asks for the articles: it sees
the first scores of the whole page, and tells paragraphs and subheads from all else.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from scrapeclean.cached import cached_property
from scrapeclean.lexicon.hits import hits
from scrapeclean.markdown import LINKED, unlinked
from scrapeclean.model.body import body_columns
from scrapeclean.model.columns import EVEN, SCORE_STEPS, TOP, Columns, count_column
from scrapeclean.model.context import (
    COMMENTS,
    LABEL,
    PERHAPS,
    SURE,
    Content,
    read_columns,
)
from scrapeclean.model.forest import Forest
from scrapeclean.model.interruptions import SpreadColumns, read_places, spread
from scrapeclean.model.runs import eased
from scrapeclean.model.verdict import page_columns
from scrapeclean.page import Line, Page

_KEY, _READ_KEY = "model", "model.read"
_WEIGHTS = "weights.json.gz"
#: What `zlib` calls a gzip file; the module `gzip` would take as long to load as the weights.
_GZIP = 31


#: What a page that is clean at a glance has: so many labels at most, or such a share of labels
#: among its lines; such a share of its width in paragraphs. Where hardly a drop would be missed.
FEW_LABELS, LABEL_SHARE, PROSE_SHARE = 4, 0.35, 0.65


class Slope(NamedTuple):
    """A bar that rises with the dirt of the page: `low` up to `start`, `high` from `end` on."""

    start: float
    end: float
    low: float
    high: float

    def at(self, dirt: float) -> float:
        """Return the bar on a page of so much `dirt`."""
        share = (dirt - self.start) / (self.end - self.start)
        return self.low + (self.high - self.low) * min(1.0, max(0.0, share))


#: Below these log-odds a line goes. Chosen on the development corpora, so that hardly one clean
#: article in two hundred loses a line (`docs/model-card.md`).
KEEP_BAR = Slope(2.0, 4.0, -4.0, -1.0)
#: Below these a line that stays is no part of a body. With `islands` taken out of it, the measure
#: is level from -0.5 to -0.2 on sites unknown to the fit, and on unknown sources best at -0.5;
#: higher bars lose last paragraphs of short stories.
BODY_BAR = Slope(0.5, 3.0, -4.0, -0.5)
#: The log-odds of a line that the model does not read, as it interrupts the story: the lowest.
INTERRUPTION = -EVEN / SCORE_STEPS


class Reading(NamedTuple):
    """What the model makes of a page: for each line of content its log-odds to be article and
    the facts it was judged by, and the log-odds that the page holds furniture at all."""

    scores: tuple[float, ...]
    columns: Columns
    dirt: float


class Model:
    """The forests of the first look at the lines, the look at the page, the look at the body; the
    fit has written them as `data`."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self.first, self.page = Forest(data["first"]), Forest(data["page"])

    @cached_property
    def body(self) -> Forest:
        """The forest that is asked when somebody asks for the articles."""
        return Forest(self._data["body"])

    def read(self, content: Content) -> Reading:
        """Return the reading of `content`."""
        size = len(content.lines)
        if not size:
            return Reading((), {}, 0.0)
        columns = read_columns(content)
        scores = self.first.scores(columns, size)
        (dirt,) = self.page.scores(page_columns(columns, as_steps(scores)), 1)
        return Reading(tuple(scores), columns, dirt)

    def read_body(self, lines: Sequence[str], reading: Reading) -> list[float]:
        """Return for each of `lines`, of which `reading` is, its log-odds to be body."""
        if not lines:
            return []
        columns = body_columns(lines, reading.columns, as_steps(reading.scores))
        return self.body.scores(columns, len(lines))


@cache
def model() -> Model:
    """Return the model with the weights of the package."""
    packed = Path(__file__).with_name(_WEIGHTS).read_bytes()
    return Model(json.loads(zlib.decompress(packed, _GZIP)))


def as_steps(scores: Sequence[float]) -> bytes:
    """Return log-odds as a column: steps of 1/16 around 128, at most 8 to either side."""
    even = EVEN + 0.5
    steps = [int(even + SCORE_STEPS * score) for score in scores]
    try:
        return bytes(steps)
    except ValueError:  # some lie beyond
        return bytes([max(0, min(TOP, step)) for step in steps])


def read_content(page: Page) -> Content:
    """Return what the model reads of `page`: its lines of content, interruptions aside."""
    return _content_at(page, read_places(page))


def _content_at(page: Page, places: Sequence[int]) -> Content:
    content, found = page.content, hits(page)
    gaps = count_column([below - above - 1 for above, below in pairwise([-1, *content])])
    if len(places) < len(content):
        content, gaps = [content[at] for at in places], bytes([gaps[at] for at in places])
    lines = [page.lines[index] for index in content]
    phrases = bytearray([0 if line.match is None else PERHAPS for line in lines])
    for place, index in enumerate(content) if found else ():
        if index in found:
            phrases[place] = COMMENTS if found[index].kind == "comments" else SURE
    return Content(_said(lines), gaps, bytes(phrases))


def _said(lines: Iterable[Line]) -> list[str]:
    """What `lines` say: words in links of Markdown are read without their addresses, which on pages
    like those of the fit cannot be seen."""
    said = [line.words for line in lines]
    return [unlinked(words) or words if LINKED in words else words for words in said]


def looks_clean(page: Page) -> bool:
    """Return whether `page` is an article at a glance: no line says what furniture says, nearly
    all is paragraphs, and there are few labels.

    The full reading of such a page comes to the same: two in three of 2,075 clean, cleaned and
    extracted texts look so, and on these the model would drop 2 of its 1,436 lines.
    """
    if hits(page):
        return False
    lines = page.content_lines
    labels = sum([line.width < LABEL and not line.ends_sentence for line in lines])
    if labels > max(FEW_LABELS, LABEL_SHARE * len(lines)):
        return False
    prose = sum([line.width for line in lines if line.is_prose])
    return prose >= PROSE_SHARE * sum([line.width for line in lines])


def read_page(page: Page) -> Reading:
    """Return the model's reading of the content of `page`; it is kept in `page.notes`.

    Interruptions have the facts of the line above them and the lowest score there is.
    """
    reading: Reading | None = page.notes.get(_KEY)
    if reading is None:
        places, size = read_places(page), len(page.content)
        reading = page.notes[_READ_KEY] = model().read(_content_at(page, places))
        if len(places) < size:
            scores = spread(reading.scores, places, size, INTERRUPTION)
            columns = SpreadColumns(reading.columns, places, size)
            reading = Reading(tuple(scores), columns, reading.dirt)
        page.notes[_KEY] = reading
    return reading


def forget_reading(page: Page) -> None:
    """Throw away what the model has read of a large `page`: a hundred facts a line."""
    if page.is_large:
        page.notes.pop(_KEY, None)
        page.notes.pop(_READ_KEY, None)


def score_lines(page: Page) -> list[float]:
    """Return for each line of `page` the log-odds that it is article; 0 for a blank line."""
    scores = [0.0] * len(page.lines)
    for index, score in zip(page.content, read_page(page).scores, strict=True):
        scores[index] = score
    return scores


def score_body(page: Page) -> list[float]:
    """Return for each line of `page` by how much its log-odds to be body are above the bar; 0 for
    a blank line."""
    bar = BODY_BAR.at(read_page(page).dirt)
    places, content = read_places(page), page.content
    lines = [page.lines[content[place]] for place in places]
    read = model().read_body(_said(lines), page.notes[_READ_KEY])
    odds = eased([odds - bar for odds in read], lines)
    scores = [0.0] * len(page.lines)
    for index, score in zip(content, spread(odds, places, len(content), INTERRUPTION), strict=True):
        scores[index] = score
    return scores
