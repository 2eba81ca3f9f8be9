"""Headlines: whether two are one, and which of many are. Knows nothing of pages."""

from scrapeclean.headlines.clusters import duplicate_headlines
from scrapeclean.headlines.index import HeadlineIndex, HeadlineMatch
from scrapeclean.headlines.names import Names
from scrapeclean.headlines.verdict import Comparison, compare_headlines, same_headline

__all__ = [
    "Comparison",
    "HeadlineIndex",
    "HeadlineMatch",
    "Names",
    "compare_headlines",
    "duplicate_headlines",
    "same_headline",
]
