"""A forest of oblivious trees, read for all lines of a page at once.

An oblivious tree asks the same questions on every path ("is fact f above step b?"), so the answers
of a line, as bits, are the number of its leaf. One `bytes.translate` answers a question for all
lines of a column; integers as wide as the page put the bits together and sum up the leaves. This
costs a few dozen calls a tree however many lines there are: about a hundredth of a microsecond
per line and tree.

Such trees are what CatBoost fits (Prokhorenkova et al., 2018, "CatBoost: unbiased boosting with
categorical features").
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from scrapeclean.model.columns import Columns

_STEPS = range(256)


class _Tree(NamedTuple):
    questions: tuple[int, ...]  # indices of the questions, the lowest bit first
    leaves: bytes  # value by answers, all 256 of them, as `bytes.translate` wants it


class Forest:
    """Trees over columns; `scores` gives the sum of their leaves.

    `data` is what the fit has written: `facts` (names of columns), `questions` (pairs: index of the
    fact, step to be above), `trees` (indices of questions; leaves as hexadecimal bytes), and
    `offset` and `scale`, which make log-odds of a sum of leaves.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        facts: Sequence[str] = data["facts"]
        self.questions = [(facts[fact], _answers(above)) for fact, above in data["questions"]]
        self.trees = [_Tree(tuple(asked), _leaves(leaves)) for asked, leaves in data["trees"]]
        self.offset: float = data["offset"]
        self.scale: float = data["scale"]

    def scores(self, columns: Columns, size: int) -> list[float]:
        """Return the log-odds of each of the `size` lines of `columns`."""
        return [self.offset + self.scale * total for total in self._totals(columns, size)]

    def _totals(self, columns: Columns, size: int) -> Sequence[int]:
        """The sum of leaves of each line, in lanes of two bytes: even lines and odd ones apart."""
        number = int.from_bytes
        answers = [number(columns[fact].translate(yes), "little") for fact, yes in self.questions]
        lanes = number(b"\xff\x00" * ((size + 1) // 2), "little")
        even = odd = 0
        for questions, leaves in self.trees:
            numbers = 0
            for bit, question in enumerate(questions):
                numbers |= answers[question] << bit
            values = number(numbers.to_bytes(size, "little").translate(leaves), "little")
            even += values & lanes
            odd += values >> 8 & lanes
        return _woven(even, odd, size)


def _answers(above: int) -> bytes:
    return bytes(step > above for step in _STEPS)


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
