"""Which lines of a page are its article, found by aligning the page with the gold text.

The longest common subsequence of tokens (Hunt and Szymanski's problem, solved bit-parallel by
rapidfuzz) keeps the order, so that a menu word which comes back in the article is not taken for
the article. A wide line is article when half of it is aligned and its 4-grams stand in the gold
text; a short one when it is aligned as a piece and stands beside other article lines, or is a
whole line of the gold text.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from enum import IntEnum

from rapidfuzz.distance import LCSseq
from shingles import SHINGLE, key, tokens

from scrapeclean.articles.bylines import read_byline
from scrapeclean.articles.captions import is_caption
from scrapeclean.articles.dates import find_date
from scrapeclean.page import Line

#: From so many tokens on a line is judged by its 4-grams.
WIDE = 8
WIDE_ALIGNED, WIDE_KNOWN, SHORT_ALIGNED = 0.5, 0.4, 0.75
#: A line out of order whose 4-grams are nearly all gold is a second copy of the article's words.
COPY_KNOWN = 0.8
#: A short line of the article stands so near to other lines of it, and to a wide one.
NEAR, NEAR_WIDE = 8, 25
#: How far above the first paragraph the headline, a byline and a date may stand, in lines.
HEAD = 10
BYLINE_TOKENS, DATE_TOKENS, CAPTION_TOKENS = 20, 12, 4


class Label(IntEnum):
    """What a line is; `FRONT` is headline, byline, date and caption, kept but not body."""

    FURNITURE = 0
    BODY = 1
    COPY = 2
    FRONT = 3
    UNKNOWN = -1


class Known:
    """What the corpus knows of one page beside its gold text."""

    def __init__(self, titles: Sequence[str], captions: Sequence[str], authors: Sequence[str]):
        self.titles = {key(title) for title in titles if title}
        self.captions = [caption for caption in map(key, captions) if caption]
        self.authors = [author for author in map(key, authors) if author]

    def is_caption(self, line: str) -> bool:
        """Whether `line`, as a key, is a caption or holds one."""
        return any(line in c or (c in line and len(c) > 2 * WIDE) for c in self.captions)


class Alignment:
    """Tokens of the page's lines aligned with those of the gold text."""

    def __init__(self, lines: Sequence[str], gold: str) -> None:
        self.words = [[t.lower() for t in tokens(line)] for line in lines]
        gold_lines = [[t.lower() for t in tokens(line)] for line in gold.split("\n")]
        self.gold = [token for line in gold_lines for token in line]
        self.gold_lines = {" ".join(line) for line in gold_lines if line}
        starts = range(len(self.gold) - SHINGLE + 1)
        self.grams = {tuple(self.gold[i : i + SHINGLE]) for i in starts}
        self.matches: list[list[int]] = [[] for _ in lines]
        self.owner = [-1] * len(self.gold)
        self._align()

    def _align(self) -> None:
        source = [token for words in self.words for token in words]
        line_of = [index for index, words in enumerate(self.words) for _ in words]
        for tag, start, end, gold_start, _ in LCSseq.opcodes(source, self.gold):
            if tag == "equal":
                for step in range(end - start):
                    self.matches[line_of[start + step]].append(gold_start + step)
                    self.owner[gold_start + step] = line_of[start + step]

    def label(self, index: int) -> Label:
        """Return the label of line `index` by its own words alone."""
        words = self.words[index]
        if not words:
            return Label.UNKNOWN
        aligned = len(self.matches[index]) / len(words)
        return self._wide(words, aligned) if len(words) >= WIDE else self._short(index, aligned)

    def _wide(self, words: list[str], aligned: float) -> Label:
        starts = range(len(words) - SHINGLE + 1)
        known = sum(tuple(words[i : i + SHINGLE]) in self.grams for i in starts) / len(starts)
        if aligned >= WIDE_ALIGNED and known >= WIDE_KNOWN:
            return Label.BODY
        return Label.COPY if known >= COPY_KNOWN else Label.FURNITURE

    def _short(self, index: int, aligned: float) -> Label:
        words, matches = self.words[index], self.matches[index]
        if aligned < SHORT_ALIGNED or matches[-1] - matches[0] > len(words):
            return Label.FURNITURE
        around = [matches[0] - 1, matches[0] - 2, matches[-1] + 1, matches[-1] + 2]
        owners = [self.owner[place] for place in around if 0 <= place < len(self.gold)]
        beside = any(o not in (-1, index) and abs(o - index) <= NEAR for o in owners)
        whole = " ".join(words) in self.gold_lines
        return Label.BODY if beside or whole else Label.FURNITURE


def label_lines(lines: Sequence[str], gold: str, known: Known) -> list[Label]:
    """Return the label of each of `lines`, none of them blank."""
    alignment = Alignment(lines, gold)
    keys = [" ".join(words) for words in alignment.words]
    labels = [alignment.label(index) for index in range(len(lines))]
    _unlabel_strays(labels, alignment)
    for index, line in enumerate(keys):
        if labels[index] != Label.BODY and line in known.titles:
            labels[index] = Label.UNKNOWN
    if Label.BODY in labels:
        _label_front(lines, keys, labels, known)
    return labels


def _unlabel_strays(labels: list[Label], alignment: Alignment) -> None:
    """Short lines far from any wide line of the article are no article."""
    wide = [i for i, y in enumerate(labels) if y == Label.BODY and len(alignment.words[i]) >= WIDE]
    for index, label in enumerate(labels):
        if wide and label == Label.BODY and len(alignment.words[index]) < WIDE:
            place = bisect(wide, index)
            around = wide[max(0, place - 1) : place + 1]
            if min(abs(other - index) for other in around) > NEAR_WIDE:
                labels[index] = Label.FURNITURE


def _label_front(lines: Sequence[str], keys: list[str], labels: list[Label], known: Known) -> None:
    """Headline, bylines and dates above the first paragraph, captions down to the last."""
    body = [index for index, label in enumerate(labels) if label == Label.BODY]
    first, last = body[0], body[-1]
    titles = [i for i in range(max(0, first - HEAD), first) if keys[i] in known.titles]
    if titles:
        labels[titles[-1]] = Label.FRONT
    top = max(0, (titles[-1] if titles else first - HEAD // 2) - 2)
    for index in range(top, last + 1):
        if labels[index] in (Label.FURNITURE, Label.UNKNOWN):
            at_top = index < first + HEAD // 2
            labels[index] = _beside_body(lines[index], keys[index], at_top, known, labels[index])


def _beside_body(line: str, line_key: str, at_top: bool, known: Known, label: Label) -> Label:
    size = len(line_key.split())
    if at_top and _is_front(line, line_key, size, known):
        return Label.FRONT
    if size >= CAPTION_TOKENS and known.is_caption(line_key):
        return Label.FRONT
    return Label.UNKNOWN if is_caption(Line(line, 0, 1)) else label


def _is_front(line: str, line_key: str, size: int, known: Known) -> bool:
    if size > BYLINE_TOKENS:
        return False
    if any(author in line_key for author in known.authors) or read_byline(line):
        return True
    return size <= DATE_TOKENS and find_date(line) is not None
