"""From sampled pages to what is furniture on a site, and where its articles begin and end.

A line on a good part of the pages is *constant*. Where on the page each constant line stands,
above, in or below the article, and where the article stands among constant lines, are each learned
from the other, in a few rounds (expectation maximisation): first by prose alone, which no other
page has; then by where the constant lines were found to stand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import log

from scrapeclean.sites.rows import Row
from scrapeclean.sites.span import Odds, Span, find_span

#: Fewer independent pages say nothing: two of four are soon alike by chance.
FEWEST_PAGES = 5
#: A line is constant from this share of pages on, and at least on three. All thresholds here were
#: chosen on the sites of the development corpora with ten pages or more, where the scores hold
#: still within a third around each.
CONSTANT_SHARE = 0.3
FEWEST_CONSTANT = 3
#: Of one story told on several pages, one counts: a page counts when no other covers it, all but
#: so much prose (in characters; two or three sentences).
OWN_PROSE = 250
ROUNDS = 3
#: Laplace's rule for how often a constant line was seen above, in and below articles.
_UNSEEN = 0.5
#: The odds of a line that is not constant, or not yet known: prose of the page's own speaks for
#: the article with its width, up to WIDEST characters; short lines speak against it, the more so
#: when they stand on other pages too.
_PROSE_WEIGHT = 1 / 200
_WIDEST = 400
_UNKNOWN_CONSTANT = Odds(0.0, -2.0, 0.0)
_REPEATED_PROSE = Odds(0.0, -0.3, 0.0)
_REPEATED = Odds(0.0, -1.0, 0.0)
_SHORT, _SHORT_WIDTH = Odds(0.0, -0.3, 0.0), 40
_MIDDLE, _MIDDLE_WIDTH = Odds(0.0, 0.1, 0.0), 60
_LONG = Odds(0.0, 0.5, 0.0)
#: Prose counts as the page's own while it stands on no more than this share of the pages.
_OWN_SHARE = 0.1

#: Which of a page's copies of a line is meant: its code, whether it is the first, the last.
Place = tuple[int, bool, bool]


@dataclass(frozen=True)
class Learned:
    """What the pages of a site have in common.

    `pages` is the number of pages that count; `counts` says on how many of them a line stands;
    `constants` are the lines that mark the site's template; `odds` says of each where it stands;
    `spared` are lines that are never furniture.
    """

    pages: int
    counts: Mapping[int, int] = field(default_factory=dict)
    constants: Set[int] = frozenset()
    odds: Mapping[Place, Odds] = field(default_factory=dict)
    spared: Set[int] = frozenset()

    def is_own(self, row: Row) -> bool:
        """Return whether `row` is prose that other pages do not have."""
        return row.prose and self.counts.get(row.code, 0) <= max(1, _OWN_SHARE * self.pages)

    def places(self, rows: Sequence[Row]) -> Iterator[tuple[int, Place]]:
        """Yield the index of each constant line among `rows`, and which copy it is."""
        last = {row.code: index for index, row in enumerate(rows)}
        seen = set()
        for index, row in enumerate(rows):
            if row.code in self.constants:
                yield index, (row.code, row.code not in seen, last[row.code] == index)
                seen.add(row.code)

    def span(self, rows: Sequence[Row]) -> Span:
        """Return where among `rows`, the lines of one page, the article's prose stands."""
        places = dict(self.places(rows))
        return find_span([self._odds(row, places.get(i)) for i, row in enumerate(rows)])

    def _odds(self, row: Row, place: Place | None) -> Odds:
        if place is not None:
            return self.odds.get(place, _UNKNOWN_CONSTANT)
        if self.is_own(row):
            against = -min(row.width, _WIDEST) * _PROSE_WEIGHT
            return Odds(against, 0.0, against)
        if self.counts.get(row.code, 0) > 1:
            return _REPEATED_PROSE if row.prose else _REPEATED
        if row.width < _SHORT_WIDTH:
            return _SHORT
        return _MIDDLE if row.width < _MIDDLE_WIDTH else _LONG

    def head(self, rows: Sequence[Row], span: Span) -> int | None:
        """Return the index of the headline above the prose at `span`; None if it is not known."""
        for index in range(min(span.start, len(rows) - 1), 0, -1):
            if rows[index].titled and rows[index].code not in self.constants:
                return index
        return None


