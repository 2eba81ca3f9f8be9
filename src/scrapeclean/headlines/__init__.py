"""Headlines: whether two are one, and which of many are. Knows nothing of pages."""

from .clusters import duplicate_headlines
from .index import HeadlineIndex, HeadlineMatch
from .names import Names
from .verdict import Comparison, compare_headlines, same_headline

__all__ = [
    "Comparison",
    "HeadlineIndex",
    "HeadlineMatch",
    "Names",
    "compare_headlines",
    "duplicate_headlines",
    "same_headline",
]
