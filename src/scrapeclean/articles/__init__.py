"""The articles of a page: where each begins, and the parts it has."""

from __future__ import annotations

from scrapeclean.articles.parts import Article, read_articles
from scrapeclean.articles.splitting import Cut, find_cuts

__all__ = ["Article", "Cut", "find_cuts", "read_articles"]
