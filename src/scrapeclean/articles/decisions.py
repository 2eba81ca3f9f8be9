"""The fitted decisions: a cascade, each dearer than the one before.

Most stretches of most pages are ruled out by a sum, before a single word is looked at. What is
left is weighed by boosted trees (Friedman 2001), which see what sums cannot: that a gap counts for
more where no other is as large, a headline for more where the words around it change.
`benchmarks/fit_splitting.py` fits all of them and writes `cuts.trees` and `first_lines.trees`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import mul
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from scrapeclean.articles.trees import Trees, read_trees

CUTS = Path(__file__).with_name("cuts.trees")
FIRST_LINES = CUTS.with_name("first_lines.trees")

#: Named numbers, without their names: those stand in the module that computes them, in this order,
#: and in `cuts.trees`.
Evidence: TypeAlias = "tuple[float, ...]"


class Linear(NamedTuple):
    """A weight for each of `names`, and what the sum has to exceed."""

    names: Sequence[str]
    weights: Sequence[float]
    threshold: float

    def weigh(self, evidence: Evidence) -> float:
        """Return by how much `evidence` exceeds the threshold."""
        total: float = sum(map(mul, self.weights, evidence))
        return total - self.threshold


class Decisions(NamedTuple):
    """Which stretches deserve a look at the words around them, at all these words, at their
    headline, at their lines (`glance` orders these), a closer one; which line is the likeliest
    first; and whether a story begins there."""

    surroundings: Linear
    cohesion: Linear
    words: Trees
    headline: Trees
    glance: Linear
    look: Trees
    first: Trees
    sum: Linear
    story: Trees

    def weight(self, evidence: Evidence) -> float:
        """Return what a cut is worth for which `evidence` speaks: the trees see more, the sum errs
        less on pages of a new kind."""
        return self.story.weigh(evidence) + self.sum.weigh(evidence)

    def terms(self, evidence: Evidence) -> dict[str, float]:
        """Return what each name adds to the sum."""
        return dict(zip(self.sum.names, map(mul, self.sum.weights, evidence), strict=True))


@cache
def load_decisions() -> Decisions:
    """Return the decisions that come with the package."""
    trees, sums = read_trees(CUTS)
    fitted: dict[str, Any] = {name: Linear(**terms) for name, terms in sums.items()}
    return Decisions(**(fitted | trees))


@cache
def load_place() -> Trees:
    """Return the trees that say with which line a story begins: asked, and loaded, where one
    does."""
    return read_trees(FIRST_LINES)[0]["place"]
