"""Clean the plain text of scraped news: furniture and repeats go, every edit is explained.

>>> import scrapeclean
>>> result = scrapeclean.clean("Rain in Ghent (AFP)\\nRain in Ghent (AFP)\\n")
>>> result.text
'Rain in Ghent (AFP)\\n'
>>> result.edits[0].why
'the same caption stands on line 1'
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapeclean.articles.parts import Article
    from scrapeclean.edits import Edit
    from scrapeclean.errors import ScrapecleanError
    from scrapeclean.headlines import (
        Comparison,
        HeadlineIndex,
        compare_headlines,
        duplicate_headlines,
        same_headline,
    )
    from scrapeclean.page import Line, Page
    from scrapeclean.pipeline import Cleaner, Pipeline, Result
    from scrapeclean.presets import CAREFUL, NEWS, PAGE
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

#: Where each name comes from; nothing is loaded before somebody asks for it.
_HOMES = {
    "articles.parts": ("Article",),
    "edits": ("Edit",),
    "errors": ("ScrapecleanError",),
    "headlines": (
        "Comparison",
        "HeadlineIndex",
        "compare_headlines",
        "duplicate_headlines",
        "same_headline",
    ),
    "page": ("Line", "Page"),
    "pipeline": ("Cleaner", "Pipeline", "Result"),
    "presets": ("CAREFUL", "NEWS", "PAGE"),
    "sites": ("SiteProfile",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def clean(text: str) -> Result:
    """Return `text` cleaned by the default preset, `NEWS`, as a `Result`.

    `text` is the plain text of one scraped page, any string. Nothing is raised for any text.
    """
    return _news().clean(text)


def split(text: str) -> tuple[Article, ...]:
    """Return the articles of `text`, without cleaning inside them."""
    from scrapeclean.pipeline import Pipeline

    return Pipeline(()).clean(text).articles


@cache
def _news() -> Pipeline:
    from scrapeclean.pipeline import Pipeline
    from scrapeclean.presets import NEWS

    return Pipeline(NEWS)


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("importlib.metadata").version("scrapeclean")
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
