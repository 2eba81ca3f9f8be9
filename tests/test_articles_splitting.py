"""Where stories begin, and the many places where none does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.articles.decisions import load_decisions
from scrapeclean.articles.evidence import find_headline
from scrapeclean.articles.outline import Outline, Stretch
from scrapeclean.articles.splitting import SHORTEST_BODY, find_cuts
from scrapeclean.articles.vocabulary import Cohesion
from scrapeclean.page import Page
from scrapeclean.pipeline import Pipeline

FERRY = """Harbour ferry runs aground near lighthouse

A ferry with 84 passengers ran aground below the lighthouse on Tuesday after its rudder failed.

Lifeboats brought all passengers ashore within two hours, according to the harbour master.

The ferry company said the rudder had been inspected in March by an engineer from the shipyard.
"""
WHEAT = """Wheat prices fall as rain returns to plains

Wheat futures fell for a third day on Thursday as forecasters promised rain for the dry plains.

Traders had bet on a poor harvest, and several funds were caught by the change of weather.

Farmers remained cautious: two wet weeks could not make up for a whole spring without water.
"""
SUBHEADS = """Harbour ferry runs aground near lighthouse

A ferry with 84 passengers ran aground below the lighthouse on Tuesday after its rudder failed.

How the rudder failed

The rudder of the ferry had been inspected in March by an engineer from the harbour's shipyard.

What the harbour master says

The harbour master said that the ferry's passengers had been brought ashore by the lifeboats.

When will the ferry float again?

Tugs are to pull the ferry from below the lighthouse at high tide, says the harbour master.
"""


def begins(text: str) -> list[str]:
    page = Page.from_text(text)
    return [page.lines[cut.index].words for cut in find_cuts(page)]


@pytest.mark.parametrize("gap", [2, 3, 4])
def test_a_gap_a_headline_and_new_words_begin_a_story(gap: int):
    assert begins(FERRY + "\n" * gap + WHEAT) == ["Wheat prices fall as rain returns to plains"]


def test_a_cut_says_why():
    (cut,) = find_cuts(Page.from_text(FERRY + "\n\n" + WHEAT))

    assert "blank lines" in cut.why
    assert ";" in cut.why


def test_the_page_is_cut_again_when_it_is_clean():
    cleaned = Pipeline([]).clean(FERRY + "\n\n" + WHEAT)

    assert len(cleaned.articles) == 2
    assert cleaned.articles[1].why


@pytest.mark.parametrize("text", [FERRY, WHEAT, SUBHEADS, SUBHEADS.replace("\n\n", "\n"), ""])
def test_one_story_stays_whole(text: str):
    assert begins(text) == []


def test_a_second_story_without_a_body_is_no_story():
    assert begins(FERRY + "\n\nWheat prices fall as rain returns\n\nOil prices rise\n") == []


def test_comments_below_are_no_story():
    comments = "\n\n\nComments (2)\n\nbob wrote:\nI was on that ferry and saw it.\n\nReply\n"

    assert begins(FERRY + comments) == []


@given(st.lists(st.sampled_from([*FERRY.split("\n"), *WHEAT.split("\n"), "TT", ""]), max_size=60))
def test_cuts_are_in_order_and_leave_bodies(lines: list[str]):
    page = Page.from_text("\n".join(lines))

    cuts = find_cuts(page)

    assert all(a.index < b.index for a, b in pairwise(cuts))
    assert all(page.lines[cut.index].words and cut.why for cut in cuts)


def test_no_story_is_shorter_than_the_shortest():
    assert begins("Rain\n\n\n" + WHEAT) == []
    assert len("Rain") < SHORTEST_BODY


def test_cohesion_breaks_between_two_stories_only():
    outline = Outline(Page.from_text(FERRY + "\n" + WHEAT))
    cohesion = Cohesion(outline)
    border = outline.keys.index("wheat prices fall as rain returns to plains")

    assert cohesion.across(border + 1) < cohesion.across(3)
    assert cohesion.across(border + 1) == 0


def test_the_headline_of_a_stretch_is_the_line_that_comes_back():
    outline = Outline(Page.from_text(FERRY + "Economy\n" + WHEAT + "\n"))
    stretch = next(s for s in outline.stretches if s.first == 4)

    headline = find_headline(outline, stretch)

    assert headline is not None
    assert outline.lines[headline.position].words == "Wheat prices fall as rain returns to plains"


def test_stretches_hold_no_paragraph():
    outline = Outline(Page.from_text(SUBHEADS))

    assert outline.stretches == [Stretch(0, 1), Stretch(2, 3), Stretch(4, 5), Stretch(6, 7)]


def test_every_tree_asks_for_evidence_that_has_a_name():
    trees = load_decisions().trees

    def asked(tree):
        return set() if isinstance(tree, float) else {tree[0], *asked(tree[2]), *asked(tree[3])}

    names = range(len(trees.names))
    assert set().union(*map(asked, trees.trees)) <= set(names)
