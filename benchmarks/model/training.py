"""From labelled texts to forests: columns as a matrix, weights, CatBoost, and what is written."""

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
from labels import Label

from scrapeclean.model.columns import Columns
from scrapeclean.model.context import read_columns
from scrapeclean.model.scorer import read_content
from scrapeclean.page import Page

Matrix = np.ndarray[Any, np.dtype[Any]]

#: What a text of each kind weighs; a page's lines weigh by their tokens, as in the measure.
TEXT_WEIGHT = {"wet": 0.8, "readability": 0.6, "newspaper4k": 0.4, "clean": 1.2,
               "clean dense": 0.8, "clean front": 0.5, "glued plain": 2.0, "glued dense": 2.0,
               "glued main": 3.0}  # fmt: skip
#: A page with few labelled phrases weighs by line.
PHRASE_WEIGHT = {"visible": 0.08, "main": 0.08, "trafilatura": 0.05, "wet": 0.04,
                 "readability": 0.03, "newspaper4k": 0.02}  # fmt: skip
LABEL_WEIGHT = {Label.BODY: 1.0, Label.FURNITURE: 1.0, Label.FRONT: 1.0, Label.COPY: 0.15}
#: Added to what a headline, byline, date or caption weighs: it must stay, and counts for little.
FRONT_WEIGHT = 0.015
#: Added to each line's tokens, so that short lines count for something.
BASE_TOKENS = 4
FEWEST_BODY = 60
MOST_FURNITURE, MOST_BODY = 1.5, 1.3  # what all furniture, all body of a page may weigh
#: Furniture so many lines from any paragraph is plentiful and easy: a fifth of it is enough.
FAR, FAR_SHARE = 4, 0.2
BORDERS = 16  # steps at which a fact may be asked about; fewer questions are read faster
SEED = 1


def line_weights(document: Document) -> list[float]:
    """Return what each line of `document` weighs in the fit."""
    if document.phrases:
        weight = PHRASE_WEIGHT[document.kind]
        return [weight if y in (Label.BODY, Label.FURNITURE) else 0.0 for y in document.labels]
    pairs = list(zip(document.labels, document.sizes, strict=True))
    body = sum(size for label, size in pairs if label in (Label.BODY, Label.FRONT))
    weights = [
        LABEL_WEIGHT.get(Label(label), 0.0) * (size + BASE_TOKENS) / max(FEWEST_BODY, body)
        for label, size in pairs
    ]
    weights = [
        w + FRONT_WEIGHT * (y == Label.FRONT) for w, y in zip(weights, document.labels, strict=True)
    ]
    for labels, most in (((0, 2), MOST_FURNITURE), ((1, 3), MOST_BODY)):
        total = sum(w for w, y in zip(weights, document.labels, strict=True) if y in labels)
        if total > most:
            pairs_w = zip(weights, document.labels, strict=True)
            weights = [w * most / total if y in labels else w for w, y in pairs_w]
    return [weight * TEXT_WEIGHT.get(document.kind, 1.0) for weight in weights]


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

    def beside(self, other: Table) -> Table:
        """Both tables' facts in one."""
        facts = np.hstack([self.facts, other.facts])
        return Table(self.names + other.names, facts, self.borders)


def stack(tables: Sequence[Columns]) -> Table:
    """Return the columns of many texts as one table."""
    names = list(tables[0])
    sizes = [len(columns[names[0]]) for columns in tables]
    rows = [
        np.frombuffer(b"".join(columns[n] for n in names), np.uint8).reshape(len(names), -1).T
        for columns in tables
    ]
    return Table(names, np.concatenate(rows), [0, *np.cumsum(sizes).tolist()])


def first_table(documents: Sequence[Document]) -> tuple[Table, list[list[int]]]:
    """Return the facts of the first look, and the widths of each text's lines."""
    read = [read_columns(read_content(Page.from_text(doc.text))) for doc in documents]
    return stack([columns for columns, _ in read]), [widths for _, widths in read]


def thinned(table: Table, labels: Matrix, weights: Matrix) -> Matrix:
    """Return the weights with most of the furniture far from prose left out, the rest heavier."""
    near = ("lines from prose", "lines to prose")
    distance = np.min([table.facts[:, table.names.index(name)] for name in near], axis=0)
    far = (distance > FAR) & (labels == 0)
    kept = np.random.default_rng(SEED).random(len(labels)) < FAR_SHARE
    return np.where(far, np.where(kept, weights / FAR_SHARE, 0.0), weights)


@dataclass(frozen=True)
class Shape:
    """How large a forest is and how fast it learns."""

    trees: int
    depth: int
    rate: float
    shrink: float = 3.0


#: Twice as many trees, or deeper ones, are no better on unknown sites.
FIRST = Shape(trees=80, depth=6, rate=0.25)
SECOND = Shape(trees=120, depth=6, rate=0.2)
PAGE = Shape(trees=80, depth=5, rate=0.15, shrink=10.0)


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
    scale = max(max(values) - min(values) for _, values in trees) / 255
    asked = sorted({question for questions, _ in trees for question in questions})
    facts = sorted({name for name, _ in asked})
    written = []
    for questions, values in trees:
        offset += min(values)
        leaves = bytes(round((value - min(values)) / scale) for value in values)
        written.append([[asked.index(question) for question in questions], leaves.hex()])
    questions = [[facts.index(name), above] for name, above in asked]
    return {"facts": facts, "questions": questions, "trees": written, "offset": offset,
            "scale": scale}  # fmt: skip


def _tree(
    tree: dict[str, Any], factor: float, names: Sequence[str]
) -> tuple[list[tuple[str, int]], list[float]]:
    splits = [(names[s["float_feature_index"]], int(s["border"])) for s in tree["splits"] or []]
    return splits, [value * factor for value in tree["leaf_values"]]
