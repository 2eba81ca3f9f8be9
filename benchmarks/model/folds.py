"""Cross-fitting: every text is scored by forests that have seen nothing of its fold.

The later looks are fitted on first scores from other folds, as they will meet first scores of
pages that the first look does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from documents import CLEAN, Document
from labels import Label
from made import MADE
from training import BODY, FIRST, PAGE, Matrix, Shape, Table, first_table, fit, predict, stack
from weighing import body_weights, keep_weights, thinned

from scrapeclean.model.body import body_columns
from scrapeclean.model.scorer import as_steps
from scrapeclean.model.verdict import page_columns

#: A page is dirty when more than this share of its labelled tokens is furniture.
DIRTY_SHARE = 0.015
#: What a text that must stay untouched weighs in the look at the page.
CLEAN_WEIGHT = 2.0


@dataclass
class Task:
    """What a look learns: the shape of its forest, and for each row a label and a weight."""

    shape: Shape
    labels: Matrix
    weights: Matrix


@dataclass
class Material:
    """All texts with their facts: what the fits of every fold share."""

    documents: list[Document]

    def __post_init__(self) -> None:
        self.table, self.documents = first_table(self.documents)
        self.labels = np.array([label for doc in self.documents for label in doc.labels], np.int8)

    @cached_property
    def keep(self) -> Task:
        """The first look: which lines stay."""
        return self._task(FIRST, (Label.BODY, Label.FRONT), keep_weights)

    @cached_property
    def body(self) -> Task:
        """The look at the body: which lines are nothing else."""
        return self._task(BODY, (Label.BODY,), body_weights)

    def _task(
        self, shape: Shape, wanted: Sequence[Label], weigh: Callable[[Document], list[float]]
    ) -> Task:
        labels = np.isin(self.labels, wanted).astype(np.int8)
        weights = np.array([w for doc in self.documents for w in weigh(doc)], np.float32)
        return Task(shape, labels, thinned(self.table, labels, weights))

    @cached_property
    def dirt(self) -> Task:
        """The look at the page: whether it holds furniture."""
        dirty = [_furniture_share(doc) > DIRTY_SHARE for doc in self.documents]
        weights = [_page_weight(doc) for doc in self.documents]
        return Task(PAGE, np.array(dirty, np.int8), np.array(weights, np.float32))

    def body_table(self, first: Matrix) -> Table:
        """The facts of the look at the body, by the `first` scores."""
        return stack(
            [
                body_columns(doc.lines, self.table.columns(i), self._steps(first, i))
                for i, doc in enumerate(self.documents)
            ]
        )

    def page_table(self, first: Matrix) -> Table:
        """The facts of the look at the page, by the `first` scores."""
        return stack(
            [
                page_columns(self.table.columns(i), self._steps(first, i))
                for i in range(len(self.documents))
            ]
        )

    def _steps(self, first: Matrix, number: int) -> bytes:
        return as_steps(first[self.table.rows(number)].tolist())


def _furniture_share(document: Document) -> float:
    pairs = list(zip(document.labels, document.sizes, strict=True))
    known = (Label.FURNITURE, Label.BODY, Label.FRONT)
    total = sum(size for label, size in pairs if label in known)
    return sum(size for label, size in pairs if label == Label.FURNITURE) / max(1, total)


def _page_weight(document: Document) -> float:
    if document.phrases or document.kind.endswith(MADE):
        return 0.0  # nobody knows, or nobody scraped it
    return CLEAN_WEIGHT if document.kind in (*CLEAN, "glued plain", "glued dense") else 1.0


@dataclass
class Scores:
    """Log-odds of every line to be article and to be body, of every page to hold furniture."""

    lines: Matrix
    body: Matrix
    pages: Matrix


def cross_fit(material: Material, by: str, say: Callable[[str], None]) -> Scores:
    """Return scores by forests that have not seen a text's fold."""
    folds = np.array([document.fold(by) for document in material.documents])
    of_line = np.repeat(folds, np.diff(material.table.borders))
    say(f"folds by {by}: {', '.join(np.unique(folds))}")
    first = _crossed(material.keep, material.table.facts, of_line)
    say("first look fitted")
    dirt = _crossed(material.dirt, material.page_table(first).facts, folds)
    say("look at the page fitted")
    body = _crossed(material.body, material.body_table(first).facts, of_line)
    say("look at the body fitted")
    return Scores(first, body, dirt)


def _crossed(task: Task, facts: Matrix, folds: Matrix) -> Matrix:
    scores = np.zeros(len(task.labels))
    for fold in np.unique(folds):
        held = folds == fold
        forest = fit(task.shape, facts, task.labels, np.where(held, 0, task.weights))
        scores[held] = predict(forest, facts[held])
    return scores
