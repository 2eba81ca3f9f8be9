"""Why a line is taken for furniture: the facts that tell most, in words."""

from __future__ import annotations

from functools import cache

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
    place = page.content.index(index)
    columns = read_page(page).columns
    return _shape(columns, place) + _company(columns, place) + _place(columns, place)


def reasons(columns: Columns, places: list[int]) -> list[str]:
    """Return why, for each of the lines at `places` among the lines of content."""
    return [
        _shape(columns, place) + _company(columns, place) + _place(columns, place)
        for place in places
    ]


def _shape(columns: Columns, place: int) -> str:
    return _shape_words(columns["width"][place], columns["ending"][place] >= CUT_SHORT)


@cache
def _shape_words(width: int, sentence: bool) -> str:
    if width >= _PARAGRAPH_STEP:
        return "a paragraph" if sentence else "a long line without a full stop"
    size = "short line" if width < _LABEL_STEP else "line"
    return f"a {size} with a full stop" if sentence else f"a {size} without a full stop"


def _company(columns: Columns, place: int) -> str:
    labels = columns["labels in 8 above"][place] + columns["labels in 8 below"][place]
    return _company_words(labels, columns["repeats"][place], columns["furniture words"][place] > 0)


@cache
def _company_words(labels: int, repeats: int, furniture: bool) -> str:
    words = ", with words that furniture uses" if furniture else ""
    if repeats >= _SEVERAL:
        words += f", {repeats} times on the page"
    return words + (f", among {labels} labels" if labels >= _SEVERAL else "")


def _place(columns: Columns, place: int) -> str:
    return _place_words(
        columns["prose above"][place] == 0,
        columns["prose below"][place] == 0,
        min(columns["lines from prose"][place], columns["lines to prose"][place]) > _FAR,
    )


@cache
def _place_words(top: bool, bottom: bool, far: bool) -> str:
    if top and bottom:
        return ", on a page without paragraphs"
    if top:
        return ", above all paragraphs"
    if bottom:
        return ", below all paragraphs"
    return ", far from any paragraph" if far else ", beside paragraphs"
