"""A forest of oblivious trees, read for all lines of a page at once.

An oblivious tree asks the same questions on every path ("is fact f above step b?"), so the answers
of a line, as bits, are the number of its leaf. One `bytes.translate` answers eight questions for
all lines of a column; integers as wide as the page put the bits together and sum up the leaves.
This costs a dozen calls a tree however many lines there are: about a hundredth of a microsecond
per line and tree.

Such trees are what CatBoost fits (Prokhorenkova et al., 2018, "CatBoost: unbiased boosting with
categorical features").
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from scrapeclean.model.columns import PAGE, Columns

_STEPS = range(256)
#: So many questions are answered at once, a bit each.
_AT_ONCE = 8
#: Trees are this deep, shallower ones are filled up with a question that is always answered no.
DEPTH = 6


class _Questions(NamedTuple):
    """Up to eight questions about one fact."""

    fact: str
    asked: int
    answers: bytes  # by step of the fact, an answer in each bit


class _Tree(NamedTuple):
    questions: tuple[int, ...]  # indices of `DEPTH` questions, the lowest bit first
    leaves: bytes  # value by answers, all 256 of them, as `bytes.translate` wants it


class Forest:
    """Trees over columns; `scores` gives the sum of their leaves.

    `data` is what the fit has written: `facts` (names of columns), `questions` (pairs: index of the
    fact, step to be above), `trees` (indices of questions; leaves as hexadecimal bytes), and
    `offset` and `scale`, which make log-odds of a sum of leaves.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.questions, places = _grouped(data["facts"], data["questions"])
        no = len(places)
        self.trees = [
            _Tree((*[places[q] for q in asked], *[no] * (DEPTH - len(asked))), _leaves(leaves))
            for asked, leaves in data["trees"]
        ]
        self.offset: float = data["offset"]
        self.scale: float = data["scale"]

    def scores(self, columns: Columns, size: int) -> list[float]:
        """Return the log-odds of each of the `size` lines of `columns`."""
        return [self.offset + self.scale * total for total in self._totals(columns, size)]

    def _totals(self, columns: Columns, size: int) -> Sequence[int]:
        """The sum of leaves of each line, in lanes of two bytes: even lines and odd ones apart."""
        number = int.from_bytes
        answers = self._answers(columns, size)
        lanes = number(b"\xff\x00" * ((size + 1) // 2), "little")
        even = odd = 0
        for (a, b, c, d, e, f), leaves in self.trees:
            numbers = (
                answers[a]
                | answers[b] << 1
                | answers[c] << 2
                | answers[d] << 3
                | answers[e] << 4
                | answers[f] << 5
            )
            values = number(numbers.to_bytes(size, "little").translate(leaves), "little")
            even += values & lanes
            odd += values >> 8 & lanes
        return _woven(even, odd, size)

    def _answers(self, columns: Columns, size: int) -> list[int]:
        """The answers to all questions, a byte a line; facts about the page are asked but once."""
        everywhere = int.from_bytes(b"\1" * size, "little")
        answers = []
        for fact, asked, table in self.questions:
            column = columns[fact]
            if fact.startswith(PAGE):
                bits = table[column[0]]
                answers += [everywhere if bits >> bit & 1 else 0 for bit in range(asked)]
            else:
                all_bits = int.from_bytes(column.translate(table), "little")
                answers += [all_bits >> bit & everywhere for bit in range(asked)]
        answers.append(0)
        return answers


def _grouped(
    facts: Sequence[str], questions: Sequence[tuple[int, int]]
) -> tuple[list[_Questions], list[int]]:
    """The questions, those about one fact together, and where the answer to each will stand."""
    groups: list[_Questions] = []
    places = [0] * len(questions)
    order = sorted(range(len(questions)), key=lambda number: questions[number])
    for fact, numbers in groupby(order, key=lambda number: questions[number][0]):
        asked = list(numbers)
        for first in range(0, len(asked), _AT_ONCE):
            some = asked[first : first + _AT_ONCE]
            groups.append(
                _Questions(facts[fact], len(some), _table([questions[q][1] for q in some]))
            )
    for place, number in enumerate(order):
        places[number] = place
    return groups, places


def _table(borders: Sequence[int]) -> bytes:
    """By step, whether it is above each of `borders`, a bit each."""
    return bytes(
        sum((step > border) << bit for bit, border in enumerate(borders)) for step in _STEPS
    )


def _leaves(written: str) -> bytes:
    return bytes.fromhex(written).ljust(len(_STEPS), b"\0")


def _woven(even: int, odd: int, size: int) -> Sequence[int]:
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
