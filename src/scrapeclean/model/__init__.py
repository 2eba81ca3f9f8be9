"""The learned line scorer: which lines of a page are its article."""

from __future__ import annotations

from scrapeclean.model.headline import lost_headline
from scrapeclean.model.reasons import explain, reasons
from scrapeclean.model.runs import body_places
from scrapeclean.model.scorer import (
    KEEP_BAR,
    Reading,
    Slope,
    forget_reading,
    looks_clean,
    read_page,
    score_body,
    score_lines,
)
from scrapeclean.model.sentences import SENTENCE_WIDTH, following

__all__ = [
    "KEEP_BAR",
    "SENTENCE_WIDTH",
    "Reading",
    "Slope",
    "body_places",
    "explain",
    "following",
    "forget_reading",
    "looks_clean",
    "lost_headline",
    "read_page",
    "reasons",
    "score_body",
    "score_lines",
]
