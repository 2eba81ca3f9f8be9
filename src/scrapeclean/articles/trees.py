"""Fitted trees, that weigh what speaks for a line or a place by numbers that have names.

Boosted trees (Friedman 2001), read in plain Python; `benchmarks/fit_splitting.py` and
`benchmarks/fit_parts.py` fit them. A file of them, `*.trees`, is loaded by the first page that
needs it, in a third of the time that JSON would take: one line of JSON that says which trees there
are, and their numbers behind it, one kind after another.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from struct import Struct
from typing import Any, NamedTuple, TypeAlias

PARTS = Path(__file__).with_name("parts.trees")

#: A leaf, or the number of a name, the value up to which the left branch is taken, both branches.
Tree: TypeAlias = "float | Sequence[int | float | Tree]"
#: What trees weigh: values by their names.
Named: TypeAlias = "dict[str, float]"


class Trees(NamedTuple):
    """Trees over values called `names`.

    A branch asks whether the value at its number in `asked` is at most its border, and leads to the
    branch `low` or `high`; numbers below nought are leaves, counted from the end.
    """

    names: Sequence[str]
    threshold: float
    roots: Sequence[int]
    asked: Sequence[int]
    low: Sequence[int]
    high: Sequence[int]
    borders: Sequence[float]
    leaves: Sequence[float]

    @classmethod
    def grown(cls, names: Sequence[str], trees: Iterable[Tree], threshold: float = 0.0) -> Trees:
        """Return `trees` as they are asked here."""
        branches: list[tuple[Any, ...]] = []
        leaves: list[float] = []
        roots = [_add(tree, branches, leaves) for tree in trees]
        asked, borders, low, high = zip(*branches, strict=True) if branches else ((),) * 4
        return cls(names, threshold, roots, asked, low, high, borders, leaves[::-1])

    def weigh(self, values: Sequence[float]) -> float:
        """Return by how much the leaves that `values` lead to exceed the threshold."""
        asked, borders, leaves = self.asked, self.borders, self.leaves
        low, high = self.low, self.high
        reached = []
        for at in self.roots:
            while at >= 0:
                at = low[at] if values[asked[at]] <= borders[at] else high[at]
            reached.append(leaves[at])
        return sum(reached) - self.threshold

    def __call__(self, evidence: Mapping[str, float]) -> float:
        """Return what `weigh` does of the values of `evidence` that have these names."""
        return self.weigh([evidence[name] for name in self.names])


def _add(tree: Tree, branches: list[tuple[Any, ...]], leaves: list[float]) -> int:
    """Put `tree` behind those that are there, and return its number."""
    if not isinstance(tree, Sequence):
        leaves.append(tree)
        return -len(leaves)
    at = len(branches)
    branches.append(())
    name, border, low, high = tree
    sides = (_add(side, branches, leaves) for side in (low, high))
    branches[at] = (name, border, *sides)
    return at


def packed(trees: Mapping[str, Trees], sums: Mapping[str, Any] | None = None) -> bytes:
    """Return a file of `trees`, with `sums`, which go with them, in its first line."""
    about = {
        name: [one.names, one.threshold, len(one.roots), len(one.asked)]
        for name, one in trees.items()
    }
    head = json.dumps({"sums": sums or {}, "trees": about}, separators=(",", ":"))
    numbers = [
        _form(len(one.roots), len(one.asked)).pack(*[x for part in one[2:] for x in part])
        for one in trees.values()
    ]
    return b"\n".join([head.encode(), b"".join(numbers)])


def read_trees(file: Path) -> tuple[dict[str, Trees], dict[str, Any]]:
    """Return the trees that stand in `file`, by their names, and the sums."""
    head, _, numbers = file.read_bytes().partition(b"\n")
    about = json.loads(head)
    return dict(_unpacked(about["trees"], numbers)), about["sums"]


def _unpacked(about: Mapping[str, Any], numbers: bytes) -> Iterator[tuple[str, Trees]]:
    start = 0
    for name, (names, threshold, roots, branches) in about.items():
        form = _form(roots, branches)
        values = iter(form.unpack_from(numbers, start))
        start += form.size
        sizes = (roots, branches, branches, branches, branches, branches + roots)
        yield name, Trees(names, threshold, *[tuple(islice(values, size)) for size in sizes])


def _form(roots: int, branches: int) -> Struct:
    """How the numbers of trees stand in a file; each tree has one leaf more than branches."""
    return Struct(f"<{roots}h{branches}H{branches}h{branches}h{branches}d{branches + roots}d")


@cache
def load_trees() -> Mapping[str, Trees]:
    """Return the trees that name parts, by what they judge: "headline", "byline", "caption".

    Headlines are fitted against one another, with "none of these" among them, so that above nought
    one is likelier than none; the others one by one, as log-odds.
    """
    return read_trees(PARTS)[0]
