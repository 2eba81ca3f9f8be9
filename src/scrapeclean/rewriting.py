"""Rewriting: the lines of a page once edits have been made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, repeat

from scrapeclean.edits import Edit, Journal, moved, new_edit, shifted, source_offsets
from scrapeclean.lines import LOOSE, Line, SpansLinesError, new_lines, split_lines
from scrapeclean.places import by_line, makes_room


@dataclass
class Rewriting:
    """What edits make of lines: the `lines` there are then; the edits that are `settled`, in
    source coordinates, as no line holds them; the indices of the lines that have `gone`; and for
    each blank line that has `come` the index of the line it stands in front of."""

    source: str
    lines: list[Line] = field(default_factory=list)
    settled: list[Edit] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    come: list[int] = field(default_factory=list)

    def drop(self, index: int, line: Line, edit: Edit) -> None:
        """Let `line` go by `edit`."""
        if edit.old != line.raw:
            raise SpansLinesError
        self.settled.append(dropped_whole(self.source, line, edit))
        self.gone.append(index)

    def make_room(self, index: int, line: Line, edit: Edit) -> None:
        """Set the blank lines that `edit` brings in front of `line`."""
        self.settled.append(moved(edit, line.start - edit.start))
        self.lines += [*(Line("\n", LOOSE, line.number) for _ in edit.new), line]
        self.come += [index] * len(edit.new)


def rewritten(
    source: str, lines: Sequence[Line], starts: Sequence[int], edits: Journal
) -> Rewriting:
    """Return what `edits` make of `lines`, whose text starts at `starts`.

    Raises `SpansLinesError` when they reach over a line's border, take a line's end away, or do not
    hold what they replace.
    """
    made, position, joins = Rewriting(source), 0, False
    for index, inside in by_line(edits, starts):
        line = lines[index]
        made.lines += lines[position:index]
        position = index + 1
        if isinstance(inside, Edit):
            made.drop(index, line, inside)
        elif makes_room(inside, line, starts[index]):
            made.make_room(index, line, inside[0])
        else:
            made.lines.append(line.rewritten(shifted(inside, -starts[index]), source))
            joins = joins or not made.lines[-1].end
    made.lines += lines[position:]
    if joins and not all(line.end for line in made.lines[:-1]):
        raise SpansLinesError  # a line without an end runs into the next
    return made


def dropped_whole(source: str, line: Line, edit: Edit) -> Edit:
    """Return `edit`, which takes all of `line` away, in source coordinates; edits made inside the
    line go with it."""
    start, stop = line.start, line.stop
    if start == LOOSE:
        raise SpansLinesError
    if line.changes:
        return Edit(start, stop, source[start:stop], "", *edit[4:])
    return edit if start == edit.start else new_edit(Edit, (start, stop, *edit[2:]))


def loose_lines(source: str, raws: Sequence[str], journal: Journal) -> list[Line]:
    """Return `raws`, what `journal` makes of `source`, as lines without spans of their own."""
    origins = source_offsets(journal, accumulate(map(len, raws), initial=0))
    first = list(accumulate(map(len, split_lines(source)), initial=0))[:-1]
    numbers = [max(1, bisect_right(first, origin)) for origin in origins]
    return new_lines(raws, repeat(LOOSE), numbers)
