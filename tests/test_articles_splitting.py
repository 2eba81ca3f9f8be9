"""Where stories begin, and the many places where none does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.articles.decisions import load_decisions
from scrapeclean.articles.edges import STEM, Edges, edge, edge_words
from scrapeclean.articles.evidence import find_headline, prose_around
from scrapeclean.articles.outline import Outline, Stretch
from scrapeclean.articles.splitting import (
    SHORTEST_BODY,
    between_bodies,
    find_candidates,
    find_cuts,
)
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

    headline = find_headline(outline, stretch, prose_around(outline, stretch))

    assert headline is not None
    assert outline.lines[headline.position].words == "Wheat prices fall as rain returns to plains"


def test_stretches_hold_no_paragraph():
    outline = Outline(Page.from_text(SUBHEADS))

    assert outline.stretches == [Stretch(0, 1), Stretch(2, 3), Stretch(4, 5), Stretch(6, 7)]


@pytest.mark.parametrize("name", ["common", "look", "first", "story"])
def test_every_tree_asks_for_evidence_that_has_a_name(name: str):
    decision = getattr(load_decisions(), name)

    def asked(tree):
        return set() if isinstance(tree, float) else {tree[0], *asked(tree[2]), *asked(tree[3])}

    assert set().union(*map(asked, decision.trees)) <= set(range(len(decision.names)))


def test_the_evidence_is_what_the_decisions_were_fitted_on():
    outline = Outline(Page.from_text(FERRY + "\n\n" + WHEAT))
    decisions = load_decisions()

    (candidate,) = find_candidates(outline, between_bodies(outline), decisions)

    missing = set(decisions.sum.of) - set(candidate.evidence)
    assert missing <= {"no_headline"}
    assert set(candidate.evidence) <= set(decisions.sum.of)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Skip to main content", 1),
        ("Zum Hauptinhalt springen", 1),
        ("您的位置：首页", 1),
        ("Copyright © 2024. All rights reserved.", -1),
        ("Leave a comment", -1),
        ("Polityka prywatności", -1),
    ],
)
def test_edges_are_known_by_their_words(words: str, side: int):
    (line,) = Page.from_text(words).lines

    assert edge(line) * side > 0.5


@pytest.mark.parametrize("words", ["Ferry", "Dampfer stießen zusammen", "12 + 30", "–"])
def test_most_words_are_of_no_edge(words: str):
    (line,) = Page.from_text(words).lines

    assert abs(edge(line)) < 0.5


def test_edges_turn_where_one_page_ends_and_another_begins():
    lines = Page.from_text("All rights reserved\nLeave a comment\nSkip to content\nHome\n").lines
    edges = Edges.read(lines, 0, 4)

    assert edges.past_turn(2) == 0
    assert min(edges.past_turn(at) for at in (0, 1, 3, 4)) > 0
    assert edges.between(0, 2) < 0 < edges.between(2, 4)
    assert edges.at(-1) == edges.at(4) == 0


def test_the_words_of_edges_are_short_and_weigh():
    assert all(len(word) <= STEM or word.startswith("<") for word in edge_words())
    assert all(0 < abs(weight) < 6 for weight in edge_words().values())


FURNISHED = """Skip to content
Home
News

Harbour ferry runs aground near lighthouse

By Ann Poe

A ferry with 84 passengers ran aground below the lighthouse on Tuesday after its rudder failed.

Lifeboats brought all passengers ashore within two hours, according to the harbour master.

The ferry company said the rudder had been inspected in March by an engineer from the shipyard.

Comments (3)

All rights reserved.
"""
AGAIN = """Skip to content
Home
News

Wheat prices fall as rain returns to plains

By Bo Diaz

Wheat futures fell for a third day on Thursday as forecasters promised rain for the dry plains.

Traders had bet on a poor harvest, and several funds were caught by the change of weather.

Farmers remained cautious: two wet weeks could not make up for a whole spring without water.

Comments (1)

All rights reserved.
"""


@pytest.mark.parametrize("between", ["", "\n", "\n\n\n"])
def test_the_furniture_at_the_top_of_a_page_belongs_to_its_story(between: str):
    page = Page.from_text(FURNISHED + between + AGAIN)

    (cut,) = find_cuts(page)

    assert page.lines[cut.index].words == "Skip to content"
    assert page.lines[cut.index + 4].words.startswith("Wheat prices")
