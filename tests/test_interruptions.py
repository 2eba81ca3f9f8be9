"""Interruptions: labels between the paragraphs of a story do not make furniture of it."""

from __future__ import annotations

import pytest

import scrapeclean
from scrapeclean.model import read_page, reasons
from scrapeclean.model.interruptions import interruptions, read_places, spread
from scrapeclean.page import Page

STORY = [
    "The ferry between the islands will sail again in May, the harbour office said on Monday.",
    "It has lain idle since November, when a storm tore the ramp off the quay at Little Skerry.",
    "“We have waited long enough,” said Marit Solberg, who keeps the only shop on the island.",
    "A new ramp was built over the winter, at a cost of four million crowns, half of it a loan.",
    "The first boat leaves at six in the morning, and the mayor wants to be on it with hers.",
    "In the years before the storm some nine thousand people made the crossing every summer.",
]
MENU = ["Home", "News", "Sport", "Weather", "Business", "Opinion", "Subscribe", "Log in"]
FOOT = ["Most read", "Fish market moves", "Harbour fees rise", "Terms of use", "Privacy policy"]


def page_with(label: str) -> str:
    return "\n".join([*MENU, "Ferry back in May", f"\n{label}\n".join(STORY), *FOOT])


def found(*lines: str) -> list[int]:
    return list(interruptions(Page.from_text("\n".join(lines))))


@pytest.mark.parametrize(
    "label",
    [
        "Advertisement",
        "Advertisement\nStory continues below advertisement",
        "Share this article",
        "Also read: Fish market moves",
    ],
)
def test_a_story_with_a_label_behind_every_paragraph_stays(label: str) -> None:
    result = scrapeclean.clean(page_with(label))
    (article,) = result.articles

    assert [paragraph in result.text for paragraph in STORY] == [True] * len(STORY)
    assert article.body.split("\n") == STORY
    assert label.split("\n")[0] not in result.text


def test_between_paragraphs_one_label_will_do() -> None:
    assert found(STORY[0], "Advertisement", STORY[1]) == [1]
    assert found(STORY[0], "Advertisement", "Share this article", STORY[1]) == [1, 2]


def test_a_label_that_comes_back_stands_beside_a_paragraph() -> None:
    label = "Advertisement"
    assert found(STORY[0], label, "A subhead", label, STORY[1], label, STORY[2]) == [1, 3, 5]
    assert found(STORY[0], label, "A subhead", STORY[1]) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["Advertisement", STORY[0], "Advertisement"],
        ["Home", "Advertisement", "News"],
        [STORY[0], "Share this article", "Advertisement", "Print", "Advertisement", STORY[1]],
        [STORY[0], "Most read", STORY[1], "Most read", STORY[2], "Most read", STORY[3]],
        [STORY[0], "A subhead", STORY[1]],
        [],
    ],
)  # fmt: skip
def test_other_labels_interrupt_nothing(lines: list[str]) -> None:
    assert found(*lines) == []


def test_all_lines_have_a_score_and_facts() -> None:
    page = Page.from_text(page_with("Advertisement"))
    reading = read_page(page)

    assert len(read_places(page)) == len(page.content) - len(STORY) + 1
    assert len(reading.scores) == len(page.content)
    assert len(reasons(reading.columns, range(len(page.content)))) == len(page.content)


def test_values_are_spread_over_their_places() -> None:
    assert spread("abc", [0, 1, 4], 6, "-") == ["a", "b", "-", "-", "c", "-"]
    assert spread(b"\1\2", [0, 2], 3) == [1, 1, 2]
    assert spread([], [], 0) == []
