"""Clean the plain text of scraped news: furniture and repeats go, every edit is explained.

>>> import scrapeclean
>>> result = scrapeclean.clean("Rain in Ghent (AFP)\\nRain in Ghent (AFP)\\n")
>>> result.text
'Rain in Ghent (AFP)\\n'
>>> result.edits[0].why
'the same caption stands on line 1'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapeclean.articles import Article
from scrapeclean.edits import Edit
from scrapeclean.errors import ScrapecleanError
from scrapeclean.page import Line, Page
from scrapeclean.pipeline import Cleaner, Pipeline, Result
from scrapeclean.presets import CAREFUL, NEWS, PAGE

if TYPE_CHECKING:
    from scrapeclean.headlines import (
        Comparison,
        HeadlineIndex,
        compare_headlines,
        duplicate_headlines,
        same_headline,
    )
    from scrapeclean.sites import SiteProfile

__all__ = [
    "CAREFUL",
    "NEWS",
    "PAGE",
    "Article",
    "Cleaner",
    "Comparison",
    "Edit",
    "HeadlineIndex",
    "Line",
    "Page",
    "Pipeline",
    "Result",
    "ScrapecleanError",
    "SiteProfile",
    "clean",
    "compare_headlines",
    "duplicate_headlines",
    "same_headline",
    "split",
]

_NEWS = Pipeline(NEWS)
#: Names that most callers never use, with the package each is loaded from when first asked for.
_LATER = {
    "Comparison": "headlines",
    "HeadlineIndex": "headlines",
    "SiteProfile": "sites",
    "compare_headlines": "headlines",
    "duplicate_headlines": "headlines",
    "same_headline": "headlines",
}


def clean(text: str) -> Result:
    """Return `text` cleaned by the default preset, `NEWS`, as a `Result`.

    `text` is the plain text of one scraped page, any string. Nothing is raised for any text.
    """
    return _NEWS.clean(text)


def split(text: str) -> tuple[Article, ...]:
    """Return the articles of `text`, without cleaning inside them."""
    return Pipeline(()).clean(text).articles


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
