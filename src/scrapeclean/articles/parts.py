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
from scrapeclean.articles.captions import find_captions
from scrapeclean.articles.dates import find_date
from scrapeclean.articles.headlines import find_headline
from scrapeclean.articles.marks import has_date
from scrapeclean.articles.removed import Removed
from scrapeclean.articles.splitting import Cut, find_cuts
from scrapeclean.lines import Line
from scrapeclean.model import score_body
from scrapeclean.page import Page

#: So many lines below the headline a date is the article's; so many above it, or at the end.
DATE_BELOW = 12
DATE_ABOVE = 4
#: So many lines that have gone from below an article may still name its author.
REMOVED_BELOW = 12
#: Where less than this share of an article's prose is taken for body, it has been misread.
LEAST_PROSE = 0.2


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


def read_articles(page: Page) -> tuple[Article, ...]:
    """Return the articles of `page`, a clean one, each with its parts."""
    if not page.content:
        return ()
    cuts = find_cuts(page)
    borders = [0, *(cut.index for cut in cuts), len(page.lines)]
    starts = _starts(page, cuts)
    ends = [*starts[1:], len(page.source)]
    removed, body = Removed.of(page), _body_lines(page.source)
    return tuple(
        _read(page.lines[first:last], removed, body, (start, end), why)
        for (first, last), start, end, why in zip(
            pairwise(borders), starts, ends, ["", *(cut.why for cut in cuts)], strict=True
        )
    )


def _starts(page: Page, cuts: Sequence[Cut]) -> list[int]:
    """Where each article starts in the source.

    Furniture between two articles is gone from the clean page; where it parts, the source says.
    """
    if not cuts:
        return [0]
    source = Page.from_text(page.source)
    places = [source.source_offset(cut.index) for cut in find_cuts(source)]
    starts = [0]
    for cut in cuts:
        above = max(i for i in page.content if i < cut.index)
        low, high = page.source_offset(above), page.source_offset(cut.index)
        starts.append(max((place for place in places if low < place <= high), default=high))
    return starts


def _body_lines(source: str) -> frozenset[int]:
    """The numbers of the lines of `source` that the line scorer takes for body, judged while all
    furniture still stands around them."""
    page = Page.from_text(source)
    scores = score_body(page)
    return frozenset([page.lines[i].number for i in page.content if scores[i] >= 0])


def _read(
    lines: Sequence[Line],
    removed: Removed,
    body: frozenset[int],
    span: tuple[int, int],
    why: str,
) -> Article:
    content = [line for line in lines if line.words]
    around = _around(content, removed, span)
    at = find_headline(around, removed.headlines)
    headline = around[at] if at is not None else None
    captions = find_captions(_below(around, content, headline), removed.captions)
    shown = {id(line) for caption in captions for line in caption}
    taken = {place for place, line in enumerate(around) if id(line) in shown}
    byline, date = find_byline(around, at or 0, taken), _find_date(around, at or 0, taken)
    other = shown | {id(around[place]) for place in byline.lines | date.lines}
    return Article(
        headline=headline.words if headline else None,
        byline=byline.names,
        date=date.text,
        captions=tuple(" ".join(line.words for line in caption) for caption in captions),
        body=_body(lines, [line for line in _kept(lines, headline, body) if id(line) not in other]),
        start=span[0],
        end=span[1],
        why=why,
    )


def _around(content: Sequence[Line], removed: Removed, span: tuple[int, int]) -> list[Line]:
    """The lines of the article, and those that have gone from above, inside and right below."""
    if not content:
        return []
    lines = removed.restored(content, span)
    return lines[: lines.index(content[-1]) + 1 + REMOVED_BELOW]


def _below(around: Sequence[Line], content: Sequence[Line], headline: Line | None) -> list[Line]:
    """The article's lines without its headline, and those that have gone from inside of it."""
    own = {id(line) for line in content}
    inside = headline is None
    last = content[-1] if content else None
    found = []
    for line in around:
        if id(line) in own or inside:
            found.append(line)
        inside = (inside or line is headline) and line is not last
    return [line for line in found if line is not headline]


class _Dated(NamedTuple):
    text: str | None
    lines: set[int]


def _find_date(content: Sequence[Line], top: int, taken: set[int]) -> _Dated:
    """The line near the headline that prints a date: below it, else above, else at the end."""
    end = len(content)
    places = (*range(top, min(end, top + DATE_BELOW)), *range(max(0, top - DATE_ABOVE), top)[::-1])
    for at in (*places, *range(max(top, end - DATE_ABOVE), end)):
        line = content[at]
        if at not in taken and has_date(line) and not line.is_prose:
            date = find_date(line.words)
            return _Dated(date.text if date else None, {at})
    return _Dated(None, set())


def _body(lines: Sequence[Line], kept: Sequence[Line]) -> str:
    """Paragraphs and subheads, with a blank line between those that had one."""
    pieces: list[str] = []
    apart = False
    chosen = {id(line) for line in kept}
    for line in lines:
        apart = apart or not line.words
        if id(line) in chosen:
            pieces += ["\n\n" if apart else "\n"] * bool(pieces) + [line.words]
            apart = False
    return "".join(pieces)


def _kept(lines: Sequence[Line], headline: Line | None, body: frozenset[int]) -> list[Line]:
    """The lines that are taken for body; all, where hardly any prose would be left."""
    words = [line for line in lines if line.words and line is not headline]
    kept = [line for line in words if line.number in body]
    return kept if _prose(kept) >= LEAST_PROSE * _prose(words) else words


def _prose(lines: Sequence[Line]) -> int:
    return sum(line.width for line in lines if line.is_prose)
