"""How many words cross a place, and with which line of its stretch a story begins."""

from __future__ import annotations

import pytest

from scrapeclean.articles.crossings import CROSSINGS, Crossings, Spread
from scrapeclean.articles.decisions import load_decisions, load_place
from scrapeclean.articles.firsts import AGREED, FIRST, LINE, SUMMED, choose, with_rest
from scrapeclean.articles.outline import Outline
from scrapeclean.articles.splitting import between_bodies
from scrapeclean.articles.stretches import Looks
from scrapeclean.page import Page

FERRY = """Harbour ferry runs aground near lighthouse

A ferry with 84 passengers ran aground below the lighthouse on Tuesday after its rudder failed.

The ferry company of Ann Poe said the rudder had been inspected in March by the lighthouse yard.

{between}

{below}
"""
MORE_FERRY = """The rudder of the ferry will be inspected again, and passengers told by the company.

Poe said that the lighthouse would be seen from the ferry for as long as she ran the company."""
WHEAT = """Wheat futures fell for a third day on Thursday as forecasters promised plains rain.

Wheat had risen on dry forecasts in spring, and futures on rain were bought, said Bo Diaz."""


def crossings(between: str, below: str) -> dict[str, float]:
    outline = Outline(Page.from_text(FERRY.format(between=between, below=below)))
    (stretch,) = between_bodies(outline)
    _, place = Looks(outline).headline(stretch)
    return dict(zip(CROSSINGS, Crossings(outline).evidence(place), strict=True))


def test_fewer_words_cross_from_story_to_story_than_under_a_subhead():
    story = crossings("Wheat prices fall as rain returns", WHEAT)
    subhead = crossings("Who looked at the rudder", MORE_FERRY)

    assert story["words_crossing"] < subhead["words_crossing"]
    assert story["words_missing"] > subhead["words_missing"]
    assert story["words_missing_near"] > subhead["words_missing_near"]
    assert story["names_beside"] < subhead["names_beside"]


def test_a_lead_and_its_headline_are_new_and_a_subhead_is_not():
    story = crossings("Wheat prices fall as rain returns", WHEAT)
    subhead = crossings("Who looked at the rudder", MORE_FERRY)

    assert story["lead_new"] > subhead["lead_new"]
    assert story["headline_new"] > subhead["headline_new"]
    assert story["headline_below"] > 0.3
    assert story["last_back"] < subhead["last_back"]


def test_each_crossing_has_a_name_of_its_own():
    assert len(set(CROSSINGS)) == len(CROSSINGS)


def words(*paragraphs: str) -> Spread:
    split = [frozenset(paragraph.split()) for paragraph in paragraphs]
    return Spread(split, range(len(split) + 1))


def test_words_that_are_said_once_cross_nothing_and_are_not_missed():
    crossing, missing, *_ = words("a b", "c d", "e f", "g h").shared(2)

    assert crossing == missing == 0


def test_words_that_stay_on_their_side_are_missed():
    apart = words("a b", "a b", "c d", "c d").shared(2)
    together = words("a b", "c d", "a b", "c d").shared(2)

    assert apart[0] == 0 < together[0]
    assert apart[1] > 0 > together[1]


def test_a_word_that_stands_nearly_everywhere_tells_nothing():
    everywhere = ["a"] * 20

    assert words(*everywhere).shared(10)[:2] == (0.0, 0.0)


@pytest.mark.parametrize(("word", "new", "back"), [("a", 0, 0), ("b", 0, 0.5), ("z", 0.5, 0)])
def test_what_is_new_and_what_comes_back(word: str, new: float, back: float):
    spread = words("a b", "b c")

    assert spread.new(frozenset([word]), 1) == new
    assert spread.back(frozenset([word]), 1) == back


@pytest.mark.parametrize(
    "below",
    [
        "记者今天获悉，自今年元旦起全市所有公立医院的药品都按进价出售，农村卫生室也将在春天以前跟上，居民看病的费用因此降低。",
        "قال المزارعون يوم الخميس إن أسعار القمح هبطت لليوم الثالث بعد وعود الأرصاد بالمطر.",
    ],
)
def test_scripts_without_capitals_have_words_for_names(below: str):
    outline = Outline(Page.from_text(f"1 {below}\n2 {below}\nFoto\n3 {below}\n4 {below}"))
    (stretch,) = between_bodies(outline)
    _, place = Looks(outline).headline(stretch)
    said = Crossings(outline).evidence(place)

    assert said[:5] == said[5:10]


def test_what_stands_above_and_below_a_line_is_summed():
    lines = [tuple(float(at + name == 0) for name in range(len(LINE))) for at in range(3)]
    first, *_, last = [dict(zip(FIRST, line, strict=True)) for line in with_rest(lines)]

    assert first["edge_over"] == 0 == first["edge_under"] == first["edge_lacking"]
    assert (last["edge_over"], last["edge_under"], last["edge_lacking"]) == (1, 0, -1)


def test_every_line_is_weighed_by_evidence_that_has_a_name():
    assert tuple(load_place().names) == FIRST
    assert set(SUMMED) <= set(LINE)
    assert len(set(FIRST)) == len(FIRST)


def test_what_crosses_is_asked_for_by_the_last_decision():
    assert set(CROSSINGS) <= set(load_decisions().story.names)


SURE = AGREED + 1


def test_where_other_stories_stand_behind_a_gap_the_likely_line_does_too():
    gaps = [[0, 2, 0], [0, 2], [2, 0]]

    assert choose([[0.5, 0.0, -1.0], [0.0, SURE], [SURE, 0.0]], gaps) == [1, 1, 0]


def test_a_line_that_is_far_likelier_stays_where_others_stand_behind_a_gap():
    gaps = [[0, 2, 0], [0, 2], [2, 0]]

    assert choose([[SURE, 0.0, -1.0], [0.0, SURE], [SURE, 0.0]], gaps) == [0, 1, 0]


def test_a_place_without_that_gap_keeps_its_likeliest_line():
    assert choose([[0.0, 0.5], [0.0, SURE], [SURE, 0.0]], [[0, 0], [0, 2], [2, 0]]) == [1, 1, 0]


@pytest.mark.parametrize("gaps", [[1, 0, 5], [0, 0, 0], [5, 1, 0]])
def test_a_story_that_is_alone_begins_with_the_likeliest_line(gaps: list[int]):
    assert choose([[0.1, 0.3, 0.2]], [gaps]) == [1]
    assert choose([], []) == []


def test_of_lines_that_are_alike_the_first_is_chosen():
    assert choose([[0.2, 0.2], [0.2, 0.2]], [[1, 1], [1, 1]]) == [0, 0]
