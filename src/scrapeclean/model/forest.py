"""A forest of oblivious trees, read for all lines of a page at once.

An oblivious tree asks the same questions on every path ("is fact f above step b?"), so the answers
of a line, as bits, are the number of its leaf. One `bytes.translate` answers up to six questions
about a fact for all lines; integers as wide as the page put the bits together and sum up the
leaves. This costs a dozen calls a tree however many lines there are: less than a hundredth of a
microsecond per line and tree.

Such trees are what CatBoost fits (Prokhorenkova et al., 2018, "CatBoost: unbiased boosting with
categorical features").
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from scrapeclean.model.columns import PAGE, TOP, Columns

#: Questions of a tree, and bits of the number of a leaf.
DEPTH = 6
_STEPS = 256
#: So many lines are read at once: the answers to some hundred questions about them, a byte each,
#: fit the caches, and a large page needs no more room for them than this.
BLOCK = 4096


class _Table(NamedTuple):
    """Questions about one fact, each with the bit that its answer is."""

    fact: str
    about_page: bool
    bits: tuple[int, ...]
    answers: bytes  # by step of the fact, all answers


class _Tree(NamedTuple):
    questions: tuple[int, ...]  # numbers of `DEPTH` questions, of the lowest bit first
    leaves: bytes  # value by answers, all 256 of them, as `bytes.translate` wants it


_Group: TypeAlias = list[_Tree]


class Forest:
    """Trees over columns; `scores` gives the sum of their leaves.

    `data` is what the fit has written: `facts` (names of columns); `tables` (pairs: index of the
    fact; for each bit the step to be above, or None), whose questions are numbered as they come;
    `trees` (the question of each bit; leaves as hexadecimal bytes); and `offset` and `scale`, which
    make log-odds of a sum of leaves.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.tables = [_table(data["facts"][fact], borders) for fact, borders in data["tables"]]
        no = sum([len(table.bits) for table in self.tables])  # a question always answered so
        self.groups = _grouped(
            _Tree((*asked, *[no] * (DEPTH - len(asked))), bytes.fromhex(leaves))
            for asked, leaves in data["trees"]
        )
        self.offset: float = data["offset"]
        self.scale: float = data["scale"]

    def scores(self, columns: Columns, size: int) -> list[float]:
        """Return the log-odds of each of the `size` lines of `columns`."""
        offset, scale = self.offset, self.scale
        if size == 1:
            return [offset + scale * self._total_of_one(columns)]
        totals = array("H")
        for first in range(0, size, BLOCK):
            totals += self._totals(columns, first, min(size, first + BLOCK))
        return [offset + scale * total for total in totals]

    def _total_of_one(self, columns: Columns) -> int:
        """The sum of leaves of the only line; wide integers would take twice as long."""
        answers: list[int] = []
        add = answers.append
        for fact, _, bits, table in self.tables:
            found = table[columns[fact][0]]
            for bit in bits:
                add(found & 1 << bit)
        add(0)
        return sum(
            [
                leaves[answers[a] | answers[b] | answers[c] | answers[d] | answers[e] | answers[f]]
                for group in self.groups
                for (a, b, c, d, e, f), leaves in group
            ]
        )

    def _totals(self, columns: Columns, first: int, last: int) -> array[int]:
        """The sum of leaves of each of the lines from `first` up to and without `last`, in lanes of
        two bytes: even lines and odd ones apart."""
        number, size = int.from_bytes, last - first
        answers = self._answers(columns, first, last)
        lanes = number(b"\xff\x00" * ((size + 1) // 2), "little")
        even = odd = 0
        for group in self.groups:
            values = 0
            for (a, b, c, d, e, f), leaves in group:
                leaf = answers[a] | answers[b] | answers[c] | answers[d] | answers[e] | answers[f]
                values += number(leaf.to_bytes(size, "little").translate(leaves), "little")
            even += values & lanes
            odd += values >> 8 & lanes
        return _woven(even, odd, size)

    def _answers(self, columns: Columns, first: int, last: int) -> list[int]:
        """The answers to all questions, a byte a line; facts about the page are asked but once."""
        number, everywhere = int.from_bytes, int.from_bytes(b"\1" * (last - first), "little")
        yes = [everywhere << bit for bit in range(DEPTH)]
        answers: list[int] = []
        add = answers.append
        for fact, about_page, bits, table in self.tables:
            if about_page:
                found = table[columns[fact][0]]
                for bit in bits:
                    add(yes[bit] if found >> bit & 1 else 0)
            else:
                wide = number(columns[fact][first:last].translate(table), "little")
                for bit in bits:
                    add(wide & yes[bit])
        add(0)
        return answers


def _table(fact: str, borders: Sequence[int | None]) -> _Table:
    """The table that answers for each step of `fact` whether it is above each of `borders`."""
    asked = [(bit, border) for bit, border in enumerate(borders) if border is not None]
    answers = 0
    for bit, border in asked:
        above = bytes(border + 1) + bytes([1 << bit]) * (TOP - border)
        answers |= int.from_bytes(above, "little")
    bits = tuple([bit for bit, _ in asked])
    return _Table(fact, fact.startswith(PAGE), bits, answers.to_bytes(_STEPS, "little"))


def _grouped(trees: Iterable[_Tree]) -> list[_Group]:
    """The trees, together while the sum of their leaves fits a byte."""
    groups: list[_Group] = []
    most = TOP + 1  # so that the first tree opens the first group
    for questions, leaves in trees:
        most += max(leaves)
        if most > TOP:
            groups.append([])
            most = max(leaves)
        groups[-1].append(_Tree(questions, leaves.ljust(_STEPS, b"\0")))
    return groups


def _woven(even: int, odd: int, size: int) -> array[int]:
    """The numbers in two-byte lanes of `even` and `odd`, in turn."""
    lanes = size + size % 2
    totals = array("H", bytes(2 * lanes))
    totals[::2] = _lanes(even, lanes)
    totals[1::2] = _lanes(odd, lanes)
    return totals[:size]


def _lanes(number: int, size: int) -> array[int]:
    lanes = array("H")
    lanes.frombytes(number.to_bytes(size, sys.byteorder))
    if sys.byteorder == "big":
        lanes.reverse()
    return lanes
