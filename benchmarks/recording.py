"""Pages as the splitter meets them, with all its evidence: the rows that `fit_splitting.py` fits.

Each page is recorded as it comes, and once it is clean: cut where stories begin, and, had the first
pass missed them all, nowhere.
"""

from __future__ import annotations

from array import array

import numpy as np
from gluing import Edges, fold_of, glued, read, told

import scrapeclean.pipeline
from scrapeclean.articles import edges, splitting
from scrapeclean.articles import evidence as ev
from scrapeclean.articles.likeness import page_opening
from scrapeclean.articles.openings import opening_evidence
from scrapeclean.articles.outline import Outline
from scrapeclean.articles.places import Place, glance
from scrapeclean.articles.splitting import Cut, find_cuts
from scrapeclean.articles.vocabulary import Cohesion
from scrapeclean.pipeline import Pipeline
from scrapeclean.presets import NEWS

SINGLES = ("main", "trafilatura", "visible")


def recorded(text, starts, cut):
    """The first and the last page that the splitter meets while `text` is cleaned, with `starts`
    as the lines at which stories begin; cut there, or nowhere."""
    met = []

    def find(page):
        met.append((page, gold(page, starts)))
        return tuple(Cut(index, "glued here") for index in sorted(met[-1][1])) if cut else ()

    scrapeclean.pipeline.find_cuts = find
    try:
        Pipeline(NEWS).clean(text)
    finally:
        scrapeclean.pipeline.find_cuts = find_cuts
    return met[0], met[-1]


def gold(page, starts):
    """The lines of `page` at which stories begin, from where they begin in the source."""
    places = [(page.source_offset(index), index) for index in page.content]
    ends = {index: page.lines[index].stop for index in page.content}
    first = {
        next((i for at, i in places if at >= start or at < start < ends[i]), None)
        for start in starts
    }
    return first - {None, *page.content[:1]}


class Table:
    """Evidence, a row each."""

    def __init__(self):
        self.names, self.rows = {}, []

    def add(self, evidence):
        names = self.names
        for name in evidence:
            names.setdefault(name, len(names))
        row = array("f", bytes(4 * len(names)))
        for name, value in evidence.items():
            row[names[name]] = value
        self.rows.append(row)

    def matrix(self):
        table = np.zeros((len(self.rows), len(self.names)), np.float32)
        for at, row in enumerate(self.rows):
            table[at, : len(row)] = row
        return list(self.names), table


class Rows:
    """What was recorded: pages, their stretches, and the lines of these."""

    def __init__(self):
        self.stretches, self.lines, self.headlines = Table(), Table(), Table()
        self.places = []  # of each stretch: its page, its first row of lines, how many, the true
        self.pages = []  # kind, stage, folds, how many stories begin on it

    def add(self, met, kind, stage, folds):
        page, true = met
        self.pages.append((kind, stage, folds, len(true)))
        outline = Outline(page)
        stretches = splitting.between_bodies(outline)
        if not stretches:
            return
        cohesion, opening = Cohesion(outline), page_opening(outline)
        for stretch in stretches:
            evidence = ev.surroundings(outline, stretch, len(stretches))
            linked = cohesion.across(stretch.last)
            evidence |= ev.cohesion_evidence(outline, stretch, linked)
            self.stretches.add(evidence | ev.common_evidence(outline, stretch))
            place = Place.of(outline, stretch, linked)
            self.headlines.add(ev.headline_evidence(outline, stretch, place.headline))
            first, right = len(self.lines.rows), -1
            for position in place.lines:
                if page.content[position] in true:
                    right = len(self.lines.rows)
                own = opening_evidence(outline, place, position, opening)
                self.lines.add(glance(outline, place, position) | own)
            self.places.append((len(self.pages) - 1, first, len(place.lines), right))


def gather(corpora):
    """All rows. The words of edges are, for each page, those of other folds."""
    pages = read(corpora / "pages.jsonl.gz") + read(corpora / "segments.jsonl.gz")
    counts, tables, rows = Edges(pages), {}, Rows()

    def use(folds):
        tables.setdefault(folds, counts.fit(folds))
        edges.edge_words = lambda: tables[folds]

    def add_glued(text, starts, kind, folds):
        use(folds)
        first, last = recorded(text, starts[1:], cut=True)
        _, late = recorded(text, starts[1:], cut=False)
        for met, stage in ((first, "first"), (last, "last"), (late, "late")):
            rows.add(met, kind, stage, folds)

    sites = {page["gold"].strip()[:60]: page["site"] for page in pages if page["gold"]}
    for page in read(corpora / "glued.jsonl.gz"):
        folds = frozenset(fold_of(sites.get(b.strip()[:60], page["id"])) for b in page["bodies"])
        add_glued(page["text"], page["starts"], f"test-{page['kind']}", folds)
    for kind, fold, text, starts in glued(pages):
        add_glued(text, starts, f"glued-{kind}", frozenset([fold]))
    for page in pages:
        folds = frozenset([fold_of(page["site"])])
        use(folds)
        for flat in SINGLES:
            if told(page, flat):
                first, last = recorded(told(page, flat), (), cut=False)
                rows.add(first, f"single-{flat}", "first", folds)
                rows.add(last, f"single-{flat}", "last", folds)
    return rows, counts.fit()


class Data:
    """The rows as tables."""

    def __init__(self, rows):
        self.pages = rows.pages
        self.stretch_names, self.stretches = rows.stretches.matrix()
        self.headline_names, self.headlines = rows.headlines.matrix()
        self.line_names, self.lines = rows.lines.matrix()
        self.page, self.start, self.size, self.right = np.array(rows.places).T
        self.true = self.right >= 0
        kinds, stages, folds, _ = zip(*self.pages, strict=True)
        self.kind = np.array(kinds)[self.page]
        self.late = np.array(stages)[self.page] == "late"
        alone = [min(some) if len(some) == 1 else -1 for some in folds]
        self.fold = np.array(alone)[self.page]
        self.fitted = ~np.char.startswith(self.kind, "test")

    def rows_of(self, stretches):
        return [np.arange(self.start[s], self.start[s] + self.size[s]) for s in stretches]
