"""Cross-fitting: every text is scored by forests that have seen nothing of its fold.

The second look is fitted on first scores from other folds, the look at the page on second scores
from other folds, as both will meet scores of pages they do not know.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from documents import CLEAN, Document
from labels import Label
from training import (
    FIRST,
    PAGE,
    SECOND,
    Matrix,
    Shape,
    Table,
    first_table,
    fit,
    line_weights,
    predict,
    stack,
    thinned,
)

from scrapeclean.model.context import second_columns
from scrapeclean.model.scorer import as_steps
from scrapeclean.model.verdict import page_columns

#: A page is dirty when more than this share of its labelled tokens is furniture.
DIRTY_SHARE = 0.015
#: What a text that must stay untouched weighs in the look at the page.
CLEAN_WEIGHT = 2.0


@dataclass
class Material:
    """All texts with their facts: what the fits of every fold share."""

    documents: list[Document]

    def __post_init__(self) -> None:
        self.table, self.widths = first_table(self.documents)
        labels = [label for doc in self.documents for label in doc.labels]
        self.labels = np.isin(labels, (Label.BODY, Label.FRONT)).astype(np.int8)
        weights = [weight for doc in self.documents for weight in line_weights(doc)]
        self.weights = thinned(self.table, self.labels, np.array(weights, np.float32))

    @cached_property
    def dirty(self) -> Matrix:
        """Whether each text holds furniture."""
        return np.array([_furniture_share(doc) > DIRTY_SHARE for doc in self.documents], np.int8)

    @cached_property
    def page_weights(self) -> Matrix:
        """What each text weighs in the look at the page."""
        return np.array([_page_weight(doc) for doc in self.documents], np.float32)

    def second_table(self, first: Matrix) -> Table:
        """The facts of the second look, after those of the first."""
        columns = [
            second_columns(as_steps(first[self.table.rows(i)].tolist()), self.widths[i])
            for i in range(len(self.documents))
        ]
        return self.table.beside(stack(columns))

    def page_table(self, table: Table, second: Matrix) -> Table:
        """The facts of the look at the page; `table` is that of the second look."""
        return stack(
            [
                page_columns(
                    table.columns(i), as_steps(second[table.rows(i)].tolist()), self.widths[i]
                )
                for i in range(len(self.documents))
            ]
        )


def _furniture_share(document: Document) -> float:
    pairs = list(zip(document.labels, document.sizes, strict=True))
    known = (Label.FURNITURE, Label.BODY, Label.FRONT)
    total = sum(size for label, size in pairs if label in known)
    return sum(size for label, size in pairs if label == Label.FURNITURE) / max(1, total)


def _page_weight(document: Document) -> float:
    if document.phrases:
        return 0.0
    return CLEAN_WEIGHT if document.kind in (*CLEAN, "glued plain", "glued dense") else 1.0


@dataclass
class Scores:
    """Log-odds of every line to be article, at the first look and the second, and of every page to
    hold furniture."""

    first: Matrix
    lines: Matrix
    pages: Matrix


def cross_fit(material: Material, by: str, say: Callable[[str], None]) -> Scores:
    """Return scores by forests that have not seen a text's fold."""
    folds = np.array([document.fold(by) for document in material.documents])
    of_line = np.repeat(folds, np.diff(material.table.borders))
    say(f"folds by {by}: {', '.join(np.unique(folds))}")
    first = _crossed(FIRST, material.table.facts, material.labels, material.weights, of_line)
    say("first look fitted")
    table = material.second_table(first)
    second = _crossed(SECOND, table.facts, material.labels, material.weights, of_line)
    say("second look fitted")
    pages = material.page_table(table, second).facts
    dirt = _crossed(PAGE, pages, material.dirty, material.page_weights, folds)
    say("look at the page fitted")
    return Scores(first, second, dirt)


def _crossed(shape: Shape, facts: Matrix, labels: Matrix, weights: Matrix, folds: Matrix) -> Matrix:
    scores = np.zeros(len(labels))
    for fold in np.unique(folds):
        held = folds == fold
        forest = fit(shape, facts, labels, np.where(held, 0, weights))
        scores[held] = predict(forest, facts[held])
    return scores
