"""Pages made from labelled ones, of kinds that the corpora hold too few of.

* A short story in its page's furniture: the story is cut off after a few paragraphs.
* A strewn story: a short line of the page's own furniture stands behind most paragraphs, as notes
  of advertising and buttons of pictures do.
* A framed story: the first paragraphs of one article, right between the menu and the teasers of
  another page. The last paragraph is as much the story's as all others, which is not so sure on
  pages whose gold text leaves out the author's note, or the last line.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from documents import Document
from labels import WIDE, Label

from scrapeclean.lines import split_lines

#: How the kinds of the pages end that are made.
MADE = (" short", " strewn", " framed")
SHORT, STREWN, FRAMED = MADE
#: The kinds of page that are made over, and every how many of each; one story in so many is
#: framed.
MADE_FROM, SHORT_EVERY, STREWN_EVERY = ("visible", "main"), 2, 3
STORIES, FRAMES, FRAMED_EVERY = ("clean", "clean dense"), "visible", 2
#: So many paragraphs are left of a short story, of a framed one; one with fewer is not strewn.
SHORT_LEAST, SHORT_MOST, FRAMED_MOST = 2, 5, 9
#: Behind so many of its paragraphs a strewn story has a line, which is no wider than that.
STREWN_SHARE, LABEL_CHARACTERS = 0.7, 40
#: So many lines of the other page's furniture stand above a framed story, and below it; on either
#: side in half of the cases none.
FRAME_LEAST, FRAME_MOST = 4, 40
SEED = 11


class Row(NamedTuple):
    """One line of a text: blank lines have no label."""

    line: str
    label: int | None
    size: int

    @property
    def is_paragraph(self) -> bool:
        """Whether the line is a paragraph of the story."""
        return self.label == Label.BODY and self.size >= WIDE


BLANK = Row("\n", None, 0)


def made_over(documents: Sequence[Document]) -> Iterator[Document]:
    """Yield short, strewn and framed stories made from `documents`."""
    rng = random.Random(SEED)
    pages = [doc for doc in documents if doc.kind in MADE_FROM and not doc.phrases]
    for number, page in enumerate(pages):
        rows = _rows(page)
        if sum(row.is_paragraph for row in rows) < SHORT_MOST:
            continue
        if number % SHORT_EVERY == 0:
            yield _document(page, SHORT, _short(rows, rng.randint(SHORT_LEAST, SHORT_MOST)))
        if number % STREWN_EVERY == 0:
            yield _document(page, STREWN, _strewn(rows, rng))
    yield from _framed_stories(documents, rng)


def _rows(document: Document) -> list[Row]:
    labelled = iter(zip(document.labels, document.sizes, strict=True))
    return [
        Row(line.strip() + "\n", *next(labelled)) if line.strip() else BLANK
        for line in split_lines(document.text)
    ]


def _document(document: Document, suffix: str, rows: Sequence[Row]) -> Document:
    return replace(
        document,
        kind=document.kind + suffix,
        text="".join(row.line for row in rows),
        labels=tuple(row.label for row in rows if row.label is not None),
        sizes=tuple(row.size for row in rows if row.label is not None),
    )


def _short(rows: Sequence[Row], paragraphs: int) -> list[Row]:
    """`rows` with all text of the story behind so many of its paragraphs left out."""
    left: list[Row] = []
    for row in rows:
        if paragraphs > 0 or row.label not in (Label.BODY, Label.FRONT, Label.COPY):
            left.append(row)
        paragraphs -= row.is_paragraph
    return left


def _strewn(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """`rows` with one short line of furniture again and again behind paragraphs."""
    furniture = [row for row in rows if row.label == Label.FURNITURE]
    labels = [row for row in furniture if len(row.line) < LABEL_CHARACTERS]
    if not labels:
        return list(rows)
    label = rng.choice(labels)
    between = [BLANK, label] if rows.count(BLANK) > len(rows) // 4 else [label]
    strewn = list(rows[:1])
    for above, row in pairwise(rows):
        if above.is_paragraph and rng.random() < STREWN_SHARE:
            strewn += between
        strewn.append(row)
    return strewn


def _framed_stories(documents: Sequence[Document], rng: random.Random) -> Iterator[Document]:
    """Story and frame are of one fold, source and language."""
    frames: dict[tuple[str, ...], list[Document]] = {}
    for page in documents:
        if page.kind == FRAMES and not page.phrases and Label.BODY in page.labels:
            frames.setdefault(_pool(page), []).append(page)
    stories = [doc for doc in documents if doc.kind in STORIES and _pool(doc) in frames]
    for story in rng.sample(stories, len(stories) // FRAMED_EVERY):
        frame = _rows(rng.choice(frames[_pool(story)]))
        yield _document(story, FRAMED, _framed(_rows(story), frame, rng))


def _pool(document: Document) -> tuple[str, ...]:
    return document.fold("site"), document.source, document.language


def _framed(story: Sequence[Row], frame: Sequence[Row], rng: random.Random) -> list[Row]:
    body = [at for at, row in enumerate(frame) if row.label == Label.BODY]
    between = [BLANK] * rng.randint(0, 1)
    left = _short(story, rng.randint(SHORT_LEAST, FRAMED_MOST))
    over, under = (_some(rows, rng) for rows in (frame[: body[0]], frame[body[-1] :]))
    return [*over, *between, *left, *between, *under]


def _some(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Furniture of `rows` that stands together."""
    furniture = [row for row in rows if row.label in (Label.FURNITURE, None)]
    size = rng.randint(FRAME_LEAST, FRAME_MOST) * rng.randint(0, 1)
    first = rng.randint(0, max(0, len(furniture) - size))
    return furniture[first : first + size]
