"""Labelled texts to fit on: pages of every flavour, clean articles, several articles in one."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from labels import Known, Label, label_lines
from shingles import tokens

from scrapeclean.lines import split_lines

FLAVOURS = ("visible", "wet", "main", "trafilatura", "readability", "newspaper4k")
CLEAN = ("clean", "clean dense", "clean front")  # blank lines between, none, byline and captions
GLUED = ("glued plain", "glued dense", "glued main")
#: Every n-th page gives its "wet" text too, which says little that "visible" does not.
WET_EVERY = 4
FOLDS = 3
GLUED_TEXTS, GLUED_SEED = 900, 5

Row = dict[str, Any]
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Document:
    """One text with a label and a token count for each line that is not blank."""

    id: str
    source: str
    site: str
    language: str
    kind: str
    text: str
    labels: tuple[int, ...]
    sizes: tuple[int, ...]
    group: str = ""  # what it was glued from, where one site does not say it
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lines: tuple[str, ...] = ()  # as the scorer reads them

    def read(self, lines: Sequence[str], places: Sequence[int]) -> Document:
        """The text as the scorer reads it: the `lines` at `places` among those not blank."""
        labels, sizes = ([own[at] for at in places] for own in (self.labels, self.sizes))
        return replace(self, lines=tuple(lines), labels=tuple(labels), sizes=tuple(sizes))

    def fold(self, by: str) -> str:
        """The part of the corpora that the text belongs to: its source, or a third of the sites."""
        return self.source if by == "source" else self.group or site_fold(self.site)


def site_fold(site: str) -> str:
    """Return the fold of `site`: the same on every machine."""
    return str(int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS)


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a file of gzipped JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def content(text: str) -> list[str]:
    """Return the lines of `text` that are not blank, stripped."""
    return [line for line in map(str.strip, split_lines(text)) if line]


def read_documents(corpus: Path) -> Iterator[Document]:
    """Yield all texts of the corpora in `corpus`."""
    pages = read_rows(corpus / "pages.jsonl.gz")
    labelled = [doc for row in pages for doc in _flavours(row)]
    clean = [doc for row in pages for doc in _clean_articles(row)]
    segments = [doc for row in read_rows(corpus / "segments.jsonl.gz") for doc in _segments(row)]
    yield from labelled
    yield from clean
    yield from _glued(labelled, clean)
    yield from segments


def _document(row: Row, kind: str, text: str, labels: list[Label]) -> Document:
    sizes = tuple(len(tokens(line)) for line in content(text))
    language = row["lang"] or "en"
    return Document(
        row["id"], row["source"], row["site"], language, kind, text, tuple(labels), sizes
    )


def _title(row: Row) -> str:
    return row.get("title") or row["titles"]["og"] or ""


def _flavours(row: Row) -> Iterator[Document]:
    titles = [_title(row), row["titles"]["og"], row["titles"]["title"], *row["titles"]["h1"]]
    known = Known(titles, row.get("captions") or [], row.get("authors") or [])
    number = int(hashlib.md5(row["id"].encode()).hexdigest(), 16)
    for flavour in FLAVOURS:
        text = row["flats"].get(flavour) or ""
        if text.strip() and (flavour != "wet" or number % WET_EVERY == 0):
            labels = label_lines(content(text), row["gold"], known)
            yield _document(row, flavour, text, labels)


def _clean_articles(row: Row) -> Iterator[Document]:
    body = [(line, Label.BODY) for line in content(row["gold"])]
    title = [(line, Label.FRONT) for line in content(_title(row))]
    captions = [line for caption in row.get("captions") or [] for line in content(caption)][:2]
    front = [", ".join(row.get("authors") or [])[:80], str(row.get("date") or "")[:10], *captions]
    below = [(line.strip(), Label.FRONT) for line in front if line.strip()]
    yield _article(row, "clean", "\n\n", title + body)
    yield _article(row, "clean dense", "\n", title + body)
    if below:
        yield _article(row, "clean front", "\n\n", title + below + body)


def _article(row: Row, kind: str, between: str, lines: list[tuple[str, Label]]) -> Document:
    text = between.join(line for line, _ in lines)
    return _document(row, kind, text, [label for _, label in lines])


def _glued(pages: list[Document], clean: list[Document]) -> Iterator[Document]:
    """Two to five texts of one language, source and fold in one."""
    rng = random.Random(GLUED_SEED)
    kinds = {"main": "glued main", "clean": "glued plain", "clean dense": "glued dense"}
    pools: dict[tuple[str, ...], list[Document]] = {}
    for doc in [*pages, *clean]:
        if doc.kind in kinds:
            pool = (kinds[doc.kind], doc.fold("site"), doc.source, doc.language)
            pools.setdefault(pool, []).append(doc)
    names = sorted(name for name, pool in pools.items() if len(pool) > 1)
    weights = [len(pools[name]) ** 0.5 for name in names]
    for number, name in enumerate(rng.choices(names, weights, k=GLUED_TEXTS)):
        pool = pools[name]
        parts = rng.sample(pool, min(len(pool), rng.randint(2, 5)))
        yield replace(
            parts[0],
            id=f"glued/{number}",
            kind=name[0],
            group=name[1],
            text=("\n" if name[0] == "glued dense" else "\n\n").join(p.text for p in parts),
            labels=tuple(label for part in parts for label in part.labels),
            sizes=tuple(size for part in parts for size in part.sizes),
        )


def squash(text: str) -> str:
    """Return `text` with white space as single spaces."""
    return _SPACE.sub(" ", text)


def _segments(row: Row) -> Iterator[Document]:
    """Pages of which only a few phrases are labelled."""
    keep, drop = ([squash(p) for p in row[name] if p.strip()] for name in ("keep", "drop"))
    phrases = {"keep": tuple(keep), "drop": tuple(drop)}
    for flavour in FLAVOURS:
        text = row["flats"].get(flavour) or ""
        labels = [_by_phrase(squash(line), phrases) for line in content(text)]
        if labels:
            yield replace(_document(row, flavour, text, labels), phrases=phrases)


def _by_phrase(line: str, phrases: dict[str, tuple[str, ...]]) -> Label:
    keep = any(phrase in line for phrase in phrases["keep"])
    drop = any(phrase in line for phrase in phrases["drop"])
    return Label.UNKNOWN if keep == drop else Label.BODY if keep else Label.FURNITURE
