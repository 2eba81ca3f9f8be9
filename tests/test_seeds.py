"""Two real pages: the clean text and the articles, to the character."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from util import FIXTURES, check

import scrapeclean
from scrapeclean.presets import NEWS

GOLDEN = sorted(FIXTURES.glob("*.json"))
PARTS = ("headline", "byline", "date", "captions", "body")


def load(golden: Path) -> tuple[str, dict]:
    wanted = json.loads(golden.read_text(encoding="utf-8"))
    source = (FIXTURES / wanted["source"]).read_bytes().decode("utf-8")
    return source, wanted


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_the_clean_text_is_the_golden_text(golden: Path):
    source, wanted = load(golden)

    check(NEWS, source, wanted["text"])


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_the_articles_are_the_golden_articles(golden: Path):
    source, wanted = load(golden)
    found = [
        {part: getattr(article, part) for part in PARTS}
        for article in scrapeclean.clean(source).articles
    ]

    assert found == [
        {**article, "captions": tuple(article["captions"])} for article in wanted["articles"]
    ]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_articles_know_their_place_in_the_source(golden: Path):
    source, _ = load(golden)

    for article in scrapeclean.clean(source).articles:
        place = source[article.start : article.end]
        assert article.headline in place
        assert article.body.split("\n")[0] in place
        assert article.body.split("\n")[-1] in place


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_the_golden_text_is_clean(golden: Path):
    _, wanted = load(golden)

    assert check(NEWS, wanted["text"], wanted["text"]).edits == ()
