"""From labelled texts to forests: columns as a matrix, CatBoost, and what is written."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from catboost import CatBoostClassifier, Pool
from documents import Document
from placing import Tree, written

from scrapeclean.model.columns import Columns
from scrapeclean.model.context import read_columns
from scrapeclean.model.interruptions import read_places
from scrapeclean.model.scorer import read_content
from scrapeclean.page import Page

Matrix = np.ndarray[Any, np.dtype[Any]]

BORDERS = 16  # steps at which a fact may be asked about; fewer questions are read faster
LEAF_STEPS = 255
SEED = 1


@dataclass
class Table:
    """Facts of many lines: one row a line, `borders` where each text begins."""

    names: list[str]
    facts: Matrix
    borders: list[int]

    def rows(self, number: int) -> slice:
        """The rows of text `number`."""
        return slice(self.borders[number], self.borders[number + 1])

    def columns(self, number: int) -> Columns:
        """The columns of text `number`, as the package reads them."""
        rows = self.facts[self.rows(number)]
        return {name: rows[:, i].tobytes() for i, name in enumerate(self.names)}


def stack(tables: Sequence[Columns]) -> Table:
    """Return the columns of many texts as one table."""
    names = list(tables[0])
    sizes = [len(columns[names[0]]) for columns in tables]
    rows = [
        np.frombuffer(b"".join(columns[n] for n in names), np.uint8).reshape(len(names), -1).T
        for columns in tables
    ]
    return Table(names, np.concatenate(rows), [0, *np.cumsum(sizes).tolist()])


def first_table(documents: Sequence[Document]) -> tuple[Table, list[Document]]:
    """Return the facts of the first look, and the texts as it reads them."""
    tables, read = [], []
    for document in documents:
        page = Page.from_text(document.text)
        content = read_content(page)
        tables.append(read_columns(content))
        read.append(document.read(content.lines, read_places(page)))
    return stack(tables), read


@dataclass(frozen=True)
class Shape:
    """How large a forest is and how fast it learns."""

    trees: int
    depth: int
    rate: float
    shrink: float = 3.0


#: Twice as many trees, or deeper ones, are no better on unknown sites.
FIRST = Shape(trees=150, depth=6, rate=0.15)
PAGE = Shape(trees=60, depth=5, rate=0.2, shrink=10.0)
BODY = Shape(trees=320, depth=6, rate=0.08)


def fit(shape: Shape, facts: Matrix, labels: Matrix, weights: Matrix) -> CatBoostClassifier:
    """Return a forest of oblivious trees fitted on the rows that weigh anything."""
    forest = CatBoostClassifier(
        iterations=shape.trees,
        depth=shape.depth,
        learning_rate=shape.rate,
        l2_leaf_reg=shape.shrink,
        border_count=BORDERS,
        rsm=0.4,
        bootstrap_type="Bernoulli",
        subsample=0.5,
        random_seed=SEED,
        thread_count=2,
        verbose=0,
        allow_writing_files=False,
    )
    used = weights > 0
    forest.fit(Pool(facts[used].astype(np.float32), labels[used], weight=weights[used]))
    return forest


def predict(forest: CatBoostClassifier, facts: Matrix, batch: int = 200_000) -> Matrix:
    """Return the log-odds of each row."""
    parts = [facts[i : i + batch].astype(np.float32) for i in range(0, len(facts), batch)]
    return np.concatenate([forest.predict(p, prediction_type="RawFormulaVal") for p in parts])


def as_data(forest: CatBoostClassifier, names: Sequence[str]) -> dict[str, Any]:
    """Return the forest as `scrapeclean.model.forest.Forest` reads it: leaves in 256 steps."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "forest.json"
        forest.save_model(str(path), format="json")
        model = json.loads(path.read_text())
    factor, (offset,) = model["scale_and_bias"]
    trees = [_tree(tree, factor, names) for tree in model["oblivious_trees"]]
    data = written(trees, LEAF_STEPS)
    return data | {"offset": offset + data["offset"]}


def _tree(tree: dict[str, Any], factor: float, names: Sequence[str]) -> Tree:
    splits = [(names[s["float_feature_index"]], int(s["border"])) for s in tree["splits"] or []]
    return Tree(splits, [value * factor for value in tree["leaf_values"]])
