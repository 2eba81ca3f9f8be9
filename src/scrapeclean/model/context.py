"""Where a line stands: between which paragraphs, among how many labels, on what kind of page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import compress
from typing import NamedTuple

from scrapeclean.model.columns import (
    TOP,
    Columns,
    Sums,
    count_column,
    distances,
    log_column,
    log_step,
    moved,
    page_column,
    share_column,
)
from scrapeclean.model.shape import CUT_SHORT, FULL_STOP, Shapes, read_shapes
from scrapeclean.model.words import word_columns

#: A paragraph is this wide and ends a sentence, or wider and holds several stops; a label is
#: narrow and ends none. Widths are in characters.
_PARAGRAPH, _LONG_PARAGRAPH, _LABEL = 90, 160, 60
#: Width of a label as a step of the logarithmic column; so many copies of a line are several.
_LABEL_STEP, _SEVERAL = log_step(_LABEL), 2
PERHAPS, SURE, COMMENTS = 1, 2, 3
_NEXT = ("width", "word length", "ending", "opening", "digit share", "capital share", "commas",
         "stops", "repeats", "colons", "known share", "furniture words", "phrase", "year or time", "blank")  # fmt: skip # noqa: E501
_NEXT_BUT_ONE = ("width", "ending", "opening", "capital share", "stops", "known share")
_THIRD = ("width", "ending")


class Content(NamedTuple):
    """The lines of a page that are not blank, stripped. `blanks` says of each whether a blank line
    stands above it, `phrases` what the lexicon makes of it: nothing (0), `PERHAPS` furniture,
    `SURE`, or a line of `COMMENTS`."""

    lines: Sequence[str]
    blanks: bytes
    phrases: bytes


def read_columns(content: Content) -> tuple[Columns, list[int]]:
    """Return the columns of the first look at `content`, one line at least, and the widths of the
    lines."""
    shapes = read_shapes(content.lines)
    prose = _prose(shapes)
    labels = [w < _LABEL and e < FULL_STOP for w, e in zip(shapes.widths, shapes.endings)]  # noqa: B905
    columns = shapes.columns | word_columns(shapes.text, prose)
    columns |= {"blank": content.blanks, "phrase": content.phrases}
    columns |= _surroundings(prose, labels) | _company(content.phrases, columns)
    columns |= _page_facts(shapes.widths, prose, labels, columns)
    return _with_neighbours(columns), shapes.widths


def _prose(shapes: Shapes) -> list[int]:
    """The width of each line that is a paragraph; 0 for all others."""
    facts = zip(shapes.widths, shapes.endings, shapes.stops, strict=True)
    return [
        w if (w >= _PARAGRAPH and e >= CUT_SHORT) or (w >= _LONG_PARAGRAPH and s > 1) else 0
        for w, e, s in facts
    ]


def _surroundings(prose: list[int], labels: list[bool]) -> Columns:
    sums, label_sums = Sums(prose), Sums(labels)
    before, after = sums.before, sums.after
    return {
        "prose share above": bytes([TOP * b // (sums.total or 1) for b in before]),
        "prose share below": bytes([TOP * a // (sums.total or 1) for a in after]),
        "prose above": log_column(before),
        "prose below": log_column(after),
        "prose in 2 above": log_column(sums.above(2)),
        "prose in 2 below": log_column(sums.below(2)),
        "prose in 5 above": log_column(sums.above(5)),
        "prose in 5 below": log_column(sums.below(5)),
        "prose in 12 above": log_column(sums.above(12)),
        "prose in 12 below": log_column(sums.below(12)),
        "labels in 3 above": bytes(label_sums.above(3)),
        "labels in 8 above": bytes(label_sums.above(8)),
        "labels in 3 below": bytes(label_sums.below(3)),
        "labels in 8 below": bytes(label_sums.below(8)),
        "lines from prose": distances(prose),
        "lines to prose": distances(prose[::-1])[::-1],
        "lines from top": count_column(range(len(prose))),
        "lines to bottom": count_column(range(len(prose)))[::-1],
    }


def _company(phrases: bytes, columns: Columns) -> Columns:
    """Phrases, repeats and numbered labels around each line: feeds and comments have a rhythm."""
    sure = [phrase >= SURE for phrase in phrases]
    sums = Sums(sure)
    numbered = [w < _LABEL_STEP and d > 1 for w, d in zip(columns["width"], columns["digits"])]  # noqa: B905
    number_sums = Sums(numbered)
    repeat_sums = Sums([times > _SEVERAL for times in columns["repeats"]])
    return {
        "lines from phrase": distances(sure),
        "lines to phrase": distances(sure[::-1])[::-1],
        "phrases in 4 above": bytes(sums.above(4)),
        "phrases in 4 below": bytes(sums.below(4)),
        "numbers in 6 above": bytes(number_sums.above(6)),
        "numbers in 6 below": bytes(number_sums.below(6)),
        "repeats in 6 above": bytes(repeat_sums.above(6)),
        "repeats in 6 below": bytes(repeat_sums.below(6)),
        "comments above": count_column(Sums([phrase == COMMENTS for phrase in phrases]).before),
    }


def _page_facts(
    widths: list[int], prose: list[int], labels: list[bool], columns: Columns
) -> Columns:
    size, total = len(widths), sum(widths)
    middling = sorted(widths)
    repeated = size - columns["repeats"].count(1)
    facts = {
        "page: prose share": TOP * sum(prose) / total,
        "page: label share": TOP * sum(compress(widths, labels)) / total,
        "page: labels": TOP * sum(labels) / size,
        "page: lines": log_step(size),
        "page: width": log_step(total),
        "page: paragraphs": log_step(size - prose.count(0)),
        "page: median width": log_step(middling[size // 2]),
        "page: wide line": log_step(middling[size * 8 // 10]),
        "page: blanks": TOP * sum(columns["blank"]) / size,
        "page: repeated": TOP * repeated / size,
        "page: furniture words": log_step(sum(columns["furniture words"])),
        "page: phrases": TOP * (size - columns["phrase"].count(0)) / size,
        "page: lines to prose": min(columns["lines to prose"][0], TOP),
        "page: lines after prose": min(columns["lines from prose"][-1], TOP),
    }
    return {name: page_column(step, size) for name, step in facts.items()}


def _with_neighbours(columns: Columns) -> Columns:
    near = dict(columns)
    for reach, names in ((1, _NEXT), (2, _NEXT_BUT_ONE), (3, _THIRD)):
        for by in (-reach, reach):
            near |= {f"{name} @{by:+}": moved(columns[name], by) for name in names}
    return near


#: Steps per unit of log-odds in a column of scores, and the step of even odds.
SCORE_STEPS, EVEN = 16, 128
#: A line is surely article, and one of the article's when even better than even by a little.
_SURE = EVEN + 24
_DOUBTFUL = range(EVEN - 24, EVEN + 24)


@cache
def _odds() -> list[float]:
    """The probability that each step of a score stands for."""
    return [1 / (1 + math.exp((EVEN - step) / SCORE_STEPS)) for step in range(TOP + 1)]


def second_columns(scores: bytes, widths: list[int]) -> Columns:
    """Return the columns of the second look: what the first scores say about the page.

    `scores` are log-odds in steps of 1/16 around 128.
    """
    odds = _odds()
    kept = [int(width * odds[step]) for width, step in zip(widths, scores, strict=True)]
    columns = {"score": scores}
    for by in (-3, -2, -1, 1, 2, 3):
        columns[f"score @{by:+}"] = moved(scores, by)
    sure = [step >= _SURE for step in scores]
    columns["lines from article"] = distances(sure)
    columns["lines to article"] = distances(sure[::-1])[::-1]
    return (
        columns
        | _masses(kept, widths)
        | _best_run(scores, widths)
        | _verdicts(scores, widths, kept)
    )


def _masses(kept: list[int], widths: list[int]) -> Columns:
    sums, all_sums = Sums(kept), Sums(widths)
    columns = {
        "article share above": bytes([TOP * b // (sums.total or 1) for b in sums.before]),
        "article above": log_column(sums.before),
        "article below": log_column(sums.after),
    }
    for reach in (3, 8):
        for side in ("above", "below"):
            mass = getattr(sums, side)(reach)
            columns[f"article in {reach} {side}"] = log_column(mass)
            wide = getattr(all_sums, side)(reach)
            columns[f"article share in {reach} {side}"] = share_column(mass, wide)
    return columns


def _best_run(scores: bytes, widths: list[int]) -> Columns:
    """How deep in, or how far from, the run of lines with the highest sum of scores."""
    best = current = 0.0
    start = first = last = 0
    for index, (step, width) in enumerate(zip(scores, widths, strict=True)):
        current += (step - EVEN - 8) * width**0.5
        if current < 0:
            current, start = 0.0, index + 1
        elif current > best:
            best, first, last = current, start, index + 1
    size = len(scores)
    above = [EVEN - min(EVEN - 1, first - index) for index in range(first)]
    below = [EVEN + min(EVEN - 1, index - last + 1) for index in range(last, size)]
    inside = [min(TOP, 1 + min(i - first, last - 1 - i)) for i in range(first, last)]
    return {
        "beyond the run": bytes(above + [EVEN] * (last - first) + below),
        "inside the run": bytes(first) + bytes(inside) + bytes(size - last),
    }


def _verdicts(scores: bytes, widths: list[int], kept: list[int]) -> Columns:
    size, total = len(scores), sum(widths)
    ordered = sorted(scores)
    doubtful = sum([w for w, step in zip(widths, scores, strict=True) if step in _DOUBTFUL])
    facts = {
        "page: article share": TOP * sum(kept) / total,
        "page: article": log_step(sum(kept)),
        "page: article lines": TOP * sum([step >= EVEN for step in scores]) / size,
        "page: doubtful": TOP * doubtful / total,
        "page: lowest score": ordered[0],
        "page: low score": ordered[size // 10],
        "page: middling score": ordered[size // 2],
    }
    return {name: page_column(step, size) for name, step in facts.items()}
