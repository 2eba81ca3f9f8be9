"""Whole pages by hand: what is one article stays one, what is glued comes apart, parts have names.

A file holds the page, then for each article a line ``# article`` and what it should be read as:
headline, byline, date, captions in order, the body's first and last line and how many it has.
A part that is not named must not be found.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from strategies import pages
from util import CASES, check_laws

from scrapeclean.articles.parts import Article, read_articles
from scrapeclean.pipeline import Pipeline
from scrapeclean.presets import NEWS

PAGES = sorted((CASES / "pages").glob("*.txt"))
SEEDS = sorted((CASES.parent / "fixtures").glob("*.txt"))
#: Without the learned cleaner: these pages are about articles, not about the scorer's weights.
CLEANERS = Pipeline([c for c in NEWS if getattr(c, "name", "") != "outside_article"])
WHOLE = {"en_live_blog", "en_briefs", "en_interview", "en_gallery"}


def read_page(path: Path) -> tuple[str, list[dict[str, list[str]]]]:
    text, *expected = path.read_text(encoding="utf-8").split("# article\n")
    articles = []
    for block in expected:
        fields = defaultdict(list)
        for row in block.splitlines():
            name, _, value = row.partition(": ")
            fields[name].append(value)
        articles.append(dict(fields))
    return text, articles


def as_fields(article: Article) -> dict[str, list[str]]:
    body = [line for line in article.body.split("\n") if line]
    fields = {
        "headline": [article.headline],
        "byline": [article.byline],
        "date": [article.date],
        "caption": list(article.captions),
        "first line": body[:1],
        "last line": body[-1:],
        "lines": [str(len(body))] if body else [],
    }
    return {name: values for name, values in fields.items() if values and values != [None]}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path: Path):
    text, expected = read_page(path)

    result = CLEANERS.clean(text)

    assert [as_fields(article) for article in result.articles] == expected
    check_laws(CLEANERS, result)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_articles_of_the_clean_text_are_the_same(path: Path):
    result = CLEANERS.clean(read_page(path)[0])

    again = CLEANERS.clean(result.text)

    assert [as_fields(a) for a in again.articles] == [as_fields(a) for a in result.articles]


@pytest.mark.parametrize("path", [*PAGES, *SEEDS], ids=lambda path: path.stem)
def test_articles_are_the_same_when_the_source_is_read_anew(path: Path):
    result = Pipeline(NEWS).clean(path.read_text(encoding="utf-8"))

    assert result.first is not None
    assert result.articles == read_articles(result.page)


@given(pages)
def test_articles_of_any_page_are_the_same_when_the_source_is_read_anew(text: str):
    result = Pipeline(NEWS).clean(text)

    assert result.articles == read_articles(result.page)


def test_of_a_large_page_nothing_is_kept_for_the_articles(monkeypatch: pytest.MonkeyPatch):
    text = read_page(PAGES[0])[0]
    expected = Pipeline(NEWS).clean(text).articles
    monkeypatch.setattr("scrapeclean.page.KEPT_LINES", 3)

    result = Pipeline(NEWS).clean(text)

    assert result.first is None
    assert result.articles == expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_spans_tile_the_source(path: Path):
    text, _ = read_page(path)

    articles = CLEANERS.clean(text).articles

    assert articles[0].start == 0
    assert articles[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(articles))
    assert all(a.headline in text[a.start : a.end] for a in articles)


def test_what_is_one_article_stays_one():
    names = {path.stem for path in PAGES if len(read_page(path)[1]) == 1}

    assert names >= WHOLE


def test_there_are_pages_in_twelve_languages():
    assert len(PAGES) >= 20
    assert len({path.stem[:2] for path in PAGES}) >= 12
