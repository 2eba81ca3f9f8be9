"""Clean the plain text of scraped news: furniture and repeats go, every edit is explained."""

from __future__ import annotations

from scrapeclean.articles import Article
from scrapeclean.edits import Edit
from scrapeclean.errors import ScrapecleanError
from scrapeclean.page import Line, Page
from scrapeclean.pipeline import Cleaner, Pipeline, Result
from scrapeclean.presets import CAREFUL, NEWS, PAGE

__all__ = [
    "CAREFUL",
    "NEWS",
    "PAGE",
    "Article",
    "Cleaner",
    "Edit",
    "Line",
    "Page",
    "Pipeline",
    "Result",
    "ScrapecleanError",
    "clean",
    "split",
]

_NEWS = Pipeline(NEWS)


def clean(text: str) -> Result:
    """Return `text` cleaned by the default preset, `NEWS`, as a `Result`.

    `text` is the plain text of one scraped page, any string. Nothing is raised for any text.
    """
    return _NEWS.clean(text)


def split(text: str) -> tuple[Article, ...]:
    """Return the articles of `text`, without cleaning inside them."""
    return Pipeline(()).clean(text).articles
