"""The fitted decisions: a cascade, each dearer than the one before.

Most stretches of most pages are ruled out by a sum, before a single word is looked at. What is
left is weighed by boosted trees (Friedman 2001), which see what sums cannot: that a gap counts for
more where no other is as large, a headline for more where the words around it change.
`benchmarks/fit_splitting.py` fits all of them and writes `weights.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeAlias

from scrapeclean.articles.evidence import Evidence

#: A leaf, or the number of a name, the value up to which the left branch is taken, both branches.
Tree: TypeAlias = "float | Sequence[int | float | Tree]"


class Linear(NamedTuple):
    """A weight for each name of evidence, and what the sum has to exceed."""

    of: Mapping[str, float]
    threshold: float

    def __call__(self, evidence: Evidence) -> float:
        """Return by how much `evidence` exceeds the threshold."""
        of = self.of
        return sum([of.get(name, 0.0) * value for name, value in evidence.items()]) - self.threshold


class Trees(NamedTuple):
    """Boosted trees over the evidence called `names`."""

    names: Sequence[str]
    trees: Sequence[Tree]
    threshold: float

    def __call__(self, evidence: Evidence) -> float:
        """Return by how much `evidence` exceeds the threshold."""
        values = [evidence.get(name, 0.0) for name in self.names]
        return sum([_leaf(tree, values) for tree in self.trees]) - self.threshold


def _leaf(tree: Tree, values: Sequence[float]) -> float:
    while tree.__class__ is list:  # faster than `isinstance`, and asked at every branch
        name, border, low, high = tree
        tree = low if values[name] <= border else high
    return tree  # type: ignore[return-value]


class Decisions(NamedTuple):
    """Which stretches deserve a look at the words around them, at all these words, at their lines
    (`glance` orders these), a closer one; which line is the likeliest first; and whether a story
    begins there."""

    surroundings: Linear
    cohesion: Linear
    common: Trees
    glance: Linear
    look: Trees
    first: Trees
    sum: Linear
    story: Trees

    def weight(self, evidence: Evidence) -> float:
        """Return what a cut is worth for which `evidence` speaks: the trees see more, the sum errs
        less on pages of a new kind."""
        return self.story(evidence) + self.sum(evidence)


@cache
def load_decisions() -> Decisions:
    """Return the decisions that come with the package."""
    text = (files(__package__) / "weights.json").read_text(encoding="utf-8")
    fitted: Any = {
        name: (Trees if "trees" in terms else Linear)(**terms)
        for name, terms in json.loads(text).items()
    }
    return Decisions(**fitted)
