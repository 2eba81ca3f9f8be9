"""Labels of ordinary words above the first paragraph and below the last one."""

from __future__ import annotations

import pytest

from scrapeclean.lexicon.hits import hits
from scrapeclean.lexicon.outskirts import hits_and_outskirts
from scrapeclean.page import Page

HEADLINE = "Stone bridge reopens in May"
FIRST = "The stone bridge over the Lune will reopen in May, the county council said on Tuesday."
LAST = "The work cost three million pounds, and six masons put the old stones back in eight months."


def seen(*lines: str) -> list[str]:
    """The lines that are taken for furniture."""
    page = Page.from_text("\n\n".join(lines))
    return [page.lines[index].words for index in hits_and_outskirts(page)]


@pytest.mark.parametrize("label", ["24 comments", "Share", "Tweet", "Text size", "Kommentare"])
def test_between_headline_and_first_paragraph_a_label_is_furniture(label):
    assert seen(HEADLINE, label, FIRST, LAST) == [label]


@pytest.mark.parametrize("label", ["Comments", "Share", "Next", "Read more", "Tags"])
def test_below_the_last_paragraph_a_label_is_furniture(label):
    assert seen(HEADLINE, FIRST, LAST, label) == [label]


@pytest.mark.parametrize("label", ["Share", "Background", "Features", "Health"])
def test_between_two_paragraphs_it_may_be_a_subhead(label):
    assert seen(HEADLINE, FIRST, label, LAST) == []


@pytest.mark.parametrize("label", ["Background", "Health", "Overview", "Key points"])
def test_between_headline_and_first_paragraph_a_topic_may_be_one(label):
    assert seen(HEADLINE, label, FIRST, LAST) == []


@pytest.mark.parametrize("label", ["Share", "Comments", "Background"])
def test_the_first_line_may_be_the_headline(label):
    assert seen(label, FIRST, LAST) == []


def test_the_last_items_of_a_list_are_none():
    assert seen(HEADLINE, FIRST, LAST, "Bread", "Health", "Security") == []


def test_the_answer_to_a_question_is_none():
    assert seen(HEADLINE, FIRST, LAST, "Which word means to divide?", "Share") == []


def test_a_letter_is_none():
    assert seen(HEADLINE, FIRST, LAST, "A") == []


def test_a_text_without_a_paragraph_has_no_outskirts():
    assert seen("Share", "The ferry", "Share of votes: half", "Comments") == []


def test_the_scorer_is_not_told_of_them():
    page = Page.from_text("\n\n".join([HEADLINE, "24 comments", FIRST, LAST, "Share"]))
    assert not hits(page)
    assert set(hits_and_outskirts(page)) == {2, 8}
