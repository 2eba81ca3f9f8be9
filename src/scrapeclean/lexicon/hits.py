"""Hits: the lines of a page that say what furniture says, each with what vouches for it.

A phrase that is sure counts wherever it stands. A phrase that needs company counts when one that
is sure, or two that are not, stand among its neighbours. What was once vouched for stays so while
its neighbours are taken away one after another, which makes the answer independent of the order
of cleaners.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from types import MappingProxyType
from typing import TypeAlias

from scrapeclean.lexicon.matching import Match, lexicon
from scrapeclean.lexicon.topics import QUIET, SPEECHES, read_topics, spoken, subjects, topics
from scrapeclean.lines import Line
from scrapeclean.page import Page

#: So many lines that say something, above and below, are a line's neighbours.
NEAR = 2
#: So many lines are an end of a page.
END_LINES = 6
_KEY = "lexicon.hits"

_Looked: TypeAlias = list[Match | None]


def hits(page: Page) -> Mapping[int, Match]:
    """Return the furniture that the lexicon sees on `page`: the match of each such line."""
    found: Mapping[int, Match] | None = page.notes.get(_KEY)
    if found is None:
        found = page.notes[_KEY] = MappingProxyType(_hits(page))
    return found


def are_found(page: Page) -> bool:
    """Return whether somebody has asked for the hits of `page`."""
    return _KEY in page.notes


def _hits(page: Page) -> dict[int, Match]:
    content, lines = page.content, page.content_lines
    lexicon().read(lines)
    looked = [line.hit for line in lines]
    _find_told(lines, looked)
    found = {
        content[place]: hit
        for place, hit in enumerate(looked)
        if hit is not None and (hit.sure or _in_company(lines, looked, place))
    }
    for index, hit in found.items():
        line = page.lines[index]
        line.hit, line.vouched = hit, True
    return found


#: What a paragraph that only its words give away is matched with, by its speech.
TOLD = {
    speech: Match(kind, f"{why} in one breath", "", "words", True)
    for speech, kind, why in (
        ("appeal", "appeal", "money, press, reader and us"),
        ("newsletter", "newsletter", "a newsletter, what is in it, how to get it and us"),
        ("consent", "consent", "cookies, data, purposes, choice and us"),
        ("comments", "comments", "comments, rules, what happens to them and us"),
        ("copying", "legal", "copying, leave to copy and what is copied"),
        ("stance", "legal", "views, whose they are and whom they bind"),
        ("errors", "navigation", "errors, finding them and telling us"),
    )
}
#: Others must stand beside furniture: there are articles about consent, and about manners.
AT_ENDS = frozenset(["appeal", "newsletter"])
#: These stand below a story that does not speak of the same.
BELOW_STORY = frozenset(["copying", "errors", "stance"])


def _find_told(lines: Sequence[Line], looked: _Looked) -> None:
    """Put one of `TOLD` for what its words give away, at an end of a page or beside furniture."""
    near = _near_furniture(looked)
    may_tell = list(compress(lines, near))
    read_topics(may_tell)
    if not [line for line in may_tell if line.topics is not QUIET]:
        return
    story = _Story(lines, looked)
    place = near.find(1)
    while place >= 0:
        hit = looked[place]
        if lines[place].topics is not QUIET and (hit is None or not hit.sure):
            told = _told(lines, looked, place, story)
            if told is not None:
                looked[place] = told
                _mark(near, place - NEAR, place + NEAR + 1)
        place = near.find(1, place + 1)


def _near_furniture(looked: _Looked) -> bytearray:
    """1 for each place at either end of a page, or beside a line that is sure while itself it is
    not; else 0."""
    size, near = len(looked), 0
    sure = int.from_bytes([hit is not None and hit.sure for hit in looked], "little")
    for by in range(1, NEAR + 1):
        near |= sure << 8 * by | sure >> 8 * by
    places = bytearray((near & ~sure).to_bytes(size + NEAR, "little")[:size])
    _mark(places, 0, END_LINES)
    _mark(places, size - END_LINES, size)
    return places


def _mark(places: bytearray, first: int, last: int) -> None:
    first, last = max(0, first), min(last, len(places))
    places[first:last] = b"\1" * (last - first)


def _told(lines: Sequence[Line], looked: _Looked, place: int, story: _Story) -> Match | None:
    """What the words of the line at `place` give it away as: all of a kind's topics do, one fewer
    for each line beside it that is of this kind."""
    said = topics(lines[place])
    for speech, told in TOLD.items():
        if SPEECHES[speech].must[0] not in said:
            continue
        missing = SPEECHES[speech].size - spoken(lines[place], speech)
        if missing and missing > _kin(looked, place, speech):
            continue
        at_end = speech in AT_ENDS or (speech in BELOW_STORY and place >= len(lines) - END_LINES)
        may_stand = at_end or _is_accompanied(looked, place)
        if may_stand and (speech not in BELOW_STORY or story.ends_above(place, speech)):
            return told
    return None


def _kin(looked: _Looked, place: int, speech: str) -> int:
    """How many of the two lines beside `place` are of the kind that `speech` is named after; the
    speeches below a story are named after none, and must say all."""
    return _is_of(looked, place - 1, speech) + _is_of(looked, place + 1, speech)


def _is_accompanied(looked: _Looked, place: int) -> bool:
    around = looked[max(0, place - NEAR) : place + NEAR + 1]
    return any(hit is not None and hit.sure for hit in around)


class _Story:
    """What stands above a place; each line is read once, however many places are asked about."""

    def __init__(self, lines: Sequence[Line], looked: _Looked) -> None:
        self.lines, self.looked = lines, looked
        self.read, self.begun = 0, False
        self.about: set[str] = set()

    def ends_above(self, place: int, speech: str) -> bool:
        """Return whether a story stands above `place`, and one that is not about the same."""
        new = range(self.read, place)
        prose = [self.lines[at] for at in new if self.lines[at].is_prose and not self.looked[at]]
        self.begun = self.begun or bool(prose)
        self.about |= subjects(prose)
        self.read = max(self.read, place)
        return self.begun and speech not in self.about


def _is_of(looked: _Looked, place: int, kind: str) -> bool:
    """Whether the line at `place` surely is of `kind`, or names what an appeal is paid with."""
    hit = looked[place] if 0 <= place < len(looked) else None
    if hit is None or not hit.sure:
        return False
    return hit.kind == kind or (hit.kind == "payment" and kind == "appeal")


def _in_company(lines: Sequence[Line], looked: _Looked, place: int) -> bool:
    """Whether the neighbours of a match vouch for it: one that is sure, or two that are not."""
    if lines[place].vouched:
        return True
    near = looked[max(0, place - NEAR) : place] + looked[place + 1 : place + 1 + NEAR]
    votes = [2 if hit.sure else 1 for hit in near if hit is not None]
    return sum(votes) >= 2
