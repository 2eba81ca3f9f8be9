"""The fitted decisions: a cascade of sums, each dearer than the one before, and trees at its end.

Most stretches of most pages are ruled out by the first sum, before a single word is looked at.
The trees, boosted (Friedman 2001), see what sums cannot: that a gap counts for more where no
other is as large, a headline for more where the words around it change. `benchmarks/
fit_splitting.py` fits all of them and writes `weights.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple, TypeAlias

from scrapeclean.articles.evidence import Evidence

#: A leaf, or the number of a name, the value up to which the left branch is taken, both branches.
Tree: TypeAlias = "float | Sequence[int | float | Tree]"


class Linear(NamedTuple):
    """A weight for each name of evidence, and what the sum has to exceed."""

    of: Mapping[str, float]
    threshold: float

    def __call__(self, evidence: Evidence) -> float:
        """Return by how much `evidence` exceeds the threshold."""
        return self.sum(evidence) - self.threshold

    def sum(self, evidence: Evidence) -> float:
        """Return what `evidence` weighs."""
        of = self.of
        return sum([of.get(name, 0.0) * value for name, value in evidence.items()])


class Trees(NamedTuple):
    """Boosted trees over the evidence called `names`; what they add to a share of the sum."""

    names: Sequence[str]
    trees: Sequence[Tree]
    share: float  # of the linear decision in the whole
    threshold: float

    def __call__(self, evidence: Evidence, linear: float) -> float:
        """Return by how much `evidence` exceeds the threshold."""
        values = [evidence.get(name, 0.0) for name in self.names]
        return (
            sum([_leaf(tree, values) for tree in self.trees]) + self.share * linear - self.threshold
        )


def _leaf(tree: Tree, values: Sequence[float]) -> float:
    while not isinstance(tree, float):
        name, border, low, high = tree
        tree = low if values[name] <= border else high  # type: ignore[index, operator]
    return tree


class Decisions(NamedTuple):
    """Which stretches deserve a look at the words around them, at their headline, at all their
    lines; which lines deserve the trees; and which begin a story."""

    surroundings: Linear
    cohesion: Linear
    headline: Linear
    opening: Linear
    trees: Trees


@cache
def load_decisions() -> Decisions:
    """Return the decisions that come with the package."""
    text = (files(__package__) / "weights.json").read_text(encoding="utf-8")
    fitted = json.loads(text)
    trees = Trees(**fitted.pop("trees"))
    return Decisions(**{name: Linear(**terms) for name, terms in fitted.items()}, trees=trees)
