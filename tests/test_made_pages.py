"""Pages made for the fit: what is left of a story, and that labels still stand by their lines."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks" / "model"))

from documents import Document, content
from labels import Label
from made import SHORT_LEAST, SHORT_MOST, made_over

MENU = ["Town hall", "Fish market", "Tides and winds", "Letters page"]
STORY = [f"On day {day} the ferry sailed at dawn and came back after dark." for day in range(12)]
TEASERS = ["Council votes down the new bypass", "Five walks for a wet Sunday"]


def document(kind: str, above: list[str], story: list[str], below: list[str]) -> Document:
    lines = [*above, "", *story, "", *below]
    labels = [Label.FURNITURE] * len(above) + [Label.BODY] * len(story)
    labels += [Label.FURNITURE] * len(below)
    sizes = [len(line.split()) for line in lines if line]
    text = "\n".join(lines) + "\n"
    return Document("1", "made", "a.example", "en", kind, text, tuple(labels), tuple(sizes))


@pytest.fixture
def made() -> dict[str, Document]:
    documents = [
        document("visible", MENU, STORY, TEASERS),
        document("clean", [], STORY, []),
        document("clean dense", [], STORY, []),
    ]
    return {page.kind.rpartition(" ")[2]: page for page in made_over(documents)}


def labelled(page: Document, label: Label) -> list[str]:
    lines = content(page.text)
    assert len(lines) == len(page.labels) == len(page.sizes)
    return [line for line, own in zip(lines, page.labels, strict=True) if own == label]


def test_a_short_story_keeps_its_first_paragraphs_and_all_furniture(made):
    story = labelled(made["short"], Label.BODY)

    assert story == STORY[: len(story)]
    assert SHORT_LEAST <= len(story) <= SHORT_MOST
    assert labelled(made["short"], Label.FURNITURE) == MENU + TEASERS


def test_a_strewn_story_is_whole_and_one_label_comes_back(made):
    furniture = labelled(made["strewn"], Label.FURNITURE)
    often = [line for line in {*furniture} if furniture.count(line) > 2]

    assert labelled(made["strewn"], Label.BODY) == STORY
    assert len(often) == 1
    assert often[0] in MENU + TEASERS


def test_a_framed_story_has_none_of_its_own_page_but_the_story(made):
    story, furniture = (labelled(made["framed"], y) for y in (Label.BODY, Label.FURNITURE))

    assert story == STORY[: len(story)]
    assert furniture in ([], MENU, TEASERS, MENU + TEASERS)


def test_pages_are_made_alike_each_time():
    pages = [document("visible", MENU, STORY, TEASERS), document("clean", [], STORY, [])]

    assert list(made_over(pages)) == list(made_over(pages))


def test_a_page_with_little_of_a_story_is_left_alone():
    assert not list(made_over([document("main", MENU, STORY[:2], TEASERS)]))
