"""The articles of a page: where each begins, and the parts it has."""

from __future__ import annotations

from dataclasses import dataclass

from scrapeclean.page import Page


@dataclass(frozen=True)
class Article:
    """One story of a page.

    `start` and `end` are its span in the source, in characters; `why` says why it was cut from
    the story above it, and is empty for the first.
    """

    headline: str | None
    byline: str | None
    date: str | None
    captions: tuple[str, ...]
    body: str
    start: int
    end: int
    why: str = ""


@dataclass(frozen=True)
class Cut:
    """Line `index` begins an article, because of `why`."""

    index: int
    why: str


def find_cuts(page: Page) -> tuple[Cut, ...]:
    """Return where, after the first line, an article begins; mostly nowhere."""
    return ()


def read_articles(page: Page) -> tuple[Article, ...]:
    """Return the articles of `page`, a clean one, each with its parts."""
    return ()
