"""How dirty is the page? A text that reads like an article from top to bottom is left alone.

One forest looks at the page as a whole, a page being one "line" of its columns: how much would
go, from where, how surely. Its answer sets the bar below which lines go: low on a clean page, at
even odds on a dirty one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from scrapeclean.model.columns import PAGE, TOP, Columns, log_step
from scrapeclean.model.context import EVEN, SCORE_STEPS

#: Log-odds, as steps, below which lines are counted.
_BARS = {name: EVEN + SCORE_STEPS * name for name in (-3, -2, -1, 0, 1)}
_ENDS = 3


def page_columns(columns: Columns, scores: bytes, widths: Sequence[int]) -> Columns:
    """Return columns of one byte about the page whose lines have these second `scores`."""
    facts: dict[str, float] = {
        name.removeprefix(PAGE): column[0]
        for name, column in columns.items()
        if name.startswith(PAGE)
    }
    facts |= _below_bars(scores, widths) | _spread(scores)
    facts |= _edges(scores, widths) | _dropped_words(columns, scores)
    return {PAGE + name: bytes([min(TOP, max(0, int(step)))]) for name, step in facts.items()}


def _below_bars(scores: bytes, widths: Sequence[int]) -> dict[str, float]:
    size, total = len(scores), sum(widths)
    facts: dict[str, float] = {}
    for name, bar in _BARS.items():
        below = [width for width, score in zip(widths, scores, strict=True) if score < bar]
        facts[f"width below {name}"] = TOP * sum(below) / total
        facts[f"lines below {name}"] = log_step(len(below))
        facts[f"share below {name}"] = TOP * len(below) / size
    return facts


def _spread(scores: bytes) -> dict[str, float]:
    ordered = sorted(scores)
    size = len(ordered)
    runs = [len(list(run)) for low, run in groupby([s < EVEN for s in scores]) if low]
    return {
        "first score": scores[0],
        "first scores": sum(scores[:_ENDS]) / len(scores[:_ENDS]),
        "last score": scores[-1],
        "last scores": sum(scores[-_ENDS:]) / len(scores[-_ENDS:]),
        "lowest": ordered[0],
        "lowest tenth": ordered[size // 10],
        "lowest quarter": ordered[size // 4],
        "median": ordered[size // 2],
        "longest run below": log_step(max(runs, default=0)),
    }


def _edges(scores: bytes, widths: Sequence[int]) -> dict[str, float]:
    """How much would go above the first kept line, below the last one, and between."""
    size, total = len(scores), sum(widths)
    kept = [index for index, score in enumerate(scores) if score >= EVEN] or [size]
    first, last = kept[0], kept[-1]
    inside = [w for w, s in zip(widths[first:last], scores[first:last], strict=True) if s < EVEN]
    return {
        "lines above": log_step(first),
        "lines below": log_step(max(0, size - 1 - last)),
        "width above": TOP * sum(widths[:first]) / total,
        "width below": TOP * sum(widths[last + 1 :]) / total,
        "lines between": TOP * len(inside) / size,
        "width between": TOP * sum(inside) / total,
    }


def _dropped_words(columns: Columns, scores: bytes) -> dict[str, float]:
    low = [index for index, score in enumerate(scores) if score < EVEN]
    phrases, words = columns["phrase"], columns["furniture words"]
    return {
        "phrases below": 60 * sum([phrases[i] for i in low]) / (len(low) or 1),
        "furniture words below": 60 * sum([words[i] for i in low]) / (len(low) or 1),
        "labels": 30 * sum(columns["labels in 8 above"]) / len(scores),
    }
