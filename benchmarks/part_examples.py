"""Lines of labelled pages as examples of headlines, bylines and captions, for `fit_parts.py`.

Headlines are what the page's title says; where no title is known, a heading that the page's title
tag holds stands in. A byline is a line that names one of the authors. A line of the gold text is
no caption; captions are few, so those with a credit that stand outside the gold text count too,
once as they are and once without the credit.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections import defaultdict
from typing import NamedTuple

import scrapeclean
from scrapeclean.articles import authors, caption_evidence, headlines, pictures
from scrapeclean.articles.author_evidence import read_evidence as author_evidence
from scrapeclean.articles.captions import is_caption, is_credit
from scrapeclean.articles.marks import has_caption
from scrapeclean.articles.removed import Removed
from scrapeclean.articles.story import Story
from scrapeclean.facts import Facts
from scrapeclean.lines import Line

FLATS = ("visible", "main", "trafilatura")
FOLDS = 5
#: Weights of examples: headings that stand in for titles; captions outside the gold text; of lines
#: that nothing calls a caption one in so many counts, as many times.
STAND_IN, OUTSIDE, ONE_IN = 0.6, 0.5, 4
#: A caption label shorter than this stands in many a line by chance.
CAPTION_WORDS = 4
_CREDIT_END = re.compile(
    r"\s*(?:[(\[（【][^()\[\]（）【】]{2,80}[)\]）】]\.?"
    r"|[|/–—-]?\s*(?:©|Photo|Foto|Image|Picture|Bild|Credit|Crédit|Фото|Fot\.|Φωτ|图|圖|摄|사진|写真"
    r"|REUTERS|Reuters|AP Photo|AFP|Getty).{0,80})$"
)
_TOKEN = re.compile(r"\w+")


class Example(NamedTuple):
    """Evidence for a line, whether it is the part, what it counts, and what else it says."""

    page: int
    evidence: dict[str, float]
    right: bool
    weight: float
    says: str = ""


class Page(NamedTuple):
    """A labelled page as the parts are read from it."""

    row: dict
    flat: str
    fold: int
    story: Story


def words(text):
    return " ".join(_TOKEN.findall(text or "")).lower()


def pages(corpora):
    with gzip.open(corpora / "pages.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            fold = zlib.crc32(row["site"].encode()) % FOLDS
            for flat in FLATS:
                result = scrapeclean.clean(row["flats"].get(flat) or "")
                if len(result.articles) == 1:
                    yield Page(row, flat, fold, story_of(result.page))


def story_of(page):
    return Removed.of(page).story(page.lines, (0, len(page.source)))


def titles(row):
    """The page's titles as words, and what an example of them weighs."""
    if row.get("title"):
        return {words(row["title"])}, 1.0
    title, shared = (Facts(row["titles"].get(x) or "").key for x in ("title", "og"))
    heads = [Facts(x).key for x in row["titles"].get("h1") or []]
    return {words(x) for x in heads if len(x) > 10 and (x in title or x in shared)}, STAND_IN


def headline_examples(number, page):
    """Examples of a page that shows its title; of one that does not, where titles cannot be shown
    in another spelling: trafilatura leaves most of them out."""
    known, weight = titles(page.row)
    shown = known & {words(line.words) for line in page.story.lines}
    if not known or not (shown or (page.row.get("title") and page.flat == "trafilatura")):
        return
    for one in headlines.finalists(page.story):
        says = words(page.story.lines[one.at].words)
        yield Example(number, one.evidence, says in known, weight, says)


def byline_examples(number, page, top):
    names = {words(name) for name in page.row.get("authors") or []} - {""}
    if names:
        every = list(authors.candidates(page.story, top or 0, () if top is None else {top}))
        for one in every:
            evidence, says = author_evidence(page.story, one, top or 0, every), words(one.names)
            yield Example(number, evidence, any(name in says for name in names), 1.0, says)


def caption_examples(number, page, top):
    story, gold = page.story, {words(line) for line in page.row["gold"].split("\n")}
    known = known_captions(page.row)
    inside = [at for at in story.own if words(story.lines[at].words) in gold]
    for at in range(story.own[0], story.own[-1] + 1) if inside else ():
        line, says = story.lines[at], words(story.lines[at].words)
        if at == top or not 12 <= line.width <= 700:
            continue
        right = any(label in says for label in known) or says_part(says, known)
        evidence = caption_evidence.read_evidence(story, at, -1 if top is None else top)
        if right or says in gold or known:
            weight = 1.0 if right or pictures._bar(story, at) is not None else ONE_IN
            if weight == 1.0 or at % ONE_IN == 0:
                yield Example(number, evidence, right, weight, says)
        elif line.credited and has_caption(line) and not is_credit(line) and at <= inside[-1]:
            yield Example(number, evidence, True, OUTSIDE)
            yield from without_credit(number, page, at, top)


def says_part(says, known):
    return len(says.split()) >= CAPTION_WORDS and any(says in label for label in known)


def without_credit(number, page, at, top):
    """The caption at `at` as an example of one without a credit."""
    story, line = page.story, page.story.lines[at]
    bare = Line(_CREDIT_END.sub("", line.words), line.start, line.number)
    if bare.words and bare.width >= 25 and not bare.credited and not is_caption(bare):
        lines = [*story.lines[:at], bare, *story.lines[at + 1 :]]
        other = Story(lines, story.own, story.copied, story.doubled)
        evidence = caption_evidence.read_evidence(other, at, -1 if top is None else top)
        yield Example(number, evidence, True, OUTSIDE)


def known_captions(row):
    labels = {words(caption) for caption in row.get("captions") or []}
    gold = words(row["gold"])
    return {x for x in labels if len(x.split()) >= CAPTION_WORDS and x not in gold}


def gather(found):
    """Examples of each kind, the headline being where the page's title stands, else the best."""
    examples = defaultdict(list)
    for number, page in enumerate(found):
        if not page.story.own:
            continue
        known, _ = titles(page.row)
        contenders = headlines.finalists(page.story)
        best = max(contenders, key=lambda one: one.worth, default=None)
        right = [x.at for x in contenders if words(page.story.lines[x.at].words) in known]
        top = right[0] if right else best.at if best else None
        examples["headline"] += headline_examples(number, page)
        examples["byline"] += byline_examples(number, page, top)
        examples["caption"] += caption_examples(number, page, top)
    return examples
