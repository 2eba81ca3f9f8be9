"""Lines in doubt: how a line reads on its page, weighed with what is known of its site.

The line scorer sees one page, and there tells a teaser from a subhead by shape and surroundings
alone. The site knows where its articles stand, and which lines come back. Neither is sure; together
they are, more often. What reads like an article's text stays, wherever it stands.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrapeclean.articles.bylines import read_byline
from scrapeclean.facts import Facts
from scrapeclean.sites.judging import Layout
from scrapeclean.sites.learning import Learned
from scrapeclean.sites.rows import Row

#: How far above the scorer's bar, in log-odds, a line must be: more outside the article's slot,
#: less in it; prose of the page's own, and what stands between, goes only where the scorer is
#: sure. Chosen on sites that the scorer had not seen, where the scores hold still within .5 around
#: each.
OUTSIDE, SLOT, OWN = 0.7, -0.8, -2.3
#: What each further page with the line takes off its log-odds, up to so many pages.
REPEATED, MOST_REPEATED = 1.0, 2
#: A line with a picture's credit is a caption from these log-odds on, as for the scorer itself.
CAPTION = -2.0


@dataclass(frozen=True)
class Doubt:
    """Line `line` goes for how it reads, its log-odds to be article being `odds`, in the slot of
    the site's articles or not; it stands on `pages` pages."""

    line: int
    odds: float
    in_slot: bool
    pages: int

    @property
    def confidence(self) -> float:
        """How likely the line is furniture."""
        return 1 / (1 + math.exp(self.odds))


def weigh(
    page: Sequence[tuple[Facts, Row, float]], bar: float, learned: Learned, layout: Layout
) -> Iterator[Doubt]:
    """Yield a doubt for each line of `page` that is likelier furniture than article.

    `page` holds, for each line, its facts, its row and its log-odds to be article; below `bar` a
    line is furniture for one who knows the page alone. Headlines, bylines, dates and captions
    are spared.
    """
    own = [i for i in range(*layout.slot) if learned.is_own(page[i][1])]
    for index, (line, row, score) in enumerate(page):
        count = learned.counts.get(row.code, 1)
        between = bool(own) and own[0] < index < own[-1]  # subheads and names may come back
        odds = score - REPEATED * (0 if between else min(count - 1, MOST_REPEATED))
        in_slot = layout.slot.start <= index < layout.slot.end
        likely = between or learned.is_own(row)
        asked = (OWN if likely else SLOT) if in_slot else OUTSIDE
        spared = row.code in learned.spared or _is_front(line, row, score)
        if odds < bar + asked and not spared:
            yield Doubt(index, odds, in_slot, count)


def _is_front(line: Facts, row: Row, score: float) -> bool:
    """Whether `line`, taken alone, is a headline, date, caption or byline."""
    if row.dated or row.titled or (line.credited and score > CAPTION):
        return True
    return read_byline(line.words) is not None
