"""The fitted trees that weigh what speaks for a line: is it the headline, a byline, a caption?

Boosted trees (Friedman 2001), read in plain Python; `benchmarks/fit_parts.py` fits them and writes
`parts.json.gz`. Headlines are fitted against one another, with "none of these" among them, so
that above nought one is likelier than none; the others one by one, as log-odds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

from scrapeclean.weights import read_weights

WEIGHTS = "parts.json.gz"

Evidence: TypeAlias = "Mapping[str, float]"
#: A leaf, or the number of a name, the value up to which the left branch is taken, both branches.
Tree: TypeAlias = "float | Sequence[int | float | Tree]"


class Trees(NamedTuple):
    """Trees over the evidence called `names`."""

    names: Sequence[str]
    trees: Sequence[Tree]

    def __call__(self, evidence: Evidence) -> float:
        """Return the sum of the leaves that `evidence` leads to."""
        values = [evidence[name] for name in self.names]
        return sum([leaf(tree, values) for tree in self.trees])


def leaf(tree: Tree, values: Sequence[float]) -> float:
    """Return the leaf of `tree` that `values`, by their numbers, lead to."""
    while type(tree) is list:  # a quarter of the time of `isinstance`, and asked at every branch
        name, border, low, high = tree
        tree = low if values[name] <= border else high
    return tree  # type: ignore[return-value]


@cache
def load_trees() -> Mapping[str, Trees]:
    """Return the trees of the package, by what they judge: "headline", "byline", "caption"."""
    fitted = read_weights(Path(__file__).with_name(WEIGHTS))
    return {name: Trees(**trees) for name, trees in fitted.items()}
