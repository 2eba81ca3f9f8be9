"""What the cleaner of repeated headlines keeps with a line holds for its own bar alone."""

from __future__ import annotations

from scrapeclean.cleaners.repeated_headlines import RepeatedHeadlines
from scrapeclean.page import Page

PAGE = (
    "Rain floods the old town of Ghent: ninety saved | The Dyke\n"
    "By Ann Poe\n"
    "Rain floods the old town of Ghent, ninety saved\n"
    "It rained on Sunday.\n"
)


def test_a_strict_cleaner_does_not_decide_for_the_next():
    page = Page.from_text(PAGE)
    strict, usual = RepeatedHeadlines(alike=99), RepeatedHeadlines()

    assert list(strict(page)) == []
    assert [edit.old for edit in usual(page)] == [PAGE.splitlines(keepends=True)[0]]
    assert list(strict(page)) == []
