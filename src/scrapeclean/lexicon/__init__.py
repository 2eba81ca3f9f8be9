"""What furniture says: phrases by kind and language, and one look per line for all of them."""

from __future__ import annotations

from scrapeclean.lexicon.matching import Lexicon, Match, lexicon

__all__ = ["Lexicon", "Match", "lexicon"]
