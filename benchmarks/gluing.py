"""Glued pages made of whole ones, and the words of their edges: what `fit_splitting.py` fits.

Pages are glued as endless scrolling glues them: 2 to 8 stories of one site, or of sites of one
language and one fold, with one to five line ends between them, as an extractor saw them (`FLATS`),
as headline and paragraphs (`plain`), or as a template with captions and widgets (`template`).
"""

from __future__ import annotations

import gzip
import json
import random
import re
import zlib
from collections import Counter, defaultdict
from math import log

from scrapeclean.articles.edges import STEM, tokens
from scrapeclean.articles.outline import Outline
from scrapeclean.articles.tables import words
from scrapeclean.page import Page

FOLDS = 5
FLATS = ("main", "trafilatura", "visible", "readability", "newspaper4k")
#: How many pages of each kind are glued.
GLUED = {
    "main": 2200,
    "plain": 700,
    "template": 500,
    "trafilatura": 450,
    "readability": 250,
    "newspaper4k": 120,
    "visible": 100,
}
#: This share of the pages of `plain` and `template` holds briefs, of so many paragraphs.
BRIEF, PARAGRAPHS = 0.3, (2, 5)
COUNTS = (2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8)
LONGEST = 60_000
WIDGETS = ("TT", "Listen to this article", "Share", "1 min read")
CREDITS = (" (AFP)", " (AP Photo/Ann Poe)", " Photo: DPA", " REUTERS/Bo Diaz", ".", "")

#: So many lines above the first paragraph are a page's top, and below the last one its bottom.
EDGE = 12
#: Of a whole page only the outermost count: the rest is what extractors take away.
VISIBLE_EDGE = 8
#: A word of edges stands on the edges of at least so many sites,
SITES = 5
#: and on one of the two so much more often (logarithm); smaller counts are pulled towards none.
TELLING = 0.8
SHRUNK = 2.0
#: Bottoms hold more words than tops: this share of the difference is evened out.
EVENED = 0.7


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


def read_pages(corpora):
    """The single pages that are glued, and whose edges are read."""
    return read(corpora / "pages.jsonl.gz") + read(corpora / "segments.jsonl.gz")


def fold_of(site):
    return zlib.crc32(site.encode()) % FOLDS


def title_of(page):
    return page.get("title") or page["titles"].get("og") or ""


def told(page, flat):
    return (page["flats"].get(flat) or "").strip("\n")


class Edges:
    """Which words stand above the story, and which below, on how many sites."""

    def __init__(self, pages):
        self.sites = defaultdict(_sides)
        for page in pages:
            own, sides = _own(page), self.sites[page["site"]]
            for flat in ("main", "trafilatura", "readability", "visible"):
                above, below = _edges(told(page, flat))
                deep = VISIBLE_EDGE if flat == "visible" else EDGE
                for side, lines in zip(sides, (above[:deep], below[-deep:]), strict=True):
                    for found in map(tokens, lines):
                        if found and sum(word in own for word in found) <= len(found) / 2:
                            side |= found

    def fit(self, without=frozenset()):
        """The words with their weights, from all sites but those of the folds `without`."""
        above, below = Counter(), Counter()
        for site, (top, bottom) in self.sites.items():
            if fold_of(site) not in without:
                above.update(top)
                below.update(bottom)
        even = EVENED * log(above.total() / below.total())
        dates = {word[:STEM] for word in words("months") | words("weekdays")}
        weights = {
            word: round(log((above[word] + SHRUNK) / (below[word] + SHRUNK)) - even, 1)
            for word in {*above, *below} - dates
            if above[word] + below[word] >= SITES
        }
        return {word: weight for word, weight in weights.items() if abs(weight) >= TELLING}


def _sides():
    return set(), set()


def _own(page):
    """What the page's own story says: its words tell no edges."""
    text = f"{title_of(page)} {page['gold'] or ''}".casefold()
    found = {word[:STEM] for word in re.findall(r"[^\W\d_]{2,}", text)}
    return found | {text[i : i + 2] for i in range(len(text) - 1) if text[i] > "\u0e00"}


def _edges(text):
    outline = Outline(Page.from_text(text))
    prose = outline.paragraphs
    if not prose:
        return [], []
    return outline.lines[: prose[0]], outline.lines[prose[-1] + 1 :]


def glued(pages, seed=5):
    """Yield (kind, fold, text, where stories start) of pages made of `pages`."""
    rng = random.Random(seed)
    sites, languages = defaultdict(list), defaultdict(list)
    for page in pages:
        fold = fold_of(page["site"])
        sites[page["site"]].append(page)
        languages[fold, page["source"], page["lang"]].append(page)
    sites = [some for some in sites.values() if len(some) > 1]
    languages = [some for some in languages.values() if len(some) > 1]
    sizes = [len(some) ** 0.6 for some in languages]
    for kind, number in GLUED.items():
        made = 0
        while made < number:
            pool = rng.choice(sites) if rng.random() < 0.5 else rng.choices(languages, sizes)[0]
            stories = rng.sample(pool, min(rng.choice(COUNTS), len(pool)))
            text, starts = _glue(kind, stories, rng)
            if len(starts) > 1 and len(text) <= LONGEST:
                made += 1
                yield kind, fold_of(stories[0]["site"]), text, starts


def _glue(kind, stories, rng):
    between = "\n" * rng.randint(1, 5)
    inside = rng.choice(("\n", "\n\n", "\n\n"))
    style = rng.choice(WIDGETS), rng.random() < 0.6, rng.random() < BRIEF
    text, starts = "", []
    for page in stories:
        whole = kind in FLATS
        piece = told(page, kind) if whole else inside.join(_written(kind, page, style, rng))
        if piece.strip():
            text += between if text else ""
            starts.append(len(text))
            text += piece
    return text, starts


def _written(kind, page, style, rng):
    title = title_of(page)
    body = [line.strip() for line in (page["gold"] or "").split("\n") if line.strip()]
    if not title or not body:
        return []
    if style[2]:
        body = body[: rng.randint(*PARAGRAPHS)]
    if kind == "plain":
        return [title, *body]
    caption = _caption(page, body, rng)
    twice = f"{caption}\n{caption}"
    return [title, twice, style[0], title, twice, *(_signature(page) if style[1] else ()), *body]


def _caption(page, body, rng):
    captions = [caption for caption in page.get("captions") or () if caption]
    if captions and rng.random() < 0.6:
        return rng.choice(captions)
    said = " ".join(body).split()
    at = rng.randrange(max(1, len(said) - 14))
    return " ".join(said[at : at + rng.randint(6, 14)]) + rng.choice(CREDITS)


def _signature(page):
    authors = [author for author in page.get("authors") or () if author]
    if authors:
        yield "By " + ", ".join(authors)
    if page.get("date"):
        yield str(page["date"])[:16]
