"""Trees as `scrapeclean.model.forest` reads them: each question has a bit of its own.

A tree may ask its questions in any order, so each is given a bit at which most trees that ask it
can have it: its answer is then found once, and stands where it is wanted. Questions about one fact
with different bits are answered together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from scrapeclean.model.forest import DEPTH

#: The name of a fact, and the step to be above.
Question: TypeAlias = tuple[str, int]


class Tree(NamedTuple):
    """Its questions, and a value for each way to answer them, the first question's bit lowest."""

    questions: list[Question]
    values: list[float]


def written(trees: Sequence[Tree], steps: int) -> dict[str, Any]:
    """Return `trees` as `Forest` wants them, with leaves in so many steps."""
    bits: dict[Question, list[int]] = defaultdict(list)
    orders = [_placed(tree.questions, bits) for tree in trees]
    facts = sorted({fact for fact, _ in bits})
    tables = [table for fact in facts for table in _tables(facts.index(fact), bits_of(bits, fact))]
    numbers = _numbers(facts, tables)
    widest = max(max(tree.values) - min(tree.values) for tree in trees)
    scale = widest / steps or 1.0
    rows = []
    for tree, order in zip(trees, orders, strict=True):
        asked = [numbers[tree.questions[q], bit] for bit, q in enumerate(order)]
        leaves = bytes(
            round((v - min(tree.values)) / scale) for v in _reordered(tree.values, order)
        )
        rows.append([asked, leaves.hex()])
    offset = sum(min(tree.values) for tree in trees)
    return {"facts": facts, "tables": tables, "trees": rows, "offset": offset, "scale": scale}


def bits_of(bits: dict[Question, list[int]], fact: str) -> list[tuple[int, int]]:
    """Return the borders of the questions about `fact`, with the bits of their answers."""
    return [(border, bit) for (name, border), own in sorted(bits.items()) if name == fact
            for bit in own]  # fmt: skip


def _placed(questions: Sequence[Question], bits: dict[Question, list[int]]) -> list[int]:
    """For each bit of a tree the question that gets it; `bits` learns what is new."""
    order: dict[int, int] = {}
    taken = Counter((fact, bit) for (fact, _), own in bits.items() for bit in own)
    # those with the fewest bits to choose from first, those without any last
    for number in sorted(range(len(questions)), key=lambda q: len(bits[questions[q]]) or DEPTH + 1):
        fact, own = questions[number][0], bits[questions[number]]
        free = [bit for bit in range(len(questions)) if bit not in order]
        bit = next((bit for bit in own if bit in free), min(free, key=lambda b: taken[fact, b]))
        if bit not in own:
            own.append(bit)
            taken[fact, bit] += 1
        order[bit] = number
    return [order[bit] for bit in range(len(questions))]


def _reordered(values: Sequence[float], order: Sequence[int]) -> list[float]:
    """The values by the answers as they are after the questions have been put in `order`."""
    return [
        values[sum((leaf >> bit & 1) << question for bit, question in enumerate(order))]
        for leaf in range(len(values))
    ]


def _tables(fact: int, asked: Sequence[tuple[int, int]]) -> list[tuple[int, list[int | None]]]:
    """The questions about a fact in as few tables as its fullest bit needs."""
    tables: list[tuple[int, list[int | None]]] = []
    for border, bit in asked:
        table = next((t for t in tables if t[1][bit] is None), None)
        if table is None:
            table = (fact, [None] * DEPTH)
            tables.append(table)
        table[1][bit] = border
    return tables


def _numbers(
    facts: Sequence[str], tables: Sequence[tuple[int, list[int | None]]]
) -> dict[tuple[Question, int], int]:
    """The number of each question with its bit, as the tables have them one after another."""
    numbers: dict[tuple[Question, int], int] = {}
    for fact, borders in tables:
        for bit, border in enumerate(borders):
            if border is not None:
                numbers[(facts[fact], border), bit] = len(numbers)
    return numbers
