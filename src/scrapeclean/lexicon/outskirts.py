"""Labels of ordinary words where no subhead can stand: "Share" above the story, "Next" below it.

Between two paragraphs "Comments" may head a part of the article. Between its headline and its first
paragraph it heads nothing, and below its last paragraph there is nothing to head.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scrapeclean.lexicon.hits import hits
from scrapeclean.lexicon.matching import Match
from scrapeclean.page import Page

#: The kinds whose labels count there. Below a story labels of sections count as well; above it
#: they are kickers. Of 4,058 pages of the development corpora, whole and as main content, 120 lines
#: of furniture go by this, and five short ones that also stand in a gold text.
ABOVE = frozenset(["comments", "reading time", "share", "widget"])
BELOW = ABOVE | {"feed", "navigation", "player", "related"}
#: Narrower ones are letters: the answer to a question, the head of a column.
NARROWEST = 2
#: The whole line is a label, or several of them.
_WHOLE = ("line", "row")
_KEY = "lexicon.outskirts"


def hits_and_outskirts(page: Page) -> Mapping[int, Match]:
    """Return the hits of `page`, and the labels that need company above the first and below the
    last paragraph, by the index of their line.

    The line scorer is not told of these: a label in doubt says little about the lines around it.
    """
    found: Mapping[int, Match] | None = page.notes.get(_KEY)
    if found is None:
        found, labels = hits(page), _outskirts(page)
        if labels:
            found = dict(sorted({**found, **labels}.items()))
        page.notes[_KEY] = found
    return found


def _outskirts(page: Page) -> dict[int, Match]:
    found, lines = hits(page), page.content_lines
    looked = [line.hit for line in lines]
    doubtful = [
        place
        for place, (index, hit) in enumerate(zip(page.content, looked, strict=True))
        if hit is not None and index not in found and lines[place].width >= NARROWEST
    ]
    if not doubtful:
        return {}
    places = [*_above(page, looked, doubtful), *_below(page, looked, doubtful)]
    return {page.content[place]: looked[place] for place in places}


def _below(page: Page, looked: Sequence[Match | None], doubtful: Sequence[int]) -> Iterator[int]:
    """Those of the `doubtful` places, if nothing but labels stands below the last paragraph."""
    end = len(looked)
    while end and looked[end - 1] is not None:
        end -= 1
    if end and page.content_lines[end - 1].is_prose:
        yield from (at for at in doubtful if at >= end and _is_label(looked[at], BELOW))


def _above(page: Page, looked: Sequence[Match | None], doubtful: Sequence[int]) -> Iterator[int]:
    """Those between the headline, or what else is no label, and the first paragraph."""
    labels = [at for at in doubtful if _is_label(looked[at], ABOVE)]
    if labels:
        first = next((at for at, line in enumerate(page.content_lines) if line.is_prose), 0)
        headline = next((at for at in range(first) if looked[at] is None), first)
        yield from (at for at in labels if headline < at < first)


def _is_label(match: Match | None, kinds: frozenset[str]) -> bool:
    return match is not None and match.kind in kinds and match.how in _WHOLE
