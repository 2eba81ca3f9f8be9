"""Columns: one byte a line, so that C does the counting.

A *column* holds one fact about every line of content of a page as a `bytes` object: byte *i* is
the fact about line *i*, in at most 256 steps. Facts are counted for the whole page in a few calls
(`bytes.translate`, `bytes.split`), a neighbour's fact is the same column moved by one, sums over
neighbours are sums of integers as wide as the page, and the trees of `forest` read columns, not
lines.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import TypeAlias

Columns: TypeAlias = dict[str, bytes]

#: How the names of facts about the page as a whole begin: their columns say the same of each line.
PAGE = "page: "
#: The highest step of a column.
TOP = 255
#: Steps per unit of log-odds in a column of scores, and the step of even odds.
SCORE_STEPS, EVEN = 16, 128
#: Sizes from here on are the highest step of a logarithmic column.
_LOG_SIZE = 32768
#: Steps per doubling, and the size at which doubling sets in: 16 and 4 spread 0 to 32,768
#: characters over 0 to 208.
_STEPS, _KNEE = 16, 4
_RAMP = bytes(range(TOP + 1))


def _log_step(size: int) -> int:
    return min(TOP, round(_STEPS * math.log2(1 + size / _KNEE)))


@cache
def _log_table() -> bytes:
    """The step of each size: one after another they would take as long as three pages."""
    table, sizes = bytearray(), range(_LOG_SIZE)
    for step in range(_log_step(_LOG_SIZE - 1) + 1):
        until = bisect_right(sizes, step, len(table), key=_log_step)
        table += bytes([step]) * (until - len(table))
    return bytes(table)


def width_of(step: int) -> int:
    """Return the size that `step` of a logarithmic column stands for."""
    return round(_KNEE * (2 ** (step / _STEPS) - 1))


def log_step(size: int) -> int:
    """Return the step of `size` on a logarithmic scale."""
    return _log_table()[size] if size < _LOG_SIZE else TOP


def log_column(sizes: Sequence[int]) -> bytes:
    """Return the column of `sizes`, on a logarithmic scale."""
    table = _log_table()
    try:
        return bytes([table[size] for size in sizes])
    except IndexError:  # there are larger ones
        return bytes([table[size] if size < _LOG_SIZE else TOP for size in sizes])


def count_column(counts: Sequence[int]) -> bytes:
    """Return the column of `counts`, each as it is up to 255."""
    try:
        return bytes(counts)
    except ValueError:  # there are larger ones
        return bytes([min(TOP, count) for count in counts])


def share_column(parts: Iterable[int], wholes: Iterable[int]) -> bytes:
    """Return the column of the shares that `parts` have in `wholes`; 255 from one on."""
    return bytes(
        [(TOP * part // whole if part < whole else TOP) if part else 0
         for part, whole in zip(parts, wholes)]  # noqa: B905, strict costs as much as the division
    )  # fmt: skip


def page_column(step: float, size: int) -> bytes:
    """Return a column of `size` lines that says the same of each, for a fact about the page."""
    return bytes([max(0, min(TOP, int(step)))]) * size


def stepped(step_of: Callable[[int], int]) -> bytes:
    """Return the table that takes each step of a column to another, for `bytes.translate`."""
    return bytes(step_of(step) for step in range(TOP + 1))


def both(a: bytes, b: bytes) -> bytes:
    """Return the column of the bits that stand in both `a` and `b`."""
    wide = int.from_bytes(a, "little") & int.from_bytes(b, "little")
    return wide.to_bytes(len(a), "little")


def either(a: bytes, b: bytes) -> bytes:
    """Return the column of the bits that stand in `a` or `b`."""
    wide = int.from_bytes(a, "little") | int.from_bytes(b, "little")
    return wide.to_bytes(len(a), "little")


def moved(column: bytes, by: int) -> bytes:
    """Return the column of the facts of the line `by` lines further down (up, when negative);
    beyond the page's borders they are 0."""
    size = len(column)
    if by < 0:
        return (bytes(-by) + column)[:size]
    return (column + bytes(by))[-size:] if size else column


def above(column: bytes, reach: int) -> bytes:
    """Return for each line the sum over the `reach` lines above it.

    No step of `column` may be larger than ``TOP // reach``: the lanes of one integer are added,
    and none may run over.
    """
    size, wide, total = len(column), int.from_bytes(column, "little"), 0
    for lines in range(1, reach + 1):
        total += wide << 8 * lines
    return total.to_bytes(size + reach, "little")[:size]


def below(column: bytes, reach: int) -> bytes:
    """Return for each line the sum over the `reach` lines below it; see `above`."""
    wide, total = int.from_bytes(column, "little"), 0
    for lines in range(1, reach + 1):
        total += wide >> 8 * lines
    return total.to_bytes(len(column), "little")


def around(column: bytes, reach: int) -> bytes:
    """Return for each line the sum over itself and the `reach` lines to either side.

    No step of `column` may be larger than ``TOP // (2 * reach + 1)``.
    """
    sides = (column, above(column, reach), below(column, reach))
    return sum(int.from_bytes(side, "little") for side in sides).to_bytes(len(column), "little")


def distances(marked: bytes) -> bytes:
    """Return for each line how many lines lie between it and the last one above with a 1 in
    `marked`, a column of 0 and 1; 255 where there is none."""
    first, *others = marked.split(b"\1")
    ramps = [_ramp(len(gap) + 1) for gap in others]
    return (b"\xff" * (len(first) + 1) + b"".join(ramps))[: len(marked)]


def _ramp(size: int) -> bytes:
    """0, 1, 2 …, and 255 from there on."""
    return _RAMP[:size] if size <= len(_RAMP) else _RAMP + b"\xff" * (size - len(_RAMP))


def running(column: Sequence[int]) -> list[int]:
    """Return for each line the sum over all lines above it, and at last the sum over all."""
    return list(accumulate(column, initial=0))
