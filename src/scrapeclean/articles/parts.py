"""The parts of an article: headline, byline, date, captions, body.

Read on the clean page. What the cleaners have removed speaks as well: the line that kept its
place while its copies went is a caption, or the headline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scrapeclean.articles.authors import find_byline
from scrapeclean.articles.captions import find_captions
from scrapeclean.articles.dates import find_date
from scrapeclean.articles.headlines import find_headline
from scrapeclean.articles.marks import has_date
from scrapeclean.articles.splitting import Cut, find_cuts
from scrapeclean.lines import Line
from scrapeclean.page import Page

#: So many lines below the headline a date is the article's; so many above it, or at the end.
DATE_BELOW = 12
DATE_ABOVE = 4
#: A line between headline and first paragraph that is no wider is a section's name or the like.
LABEL_WIDTH = 25


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
    removed = _Removed.of(page)
    return tuple(
        _read(page.lines[first:last], removed, (start, end), why)
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


@dataclass(frozen=True)
class _Removed:
    """Keys of the lines of which copies have gone."""

    headlines: frozenset[str]
    captions: frozenset[str]

    @classmethod
    def of(cls, page: Page) -> _Removed:
        def keys(cleaner: str) -> frozenset[str]:
            edits = (edit for edit in page.journal if edit.cleaner == cleaner)
            return frozenset(Line(edit.old, 0, 0).key for edit in edits)

        return cls(keys("repeated_headlines"), keys("repeated_captions"))


def _read(lines: Sequence[Line], removed: _Removed, span: tuple[int, int], why: str) -> Article:
    content = [line for line in lines if line.words]
    headline = find_headline(content, removed.headlines)
    top = headline or 0
    captions = find_captions(content, top, removed.captions)
    taken = {at for caption in captions for at in caption}
    byline = find_byline(content, top, taken)
    dated = _find_date(content, top, taken)
    used = taken | byline.lines | ({dated} if dated is not None else set())
    date = find_date(content[dated].words) if dated is not None else None
    return Article(
        headline=content[headline].words if headline is not None else None,
        byline=byline.names,
        date=date.text if date else None,
        captions=tuple(" ".join(content[at].words for at in caption) for caption in captions),
        body=_body(lines, content, headline, used),
        start=span[0],
        end=span[1],
        why=why,
    )


def _find_date(content: Sequence[Line], top: int, taken: set[int]) -> int | None:
    """The line near the headline that prints a date: below it, else above, else at the end."""
    end = len(content)
    places = (*range(top, min(end, top + DATE_BELOW)), *range(max(0, top - DATE_ABOVE), top)[::-1])
    for at in (*places, *range(max(top, end - DATE_ABOVE), end)):
        line = content[at]
        if at not in taken and has_date(line) and not line.is_prose:
            return at
    return None


def _body(
    lines: Sequence[Line], content: Sequence[Line], headline: int | None, used: set[int]
) -> str:
    """Paragraphs and subheads, with a blank line between those that had one."""
    kept = {id(content[at]) for at in _kept(content, headline, used)}
    pieces: list[str] = []
    apart = False
    for line in lines:
        apart = apart or not line.words
        if id(line) in kept:
            pieces += ["\n\n" if apart else "\n"] * bool(pieces) + [line.words]
            apart = False
    return "".join(pieces)


def _kept(content: Sequence[Line], headline: int | None, used: set[int]) -> Iterator[int]:
    """Below the headline all that is no other part, above it paragraphs alone; short labels
    between the headline and the first paragraph are none of either."""
    start = -1 if headline is None else headline
    below = range(start + 1, len(content))
    first = next((at for at in below if content[at].is_prose), len(content))
    for at, line in enumerate(content):
        if at in used or at == headline:
            continue
        label = start < at < first - 1 and line.width < LABEL_WIDTH and not line.ends_sentence
        if line.is_prose or (at > start and not (label and first < len(content))):
            yield at
