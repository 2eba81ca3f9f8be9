"""The learned line scorer: which lines of a page are its article."""

from __future__ import annotations

from scrapeclean.model.headline import lost_headline
from scrapeclean.model.reasons import explain, reasons
from scrapeclean.model.scorer import (
    KEEP_BAR,
    Reading,
    Slope,
    looks_clean,
    read_page,
    score_body,
    score_lines,
)

__all__ = [
    "KEEP_BAR",
    "Reading",
    "Slope",
    "explain",
    "looks_clean",
    "lost_headline",
    "read_page",
    "reasons",
    "score_body",
    "score_lines",
]
