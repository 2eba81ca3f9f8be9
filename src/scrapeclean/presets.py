"""Presets: the only place where the order of cleaners is decided."""

from __future__ import annotations

from scrapeclean.cleaners.spacing import Spacing
from scrapeclean.pipeline import Cleaner

CAREFUL: tuple[Cleaner, ...] = (Spacing(),)
NEWS: tuple[Cleaner, ...] = CAREFUL
PAGE: tuple[Cleaner, ...] = NEWS
