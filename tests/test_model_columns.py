"""Columns and forests: byte arithmetic that must agree with the plain way to do it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.model.columns import (
    TOP,
    above,
    around,
    below,
    both,
    count_column,
    distances,
    either,
    log_column,
    log_step,
    moved,
    page_column,
    running,
    share_column,
    stepped,
    width_of,
)
from scrapeclean.model.forest import Forest

FACTS = ("a", "b", "c")
leaves = st.binary(min_size=8, max_size=8)
trees = st.lists(st.tuples(st.lists(st.integers(0, 2), min_size=3, max_size=3), leaves), max_size=9)
lines = st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=40)


def plain_score(line: tuple[int, ...], tables: list[list[int]], tree: tuple) -> int:
    """The leaf of one line, found question by question: bit by bit, about one fact or another."""
    number = sum(1 << bit for bit, fact in enumerate(tree[0]) if line[fact] > tables[fact][bit])
    return tree[1][number]


@given(lines, st.tuples(*[st.lists(st.integers(0, 254), min_size=6, max_size=6)] * 3), trees)
def test_a_forest_read_at_once_agrees_with_trees_walked_line_by_line(lines, tables, trees):
    data = {
        "facts": FACTS,
        "tables": list(enumerate(tables)),
        "trees": [([6 * fact + bit for bit, fact in enumerate(asked)], leaf.hex())
                  for asked, leaf in trees],
        "offset": -1.0,
        "scale": 0.5,
    }  # fmt: skip
    columns = dict(zip(FACTS, map(bytes, zip(*lines, strict=True)), strict=True))

    scores = Forest(data).scores(columns, len(lines))

    expected = [
        -1.0 + 0.5 * sum(plain_score(line, tables, tree) for tree in trees) for line in lines
    ]
    assert expected == scores


def test_a_table_may_lack_bits_and_facts_about_the_page_are_the_same_for_all_lines():
    data = {
        "facts": ["page: size", "width"],
        "tables": [[0, [None, 7, None, None, None, None]], [1, [9, None, None, None, None, None]]],
        "trees": [[[1, 0], "00010203"]],
        "offset": 0.0,
        "scale": 1.0,
    }

    assert Forest(data).scores({"page: size": b"\x08\x08", "width": b"\x09\x0a"}, 2) == [2.0, 3.0]


@given(st.lists(st.integers(0, 10)), st.integers(1, 12))
def test_sums_count_the_lines_around_each_line(values, reach):
    column, lines = bytes(values), range(len(values))

    assert [sum(values[:i]) for i in range(len(values) + 1)] == running(column)
    assert [sum(values[max(0, i - reach) : i]) for i in lines] == list(above(column, reach))
    assert [sum(values[i + 1 : i + 1 + reach]) for i in lines] == list(below(column, reach))
    near = [sum(values[max(0, i - reach) : i + 1 + reach]) for i in lines]
    assert near == list(around(column, reach))


@given(st.lists(st.tuples(st.integers(0, 255), st.integers(0, 255))))
def test_two_columns_are_joined_bit_by_bit(pairs):
    a, b = bytes([x for x, _ in pairs]), bytes([y for _, y in pairs])

    assert [x & y for x, y in pairs] == list(both(a, b))
    assert [x | y for x, y in pairs] == list(either(a, b))


@given(st.lists(st.booleans(), max_size=600))
def test_distances_count_from_the_last_marked_line_above(marks):
    expected, distance = [], TOP
    for mark in marks:
        expected.append(distance)
        distance = 0 if mark else min(TOP, distance + 1)

    assert expected == list(distances(bytes(marks)))


def test_a_table_takes_each_step_to_another():
    assert bytes([3, 200]).translate(stepped(lambda step: step > 100)) == b"\0\1"


def test_a_column_moved_shows_the_neighbour_and_nothing_beyond_the_border():
    assert moved(b"\x01\x02\x03", 1) == b"\x02\x03\x00"
    assert moved(b"\x01\x02\x03", -1) == b"\x00\x01\x02"
    assert moved(b"\x01", 3) == b"\x00"
    assert moved(b"", -2) == b""


def test_columns_end_at_255_however_large_the_counts():
    assert count_column([7, 255, 9000]) == b"\x07\xff\xff"
    assert share_column([0, 4, 9], [3, 4, 4]) == b"\x00\xff\xff"
    assert log_column([10**9])[0] == 255
    assert page_column(-3, 1) + page_column(300, 1) == b"\x00\xff"


def test_the_logarithmic_column_never_falls():
    steps = log_column(range(3000))

    assert sorted(steps) == list(steps)
    assert steps[0] == 0


def test_a_step_stands_for_a_size_that_is_put_there_again():
    assert all(abs(log_step(width_of(step)) - step) <= 2 for step in range(16, 208))
