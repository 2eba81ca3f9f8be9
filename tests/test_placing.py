"""Trees keep their values when their questions are put where `Forest` wants them."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.model.forest import BLOCK, Forest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks" / "model"))
from placing import Tree, written

FACTS = ("a", "b", "page: c")
questions = st.lists(
    st.tuples(st.sampled_from(FACTS), st.integers(0, 254)), min_size=3, max_size=3, unique=True
)
values = st.lists(st.integers(0, 127), min_size=8, max_size=8).map(lambda row: [0, *row[1:-1], 127])
trees = st.lists(st.builds(Tree, questions, values), min_size=1, max_size=9)
lines = st.lists(st.tuples(*[st.integers(0, 255)] * 2), min_size=1, max_size=9)


def leaf(tree: Tree, facts: dict[str, int]) -> float:
    """The value of one line, found question by question."""
    answers = [facts[fact] > border for fact, border in tree.questions]
    return tree.values[sum(yes << place for place, yes in enumerate(answers))]


@given(trees, lines, st.integers(0, 255))
def test_scores_are_the_sums_of_leaves(trees, lines, about_page):
    rows = [{"a": a, "b": b, "page: c": about_page} for a, b in lines]
    columns = {fact: bytes([row[fact] for row in rows]) for fact in FACTS}

    scores = Forest(written(trees, 127)).scores(columns, len(rows))

    assert scores == [sum(leaf(tree, row) for tree in trees) for row in rows]


def test_a_question_of_many_trees_is_asked_once():
    asked = [("a", 10), ("b", 20), ("a", 30)]
    data = written([Tree(asked, [0, 1, 2, 3, 4, 5, 6, 7]), Tree(asked[::-1], [7] * 7 + [0])], 7)

    assert sum(border is not None for _, borders in data["tables"] for border in borders) == 3


@given(trees, lines)
def test_a_page_of_many_blocks_is_scored_as_its_lines_are(trees, lines):
    size = 2 * BLOCK + 1
    few = {fact: bytes([row[at] for row in lines]) for at, fact in enumerate(FACTS[:2])}
    few["page: c"] = bytes(len(lines))
    many = {fact: (column * size)[:size] for fact, column in few.items()}
    forest = Forest(written(trees, 127))

    assert forest.scores(many, size) == (forest.scores(few, len(lines)) * size)[:size]
