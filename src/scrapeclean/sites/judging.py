"""Which lines of a page are furniture, by what was learned of its site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrapeclean.sites.learning import Learned
from scrapeclean.sites.rows import Row
from scrapeclean.sites.span import Span

#: Inside the article a line needs half of the pages to be furniture: reporters' names, subheads and
#: the introductions of columns come back too.
FURNITURE_SHARE = 0.5
#: What stands above and below is believed to be no article only while the span found holds at
#: least this share of the page's own prose: less than that, and the page is of another kind than
#: those learned from; much less than half, because comments may outweigh an article.
TRUSTED_SHARE = 0.2


@dataclass(frozen=True)
class Verdict:
    """Line `line` goes. `mark` is the index of the line that says so: itself, or the constant
    line that ends the article above it, or stands over the headline below it; `pages` is on how
    many pages that line stands."""

    line: int
    mark: int
    pages: int

    @property
    def by_itself(self) -> bool:
        """Whether the line goes for what it is, and not for where it stands."""
        return self.mark == self.line


@dataclass(frozen=True)
class Layout:
    """Where on one page the article stands: its prose at `span`, the lines between the furniture
    above and below it in its `slot`; its `headline`, None where that is not known."""

    span: Span
    slot: Span
    headline: int | None


def find_layout(rows: Sequence[Row], learned: Learned) -> Layout | None:
    """Return the layout of the page with `rows`; None where it cannot be trusted."""
    span = learned.span(rows)
    own = [i for i, row in enumerate(rows) if learned.is_own(row)]
    found = sum(rows[i].width for i in own if span.start <= i < span.end)
    if not found or found < TRUSTED_SHARE * sum(rows[i].width for i in own):
        return None
    marks = [i for i, row in enumerate(rows) if _is_furniture(row, learned)]
    start = max((i + 1 for i in marks if i < span.start), default=0)
    end = min((i for i in marks if i >= span.end), default=len(rows))
    return Layout(span, Span(start, end), learned.head(rows, span))


def judge(rows: Sequence[Row], learned: Learned, layout: Layout | None) -> Iterator[Verdict]:
    """Yield a verdict on each line among `rows`, those of one page, that is furniture.

    Nothing is judged by its place alone on a page without constant lines, so that a page once
    cleaned stays as it is.
    """
    top, bottom = _borders(rows, learned, layout)
    for index, row in enumerate(rows):
        if top < index < bottom and not _is_furniture(row, learned):
            continue
        itself = row.code in learned.constants
        mark = index if itself else top if index < top else bottom
        yield Verdict(index, mark, learned.counts[rows[mark].code])


def _borders(rows: Sequence[Row], learned: Learned, layout: Layout | None) -> tuple[int, int]:
    """The last constant line over the headline, and the first one below the article.

    Without a headline nothing is known to be above it.
    """
    if layout is None:
        return -1, len(rows)
    marks = [i for i, row in enumerate(rows) if row.code in learned.constants]
    top = max((i for i in marks if i < (layout.headline or 0)), default=-1)
    return top, min((i for i in marks if i >= layout.span.end), default=len(rows))


def _is_furniture(row: Row, learned: Learned) -> bool:
    """A date is the article's own, though it looks like all others with its digits folded."""
    return (
        row.code in learned.constants
        and learned.counts[row.code] >= FURNITURE_SHARE * learned.pages
        and not row.dated
    )
