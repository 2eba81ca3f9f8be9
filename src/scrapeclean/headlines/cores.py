"""What of a headline may be the headline itself when the names around it are taken off."""

from __future__ import annotations

from collections.abc import Iterator
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
    """Every run of segments, but the whole, that may be the headline."""
    segments = headline.segments[:MOST_SEGMENTS]
    starts = [0, *(i for i in range(1, len(segments)) if _heads(segments[: i + 1], names))]
    ends = [i for i in range(1, len(segments)) if _tails(headline.segments[i:], names)]
    for start in starts:
        for end in (*ends, len(headline.segments)):
            if start < end and (start or end < len(headline.segments)):
                core = _core(headline.segments, start, end, names)
                if _is_enough(core, names):
                    yield core


def _heads(segments: tuple[Segment, ...], names: Names) -> bool:
    """Whether all segments but the last may be names in front of it."""
    *heads, first = segments
    if any(head.key not in names.heads and is_one_of_a_series(head) for head in heads):
        return False
    nearest = heads[-1]
    if nearest.key in names.heads or is_domain(nearest):
        return True
    if first.before == Joint.COLON:
        return len(nearest.words) <= LONGEST_COLON_HEAD and "," not in nearest.text
    return first.before == Joint.BAR or (first.before == Joint.DASH and not is_clause(nearest))


def _tails(tails: tuple[Segment, ...], names: Names) -> bool:
    """Whether all segments may be names after a headline: the first one's joint tells."""
    if any(tail.key not in names.tails and is_one_of_a_series(tail) for tail in tails):
        return False
    nearest = tails[0]
    if nearest.key in names.tails or is_domain(nearest):
        return True
    if nearest.before == Joint.BRACKET:
        return len(nearest.words) <= LONGEST_BRACKET
    return nearest.before == Joint.BAR or (nearest.before == Joint.DASH and not is_clause(nearest))


def _core(segments: tuple[Segment, ...], start: int, end: int, names: Names) -> Core:
    heads, kept, tails = segments[:start], segments[start:end], segments[end:]
    learned = all(s.key in names.heads for s in heads) and all(s.key in names.tails for s in tails)
    words = tuple(word for segment in kept for word in segment.words)
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
