"""What each line weighs in the fits: pages count alike, lines by their tokens."""

from __future__ import annotations

import numpy as np
from documents import Document
from labels import Label
from training import Matrix, Table

#: What a text of each kind weighs; a page's lines weigh by their tokens, as in the measure.
TEXT_WEIGHT = {"wet": 0.8, "readability": 0.6, "newspaper4k": 0.4, "clean": 1.5,
               "clean dense": 1.0, "clean front": 0.6, "glued plain": 2.0, "glued dense": 2.0,
               "glued main": 3.0, "visible short": 0.3, "main short": 0.25, "visible strewn": 0.4,
               "main strewn": 0.3, "clean framed": 1.0, "clean dense framed": 1.0}  # fmt: skip
#: A page with few labelled phrases weighs by line.
PHRASE_WEIGHT = {"visible": 0.08, "main": 0.08, "trafilatura": 0.05, "wet": 0.04,
                 "readability": 0.03, "newspaper4k": 0.02}  # fmt: skip
KEEP_WEIGHT = {Label.BODY: 1.0, Label.FURNITURE: 1.0, Label.FRONT: 1.0, Label.COPY: 0.15,
               Label.UNKNOWN: 0.0}  # fmt: skip
BODY_WEIGHT = dict.fromkeys(Label, 1.0)
ARTICLE, NO_ARTICLE = (Label.BODY, Label.FRONT), (Label.FURNITURE, Label.COPY)
#: Added to what a headline, byline, date or caption weighs: it must stay, and counts for little.
FRONT_WEIGHT = 0.08
#: Added to each line's tokens, so that short lines count for something.
BASE_TOKENS = 4
FEWEST_BODY = 60
MOST_FURNITURE, MOST_BODY = 1.5, 1.3  # what all furniture, all body of a page may weigh
#: Furniture so many lines from any paragraph is plentiful and easy: a fifth of it is enough.
FAR, FAR_SHARE = 4, 0.2
SEED = 1


def keep_weights(document: Document) -> list[float]:
    """Return what each line weighs where headline, byline, date and captions must stay."""
    return _by_phrase(document) if document.phrases else _by_tokens(document, KEEP_WEIGHT)


def body_weights(document: Document) -> list[float]:
    """Return what each line weighs where nothing but the body is wanted: what is sure to be no
    body weighs as much as furniture."""
    return _by_phrase(document) if document.phrases else _by_tokens(document, BODY_WEIGHT)


def _by_phrase(document: Document) -> list[float]:
    weight = PHRASE_WEIGHT[document.kind]
    known = (Label.BODY, Label.FURNITURE)
    return [weight if label in known else 0.0 for label in document.labels]


def _by_tokens(document: Document, of_label: dict[Label, float]) -> list[float]:
    labels, sizes = np.array(document.labels), np.array(document.sizes, float)
    body = sizes[np.isin(labels, (Label.BODY, Label.FRONT))].sum()
    factors = np.array([of_label[Label(label)] for label in labels])
    weights = factors * (sizes + BASE_TOKENS) / max(FEWEST_BODY, body)
    if of_label is KEEP_WEIGHT:
        weights += FRONT_WEIGHT * (labels == Label.FRONT)
    for some, most in ((NO_ARTICLE, MOST_FURNITURE), (ARTICLE, MOST_BODY)):
        chosen = np.isin(labels, some)
        total = weights[chosen].sum()
        weights[chosen] *= min(1.0, most / total) if total else 1.0
    return (weights * TEXT_WEIGHT.get(document.kind, 1.0)).tolist()


def thinned(table: Table, labels: Matrix, weights: Matrix) -> Matrix:
    """Return the weights with most of the furniture far from prose left out, the rest heavier."""
    near = ("lines from prose", "lines to prose")
    distance = np.min([table.facts[:, table.names.index(name)] for name in near], axis=0)
    far = (distance > FAR) & (labels == 0)
    kept = np.random.default_rng(SEED).random(len(labels)) < FAR_SHARE
    return np.where(far, np.where(kept, weights / FAR_SHARE, 0.0), weights)
