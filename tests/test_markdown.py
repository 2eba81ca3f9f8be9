"""Pages in Markdown, as html2text and others make them: links are read as their words."""

from __future__ import annotations

import pytest
from util import FIXTURES

import scrapeclean
from scrapeclean.markdown import unlinked, unmarked

PAGE = (FIXTURES / "markdown.txt").read_text(encoding="utf-8")
FURNITURE = (
    "Skip to content",
    "Business",
    "Subscribe",
    "/news/islands",
    "facebook.com",
    "newsletter",
    "Fishing quotas",
    "Privacy policy",
)
STORY = (
    "# Ferry to the outer islands will sail again in May",
    "By [Marit Solberg](/authors/marit-solberg)",
    "the [harbour office](https://harbour.example.com/) said on Tuesday",
    "Flour by aeroplane is a _strange_ thing to get used to.”",
    "## A shipyard goes bankrupt",
    "the hull was **beyond repair**, and",
    "> “It was the worst winter that I can remember,” the mayor said.",
    "it can dock in a heavier swell.",
)


def test_furniture_goes_and_the_story_keeps_its_marks():
    result = scrapeclean.clean(PAGE)

    assert not [words for words in FURNITURE if words in result.text]
    assert not [words for words in STORY if words not in result.text]
    assert result.undo() == PAGE


def test_parts_come_without_marks_and_the_body_with_them():
    (article,) = scrapeclean.clean(PAGE).articles

    assert article.headline == "Ferry to the outer islands will sail again in May"
    assert (article.byline, article.date) == ("Marit Solberg", "12 March 2024, 10:15")
    assert article.captions == (
        "The ferry Havlys in the harbour on Monday. Photo: Ann Lee/Coast Press",
    )
    assert "## A shipyard goes bankrupt" in article.body


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Ferry sails again", "Ferry sails again"),
        ("### Ferry sails again ###", "Ferry sails again"),
        ('**[Ferry sails again](/ferry "Ferry")**', "Ferry sails again"),
        ("![Ferry](a_(b).jpg) sails _again_", "Ferry sails again"),
    ],
)
def test_a_line_without_its_marks(text, words):
    assert unmarked(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "#ferries sail again",
        "Ferry 2 * 3 * 4 sails",
        "snake_case_names and a_b_c",
        "Ferry [sic] (again)",
        "an array[0](1",
    ],
)
def test_what_is_no_markdown_stays(text):
    assert unmarked(text) == unlinked(text) == text
