"""Tables: body F1 by source, flavour and language, harm, segments, glued pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from documents import CLEAN, FLAVOURS, GLUED, Document, read_rows, squash
from folds import Material, Scores
from labels import Label
from shingles import Overlap, f1, overlap, shingles, tokens
from training import Matrix

from scrapeclean.facts import Facts
from scrapeclean.model.runs import body_places, eased
from scrapeclean.model.scorer import BODY_BAR, KEEP_BAR, Slope

SOURCES = ("daniel", "fundus", "newspaper", "misinfo", "wcxb")
#: Languages and countries with fewer pages are left out of the table.
FEWEST_PAGES = 5


def above_bar(material: Material, scores: Matrix, dirt: Matrix, slope: Slope) -> list[Matrix]:
    """Return for each text by how much its lines score above the bar."""
    return [
        scores[material.table.rows(number)] - slope.at(float(dirty))
        for number, dirty in enumerate(dirt)
    ]


def tables(corpus: Path, material: Material, scores: Scores) -> Iterator[str]:
    """Yield the lines of the report, in Markdown."""
    documents = material.documents
    above = above_bar(material, scores.lines, scores.pages, KEEP_BAR)
    kept = [odds >= 0 for odds in above]
    above = above_bar(material, scores.body, scores.pages, BODY_BAR)
    pairs = zip(documents, above, strict=True)
    body = [_taken(eased(odds.tolist()), document.lines) for document, odds in pairs]
    rows = _overlaps(corpus, documents, body)
    yield from _by_source(rows)
    yield from _by_language(rows)
    yield from _losses(documents, kept)
    yield from _segments(documents, body)


def _taken(scores: Sequence[float], lines: Sequence[str]) -> Matrix:
    """Which of `lines` are taken for body by these `scores`, 0 being the bar."""
    places = body_places(scores, [Facts(line).width for line in lines])
    return np.isin(np.arange(len(lines)), places)


Rows = dict[tuple[str, str, str], list[Overlap]]


def _overlaps(corpus: Path, documents: Sequence[Document], bodies: Sequence[Matrix]) -> Rows:
    gold = {r["id"]: shingles(tokens(r["gold"])) for r in read_rows(corpus / "pages.jsonl.gz")}
    rows: Rows = defaultdict(list)
    for document, body in zip(documents, bodies, strict=True):
        if document.kind in FLAVOURS and not document.phrases:
            lines = zip(document.lines, body, strict=True)
            words = tokens("\n".join(line for line, is_body in lines if is_body))
            row = overlap(gold[document.id], shingles(words))
            rows[document.source, document.kind, document.language].append(row)
    return rows


def _by_source(rows: Rows) -> Iterator[str]:
    yield f"| body F1 (P, R) | {' | '.join(SOURCES)} |"
    yield "|---" * (len(SOURCES) + 1) + "|"
    for flavour in FLAVOURS:
        cells = []
        for source in SOURCES:
            of = [r for (s, k, _), rs in rows.items() if (s, k) == (source, flavour) for r in rs]
            cells.append("{:.3f} ({:.3f}, {:.3f})".format(*f1(of)))
        yield f"| {flavour} | {' | '.join(cells)} |"
    yield ""


def _by_language(rows: Rows) -> Iterator[str]:
    flavours = ("visible", "main", "trafilatura")
    yield f"| language or country | pages | {' | '.join(flavours)} |"
    yield "|---" * (len(flavours) + 2) + "|"
    for source in ("daniel", "fundus"):
        for language in sorted({lang for s, _, lang in rows if s == source}):
            of = [rows.get((source, flavour, language), []) for flavour in flavours]
            if len(of[0]) >= FEWEST_PAGES:
                cells = " | ".join(f"{f1(some)[0]:.3f}" for some in of)
                yield f"| {source}: {language} | {len(of[0])} | {cells} |"
    yield ""


def _losses(documents: Sequence[Document], kept: Sequence[Matrix]) -> Iterator[str]:
    yield "| text of article alone | texts | touched | tokens lost per 10,000 |"
    yield "|---|---|---|---|"
    for kind in (*CLEAN, *GLUED):
        lost, total, touched, count = 0, 0, 0, 0
        for document, keep in zip(documents, kept, strict=True):
            if document.kind == kind:
                article = np.isin(document.labels, (Label.BODY, Label.FRONT))
                sizes = np.array(document.sizes)
                gone = int(sizes[article & ~keep].sum())
                lost, total = lost + gone, total + int(sizes[article].sum())
                touched, count = touched + (gone > 0), count + 1
        share = touched / max(1, count)
        yield f"| {kind} | {count} | {share:.2%} | {1e4 * lost / max(1, total):.1f} |"
    yield ""


def _segments(documents: Sequence[Document], kept: Sequence[Matrix]) -> Iterator[str]:
    yield "| segments | kept | dropped |"
    yield "|---|---|---|"
    for flavour in FLAVOURS:
        counts = np.zeros(4, int)
        for document, keep in zip(documents, kept, strict=True):
            if document.phrases and document.kind == flavour:
                counts += _phrases_right(document, keep)
        rates = counts[::2] / np.maximum(1, counts[1::2])
        yield f"| {flavour} | {rates[0]:.3f} | {rates[1]:.3f} |"


def _phrases_right(document: Document, keep: Matrix) -> tuple[int, int, int, int]:
    """How many phrases have been kept, how many were to be; the same for dropped ones."""
    lines = [line for line, stays in zip(document.lines, keep, strict=True) if stays]
    source, body = squash(document.text), squash("\n".join(lines))
    to_keep = [phrase for phrase in document.phrases["keep"] if phrase in source]
    to_drop = [phrase for phrase in document.phrases["drop"] if phrase in source]
    stayed = sum(phrase in body for phrase in to_keep)
    went = sum(phrase not in body for phrase in to_drop)
    return stayed, len(to_keep), went, len(to_drop)
