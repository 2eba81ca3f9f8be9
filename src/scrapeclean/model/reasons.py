"""Why a line is taken for furniture: the facts that tell most, in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress
from operator import add

from scrapeclean.model.columns import Columns, both, stepped
from scrapeclean.model.scorer import read_page
from scrapeclean.model.shape import CUT_SHORT
from scrapeclean.page import Page

#: From so many labels or copies on they are worth a word.
_SEVERAL = 3
#: Lines that are so far from any paragraph are far from it.
_FAR = 8
#: Width of a label and of a paragraph, as steps of the logarithmic column (60 and 90 characters).
_LABEL_STEP, _PARAGRAPH_STEP = 64, 73
#: What is said of a width: a label's, a paragraph's, or between.
_SIZE = stepped(lambda step: (step >= _LABEL_STEP) + (step >= _PARAGRAPH_STEP))
_SENTENCE = stepped(lambda step: step >= CUT_SHORT)
_COPIES = stepped(lambda number: number if number >= _SEVERAL else 0)
_AWAY = stepped(lambda lines: lines > _FAR)
_ANY = stepped(lambda step: step > 0)
#: So many reasons are kept ready; most pages have some dozens.
_READY = 1000


def explain(page: Page, index: int) -> str:
    """Return what the model saw in line `index` of `page`, for a reader who knows no model.

    The facts are those of the line's shape, company and place that the model's trees ask about.
    """
    return reasons(read_page(page).columns, [page.content.index(index)])[0]


def reasons(columns: Columns, places: Sequence[int]) -> list[str]:
    """Return why, for each of the lines at `places`, in order, among the lines of content."""
    away = [columns[name].translate(_AWAY) for name in ("lines from prose", "lines to prose")]
    facts = zip(
        columns["width"].translate(_SIZE),
        columns["ending"].translate(_SENTENCE),
        columns["furniture words"].translate(_ANY),
        columns["repeats"].translate(_COPIES),
        map(add, columns["labels in 8 above"], columns["labels in 8 below"]),
        columns["prose above"].translate(_ANY),
        columns["prose below"].translate(_ANY),
        both(*away),
        strict=True,
    )
    wanted = bytearray(len(columns["width"]))
    for at in places:
        wanted[at] = 1
    return [_reason(told) for told in compress(facts, wanted)]


@lru_cache(_READY)
def _reason(facts: tuple[int, ...]) -> str:
    size, sentence, furniture, copies, labels, above, below, far = facts
    shape = _shape_words(size, sentence > 0)
    return shape + _company_words(labels, copies, furniture > 0) + _place_words(above, below, far)


def _shape_words(size: int, sentence: bool) -> str:
    if size > 1:
        return "a paragraph" if sentence else "a long line without a full stop"
    line = "a line" if size else "a short line"
    return f"{line} with a full stop" if sentence else f"{line} without a full stop"


def _company_words(labels: int, copies: int, furniture: bool) -> str:
    words = ", with words that furniture uses" if furniture else ""
    if copies:
        words += f", {copies} times on the page"
    return words + (f", among {labels} labels" if labels >= _SEVERAL else "")


def _place_words(above: int, below: int, far: int) -> str:
    if not (above or below):
        return ", on a page without paragraphs"
    if not above:
        return ", above all paragraphs"
    if not below:
        return ", below all paragraphs"
    return ", far from any paragraph" if far else ", beside paragraphs"
