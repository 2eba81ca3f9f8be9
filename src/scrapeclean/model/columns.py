"""Columns: one byte a line, so that C does the counting.

A *column* holds one fact about every line of content of a page as a `bytes` object: byte *i* is
the fact about line *i*, in at most 256 steps. Facts are counted for the whole page in a few calls
(`bytes.translate`, `bytes.split`), a neighbour's fact is the same column moved by one, and the
trees of `forest` read columns, not lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import TypeAlias

Columns: TypeAlias = dict[str, bytes]

#: How the names of facts about the page as a whole begin: their columns say the same of each line.
PAGE = "page: "
#: The highest step of a column.
TOP = 255
#: Sizes from here on are the highest step of a logarithmic column.
_LOG_SIZE = 32768
#: Steps per doubling, and the size at which doubling sets in: 16 and 4 spread 0 to 32,768
#: characters over 0 to 208.
_STEPS, _KNEE = 16, 4


@cache
def _log_table() -> bytes:
    steps = (round(_STEPS * math.log2(1 + size / _KNEE)) for size in range(_LOG_SIZE))
    return bytes(min(TOP, step) for step in steps)


def log_step(size: int) -> int:
    """Return the step of `size` on a logarithmic scale."""
    return _log_table()[size] if size < _LOG_SIZE else TOP


def log_column(sizes: Iterable[int]) -> bytes:
    """Return the column of `sizes`, on a logarithmic scale."""
    table = _log_table()
    return bytes([table[size] if size < _LOG_SIZE else TOP for size in sizes])


def count_column(counts: Iterable[int]) -> bytes:
    """Return the column of `counts`, each as it is up to 255."""
    return bytes([count if count < TOP else TOP for count in counts])


def share_column(parts: Iterable[int], wholes: Iterable[int]) -> bytes:
    """Return the column of the shares that `parts` have in `wholes`; 255 from one on."""
    return bytes(
        [TOP * part // whole if part < whole else TOP if part else 0
         for part, whole in zip(parts, wholes, strict=True)]
    )  # fmt: skip


def page_column(step: float, size: int) -> bytes:
    """Return a column of `size` lines that says the same of each, for a fact about the page."""
    return bytes([max(0, min(TOP, int(step)))]) * size


def moved(column: bytes, by: int) -> bytes:
    """Return the column of the facts of the line `by` lines further down (up, when negative);
    beyond the page's borders they are 0."""
    size = len(column)
    if by < 0:
        return (bytes(-by) + column)[:size]
    return (column + bytes(by))[-size:] if size else column


def distances(marked: Sequence[int]) -> bytes:
    """Return for each line how many lines lie between it and the last marked one above."""
    column = bytearray(len(marked))
    distance = TOP
    for index, mark in enumerate(marked):
        column[index] = distance
        distance = 0 if mark else distance + 1 if distance < TOP else TOP
    return bytes(column)


class Sums:
    """Sums of `values` over the lines around each line."""

    def __init__(self, values: Iterable[int]) -> None:
        self.running = list(accumulate(values, initial=0))
        self.size = len(self.running) - 1
        self.total = self.running[-1]

    @property
    def before(self) -> list[int]:
        """For each line, the sum over all lines above it."""
        return self.running[:-1]

    @property
    def after(self) -> list[int]:
        """For each line, the sum over all lines below it."""
        return [self.total - running for running in self.running[1:]]

    def above(self, reach: int) -> list[int]:
        """For each line, the sum over the `reach` lines above it."""
        start = [0] * min(reach, self.size) + self.running
        return [b - a for a, b in zip(start, self.running[:-1], strict=False)]

    def below(self, reach: int) -> list[int]:
        """For each line, the sum over the `reach` lines below it."""
        end = self.running[1 + reach :] + [self.total] * min(reach, self.size)
        return [b - a for a, b in zip(self.running[1:], end, strict=False)]
