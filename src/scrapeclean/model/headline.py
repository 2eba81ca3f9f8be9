"""The headline that the line scorer takes for the last label of the menu above it.

On a page of few paragraphs a menu weighs so much that the headline goes with it. But what it says
comes back in the story's first sentences, which a label's words hardly ever do.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scrapeclean.lines import Line
from scrapeclean.patterns import pattern

#: Headlines are so wide; what is shorter is a label.
WIDTH = range(20, 191)
#: So many lines above the first sentence one may stand, with byline, date and share bar below it.
REACH = 12
#: So many sentences tell what the story is about; shorter ones are teasers and captions.
SENTENCES, SENTENCE_WIDTH = 6, 50
#: Of its words so many, and such a share, come back there. Of the lines that are saved so on pages
#: known to the scorer, which hardly ever loses their headlines, there is one on 300 pages.
LEAST, SHARE = 2, 0.5
#: The first letters of a word, as endings change; of scripts without spaces pairs of letters.
_STEM = pattern(r"(?=([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2}))|(?<![^\W\d_])[^\W\d_]{4,5}")


def lost_headline(lines: Sequence[Line], low: Collection[int], gone: Collection[int]) -> int | None:
    """Return the place in `gone`, the `lines` that are to go, of the headline, unless another line
    that says the same stays; `low` holds the places of lines that the scorer takes for furniture,
    whoever is to take them away."""
    first, story = _story(lines, low)
    best = (0.0, -1)
    for at in range(first):
        if at in low and not (at in gone and at >= first - REACH):
            continue
        share = _share(lines[at], story) if lines[at].width in WIDTH else 0.0
        if share >= SHARE:
            if at not in low:
                return None
            best = max(best, (share, at))
    return best[1] if best[0] else None


def _story(lines: Sequence[Line], low: Collection[int]) -> tuple[int, frozenset[str]]:
    """The place of the first sentence that stays, and the stems of the first few."""
    told = [
        at
        for at, line in enumerate(lines)
        if at not in low and line.ends_sentence and line.width >= SENTENCE_WIDTH
    ][:SENTENCES]
    words = frozenset[str]().union(*(_stems(lines[at]) for at in told))
    return (told[0] if told else 0), words


def _share(line: Line, story: frozenset[str]) -> float:
    stems = _stems(line)
    shared = len(stems & story)
    return shared / len(stems) if shared >= LEAST else 0.0


def _stems(line: Line) -> frozenset[str]:
    return frozenset([found[1] or found[0] for found in _STEM.finditer(line.key)])
