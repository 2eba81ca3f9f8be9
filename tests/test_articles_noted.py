"""What is said of a line is found once, until its notes are thrown away."""

from __future__ import annotations

from scrapeclean.articles.noted import noted
from scrapeclean.facts import forget
from scrapeclean.lines import Line


def test_a_line_is_asked_once_and_again_when_its_notes_are_gone():
    asked = []

    @noted
    def is_wide(line: Line) -> bool:
        asked.append(line)
        return line.width > 10

    narrow, wide = Line("Dam", 0, 1), Line("Dams of the north", 4, 2)
    assert [is_wide(narrow), is_wide(wide), is_wide(narrow), is_wide(wide)] == [False, True] * 2
    assert asked == [narrow, wide]
    forget([narrow])
    assert not is_wide(narrow)
    assert asked == [narrow, wide, narrow]


def test_two_functions_of_one_name_do_not_mix():
    def first() -> object:
        @noted
        def tell(line: Line) -> str:
            return line.text

        return tell(line)

    def second() -> object:
        @noted
        def tell(line: Line) -> int:
            return line.number

        return tell(line)

    line = Line("Dam", 0, 7)
    assert (first(), second()) == ("Dam", 7)
