"""A story and what reads like one far from it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scrapeclean.model.runs import (
    ENOUGH_ABOVE,
    ENOUGH_BELOW,
    FRONT,
    SHARE_A_LINE,
    body_places,
    islands,
)

WIDE = 100
#: A story that weighs 1,000, as a run of log-odds over lines `WIDE` characters wide.
STORY = [5.0, 5.0]


def places(*runs: list[float]) -> set[int]:
    """The places of islands among `runs`, one after another."""
    scores = [score for run in runs for score in run]
    return islands(scores, [WIDE] * len(scores))


def gap(lines: int) -> list[float]:
    return [-1.0] * lines


def test_a_light_run_far_below_the_story_is_an_island():
    assert places(STORY, gap(20), [0.5]) == {22}


def test_a_light_run_near_the_story_is_none():
    assert places(STORY, gap(2), [0.5]) == set()


def test_a_run_as_heavy_as_its_distance_asks_is_none():
    weight = sum(STORY) * SHARE_A_LINE * 20

    assert places(STORY, gap(20), [weight]) == set()
    assert places(STORY, gap(20), [weight * 0.99]) == {22}


def test_a_run_that_weighs_enough_stays_at_any_distance():
    assert places(STORY, gap(900), [sum(STORY) * ENOUGH_BELOW]) == set()
    assert places([sum(STORY) * ENOUGH_ABOVE], gap(900), STORY) == set()


def test_the_lines_of_byline_and_picture_between_a_standfirst_and_the_story_do_not_count():
    assert places([0.01], gap(FRONT), STORY) == set()
    assert places([0.01], gap(FRONT + 5), STORY) == {0}


def test_distance_is_counted_from_the_next_run_that_stays():
    assert places(STORY, gap(4), [0.3], gap(4), [0.3]) == set()
    assert places(STORY, gap(4), gap(1), gap(4), [0.2]) == {11}


def test_a_single_run_and_a_page_without_any_have_no_islands():
    assert places(STORY) == places(gap(3)) == islands([], []) == set()


@given(st.lists(st.tuples(st.floats(-9, 9), st.integers(1, 400)), max_size=40))
@settings(max_examples=200, deadline=None)
def test_islands_are_of_the_body_and_never_all_of_it(lines):
    scores, widths = [score for score, _ in lines], [width for _, width in lines]
    body = {place for place, score in enumerate(scores) if score >= 0}

    far = islands(scores, widths)

    assert far < body or far == body == set()


def test_the_body_is_what_is_above_the_bar_but_for_islands():
    scores = [*STORY, *gap(20), 0.5, -1.0, 0.0]
    assert body_places(scores, [WIDE] * len(scores)) == [0, 1]
    assert body_places([0.0, -0.1, 1.0], [WIDE] * 3) == [0, 2]
    assert body_places([], []) == []
