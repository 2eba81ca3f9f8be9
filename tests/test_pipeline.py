"""The loop: cleaners in order until nothing changes, and the doubts it reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from util import check

from scrapeclean.articles.splitting import Cut
from scrapeclean.cleaners.spacing import Spacing
from scrapeclean.edits import Edit
from scrapeclean.errors import EditError
from scrapeclean.page import Page
from scrapeclean.pipeline import GUARDED, MAX_PASSES, UNSETTLED, Pipeline

PROSE = "The council agreed on Monday to keep the old bridge open until the spring, it said.\n"


@dataclass(frozen=True)
class Drop:
    """Drops lines that hold a word."""

    word: str
    daring: bool = False
    name: str = "drop"

    def __call__(self, page: Page) -> Iterator[Edit]:
        for index in page.content:
            if self.word in page.lines[index].text:
                yield page.drop(index, self.name, f"it says {self.word!r}")


def drop_tt(page: Page) -> Iterator[Edit]:
    for index, line in enumerate(page.lines):
        if line.words == "TT":
            yield page.drop(index, "drop_tt", "a text-size widget")


def count_down(page: Page) -> Iterator[Edit]:
    """Needs one pass a digit."""
    if page.text and page.text[0] > "0":
        one_less = str(int(page.text[0]) - 1)
        yield page.replace(0, (0, 1), one_less, ("count_down", "one less"))


def flicker(page: Page) -> Iterator[Edit]:
    new = "b" if page.text.startswith("a") else "a"
    yield page.replace(0, (0, 1), new, ("flicker", "the other one"))


def test_no_cleaners_no_edits():
    assert check([], "One.\n\n\n\nTwo.", "One.\n\n\n\nTwo.").edits == ()


def test_a_function_is_a_cleaner():
    result = check([drop_tt], "One.\nTT\nTwo.\n", "One.\nTwo.\n")

    assert result.edits == (Edit(5, 8, "TT\n", "", "drop_tt", "a text-size widget"),)


def test_a_cleaner_sees_what_the_one_before_it_left():
    result = check([drop_tt, Spacing()], "One.\n\nTT\n\nTwo.\n", "One.\n\nTwo.\n")

    assert [edit.cleaner for edit in result.edits] == ["drop_tt", "spacing"]


def test_edits_are_in_the_coordinates_of_the_source():
    result = check([Drop("TT"), Spacing(), Drop("Two")], "TT\nOne.\n\n\n\nTwo.\n", "One.\n")

    assert [edit.old for edit in result.edits] == ["TT\n", "\n", "\n", "\n", "Two.\n"]


def test_passes_go_on_until_nothing_changes():
    assert Pipeline([count_down]).clean("4").text == "0"


def test_a_page_that_does_not_settle_is_kept_and_said():
    result = Pipeline([flicker]).clean("a page")

    assert (result.text, result.edits, result.warnings) == ("a page", (), (UNSETTLED,))
    assert Pipeline([count_down]).clean(str(MAX_PASSES + 1)).warnings == (UNSETTLED,)


def test_the_loss_guard_keeps_furniture_rather_than_lose_the_prose():
    result = Pipeline([Drop("council", daring=True), Drop("TT")]).clean(PROSE * 10 + "TT\n")

    assert result.text == PROSE * 10
    assert result.warnings == (GUARDED,)


def test_the_loss_guard_leaves_short_pages_alone():
    result = check([Drop("council", daring=True)], PROSE + "One.\n", "One.\n")

    assert result.warnings == ()


def test_a_cleaner_of_articles_sees_one_at_a_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("scrapeclean.pipeline.find_cuts", cuts_at_stars)
    seen: list[str] = []

    def first_line(page: Page) -> Iterator[Edit]:
        seen.append(page.text)
        if page.lines[0].words == "TT":
            yield page.drop(0, "first_line", "the first line of an article")

    result = Pipeline([first_line]).clean("TT\nOne.\n***\nTwo.\nTT\n")

    assert result.text == "One.\n***\nTwo.\nTT\n"
    assert seen == ["TT\nOne.\n", "***\nTwo.\nTT\n", "One.\n", "***\nTwo.\nTT\n"]


def test_edits_of_a_later_article_are_in_the_coordinates_of_the_source(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("scrapeclean.pipeline.find_cuts", cuts_at_stars)

    check([drop_tt], "One.\nTT\n***\nTwo.\nTT\n", "One.\n***\nTwo.\n")


def test_a_cleaner_of_pages_sees_all_articles(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("scrapeclean.pipeline.find_cuts", cuts_at_stars)

    check([drop_tt, Spacing()], "One.\n***\nTT\nTwo.", "One.\n\n\n***\nTwo.")


def cuts_at_stars(page: Page) -> tuple[Cut, ...]:
    """A splitter for tests: an article begins at each line of stars."""
    found = (index for index, line in enumerate(page.lines) if line.words == "***")
    return tuple(Cut(index, "stars") for index in found if index)


@pytest.mark.parametrize("word", ["One", "Two"])
def test_keep_is_asked_about_every_line_that_an_edit_touches(word: str):
    def join(page: Page) -> Iterator[Edit]:
        if page.text == "One\nTwo\n":
            yield Edit(2, 5, "e\nT", "e T", "join", "one line")

    check([join], "One\nTwo\n", "One Two\n")
    check(Pipeline([join], keep=lambda line: line.text == word), "One\nTwo\n", "One\nTwo\n")


def test_keep_overrules_every_cleaner():
    pipeline = Pipeline([Drop("Two"), Spacing()], keep=lambda line: "stays" in line.text)

    check(pipeline, "One.\nTwo goes.\nTwo stays.\n\n\n\n", "One.\nTwo stays.\n")


@pytest.mark.parametrize("page", [b"One.", None, float("nan"), ["One."]])
def test_what_is_no_string_is_named(page: object):
    with pytest.raises(TypeError, match=f"a page is a str, not {type(page).__name__}: "):
        Pipeline([]).clean(page)


def test_edits_that_do_not_fit_raise():
    def misfit(page: Page) -> list[Edit]:
        return [Edit(0, 3, "Two", "", "misfit", "on purpose")]

    with pytest.raises(EditError, match="misfit at 0:3 expects 'Two'"):
        Pipeline([misfit]).clean("One.")


def test_the_result_compares_and_prints_without_its_page():
    pipeline = Pipeline([Spacing()])

    assert pipeline.clean("One.") == pipeline.clean("One.")
    assert "Page" not in repr(pipeline.clean("One."))
    assert repr(pipeline) == "Pipeline([Spacing(between_paragraphs=1, between_articles=2)])"
