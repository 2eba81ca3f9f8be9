"""The second look, for the body alone: what the first scores say of the page, and finer facts.

It is taken when somebody asks for the articles, so it may cost more than the first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from scrapeclean.credits import has_credit
from scrapeclean.model.columns import (
    EVEN,
    SCORE_STEPS,
    TOP,
    Columns,
    above,
    below,
    both,
    distances,
    log_column,
    log_step,
    page_column,
    running,
    share_column,
    stepped,
    width_of,
)
from scrapeclean.model.context import FINE_MASS, MASS, neighbours
from scrapeclean.model.shape import capital_column, encoded, folded
from scrapeclean.model.words import Words

#: So many steps from even odds, one and a half in log-odds, a score is in doubt; beyond it is sure.
_DOUBT = 24
#: What a line must be above even odds to lengthen the article's run: half a unit of log-odds.
_EDGE = 8
_SURE = stepped(lambda step: step >= EVEN + _DOUBT)
_LIKELY = stepped(lambda step: step >= EVEN)
_DOUBTFUL = stepped(lambda step: TOP * (abs(step - EVEN) < _DOUBT))
#: Facts of the lines above and below that only this look asks about, by how far away the line is.
_NEIGHBOURS = {
    -4: ("score",),
    -3: ("score", "width", "article known share"),
    -2: ("score", "width", "ending", "article known share"),
    -1: ("score", "stops", "credit", "capital share", "article known share", "article topic share",
         "title share", "repeats"),
    1: ("score", "width", "word length", "opening", "stops", "commas", "credit", "capital share",
        "phrase", "year or time", "article known share", "article topic share", "title share"),
    2: ("score", "width", "ending", "opening", "article known share"),
    3: ("score", "width", "ending"),
    4: ("score",),
}  # fmt: skip
#: Odds as shares of 256.
_ODDS = [round(256 / (1 + math.exp((EVEN - step) / SCORE_STEPS))) for step in range(TOP + 1)]
_ROOT = [math.sqrt(width_of(step)) for step in range(TOP + 1)]


def body_columns(lines: Sequence[str], columns: Columns, scores: bytes) -> Columns:
    """Return the columns of the look at the body of the page that holds `lines`: `columns` are
    those of the first look, `scores` its scores, as log-odds in steps of 1/16 around 128."""
    width, text = columns["width"], folded(lines)
    facts = columns | {"score": scores, "capital share": capital_column(text)}
    facts["credit"] = bytes(map(has_credit, lines))
    sure = scores.translate(_SURE)
    facts["lines from article"] = distances(sure)
    facts["lines to article"] = distances(sure[::-1])[::-1]
    facts |= _article_words(text, scores)
    facts |= _masses(scores, width) | _best_run(scores, width) | _verdicts(scores, width)
    return facts | neighbours(facts, _NEIGHBOURS)


def _article_words(text: str, scores: bytes) -> Columns:
    """How many words of each line come back in the likely article, and in the page's title, which
    mostly stands in its first line."""
    words = Words(encoded([text]))
    article = words.cohesion(scores.translate(_LIKELY))
    title = words.cohesion(b"\1" + bytes(len(scores) - 1))
    return {f"article {name}": column for name, column in article.items()} | {
        "title share": title["known share"]
    }


def _kept(scores: bytes, width: bytes) -> list[int]:
    """How much of each line is article, by its odds."""
    fine = width.translate(FINE_MASS)
    return [wide * _ODDS[step] >> 8 for wide, step in zip(fine, scores, strict=True)]


def _masses(scores: bytes, width: bytes) -> Columns:
    sums = running(_kept(scores, width))
    total = sums[-1]
    mass = width.translate(MASS)
    article = bytes([m * _ODDS[step] >> 8 for m, step in zip(mass, scores, strict=True)])
    columns = {
        "article share above": bytes([TOP * before // (total or 1) for before in sums[:-1]]),
        "article above": log_column(sums[:-1]),
        "article below": log_column([total - sum_ for sum_ in sums[1:]]),
    }
    for reach in (3, 8):
        for name, side in (("above", above), ("below", below)):
            own = columns[f"article in {reach} {name}"] = side(article, reach)
            columns[f"article share in {reach} {name}"] = share_column(own, side(mass, reach))
    return columns


def _best_run(scores: bytes, width: bytes) -> Columns:
    """How deep in, or how far from, the run of lines with the highest sum of scores."""
    best = current = 0.0
    start = first = last = 0
    for index, (step, wide) in enumerate(zip(scores, width, strict=True)):
        current += (step - EVEN - _EDGE) * _ROOT[wide]
        if current < 0:
            current, start = 0.0, index + 1
        elif current > best:
            best, first, last = current, start, index + 1
    size = len(scores)
    over = [EVEN - min(EVEN - 1, first - index) for index in range(first)]
    under = [EVEN + min(EVEN - 1, index - last + 1) for index in range(last, size)]
    inside = [min(TOP, 1 + min(i - first, last - 1 - i)) for i in range(first, last)]
    return {
        "beyond the run": bytes(over + [EVEN] * (last - first) + under),
        "inside the run": bytes(first) + bytes(inside) + bytes(size - last),
    }


def _verdicts(scores: bytes, width: bytes) -> Columns:
    size, fine, kept = len(scores), width.translate(FINE_MASS), sum(_kept(scores, width))
    total = sum(fine) or 1
    ordered = sorted(scores)
    facts = {
        "page: article share": TOP * kept / total,
        "page: article": log_step(kept),
        "page: article lines": TOP * sum(scores.translate(_LIKELY)) / size,
        "page: doubtful": TOP * sum(both(fine, scores.translate(_DOUBTFUL))) / total,
        "page: lowest score": ordered[0],
        "page: low score": ordered[size // 10],
        "page: middling score": ordered[size // 2],
    }
    return {name: page_column(step, size) for name, step in facts.items()}
