"""Where stories begin, and the many places where none does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.articles.cohesion import Cohesion
from scrapeclean.articles.crossings import CROSSINGS
from scrapeclean.articles.decisions import load_decisions
from scrapeclean.articles.edges import STEM, Edges, edge, edge_words
from scrapeclean.articles.evidence import (
    COHESION,
    WORDS,
    find_headline,
    page_title,
    prose_around,
)
from scrapeclean.articles.firsts import LINE
from scrapeclean.articles.outline import Outline, Stretch
from scrapeclean.articles.places import GLANCE
from scrapeclean.articles.reasons import WORDS as WORDS_OF_REASONS
from scrapeclean.articles.splitting import (
    SHORTEST_BODY,
    between_bodies,
    find_candidates,
    find_cuts,
)
from scrapeclean.articles.stretches import STRETCH
from scrapeclean.articles.surroundings import (
    FURNITURE,
    SURROUNDINGS,
    Furniture,
    surroundings,
)
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
    return [page.lines[cut.at].words for cut in find_cuts(page)]


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

    assert all(a.at < b.at for a, b in pairwise(cuts))
    assert all(page.lines[cut.at].words and cut.why for cut in cuts)


def test_no_story_is_shorter_than_the_shortest():
    assert begins("Rain\n\n\n" + WHEAT) == []
    assert len("Rain") < SHORTEST_BODY


BRIDGE = """Engineers close harbour bridge for repairs

The harbour bridge was closed on Monday after engineers had found cracks below its roadway.

The engineers said that the cracks in the bridge had grown since the inspection of last summer.

Another inspection of the roadway is planned, and the bridge will stay closed until it is over.
"""
HARVEST = """Farmers fear for the harvest

The farmers of the plains fear for their harvest, because no rain has fallen since the spring.

In spring the harvest had looked better than in years, the farmers' association of Ghent says.

The association has asked for water from the canals, so that the farmers can save their harvest.
"""


def test_cohesion_breaks_between_two_stories_only():
    cohesion = Cohesion(Outline(Page.from_text(BRIDGE + "\n" + HARVEST)))

    within, between = cohesion.across(1), cohesion.across(3)

    assert between.here == between.rank == 0
    assert between.here < min(between.above, between.below)
    assert within.here > 0
    assert within.rank > 0
    assert cohesion.usual > 0


def test_the_words_of_the_title_come_back_within_its_story_only():
    outline = Outline(Page.from_text(BRIDGE + "\n" + HARVEST))
    cohesion = Cohesion(outline)
    title = page_title(outline, cohesion)

    assert title == {" harbou", " bridge"}
    assert cohesion.back(title, 1) > cohesion.back(title, 3) == 0
    assert cohesion.known(title, 1) > cohesion.known(title, 0) == 0


def test_the_headline_of_a_stretch_is_the_line_that_comes_back():
    outline = Outline(Page.from_text(FERRY + "Economy\n" + WHEAT + "\n"))
    stretch = next(s for s in outline.stretches if s.first == 4)

    headline = find_headline(outline, stretch, prose_around(outline, 3))

    assert headline is not None
    assert outline.lines[headline.position].words == "Wheat prices fall as rain returns to plains"


def test_stretches_hold_no_paragraph():
    outline = Outline(Page.from_text(SUBHEADS))

    assert outline.stretches == [Stretch(0, 1), Stretch(2, 3), Stretch(4, 5), Stretch(6, 7)]


def test_furniture_is_no_paragraph_however_long():
    notice = "We use cookies and other technologies to give you the best experience on our website."
    outline = Outline(Page.from_text(f"{SUBHEADS}\n{notice}\n"))

    assert outline.lines[-1].is_prose
    assert outline.paragraphs == [1, 3, 5, 7]
    assert outline.is_paragraph[-1] is False
    assert outline.stretches[-1] == Stretch(8, 9)


def test_the_surroundings_have_a_number_for_each_name():
    outline = Outline(Page.from_text(SUBHEADS))
    stretches = between_bodies(outline)

    rows = surroundings(outline, stretches)

    assert [len(row) for row in rows] == [len(SURROUNDINGS)] * len(stretches) != []


def test_the_surroundings_tell_gaps_runs_and_copies():
    caption = "The wheat is dry\n"
    outline = Outline(Page.from_text(FERRY + "\n\n\n" + caption * 2 + WHEAT.split("\n", 1)[1]))
    (row,) = surroundings(outline, between_bodies(outline))
    said = dict(zip(SURROUNDINGS, row, strict=True))

    assert said["gap_inside"] == said["widest_gap"] == said["doubled"] == 1
    assert said["single"] == said["opens_page"] == 0
    assert said["run_above"] == pytest.approx(said["run_below"], abs=0.1)
    assert 0.4 < said["share_above"] < 0.6


def test_furniture_is_counted_inside_above_and_below_a_stretch():
    outline = Outline(Page.from_text(FURNISHED + AGAIN))
    (stretch,) = between_bodies(outline)

    said = dict(zip(FURNITURE, Furniture(outline).evidence(stretch), strict=True))

    assert said["furniture"] > 0
    assert said["comments"] == said["comments_below"] == 1
    assert said["comments_above"] == 0
    assert said["recurring"] > 0.5


TREES = ["words", "headline", "look", "first", "story"]


@pytest.mark.parametrize("name", TREES)
def test_every_tree_asks_for_evidence_that_has_a_name(name: str):
    decision = getattr(load_decisions(), name)

    assert {*decision.asked} <= {*range(len(decision.names))}


SUMS = ["surroundings", "cohesion", "glance", "sum"]


@pytest.mark.parametrize("name", SUMS)
def test_every_sum_weighs_each_of_its_evidence(name: str):
    decision = getattr(load_decisions(), name)

    assert len(decision.weights) == len(decision.names)


EVIDENCE = {
    "surroundings": SURROUNDINGS,
    "cohesion": (*SURROUNDINGS, *FURNITURE, *COHESION),
    "words": (*SURROUNDINGS, *FURNITURE, *COHESION, *WORDS),
    "headline": STRETCH,
    "glance": GLANCE,
    "look": (*STRETCH, *GLANCE),
    "first": LINE,
    "sum": (*STRETCH, *CROSSINGS, *LINE, "first", "ahead"),
    "story": (*STRETCH, *CROSSINGS, *LINE, "first", "ahead"),
}


@pytest.mark.parametrize("name", EVIDENCE)
def test_the_decisions_were_fitted_on_evidence_of_these_names(name: str):
    assert tuple(getattr(load_decisions(), name).names) == EVIDENCE[name]
    assert len(set(EVIDENCE[name])) == len(EVIDENCE[name])


def test_each_number_of_evidence_has_a_name():
    outline = Outline(Page.from_text(FERRY + "\n\n" + WHEAT))

    (candidate,) = find_candidates(outline, between_bodies(outline), load_decisions())

    assert len(candidate.evidence) == len(EVIDENCE["story"])


@pytest.mark.parametrize("name", WORDS_OF_REASONS)
def test_a_reason_is_given_for_evidence_that_is_weighed(name: str):
    assert name in EVIDENCE["sum"]


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

    assert page.lines[cut.at].words == "Skip to content"
    assert page.lines[cut.at + 4].words.startswith("Wheat prices")
