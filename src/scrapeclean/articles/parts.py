"""The parts of an article: headline, byline, date, captions, body.

Read on the clean page. What the cleaners have removed speaks as well: the line that kept its
place while its copies went is a caption, or the headline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from scrapeclean.articles.authors import find_byline
from scrapeclean.articles.bodies import as_text, body_lines, numbers_of_body
from scrapeclean.articles.dates import find_date
from scrapeclean.articles.headlines import find_headline, kept_copy
from scrapeclean.articles.marks import has_date
from scrapeclean.articles.pictures import find_captions
from scrapeclean.articles.posts import signs_post
from scrapeclean.articles.removed import Removed
from scrapeclean.articles.splitting import Cut, find_cuts
from scrapeclean.articles.story import Story
from scrapeclean.lines import Line
from scrapeclean.markdown import unmarked
from scrapeclean.page import Page
from scrapeclean.patterns import pattern

#: So many lines below the headline a date is the article's; so many above it, or at the end.
DATE_BELOW = 12
DATE_ABOVE = 4
# A year, two of its digits at the end ("3/10/24"), or a time of day: what a date of print has.
_FULL = pattern(r"\d{4}|\d[./-]\d{1,2}[./-]\d\d|\d[:.h]\d\d")
#: A sentence of so many words tells a story that has a date in it.
TELLING_WORDS = 10
#: So many lines that have gone from below an article may still name its author.
REMOVED_BELOW = 12


@dataclass(frozen=True)
class Article:
    """One story of a page.

    `headline`, `byline` and `date` are None where the story has none; `byline` holds the names
    alone, `date` is as printed. `captions` are in their order, each with its credit. `body` is
    paragraphs and subheads, nothing else. `start` and `end` are its span in the source, in
    characters; `why` says why it was cut from the story above it, and is empty for the first.
    """

    headline: str | None
    byline: str | None
    date: str | None
    captions: tuple[str, ...]
    body: str
    start: int
    end: int
    why: str = ""


def read_articles(page: Page, first: Page | None = None) -> tuple[Article, ...]:
    """Return the articles of `page`, a clean one, each with its parts; `first` is the page of its
    source, if that is still there."""
    if not page.content:
        return ()
    cuts = find_cuts(page)
    borders = [0, *(cut.at for cut in cuts), len(page.lines)]
    first = first or Page.from_text(page.source)
    starts = _starts(page, cuts, first)
    ends = [*starts[1:], len(page.source)]
    removed, numbers = Removed.of(page, first), numbers_of_body(first, starts)
    return tuple(
        _read(_Piece(page.lines[low:high], (start, end), why), removed, numbers)
        for (low, high), start, end, why in zip(
            pairwise(borders), starts, ends, ["", *(cut.why for cut in cuts)], strict=True
        )
    )


def _starts(page: Page, cuts: Sequence[Cut], source: Page) -> list[int]:
    """Where each article starts in the source.

    Furniture between two articles is gone from the clean page; where it parts, the source says.
    """
    if not cuts:
        return [0]
    places = [source.source_offset(cut.at) for cut in find_cuts(source)]
    starts = [0]
    for cut in cuts:
        above = max(i for i in page.content if i < cut.at)
        low, high = page.source_offset(above), page.source_offset(cut.at)
        starts.append(max((place for place in places if low < place <= high), default=high))
    return starts


class _Piece(NamedTuple):
    """The lines of one article, its span in the source, and why it was cut from the one above."""

    lines: Sequence[Line]
    span: tuple[int, int]
    why: str


def _read(piece: _Piece, removed: Removed, numbers: frozenset[int]) -> Article:
    story = removed.story(piece.lines, piece.span)
    top = find_headline(story)
    headline = kept_copy(story, top) if top is not None else None
    captions = find_captions(story, top)
    shown = {id(line) for caption in captions for line in caption}
    taken = {place for place, line in enumerate(story.lines) if id(line) in shown}
    byline, date = find_byline(story, top, taken), _find_date(story, top or 0, taken)
    other = shown | {id(story.lines[place]) for place in byline.lines | date.lines}
    return Article(
        headline=unmarked(headline.words) if headline else None,
        byline=byline.names,
        date=date.text,
        captions=tuple(" ".join(line.words for line in caption) for caption in captions),
        body=as_text(piece.lines, body_lines(piece.lines, headline, numbers), other),
        start=piece.span[0],
        end=piece.span[1],
        why=piece.why,
    )


class _Dated(NamedTuple):
    text: str | None
    lines: set[int]


def _find_date(story: Story, top: int, taken: set[int]) -> _Dated:
    """The line near the headline that prints a date: below it, else above, else at the end."""
    content = story.lines[: story.own[-1] + 1 + REMOVED_BELOW] if story.own else []
    end = len(content)
    places = (*range(top, min(end, top + DATE_BELOW)), *range(max(0, top - DATE_ABOVE), top)[::-1])
    for at in (*places, *range(max(top, end - DATE_ABOVE), end)):
        line = content[at]
        date = find_date(line.words) if at not in taken and has_date(line) else None
        if date is not None and not _tells(line, date.text, _is_below(story, at)):
            return _Dated(date.text, {at})
    return _Dated(None, set())


def _is_below(story: Story, at: int) -> bool:
    return bool(story.paragraphs) and at > story.paragraphs[0]


def _tells(line: Line, date: str, below: bool) -> bool:
    """Whether the `date` in `line` is the date of something else than the article: below the first
    paragraph one without a year or a time is."""
    sentence = line.ends_sentence and len(line.words.split()) >= TELLING_WORDS
    passing = below and not _FULL.search(date)
    return line.is_prose or sentence or passing or signs_post(line)
