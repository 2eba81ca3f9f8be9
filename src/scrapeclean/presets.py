"""Presets: the only place where the order of cleaners is decided."""

from __future__ import annotations

from scrapeclean.cleaners.repeated_captions import RepeatedCaptions
from scrapeclean.cleaners.repeated_headlines import RepeatedHeadlines
from scrapeclean.cleaners.repeated_paragraphs import RepeatedParagraphs
from scrapeclean.cleaners.spacing import Spacing
from scrapeclean.cleaners.text_repair import TextRepair
from scrapeclean.pipeline import Cleaner

_REPAIR: tuple[Cleaner, ...] = (TextRepair(),)
_FURNITURE: tuple[Cleaner, ...] = ()
_COLLAPSE: tuple[Cleaner, ...] = (
    RepeatedHeadlines(),
    RepeatedCaptions(),
    RepeatedParagraphs(),
    Spacing(),
)

CAREFUL: tuple[Cleaner, ...] = (*_REPAIR, *_COLLAPSE)
NEWS: tuple[Cleaner, ...] = (*_REPAIR, *_FURNITURE, *_COLLAPSE)
PAGE: tuple[Cleaner, ...] = NEWS
