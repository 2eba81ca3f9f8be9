"""Pages as the splitter meets them, with all its evidence: the rows that `fit_splitting.py` fits.

Each page is recorded as it comes, and once it is clean: cut where stories begin, and, had the first
pass missed them all, nowhere.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

import numpy as np
from gluing import fold_of, glued, read, read_pages, told

import scrapeclean.pipeline
from scrapeclean.articles import edges, splitting
from scrapeclean.articles.crossings import CROSSINGS, Crossings
from scrapeclean.articles.firsts import LINE, with_rest
from scrapeclean.articles.likeness import page_mould
from scrapeclean.articles.openings import opening_evidence
from scrapeclean.articles.outline import Outline
from scrapeclean.articles.places import glance
from scrapeclean.articles.splitting import Cut, find_cuts
from scrapeclean.articles.stretches import STRETCH, Looks
from scrapeclean.articles.surroundings import surroundings
from scrapeclean.lexicon import lexicon
from scrapeclean.page import Page
from scrapeclean.pipeline import Pipeline
from scrapeclean.presets import NEWS

SINGLES = ("main", "trafilatura", "visible")


class Met(NamedTuple):
    """A page as the splitter meets it: its text, the lines at which stories begin, of what kind it
    is, when it was met, and the folds of its sites."""

    text: str
    true: frozenset[int]
    kind: str
    stage: str
    folds: frozenset[int]


def met(corpora):
    """Yield all pages as the splitter meets them."""
    pages = read_pages(corpora)
    sites = {page["gold"].strip()[:60]: page["site"] for page in pages if page["gold"]}
    for page in read(corpora / "glued.jsonl.gz"):
        folds = frozenset(fold_of(sites.get(b.strip()[:60], page["id"])) for b in page["bodies"])
        yield from met_glued(page["text"], page["starts"], f"test-{page['kind']}", folds)
    for kind, fold, text, starts in glued(pages):
        yield from met_glued(text, starts, f"glued-{kind}", frozenset([fold]))
    for page in pages:
        for flat in SINGLES:
            if told(page, flat):
                of = f"single-{flat}", frozenset([fold_of(page["site"])])
                first, last = met_pages(told(page, flat), (), cut=False)
                yield from (as_met(first, "first", *of), as_met(last, "last", *of))


def met_glued(text, starts, kind, folds):
    first, last = met_pages(text, starts[1:], cut=True)
    _, late = met_pages(text, starts[1:], cut=False)
    for page, stage in ((first, "first"), (last, "last"), (late, "late")):
        yield as_met(page, stage, kind, folds)


def as_met(found, stage, kind, folds):
    page, true = found
    return Met(page.text, frozenset(true), kind, stage, folds)


def met_pages(text, starts, cut):
    """The first and the last page that the splitter meets while `text` is cleaned, with `starts`
    as the lines at which stories begin; cut there, or nowhere."""
    pages = []

    def find(page):
        pages.append((page, gold(page, starts)))
        return tuple(Cut(index, "glued here") for index in sorted(pages[-1][1])) if cut else ()

    scrapeclean.pipeline.find_cuts = find
    try:
        Pipeline(NEWS).clean(text)
    finally:
        scrapeclean.pipeline.find_cuts = find_cuts
    return pages[0], pages[-1]


def gold(page, starts):
    """The lines of `page` at which stories begin, from where they begin in the source."""
    places = [(page.source_offset(index), index) for index in page.content]
    ends = {index: page.lines[index].stop for index in page.content}
    first = {
        next((i for at, i in places if at >= start or at < start < ends[i]), None)
        for start in starts
    }
    return first - {None, *page.content[:1]}


class Rows:
    """What was recorded: pages, their stretches, and the lines of these."""

    def __init__(self):
        self.stretches, self.crossings, self.lines = array("f"), array("f"), array("f")
        self.places = []  # of each stretch: its page, its first row of lines, how many, the true
        self.pages = []  # kind, stage, folds, how many stories begin on it
        self.read = 0  # how many lines

    def add(self, met):
        self.pages.append((met.kind, met.stage, met.folds, len(met.true)))
        page = Page.from_text(met.text)
        lexicon().read([page.lines[index] for index in page.content])
        true = {at for at, index in enumerate(page.content) if index in met.true}
        outline = Outline(page)
        stretches = splitting.between_bodies(outline)
        if stretches:
            looks, mould, crossings = Looks(outline), page_mould(outline), Crossings(outline)
            for stretch, said in zip(stretches, surroundings(outline, stretches), strict=True):
                headline, place = looks.headline(stretch)
                words = looks.cohesion(stretch) + looks.words(stretch)
                self.stretches.extend(said + words + headline)
                self.crossings.extend(crossings.evidence(place))
                self._add_lines(outline, place, mould, true)

    def _add_lines(self, outline, place, mould, true):
        right = -1
        for at, position in enumerate(place.lines):
            if position in true:
                right = self.read + at
            said = opening_evidence(outline, place, position, mould)
            self.lines.extend(glance(outline, place, position) + said)
        self.places.append((len(self.pages) - 1, self.read, len(place.lines), right))
        self.read += len(place.lines)


def gather(pages, edges_of):
    """All rows of `pages`, as they were met. The words of edges are, for each page, those of other
    folds."""
    tables, rows, words = {}, Rows(), edges.edge_words
    try:
        for met in pages:
            if met.folds not in tables:
                tables[met.folds] = edges_of.fit(met.folds)
            edges.edge_words = lambda table=tables[met.folds]: table
            rows.add(met)
    finally:
        edges.edge_words = words
    return rows


class Data:
    """The rows as tables."""

    def __init__(self, rows):
        self.pages = rows.pages
        self.stretches = np.array(rows.stretches, np.float32).reshape(-1, len(STRETCH))
        self.crossings = np.array(rows.crossings, np.float32).reshape(-1, len(CROSSINGS))
        self.lines = np.array(rows.lines, np.float32).reshape(-1, len(LINE))
        self.page, self.start, self.size, self.right = np.array(rows.places).T
        self.true = self.right >= 0
        kinds, stages, folds, _ = zip(*self.pages, strict=True)
        self.kind = np.array(kinds)[self.page]
        self.stage = np.array(stages)[self.page]
        alone = [min(some) if len(some) == 1 else -1 for some in folds]
        self.fold = np.array(alone)[self.page]
        self.fitted = ~np.char.startswith(self.kind, "test")

    def whole_lines(self, stretches):
        """The evidence of all lines of `stretches`, each with the rest of its stretch."""
        stretched = [with_rest(self.lines[rows].tolist()) for rows in self.rows_of(stretches)]
        return np.array([line for lines in stretched for line in lines], np.float32)

    def rows_of(self, stretches):
        return [np.arange(self.start[s], self.start[s] + self.size[s]) for s in stretches]
