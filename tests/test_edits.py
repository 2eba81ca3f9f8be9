"""Text arithmetic: apply, invert, compose, and the journal on disk."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import pages, scraps

from scrapeclean.edits import (
    Edit,
    apply,
    compose,
    from_json,
    invert,
    shifted,
    source_offsets,
    to_json,
)
from scrapeclean.errors import EditError, JournalError


def edit(start: int, old: str, new: str, why: str = "test") -> Edit:
    return Edit(start, start + len(old), old, new, "tester", why)


@st.composite
def journals(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    """Edits that fit `text`: ordered, apart, each of which changes something."""
    points = draw(st.lists(st.integers(0, len(text)), max_size=8).map(sorted))
    spans = zip(points[::2], points[1::2], strict=False)
    made = [edit(a, text[a:b], draw(scraps), f"reason {a}") for a, b in spans]
    return tuple(e for e in made if e.old != e.new)


@st.composite
def two_journals(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...], tuple[Edit, ...]]:
    text = draw(scraps)
    first = draw(journals(text))
    return text, first, draw(journals(apply(text, first)))


def test_apply_writes_every_new_over_its_old():
    edits = [edit(0, "One", "1"), edit(4, "two", ""), edit(7, "", "!")]

    assert apply("One two", edits) == "1 !"


def test_apply_refuses_words_that_are_not_there():
    with pytest.raises(EditError, match="expects 'two' but the text holds 'One'"):
        apply("One", [edit(0, "two", "2")])


def test_apply_refuses_edits_that_overlap():
    with pytest.raises(EditError, match="begins before the edit in front of it ends"):
        apply("One two", [edit(0, "One t", ""), edit(4, "two", "")])


def test_apply_refuses_edits_out_of_order():
    with pytest.raises(EditError, match="in order and apart"):
        apply("One two", [edit(4, "two", ""), edit(0, "One", "")])


@given(two_journals())
def test_invert_leads_back(case):
    text, first, _ = case

    assert apply(apply(text, first), invert(first)) == text


@given(two_journals())
def test_inverting_twice_is_the_same_journal(case):
    _, first, _ = case

    assert invert(invert(first)) == first


@given(two_journals())
def test_compose_is_one_journal_for_two(case):
    text, first, second = case
    both = compose(text, first, second)

    assert apply(text, both) == apply(apply(text, first), second)
    assert all(a.end <= b.start for a, b in pairwise(both))
    assert all(e.old != e.new for e in both)


@given(two_journals())
def test_composing_with_the_inverse_leaves_the_text_as_it_was(case):
    text, first, _ = case

    assert apply(text, compose(text, first, invert(first))) == text


def test_edits_that_touch_stay_apart_when_composed():
    first = (edit(0, "a", "", "first"),)
    second = (edit(0, "b", "", "second"),)

    assert [e.why for e in compose("abc", first, second)] == ["first", "second"]


def test_an_edit_inside_another_ones_words_speaks_with_the_wider_ones_reason():
    first = (edit(1, "b", "xyz", "narrow"),)
    second = (edit(0, "axyzc", "", "wide"),)

    assert compose("abc", first, second) == (edit(0, "abc", "", "wide"),)


def test_words_written_and_taken_away_again_are_no_edit():
    assert compose("ab", (edit(1, "", "new"),), (edit(1, "new", ""),)) == ()


def test_shifted_moves_both_ends():
    assert shifted([edit(1, "a", "b")], 10) == (edit(11, "a", "b"),)


@given(two_journals())
def test_source_offsets_of_untouched_characters_are_exact(case):
    text, first, _ = case
    after = apply(text, first)
    written = {i for e in invert(first) for i in range(e.start, e.end)}
    offsets = [i for i in range(len(after)) if i not in written]

    assert [text[i] for i in source_offsets(first, offsets)] == [after[i] for i in offsets]


@given(two_journals())
def test_source_offsets_never_go_back(case):
    text, first, _ = case
    found = source_offsets(first, range(len(apply(text, first)) + 1))

    assert found == sorted(found)
    assert all(0 <= offset <= len(text) for offset in found)


@given(pages)
def test_a_journal_survives_json(text):
    journal = (edit(0, text, ""),)

    assert from_json(to_json(journal)) == journal


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ("", "is not JSON"),
        ('[{"start": 1', "was it cut short"),
        ('[{"start": 1}]', "an edit has start, end, old, new, cleaner, why and confidence"),
        ('[{"place": 1}]', "is not an edit"),
        ("[1]", "is not an edit"),
        ("7", "is not an edit"),
        ('{"a": 1}', "is not an edit"),
        (
            '[{"start": "1", "end": 2, "old": "a", "new": "", "cleaner": "c", "why": "w"}]',
            "wrong type",
        ),
    ],
)
def test_a_damaged_journal_is_refused(document, says):
    with pytest.raises(JournalError, match=says):
        from_json(document)
