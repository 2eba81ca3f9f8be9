"""Pages: lines that tile the text, and edits that never lose their place in the source."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import pages, scraps
from test_edits import edit, journals
from util import check_journal

from scrapeclean.edits import Edit, apply
from scrapeclean.errors import EditError
from scrapeclean.page import Page, split_lines


@st.composite
def edited_pages(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[Page, str]:
    """A page after up to four rounds of edits, and its text by plain string arithmetic."""
    text = draw(texts)
    page = Page.from_text(text)
    for _ in range(draw(st.integers(1, 4))):
        edits = draw(st.one_of(journals(text), drops(page)))
        page, text = page.apply(edits), apply(text, edits)
    return page, text


@st.composite
def drops(draw: st.DrawFn, page: Page):
    """Edits by whole lines and by the inside of lines, as most cleaners make them."""
    made = []
    for index, line in enumerate(page.lines):
        what = draw(st.sampled_from(("keep", "drop", "cut", "write")))
        if what == "drop":
            made.append(page.drop(index, "tester", "dropped"))
        elif what == "cut" and line.text:
            made.append(page.replace(index, (0, 1), "", ("tester", "cut")))
        elif what == "write":
            made.append(page.replace(index, (0, 0), "x", ("tester", "written")))
    return tuple(made)


@given(pages)
def test_lines_tile_the_text(text):
    page = Page.from_text(text)

    assert page.text == text
    assert "".join(line.text + line.end for line in page.lines) == text
    assert [text[line.start : line.stop] for line in page.lines] == [ln.raw for ln in page.lines]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\nb", ["a\n", "b"]),
        ("a\r\nb\r\n", ["a\r\n", "b\r\n"]),
        ("a\rb\r", ["a\r", "b\r"]),
        ("a\n\rb", ["a\n", "\r", "b"]),
        ("\r\r\n\n", ["\r", "\r\n", "\n"]),
        ("a\x0cb\x0b\x85\u2028\u2029\x1cc", ["a\x0cb\x0b\x85\u2028\u2029\x1cc"]),
    ],
)
def test_lines_end_at_lf_crlf_and_cr_and_nowhere_else(text, lines):
    assert split_lines(text) == lines


@given(edited_pages(scraps))
def test_edits_never_lose_their_place(case):
    page, text = case

    assert page.text == text
    assert [line.raw for line in page.lines] == split_lines(text)
    check_journal(page.source, page.journal, text)


@given(edited_pages(pages))
def test_edits_never_lose_their_place_on_pages(case):
    page, text = case

    assert page.text == text
    assert [line.raw for line in page.lines] == split_lines(text)
    check_journal(page.source, page.journal, text)


@given(edited_pages(pages))
def test_lines_know_where_in_the_source_they_stand(case):
    page, _ = case
    offsets = [page.source_offset(index) for index in range(len(page.lines))]

    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(page.source) for offset in offsets)
    numbers = [line.number for line in page.lines]
    assert numbers == sorted(numbers)


def test_a_dropped_line_is_an_edit_of_the_source_line():
    page = Page.from_text("One.\nTT\nTwo.\n")
    page = page.apply([page.replace(1, (0, 1), "t", ("first", "lower"))])
    page = page.apply([page.drop(1, "second", "a widget")])

    assert page.text == "One.\nTwo.\n"
    assert page.journal == (edit(5, "TT\n", "")._replace(cleaner="second", why="a widget"),)


def test_untouched_lines_and_their_facts_are_shared():
    page = Page.from_text("One.\nTwo.\nThree.\n")
    after = page.apply([page.drop(1, "tester", "because")])

    assert [id(line) for line in after.lines] == [id(page.lines[0]), id(page.lines[2])]


def test_no_edits_is_the_very_same_page():
    page = Page.from_text("One.\n")

    assert page.apply([]) is page


def test_an_edit_may_join_lines_and_part_them():
    page = Page.from_text("One\ntwo three\n")
    page = page.apply([edit(3, "\n", " "), edit(7, " ", "\n")])

    assert [line.raw for line in page.lines] == ["One two\n", "three\n"]
    assert page.journal == (edit(3, "\n", " "), edit(7, " ", "\n"))
    assert [page.source_offset(i) for i in range(2)] == [0, 8]


def test_a_lone_cr_that_meets_an_lf_becomes_one_line_end():
    page = Page.from_text("a\rTT\n\nb")
    page = page.apply([page.drop(1, "tester", "a widget")])

    assert [line.raw for line in page.lines] == ["a\r\n", "b"]


def test_an_edit_that_does_not_fit_is_refused():
    page = Page.from_text("One.\nTwo.\n")

    with pytest.raises(EditError, match="expects 'Two' but the text holds 'One'"):
        page.apply([edit(0, "Two", "")])


@pytest.mark.parametrize("starts", [(5, 0), (2, 0), (6, 5)])
def test_edits_out_of_order_are_refused(starts):
    page = Page.from_text("One.\nTwo.\n")
    edits = [edit(start, page.text[start], "") for start in starts]

    with pytest.raises(EditError, match="order"):
        page.apply(edits)


def test_edits_that_overlap_are_refused():
    page = Page.from_text("One.\nTwo.\n")

    with pytest.raises(EditError, match="begins before"):
        page.apply([edit(0, "One.", ""), edit(3, ".\n", "")])


@pytest.mark.parametrize("old", ["One.\n", "One\n\n", "two\n", "One"])
def test_a_whole_line_is_not_dropped_by_other_words(old: str):
    page = Page.from_text("Top\nTwo\nEnd\n")

    with pytest.raises(EditError, match="expects"):
        page.apply([Edit(4, 8, old, "", "test", "misfit")])


def test_the_words_of_the_text_are_made_when_asked_for():
    page = Page.from_text("One\n\nTwo  \nThree")

    after = page.apply([page.drop(1, "test", "blank")])
    even = after.apply([after.replace(1, (3, 5), "", ("test", "spaces"))])

    assert "text" not in after.__dict__ | even.__dict__
    assert (after.text, even.text) == ("One\nTwo  \nThree", "One\nTwo\nThree")


def test_a_rewritten_line_ends_in_the_source_where_it_did():
    page = Page.from_text("One\nTwo  and\nThree\n")
    after = page.apply([page.replace(1, (3, 5), " ", ("test", "spaces"))])

    assert [(line.start, line.stop) for line in after.lines] == [(0, 4), (4, 13), (13, 19)]
    assert pickle.loads(pickle.dumps(after.lines[1])).stop == 13


@pytest.mark.parametrize(
    ("span", "words"),
    [((0, 1), ["One"]), ((3, 4), ["One"]), ((4, 5), ["Two"]), ((2, 6), ["One", "Two"]),
     ((4, 4), ["Two"]), ((0, 99), ["One", "Two", "Three"])],
)  # fmt: skip
def test_lines_between(span, words):
    page = Page.from_text("One\nTwo\nThree")

    assert [line.text for line in page.lines_between(*span)] == words


@given(pages, st.data())
def test_parts_tile_the_page(text, data):
    page = Page.from_text(text)
    borders = st.sets(st.integers(1, max(1, len(page.lines) - 1)), max_size=3)
    cuts = tuple(sorted(data.draw(borders))) if len(page.lines) > 1 else ()
    page = page.with_cuts(cuts)

    assert "".join(part.text for _, part in page.parts) == text
    assert all(text.startswith(part.text, offset) for offset, part in page.parts)


@given(pages, st.data())
def test_cuts_go_with_the_lines_they_stand_at(text, data):
    """An article that is left begins with the line that it began with, or one of its next."""
    page = Page.from_text(text)
    if len(page.lines) > 1:
        page = page.with_cuts((data.draw(st.integers(1, len(page.lines) - 1)),))
    after = page.apply(data.draw(drops(page)))
    first = {line.number: line for cut in page.cuts for line in page.lines[cut:]}

    for cut in after.cuts:
        assert all(line.number in first for line in after.lines[cut:])
        assert all(line.number not in first for line in after.lines[:cut])


def test_an_article_of_which_nothing_is_left_begins_nowhere():
    page = Page.from_text("One.\nTT\n").with_cuts((1,))

    assert page.apply([page.drop(1, "tester", "a widget")]).cuts == ()


def test_cuts_survive_edits_across_lines():
    page = Page.from_text("One\nTwo\nThree\nFour\n").with_cuts((2,))
    after = page.apply([edit(3, "\n", " ")])

    assert [part.text for _, part in after.parts] == ["One Two\n", "Three\nFour\n"]


def test_lines_keep_their_numbers_when_edits_reach_across_lines():
    page = Page.from_text("One\nTwo\nThree\nFour\n")
    after = page.apply([edit(0, "O", "o"), edit(7, "\n", " ")])

    assert [(line.text, line.number) for line in after.lines] == [
        ("one", 1),
        ("Two Three", 2),
        ("Four", 4),
    ]


def test_a_whole_line_is_not_dropped_from_another_place():
    page = Page.from_text("aa\nbb\n")

    with pytest.raises(EditError, match="expects"):
        page.apply([Edit(1, 4, "aa\n", "", "tester", "misplaced")])


def test_words_written_in_front_of_an_article_belong_to_it():
    page = Page.from_text("One\nTwo\nThree\nFour").with_cuts((1,))
    after = page.apply([edit(4, "", "x"), edit(13, "\n", " ")])

    assert [part.text for _, part in after.parts] == ["One\n", "xTwo\nThree Four"]
