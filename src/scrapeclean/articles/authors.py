"""The byline of an article: which of its lines name the authors."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from scrapeclean.articles.bylines import cut_names, has_role, is_byline_word, is_name, read_byline
from scrapeclean.articles.marks import has_date
from scrapeclean.lines import Line

#: A byline stands within so many lines below the headline, or above it ...
BELOW = 12
ABOVE = 6
#: ... or among so many at the article's end.
END = 15


class Byline(NamedTuple):
    """The names as the page prints them, and the lines that hold nothing else."""

    names: str | None
    lines: set[int]


def find_byline(lines: Sequence[Line], headline: int, taken: Collection[int]) -> Byline:
    """Return who wrote the article that `lines` are; lines in `taken` are other parts of it."""
    near = [*range(headline + 1, headline + 1 + BELOW), *range(headline)[-ABOVE:][::-1]]
    end = range(max(headline + 1, len(lines) - END), len(lines))
    for places in (near, end, range(headline + 1, len(lines))):
        free = [at for at in places if at < len(lines) and at not in taken]
        found = next(_worded(lines, free), None) or (
            next(_bare(lines, free), None) if places is not end else None
        )
        if found:
            return found
    return Byline(None, set())


def _worded(lines: Sequence[Line], places: Sequence[int]) -> Iterator[Byline]:
    """Lines with a byline word, in front of the names or on the line above them."""
    for at in places:
        words = lines[at].words
        if is_byline_word(words) and at + 1 < len(lines):
            names = cut_names(lines[at + 1].words.strip(" •"))
            if names:
                yield Byline(names, {at, at + 1})
        elif not lines[at].is_prose and (names := read_byline(words)):
            yield Byline(names, {at})


def _bare(lines: Sequence[Line], places: Sequence[int]) -> Iterator[Byline]:
    """A name alone on its line, with a date or a role beside it."""
    for at in places:
        words = lines[at].words.strip(" •")
        names = cut_names(words) if is_name(words) or "|" in words or "/" in words else None
        if names and is_name(names):
            beside = lines[at + 1 : at + 3]
            if has_date(lines[at]) or any(has_date(x) or has_role(x.words) for x in beside):
                yield Byline(names, {at})
