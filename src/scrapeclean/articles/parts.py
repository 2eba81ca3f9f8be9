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
from scrapeclean.articles.dates import find_date
from scrapeclean.articles.headlines import find_headline, kept_copy
from scrapeclean.articles.marks import has_date, same_headline
from scrapeclean.articles.pictures import find_captions
from scrapeclean.articles.removed import Removed
from scrapeclean.articles.splitting import Cut, find_cuts
from scrapeclean.articles.story import Story
from scrapeclean.lines import Line
from scrapeclean.page import Page

#: So many lines below the headline a date is the article's; so many above it, or at the end.
DATE_BELOW = 12
DATE_ABOVE = 4
#: A line between headline and first paragraph that is no wider is a section's name or the like.
LABEL_WIDTH = 25
#: So many lines that have gone from below an article may still name its author.
REMOVED_BELOW = 12

#: Labels above the headline are sections and kickers; from this share of the article on they are
#: its text, as in an agenda or a list whose heading was taken for the headline.
ASIDE_SHARE = 0.2


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
    removed = Removed.of(page)
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


def _read(lines: Sequence[Line], removed: Removed, span: tuple[int, int], why: str) -> Article:
    story = removed.story(lines, span)
    top = find_headline(story)
    headline = kept_copy(story, top) if top is not None else None
    captions = find_captions(story, top)
    shown = {id(line) for caption in captions for line in caption}
    taken = {place for place, line in enumerate(story.lines) if id(line) in shown}
    byline, date = find_byline(story, top or 0, taken), _find_date(story, top or 0, taken)
    other = shown | {id(story.lines[place]) for place in byline.lines | date.lines}
    return Article(
        headline=headline.words if headline else None,
        byline=byline.names,
        date=date.text,
        captions=tuple(" ".join(line.words for line in caption) for caption in captions),
        body=_body(lines, headline, other),
        start=span[0],
        end=span[1],
        why=why,
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
        if at not in taken and has_date(line) and not line.is_prose:
            date = find_date(line.words)
            return _Dated(date.text if date else None, {at})
    return _Dated(None, set())


def _body(lines: Sequence[Line], headline: Line | None, other: set[int]) -> str:
    """Paragraphs and subheads, with a blank line between those that had one."""
    pieces: list[str] = []
    apart = False
    kept = {id(line) for line in _kept(lines, headline)} - other
    for line in lines:
        apart = apart or not line.words
        if id(line) in kept:
            pieces += ["\n\n" if apart else "\n"] * bool(pieces) + [line.words]
            apart = False
    return "".join(pieces)


def _kept(lines: Sequence[Line], headline: Line | None) -> list[Line]:
    """Below the headline all lines, above it paragraphs alone; short labels between the headline
    and the first paragraph are neither. Where either is much of the article, it is its text."""
    top = _place(lines, headline)
    words = [line for line in lines if line.words and line is not headline]
    above = [line for line in lines[:top] if line.words and line is not headline]
    below = words[len(above) :]
    paragraph = next((at for at, line in enumerate(below) if line.is_prose), 0)
    between = [line for line in below[: max(0, paragraph - 1)] if _is_label(line)]
    few = ASIDE_SHARE * _mass(words)
    aside = {id(line) for line in above if not line.is_prose} if _mass(above) <= few else set()
    aside |= {id(line) for line in between} if _mass(between) <= few else set()
    aside |= _spellings(words[: len(above) + paragraph], headline, lines)
    return [line for line in words if id(line) not in aside]


def _spellings(above: Sequence[Line], headline: Line | None, lines: Sequence[Line]) -> set[int]:
    """The other spellings of a headline that has gone, among the lines `above` the paragraphs."""
    if headline is None or any(line is headline for line in lines):
        return set()
    return {id(line) for line in above if same_headline(line, headline)}


def _is_label(line: Line) -> bool:
    return line.width < LABEL_WIDTH and not line.ends_sentence


def _mass(lines: Sequence[Line]) -> int:
    return sum(line.width for line in lines)


def _place(lines: Sequence[Line], headline: Line | None) -> int:
    """How many of `lines` stand above the headline, which may itself have gone."""
    if headline is None:
        return 0
    here = next((at for at, line in enumerate(lines) if line is headline), None)
    return sum(line.start < headline.start for line in lines) if here is None else here
