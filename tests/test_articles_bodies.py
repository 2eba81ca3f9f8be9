"""Bodies: paragraphs and subheads stay in place, all else is left to the text."""

from __future__ import annotations

from scrapeclean.articles import bodies
from scrapeclean.articles.bodies import as_text, body_lines, numbers_of_body
from scrapeclean.lines import Line
from scrapeclean.page import Page

STORY = (
    "The lake froze for the first time in eleven years on Sunday, the harbour master said.",
    "Skaters came from three valleys, and the baker sold out of buns before nine in the morning.",
    "The fire brigade measured the ice at twelve places and found it thick enough at eleven.",
)


def lines(*texts: str) -> list[Line]:
    return [Line(text + "\n", number * 200, number) for number, text in enumerate(texts, 1)]


def test_on_a_page_that_is_clean_at_a_glance_every_line_may_be_body():
    assert numbers_of_body(Page.from_text("\n\n".join(STORY)), [0]) == {1, 3, 5}


def test_lines_that_are_not_body_are_left_out():
    page = lines("A frozen lake", *STORY, "Read on in the valley edition")

    assert body_lines(page, page[0], frozenset({2, 3, 4})) == page[1:4]


def test_where_hardly_any_prose_would_be_left_all_of_it_is():
    page = lines("A frozen lake", *STORY)

    assert body_lines(page, page[0], frozenset({1})) == page[1:]


def test_paragraphs_stand_as_far_apart_as_on_the_page():
    page = lines(STORY[0], STORY[1], "", STORY[2], "Photo: Example Wire")

    text = as_text(page, [page[0], page[1], *page[3:]], other={id(page[4])})

    assert text == f"{STORY[0]}\n{STORY[1]}\n\n{STORY[2]}"


def test_a_page_of_several_articles_keeps_at_least_as_much():
    labels = "\n".join(["Town hall", "Boats for sale", *STORY, "Rowing"])
    page = Page.from_text(f"{labels}\n{labels}")

    assert numbers_of_body(page, [0]) <= numbers_of_body(page, [0, len(labels) + 1])


def test_a_weak_line_far_from_the_story_is_no_body_unless_it_is_a_story_of_its_own(monkeypatch):
    labels = ["Harbour", "Islands", "Rowing", "Schools"] * 6
    page = Page.from_text("\n".join([*STORY, *labels, "A ferry sails again in May."]))
    scores = [5.0] * len(STORY) + [-9.0] * len(labels) + [0.1]
    monkeypatch.setattr(bodies, "score_body", lambda page: scores)

    assert numbers_of_body(page, [0]) == {1, 2, 3}
    assert numbers_of_body(page, [0, page.lines[-2].start]) == {1, 2, 3, len(page.lines)}
