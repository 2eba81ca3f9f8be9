"""How dirty is the page? A text that reads like an article from top to bottom is left alone.

One forest looks at the page as a whole, a page being one "line" of its columns: how much would
go, from where, how surely. Its answer sets the bar below which lines go: low on a clean page, at
even odds on a dirty one.
"""

from __future__ import annotations

from scrapeclean.model.columns import EVEN, PAGE, SCORE_STEPS, TOP, Columns, both, log_step, stepped
from scrapeclean.model.context import FINE_MASS

#: Log-odds below which lines are counted: for each, the table that marks them.
_BELOW = {
    odds: stepped(lambda step, bar=EVEN + SCORE_STEPS * odds: TOP * (step < bar))  # type: ignore[misc]
    for odds in (-3, -2, -1, 0, 1)
}
_KEPT = stepped(lambda step: step >= EVEN)
#: So many lines are an end of the page.
_ENDS = 3
#: What counts of words and labels a line are multiplied by, to fill a byte.
_FEW, _SOME = 60, 30


def page_columns(columns: Columns, scores: bytes) -> Columns:
    """Return columns of one byte about the page whose lines have these `scores`."""
    mass = columns["width"].translate(FINE_MASS)
    facts: dict[str, float] = {
        name.removeprefix(PAGE): column[0]
        for name, column in columns.items()
        if name.startswith(PAGE)
    }
    facts |= _below_bars(scores, mass) | _spread(scores)
    facts |= _edges(scores, mass) | _dropped_words(columns, scores)
    return {PAGE + name: bytes([min(TOP, max(0, int(step)))]) for name, step in facts.items()}


def _below_bars(scores: bytes, mass: bytes) -> dict[str, float]:
    size, total = len(scores), sum(mass) or 1
    facts: dict[str, float] = {}
    for odds, table in _BELOW.items():
        below = scores.translate(table)
        count = below.count(TOP)
        facts[f"width below {odds}"] = TOP * sum(both(mass, below)) / total
        facts[f"lines below {odds}"] = log_step(count)
        facts[f"share below {odds}"] = TOP * count / size
    return facts


def _spread(scores: bytes) -> dict[str, float]:
    ordered, size = sorted(scores), len(scores)
    runs = scores.translate(_KEPT).split(b"\1")
    return {
        "first score": scores[0],
        "first scores": sum(scores[:_ENDS]) / len(scores[:_ENDS]),
        "last score": scores[-1],
        "last scores": sum(scores[-_ENDS:]) / len(scores[-_ENDS:]),
        "lowest": ordered[0],
        "lowest tenth": ordered[size // 10],
        "lowest quarter": ordered[size // 4],
        "median": ordered[size // 2],
        "longest run below": log_step(max(map(len, runs))),
    }


def _edges(scores: bytes, mass: bytes) -> dict[str, float]:
    """How much would go above the first kept line, below the last one, and between."""
    size, total = len(scores), sum(mass) or 1
    kept = scores.translate(_KEPT)
    first, last = (kept.find(1), kept.rfind(1)) if 1 in kept else (size, size)
    inside = both(mass, scores.translate(_BELOW[0]))[first:last]
    return {
        "lines above": log_step(first),
        "lines below": log_step(max(0, size - 1 - last)),
        "width above": TOP * sum(mass[:first]) / total,
        "width below": TOP * sum(mass[last + 1 :]) / total,
        "lines between": TOP * kept[first:last].count(0) / size,
        "width between": TOP * sum(inside) / total,
    }


def _dropped_words(columns: Columns, scores: bytes) -> dict[str, float]:
    low = scores.translate(_BELOW[0])
    count = low.count(TOP) or 1
    return {
        "phrases below": _FEW * sum(both(columns["phrase"], low)) / count,
        "furniture words below": _FEW * sum(both(columns["furniture words"], low)) / count,
        "labels": _SOME * sum(columns["labels in 8 above"]) / len(scores),
    }
