"""What of a headline may be the headline itself when the names around it are taken off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from scrapeclean.headlines.forms import is_clause, is_date, is_domain, is_one_of_a_series, name
from scrapeclean.headlines.names import Names
from scrapeclean.headlines.parts import DIGIT, Headline, Joint, Segment, join_keys, weight

# All weights were set on 3,700 spellings of 2,400 headlines and on tests/cases/headlines.tsv. A
# weight a third smaller or larger moves F1 by .002 at most.

# Least weight, in letters, of what is left when names are taken off. "Weather forecast" and
# "Interview" say too little to stand for a headline of which they are one part.
LEAST = 14
LEAST_IF_LEARNED = 8
# Two different names taken off, one on each side: the rest must be a whole sentence, for
# "Weather for the weekend | Prague" and "… | Brno" are two things.
LEAST_COMPETING = 28
LEAST_COMPETING_LEARNED = 22
LEAST_COMPLEMENTARY = 18
# From here the rest is surely the headline, even if more is taken off than is left.
WHOLE_SENTENCE = 20
MOST_AFTER = 3  # times the weight of a headline may follow it in names

MOST_SEGMENTS = 12  # cores are sought among so many first segments; 99.9 % of titles have less
LONGEST_COLON_HEAD = 5  # words; "The Press Association:" but no whole clause
LONGEST_BRACKET = 4  # words; "(via Reuters)", not a remark that says something


class Core(NamedTuple):
    """A run of segments that may be the headline; the rest would be names."""

    key: str
    words: tuple[str, ...]
    heads: tuple[Segment, ...]
    kept: tuple[Segment, ...]
    tails: tuple[Segment, ...]
    learned: bool  # all that is taken off is known from the batch


def cores(headline: Headline, names: Names) -> Iterator[Core]:
    """Yield every run of segments, but the whole, that may be the headline."""
    segments = headline.segments
    starts = [0, *_starts(segments[:MOST_SEGMENTS], names.heads)]
    ends = [*_ends(segments, names.tails), len(segments)]
    for start in starts:
        for end in ends:
            if start < end and (start or end < len(segments)):
                core = _core(segments, start, end, names)
                if _is_enough(core, names):
                    yield core


def _starts(segments: tuple[Segment, ...], known: frozenset[str]) -> Iterator[int]:
    """Where the headline may start, if all in front are names."""
    for i, (head, first) in enumerate(pairwise(segments), 1):
        if head.key not in known and is_one_of_a_series(head):
            return
        if head.key in known or _may_be_head(head, first.before):
            yield i


def _may_be_head(head: Segment, after: Joint) -> bool:
    if after == Joint.BAR or is_domain(head):
        return True
    if after == Joint.COLON:
        return len(head.words) <= LONGEST_COLON_HEAD and "," not in head.text
    return after == Joint.DASH and not is_clause(head)


def _ends(segments: tuple[Segment, ...], known: frozenset[str]) -> Iterator[int]:
    """Where the headline may end, if all that follows are names; from the last one back."""
    for i in range(len(segments) - 1, 0, -1):
        tail = segments[i]
        if tail.key not in known and is_one_of_a_series(tail):
            return
        if i < MOST_SEGMENTS and (tail.key in known or _may_be_tail(tail)):
            yield i


def _may_be_tail(tail: Segment) -> bool:
    if tail.before == Joint.BAR or is_domain(tail):
        return True
    if tail.before == Joint.BRACKET:
        return len(tail.words) <= LONGEST_BRACKET
    return tail.before == Joint.DASH and not is_clause(tail)


def _core(segments: tuple[Segment, ...], start: int, end: int, names: Names) -> Core:
    heads, kept, tails = segments[:start], segments[start:end], segments[end:]
    learned = all(s.key in names.heads for s in heads) and all(s.key in names.tails for s in tails)
    words = kept[0].words if len(kept) == 1 else tuple(chain(*(segment.words for segment in kept)))
    return Core(join_keys(kept), words, heads, kept, tails, learned)


def _is_enough(core: Core, names: Names) -> bool:
    """Whether what is left says enough to stand for the headline."""
    size = weight(core.key)
    if all(segment.key in names.tails or segment.key in names.heads for segment in core.kept):
        return False
    if any(is_date(segment) for segment in core.heads + core.tails):
        return size >= LEAST_COMPETING
    if core.learned or size >= WHOLE_SENTENCE:
        return size >= LEAST_IF_LEARNED
    taken = weight("".join(s.key for s in core.heads + core.tails))
    return size >= LEAST and taken <= size * (1 if core.heads else MOST_AFTER)


def agree(a: Core, b: Core) -> bool:
    """Whether two headlines with the same core, both with names around it, are one.

    They are if one has all names of the other, or if the names do not compete for one place
    ("BBC News - …" and "… | Society"). Competing names, "… | Prague" and "… | Brno", need a
    long core, firm joints, and no number that tells one from the other.
    """
    mine, yours = ({name(segment) for segment in c.heads + c.tails} for c in (a, b))
    if mine <= yours or yours <= mine:
        return True
    if not (a.heads and b.heads) and not (a.tails and b.tails):
        return weight(a.key) >= LEAST_COMPLEMENTARY
    learned = a.learned and b.learned
    if (a.heads and b.heads and not learned) or _numbers(mine) != _numbers(yours):
        return False
    least = LEAST_COMPETING_LEARNED if learned else LEAST_COMPETING
    return weight(a.key) >= least and _only_firm_joints(a) and _only_firm_joints(b)


def _numbers(keys: set[str]) -> set[str]:
    return {key for key in keys if DIGIT.search(key)}


def _only_firm_joints(core: Core) -> bool:
    """Whether bars or dashes alone part the core from what is around it."""
    joints = [segment.before for segment in core.kept[:1] if core.heads]
    return all(joint <= Joint.DASH for joint in joints + [s.before for s in core.tails[:1]])
