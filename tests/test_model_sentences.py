"""A story's last words are short: they stay where they follow a sentence of the story."""

from __future__ import annotations

import pytest

import scrapeclean
from scrapeclean.lexicon import lexicon
from scrapeclean.model import following
from scrapeclean.model.runs import BETWEEN, eased
from scrapeclean.page import Page

STORIES = {
    "slovene": (
        "Ribič iz Mosta je v sredo zjutraj v reki ujel soma, dolgega dva metra.",
        "Soma so izpustili.",
    ),
    "korean": (
        "마을 주민들이 홍수로 무너진 나무다리를 석 달 만에 손수 고쳤다고 군청이 화요일 밝혔다.",
        "자동차는 다닐 수 없다.",
    ),
    "english": (
        "The clock on the market square, silent since the storm, struck noon on Monday.",
        "It is four minutes slow.",
    ),
}
#: Words that no list of phrases holds.
MENU = ("Harbour and shipping", "The islands", "Town hall", "Boats for sale", "Tides and winds",
        "Schools", "Fish market", "Rowing", "Stage and screen", "Letters page", "From the archive",
        "Your pictures", "Crossword")  # fmt: skip
BELOW = ("Council votes down the new bypass", "Storm warning for the coast lifted",
         "Five walks for a wet Sunday", "Bakers ask for more sugar", "Three bridges to be painted",
         "Our printing house", "Harbour Street 3", "Office hours 9 to 12", "Delivery",
         "Back issues", "Notices", "Births", "Chess", "Gardens", "Books", "Choirs")  # fmt: skip
SENTENCE = "The clock on the market square struck noon on Monday."


def read(*lines: str) -> Page:
    page = Page.from_text("\n".join(lines))
    lexicon().read(page.content_lines)
    return page


@pytest.mark.parametrize("name", STORIES)
def test_the_last_words_of_a_short_story_stay_between_menus(name):
    text = "\n".join((*MENU, *STORIES[name], *BELOW, *reversed(MENU)))

    left = scrapeclean.clean(text).text

    assert all(line in left for line in STORIES[name])
    assert "Office hours" not in left


def test_a_sentence_follows_one_that_is_no_label():
    page = read(SENTENCE, "It is slow.", "The islands", "Nobody minds.", "“Who needs time?”")

    assert following(page.content_lines, range(5)) == {1}


@pytest.mark.parametrize(
    "lines",
    [
        (SENTENCE, "It is slow"),
        (SENTENCE, "Is it slow?"),
        ("Noon came.", "It is slow."),
        ("Clock on the market square runs again after a month", "It is slow."),
        (SENTENCE, "It is slow.", "Harbour", "It is slow."),
        (SENTENCE, "All rights reserved."),
        ("It is slow.",),
    ],
    ids=[
        "no stop",
        "a question",
        "a short one",
        "a headline",
        "said twice",
        "a phrase",
        "the first",
    ],
)
def test_other_lines_do_not_follow(lines):
    assert following(read(*lines).content_lines, [len(lines) - 1]) == set()


def test_a_sentence_that_follows_one_of_the_body_is_eased_in():
    lines = read(SENTENCE, "It is slow.", "Harbour").content_lines

    assert eased([1, -0.5, -0.5], lines) == [1, -0.5 + BETWEEN, -0.5]
    assert eased([-1, -0.5, -0.5], lines) == [-1, -0.5, -0.5]
