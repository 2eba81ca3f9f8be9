"""Why a line is taken for furniture: the facts that tell most, in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import add

from scrapeclean.model.columns import Columns
from scrapeclean.model.scorer import read_page
from scrapeclean.model.shape import CUT_SHORT
from scrapeclean.page import Page

#: From so many labels or copies on they are worth a word.
_SEVERAL = 3
#: Lines that are so far from any paragraph are far from it.
_FAR = 8
#: Width of a label and of a paragraph, as steps of the logarithmic column (60 and 90 characters).
_LABEL_STEP, _PARAGRAPH_STEP = 64, 73


def explain(page: Page, index: int) -> str:
    """Return what the model saw in line `index` of `page`, for a reader who knows no model.

    The facts are those of the line's shape, company and place that the model's trees ask about.
    """
    return reasons(read_page(page).columns, [page.content.index(index)])[0]


def reasons(columns: Columns, places: Sequence[int]) -> list[str]:
    """Return why, for each of the lines at `places` among the lines of content."""
    width, ending, repeats = columns["width"], columns["ending"], columns["repeats"]
    labels = list(map(add, columns["labels in 8 above"], columns["labels in 8 below"]))
    furniture = columns["furniture words"]
    above, below = columns["prose above"], columns["prose below"]
    away = list(map(min, columns["lines from prose"], columns["lines to prose"]))
    told = [
        (
            _shape_words(width[at], ending[at] >= CUT_SHORT),
            _company_words(labels[at], repeats[at], furniture[at] > 0),
            _place_words(not above[at], not below[at], away[at] > _FAR),
        )
        for at in places
    ]
    reasons = {words: "".join(words) for words in set(told)}  # of a few, told many times
    return [reasons[words] for words in told]


@cache
def _shape_words(width: int, sentence: bool) -> str:
    if width >= _PARAGRAPH_STEP:
        return "a paragraph" if sentence else "a long line without a full stop"
    size = "short line" if width < _LABEL_STEP else "line"
    return f"a {size} with a full stop" if sentence else f"a {size} without a full stop"


@cache
def _company_words(labels: int, repeats: int, furniture: bool) -> str:
    words = ", with words that furniture uses" if furniture else ""
    if repeats >= _SEVERAL:
        words += f", {repeats} times on the page"
    return words + (f", among {labels} labels" if labels >= _SEVERAL else "")


@cache
def _place_words(top: bool, bottom: bool, far: bool) -> str:
    if top and bottom:
        return ", on a page without paragraphs"
    if top:
        return ", above all paragraphs"
    if bottom:
        return ", below all paragraphs"
    return ", far from any paragraph" if far else ", beside paragraphs"
