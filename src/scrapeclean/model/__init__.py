"""The learned line scorer: which lines of a page are its article."""

from __future__ import annotations

from scrapeclean.model.reasons import explain, reasons
from scrapeclean.model.scorer import Reading, bar, read_page, score_lines

__all__ = ["Reading", "bar", "explain", "read_page", "reasons", "score_lines"]
