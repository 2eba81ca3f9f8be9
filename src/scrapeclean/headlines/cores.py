"""What of a headline may be the headline itself when the names around it are taken off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scrapeclean.headlines.names import Names
from scrapeclean.headlines.parts import DIGIT, WIDE, Headline, Joint, Segment, join_keys, weight
from scrapeclean.headlines.wordlists import SERIAL

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
# The least that an ellipsis must leave: four whole words and the beginning of a fifth.
LEAST_BEFORE_CUT = 20
LEAST_WORDS_BEFORE_CUT = 5
# From here the rest is surely the headline, even if more is taken off than is left.
WHOLE_SENTENCE = 20
MOST_AFTER = 3  # times the weight of a headline may follow it in names

MOST_SEGMENTS = 12  # cores are sought among so many first segments; 99.9 % of titles have less
LONGEST_COLON_HEAD = 5  # words; "The Press Association:" but no whole clause
LONGEST_CLAUSE_FREE = 3  # words; a longer dashed part in lower case is a clause, a new fact
LONGEST_WITH_DOMAIN = 8  # words; with a domain at its end, but no headline "by Example.com"
LONGEST_BRACKET = 4  # words; "(via Reuters)", not a remark that says something

AFTER_ELLIPSIS = " )]"
DOMAIN = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+){0,3}\.[a-z]{2,12}\)?", re.IGNORECASE)
PROTOCOL = frozenset({"http", "https", "www"})
YEAR = re.compile(r"(?:19|20)\d\d$")
DAY = re.compile(r"\d{1,2} [^\W\d]+ (?:19|20)\d\d|[^\W\d]+ \d{1,2}¤(?:19|20)\d\d")
DATE = re.compile(r"\d{1,4}¤\d{1,2}¤\d{2,4}$")


class Core(NamedTuple):
    """A run of segments that may be the headline; the rest would be names."""

    key: str
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
    if any(head.key not in names.heads and _is_one_of_a_series(head) for head in heads):
        return False
    nearest = heads[-1]
    if nearest.key in names.heads or _is_domain(nearest):
        return True
    if first.before == Joint.COLON:
        return len(nearest.words) <= LONGEST_COLON_HEAD and "," not in nearest.text
    return first.before == Joint.BAR or (first.before == Joint.DASH and not _is_clause(nearest))


def _tails(tails: tuple[Segment, ...], names: Names) -> bool:
    """Whether all segments may be names after a headline: the first one's joint tells."""
    if any(tail.key not in names.tails and _is_one_of_a_series(tail) for tail in tails):
        return False
    nearest = tails[0]
    if nearest.key in names.tails or _is_domain(nearest):
        return True
    if nearest.before == Joint.BRACKET:
        return len(nearest.words) <= LONGEST_BRACKET
    return nearest.before == Joint.BAR or (nearest.before == Joint.DASH and not _is_clause(nearest))


def _is_domain(segment: Segment) -> bool:
    """Whether it ends in something like a domain: "Sacramento Bee sacbee.com"."""
    if len(segment.words) > LONGEST_WITH_DOMAIN:
        return False
    return "." in segment.text and DOMAIN.fullmatch(segment.text.rsplit(None, 1)[-1]) is not None


def _is_clause(segment: Segment) -> bool:
    """Whether it tells something, "– at least five dead"; names have capitals if a script has."""
    words = segment.text.split()
    if segment.text.islower():
        return len(words) > 1 and not _is_date(segment)
    return len(words) > LONGEST_CLAUSE_FREE and 2 * sum(map(str.islower, words)) > len(words)


def _is_one_of_a_series(segment: Segment) -> bool:
    """Whether a number in it makes another story of the same words: "Part 2", "2024", "12:5"."""
    words = segment.words
    if not DIGIT.search(segment.key) or _is_date(segment):
        return False
    for i, word in enumerate(words):
        if DIGIT.search(word) and not DATE.match(word):
            if WIDE.search(word) or (len(words) == 1 and not word.isalnum()):
                return True
            beside = SERIAL.intersection(words[max(0, i - 1) : i + 2])
            if word.isdigit() and (len(words) == 1 or YEAR.match(word) or beside):
                return True
    return False


