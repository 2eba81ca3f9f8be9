"""The headline that the line scorer takes for the last label of the menu above it.

On a page of few paragraphs a menu weighs so much that the headline goes with it. But what it says
comes back in the story's first sentences, which a label's words hardly ever do.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from scrapeclean.facts import may_be_wide
from scrapeclean.lines import Line
from scrapeclean.model.sentences import SENTENCE_WIDTH
from scrapeclean.patterns import pattern

#: Headlines are so wide; what is shorter is a label.
WIDTH = range(20, 191)
#: So many lines above the first sentence one may stand, with byline, date and share bar below it.
REACH = 12
#: So many sentences tell what the story is about; shorter ones are teasers and captions.
SENTENCES = 6
#: So many of its words, and such a share of them, come back there. On pages that the scorer knows,
#: where it hardly ever loses the headline, one page in 300 has such a line.
LEAST, SHARE = 2, 0.5
# The first letters of a word, as endings change; in scripts without spaces pairs of letters.
_STEM = pattern(r"(?<![^\W\d_])[^\W\d_]{4,5}")
_PAIR = pattern(r"(?=([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2}))")


def lost_headline(lines: Sequence[Line], low: Collection[int], gone: Collection[int]) -> int | None:
    """Return the place in `gone`, the `lines` that are to go, of the headline, unless another line
    that says the same stays; `low` holds the places of lines that the scorer takes for furniture,
    whoever is to take them away."""
    told = _first_sentences(lines, low)
    first = told[0] if told else 0
    near = range(max(0, first - REACH), first)
    may_be = [at for at in near if at in gone and lines[at].width in WIDTH]
    if not may_be:
        return None
    story = frozenset[str]().union(*(_stems(lines[at]) for at in told))
    share, best = max((_share(lines[at], story), at) for at in may_be)
    staying = (lines[at] for at in range(first) if at not in low and lines[at].width in WIDTH)
    if share < SHARE or any(_share(line, story) >= SHARE for line in staying):
        return None
    return best


def _first_sentences(lines: Sequence[Line], low: Collection[int]) -> list[int]:
    """The places of the first sentences that stay."""
    wide = (at for at, line in enumerate(lines) if line.width >= SENTENCE_WIDTH and at not in low)
    return list(islice((at for at in wide if lines[at].ends_sentence), SENTENCES))


def _share(line: Line, story: frozenset[str]) -> float:
    stems = _stems(line)
    shared = len(stems & story)
    return shared / len(stems) if shared >= LEAST else 0.0


def _stems(line: Line) -> frozenset[str]:
    pairs = _PAIR.findall(line.key) if may_be_wide(line.key) else []
    return frozenset(pairs or _STEM.findall(line.key))
