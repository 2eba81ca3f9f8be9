"""Labels of ordinary words where no subhead can stand: "Share" above the story, "Next" below it.

Between two paragraphs "Comments" may head a part of the article. Between its headline and its first
paragraph it heads nothing, and below its last paragraph there is nothing to head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrapeclean.lexicon.matching import Match
from scrapeclean.lines import Line

#: The kinds whose labels count there. Below a story labels of sections count as well: above it they
#: are kickers. Of the labels that a first version of this found in 6,105 texts of the development
#: corpora 208 are furniture and 11 stand in gold texts, most of them "Related:" and the like.
ABOVE = frozenset(["comments", "reading time", "share", "widget"])
BELOW = ABOVE | {"feed", "navigation", "player", "related"}
#: The whole line is a label, or several of them.
_WHOLE = ("line", "row")


def outskirts(
    lines: Sequence[Line], looked: Sequence[Match | None], doubtful: Sequence[int]
) -> set[int]:
    """Return those of the `doubtful` places, in order, that hold labels above the first or below
    the last paragraph of `lines`; `looked` holds what the lexicon sees in each line."""
    above = [at for at in doubtful if _is_label(looked[at], ABOVE)]
    end = _end(lines, looked)
    below = [at for at in doubtful if at >= end and _is_label(looked[at], BELOW)]
    return {*below, *_under_headline(lines, looked, above)}


def _end(lines: Sequence[Line], looked: Sequence[Match | None]) -> int:
    """The place from which on there is nothing but labels, if a paragraph stands above them."""
    end = len(lines)
    while end and looked[end - 1] is not None:
        end -= 1
    return end if end and lines[end - 1].is_prose else len(lines)


def _under_headline(
    lines: Sequence[Line], looked: Sequence[Match | None], labels: Sequence[int]
) -> Iterator[int]:
    """Those of `labels` between the headline, or what else is no label, and the first paragraph."""
    if labels:
        first = next((at for at, line in enumerate(lines) if line.is_prose), 0)
        headline = next((at for at in range(first) if looked[at] is None), first)
        yield from (at for at in labels if headline < at < first)


def _is_label(match: Match | None, kinds: frozenset[str]) -> bool:
    return match is not None and match.kind in kinds and match.how in _WHOLE