def _is_date(segment: Segment) -> bool:
    """Whether it is the day a page was made, to the year, and nothing else: "4 January 2012"."""
    return DAY.fullmatch(" ".join(segment.words)) is not None


def _core(segments: tuple[Segment, ...], start: int, end: int, names: Names) -> Core:
    heads, kept, tails = segments[:start], segments[start:end], segments[end:]
    learned = all(s.key in names.heads for s in heads) and all(s.key in names.tails for s in tails)
    return Core(join_keys(kept), heads, kept, tails, learned)


def _is_enough(core: Core, names: Names) -> bool:
    """Whether what is left says enough to stand for the headline."""
    size = weight(core.key)
    if all(segment.key in names.tails or segment.key in names.heads for segment in core.kept):
        return False
    if any(_is_date(segment) for segment in core.heads + core.tails):
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
    mine, yours = ({_name(segment) for segment in c.heads + c.tails} for c in (a, b))
    if mine <= yours or yours <= mine:
        return True
    if not (a.heads and b.heads) and not (a.tails and b.tails):
        return weight(a.key) >= LEAST_COMPLEMENTARY
    learned = a.learned and b.learned
    if (a.heads and b.heads and not learned) or _numbers(mine) != _numbers(yours):
        return False
    least = LEAST_COMPETING_LEARNED if learned else LEAST_COMPETING
    return weight(a.key) >= least and _only_firm_joints(a) and _only_firm_joints(b)


def _name(segment: Segment) -> str:
    """The key of a name, its domain aside: "neues-deutschland.de" is "Neues Deutschland"."""
    if not _is_domain(segment):
        return segment.key
    words = [word for word in segment.words[:-1] if word not in PROTOCOL]
    return "".join(words) or segment.key


def _numbers(keys: set[str]) -> set[str]:
    return {key for key in keys if DIGIT.search(key)}


def _only_firm_joints(core: Core) -> bool:
    """Whether bars or dashes alone part the core from what is around it."""
    joints = [segment.before for segment in core.kept[:1] if core.heads]
    return all(joint <= Joint.DASH for joint in joints + [s.before for s in core.tails[:1]])


class Reading(NamedTuple):
    """A headline with all that it may stand for."""

    headline: Headline
    cores: dict[str, Core]
    story: tuple[str, ...]  # the words without the names that are surely such
    order: str  # the segments' keys sorted; empty if there is one segment alone
    cut: tuple[str, ...]  # keys that an ellipsis ends

    @property
    def key(self) -> str:
        """The key of the whole headline."""
        return self.headline.key


def read(parsed: Headline, names: Names) -> Reading:
    """Find all that a headline may stand for."""
    cut = _cut_keys((parsed.segments,))
    if len(parsed.segments) < 2:
        return Reading(parsed, {}, parsed.words, "", cut)
    found = {core.key: core for core in cores(parsed, names)}
    cut += _cut_keys(core.kept for core in found.values())
    order = "|".join(sorted(segment.key for segment in parsed.segments))
    return Reading(parsed, found, _story(parsed, found, names), order, cut)


def _cut_keys(runs: Iterable[tuple[Segment, ...]]) -> tuple[str, ...]:
    """Keys of the runs that an ellipsis ends and that say enough."""
    return tuple(join_keys(run) for run in runs if run and _is_cut(run))


def _is_cut(run: tuple[Segment, ...]) -> bool:
    if not run[-1].text.rstrip(AFTER_ELLIPSIS).endswith(".."):
        return False
    key, words = join_keys(run), sum(len(segment.words) for segment in run)
    enough_words = words >= LEAST_WORDS_BEFORE_CUT or WIDE.search(key) is not None
    return enough_words and weight(key) >= LEAST_BEFORE_CUT


def _story(parsed: Headline, found: dict[str, Core], names: Names) -> tuple[str, ...]:
    sure = [core for core in found.values() if _surely_names(core, names)]
    if not sure:
        return parsed.words
    shortest = min(sure, key=lambda core: len(core.key))
    return tuple(word for segment in shortest.kept for word in segment.words)


def _surely_names(core: Core, names: Names) -> bool:
    if any(head.key not in names.heads for head in core.heads):
        return False
    nearest = core.tails[0] if core.tails else None
    return (
        nearest is None
        or nearest.before == Joint.BAR
        or nearest.key in names.tails
        or _is_domain(nearest)
    )