def learn(pages: Sequence[Sequence[Row]], kept: Set[int] = frozenset()) -> Learned:
    """Return what `pages` have in common; lines with a code in `kept` are never furniture."""
    counting = independent(pages)
    counts = Counter(code for page in counting for code in {row.code for row in page})
    enough = max(FEWEST_CONSTANT, CONSTANT_SHARE * len(counting))
    constants = {code for code, count in counts.items() if count >= enough} - kept
    repeated = {code: count for code, count in counts.items() if count > 1}
    learned = Learned(len(counting), repeated, constants)
    for _ in range(ROUNDS):
        learned = Learned(len(counting), repeated, constants, _where(learned, counting))
    spared = kept | _openings(learned, counting)
    return Learned(len(counting), repeated, constants - spared, learned.odds, spared)


def independent(pages: Sequence[Sequence[Row]]) -> list[Sequence[Row]]:
    """Return the pages that count: of copies, and of the states of a growing story, one each."""
    prose = [{row.code: row.width for row in page if row.prose} for page in pages]
    counts = Counter(code for lines in prose for code in lines)
    staying = dict(enumerate(prose))
    for index, lines in enumerate(prose):
        own = sum(width for code, width in lines.items() if counts[code] == 1)
        if own < OWN_PROSE and _is_covered(index, staying):
            del staying[index]
    return [pages[index] for index in staying]


def _is_covered(index: int, pages: Mapping[int, Mapping[int, int]]) -> bool:
    lines = pages[index].items()
    others = (other for number, other in pages.items() if number != index)
    return any(sum(w for code, w in lines if code not in other) < OWN_PROSE for other in others)


def _where(learned: Learned, pages: Iterable[Sequence[Row]]) -> dict[Place, Odds]:
    """Count where the constant lines of `pages` stand; the article begins with its headline."""
    seen: defaultdict[Place, list[int]] = defaultdict(lambda: [0, 0, 0])
    for rows in pages:
        span = learned.span(rows)
        if span.start == span.end:
            continue
        head = learned.head(rows, span)
        start = span.start if head is None else head
        for index, place in learned.places(rows):
            seen[place][(index >= start) + (index >= span.end)] += 1
    return {place: _smoothed(counts) for place, counts in seen.items()}


def _smoothed(counts: Sequence[int]) -> Odds:
    whole = sum(counts) + len(counts) * _UNSEEN
    return Odds(*(log((count + _UNSEEN) / whole) for count in counts))


def _openings(learned: Learned, pages: Iterable[Sequence[Row]]) -> set[int]:
    """The prose that opens stories time and again: a column's standing introduction.

    It stands in front of all prose that is the story's own, joined to the story's own lines on
    both sides; an appeal put into a story has prose above it, a notice has furniture beside it.
    """
    opening: Counter[int] = Counter()
    for rows in pages:
        first = next((i for i in range(*learned.span(rows)) if learned.is_own(rows[i])), 0)
        opening.update(set(_opening(learned, rows[:first])))
    return {code for code, count in opening.items() if 2 * count > learned.counts[code]}


def _opening(learned: Learned, above: Sequence[Row]) -> Iterator[int]:
    """The constant prose at the end of `above` that has a line of the story's own over it."""
    found: list[int] = []
    for row in reversed(above):
        if row.code not in learned.constants and not learned.is_own(row):
            yield from found
            found.clear()
        elif row.code in learned.constants and row.prose:
            found.append(row.code)
        else:
            return
