"""What of a headline may be the headline itself when the names around it are taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .names import Names
from .parts import CUT, Headline, Joint, Segment, join_keys, weight

# Least weight, in letters, of what is left when names are taken off. "Weather forecast" and
# "Interview" say too little to stand for a headline of which they are one part.
LEAST = 14
LEAST_IF_LEARNED = 8
# Two different names taken off, one on each side: the rest must be a whole sentence, for
# "Weather for the weekend | Prague" and "… | Brno" are two things.
LEAST_BOTH_SIDES = 28
LEAST_BOTH_SIDES_LEARNED = 22
# From here the rest is surely the headline, even if more is taken off than is left.
WHOLE_SENTENCE = 25

MOST_SEGMENTS = 12  # cores are sought among so many first segments; 99.9 % of titles have less
LONGEST_COLON_HEAD = 5  # words; "The Press Association:" but no whole clause
LONGEST_CLAUSE_FREE = 3  # words; a longer dashed part in lower case is a clause, a new fact
LONGEST_BRACKET = 4  # words; "(via Reuters)", not a remark that says something

DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+){0,3}\.[a-z]{2,12}\)?$", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d$")
DATE = re.compile(r"\d{1,4}¤\d{1,2}¤\d{2,4}$")

# Words whose number tells one of a series from the next: "Part 2", not "Channel 4".
SERIAL = frozenset(
    [
        "part",
        "day",
        "week",
        "round",
        "episode",
        "season",
        "chapter",
        "volume",
        "vol",
        "no",
        "number",
        "game",
        "match",
        "page",
        "matchday",
        "stage",
        "teil",
        "tag",
        "woche",
        "runde",
        "folge",
        "staffel",
        "kapitel",
        "band",
        "nr",
        "seite",
        "spieltag",
        "partie",
        "jour",
        "semaine",
        "épisode",
        "saison",
        "chapitre",
        "numéro",
        "page",
        "journée",
        "parte",
        "día",
        "semana",
        "ronda",
        "episodio",
        "temporada",
        "capítulo",
        "jornada",
        "número",
        "giorno",
        "settimana",
        "puntata",
        "stagione",
        "capitolo",
        "giornata",
        "dia",
        "rodada",
        "temporada",
        "deel",
        "dag",
        "week",
        "aflevering",
        "seizoen",
        "część",
        "dzień",
        "tydzień",
        "odcinek",
        "sezon",
        "часть",
        "день",
        "неделя",
        "серия",
        "сезон",
        "выпуск",
        "тур",
        "глава",
        "μέρος",
        "ημέρα",
        "εβδομάδα",
        "επεισόδιο",
        "bölüm",
        "gün",
        "hafta",
        "sezon",
        "الجزء",
        "الحلقة",
        "اليوم",
        "الأسبوع",
        "חלק",
        "יום",
        "שבוע",
        "פרק",
    ]
)


class Core(NamedTuple):
    """A run of segments that may be the headline; the rest would be names."""

    segments: tuple[Segment, ...]
    dropped: tuple[Segment, ...]
    key: str
    both_sides: bool  # may also equal a headline that has names of its own

    @property
    def cut(self) -> bool:
        """Whether it ends in an ellipsis."""
        return CUT.search(self.segments[-1].text) is not None


def cores(headline: Headline, names: Names) -> Iterator[Core]:
    """Every run of segments, but the whole, that may be the headline; longest heads first."""
    segments = headline.segments[:MOST_SEGMENTS]
    if len(segments) < 2:
        return
    first_tail = _first_tail(segments, names)
    for start in range(_heads(segments, names) + 1):
        for end in range(max(start + 1, first_tail), len(segments) + 1):
            if end - start < len(segments):
                core = _core(headline, start, end, names)
                if core:
                    yield core


def _heads(segments: tuple[Segment, ...], names: Names) -> int:
    """How many segments at the front could be names."""
    count = 0
    while count < len(segments) - 1 and _is_head(segments[count], segments[count + 1], names):
        count += 1
    return count


def _first_tail(segments: tuple[Segment, ...], names: Names) -> int:
    """The index from where on all segments could be names."""
    first = len(segments)
    while first > 1 and _is_tail(segments[first - 1], names):
        first -= 1
    return first


def _is_head(segment: Segment, after: Segment, names: Names) -> bool:
    if segment.key in names.heads:
        return True
    if after.before > Joint.COLON or _tells_one_of_a_series(segment):
        return False
    if after.before == Joint.COLON:
        return len(segment.words) <= LONGEST_COLON_HEAD
    return after.before == Joint.BAR or not _is_clause(segment)


def _is_tail(segment: Segment, names: Names) -> bool:
    if segment.key in names.tails or DOMAIN.search(segment.text):
        return True
    if _tells_one_of_a_series(segment):
        return False
    if segment.before == Joint.BRACKET:
        return len(segment.words) <= LONGEST_BRACKET
    return segment.before == Joint.BAR or (segment.before == Joint.DASH and not _is_clause(segment))


def _is_clause(segment: Segment) -> bool:
    words = segment.text.split()
    lower = sum(word[0].islower() for word in words)
    return len(words) > LONGEST_CLAUSE_FREE and 2 * lower > len(words)


def _tells_one_of_a_series(segment: Segment) -> bool:
    """Whether a number in it makes another story of the same words: "Part 2", "2024", "12:5"."""
    for i, word in enumerate(segment.words):
        if not any(map(str.isdigit, word)) or DATE.match(word):
            continue
        if not word.isascii() or (len(segment.words) == 1 and not word.isalnum()):
            return True
        beside = segment.words[max(0, i - 1) : i + 2]
        if word.isdigit() and (len(segment.words) == 1 or YEAR.match(word) or SERIAL & set(beside)):
            return True
    return False


def _core(headline: Headline, start: int, end: int, names: Names) -> Core | None:
    segments = headline.segments
    kept, dropped = segments[start:end], segments[:start] + segments[end:]
    key = join_keys(kept)
    learned = all(
        segment.key in (names.heads if i < start else names.tails)
        for i, segment in enumerate(dropped)
    )
    size = weight(key)
    if size < (LEAST_IF_LEARNED if learned else LEAST):
        return None
    if not learned and size < WHOLE_SENTENCE and size < sum(weight(s.key) for s in dropped):
        return None
    if all(segment.key in names.tails or segment.key in names.heads for segment in kept):
        return None
    joints = [s.before for s in segments[end:]] + [s.before for s in segments[1 : start + 1]]
    enough = size >= (LEAST_BOTH_SIDES_LEARNED if learned else LEAST_BOTH_SIDES)
    return Core(kept, dropped, key, enough and max(joints) <= Joint.DASH)


class Reading(NamedTuple):
    """A headline with all that it may stand for."""

    headline: Headline
    cores: dict[str, Core]
    order: str  # the segments' keys sorted; empty if there is one segment alone
    cut: tuple[str, ...]  # keys that an ellipsis ends

    @property
    def key(self) -> str:
        """The key of the whole headline."""
        return self.headline.key


def read(headline: str, names: Names) -> Reading:
    """Parse a headline and find its cores."""
    parsed = parse(headline)
    if len(parsed.segments) < 2:
        cut = (parsed.key,) if CUT.search(headline) else ()
        return Reading(parsed, {}, "", cut)
    found = {core.key: core for core in cores(parsed, names)}
    whole = (parsed.key,) if CUT.search(headline) else ()
    cut = whole + tuple(core.key for core in found.values() if core.cut)
    return Reading(parsed, found, "|".join(sorted(s.key for s in parsed.segments)), cut)
