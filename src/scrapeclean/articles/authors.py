"""The byline of an article: which of its lines name the authors.

Each line that may name somebody is a candidate: behind a byline word, below one, alone, in front
of a date or a role, at the head of a note on the author. Trees weigh the names and their place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from scrapeclean.articles.author_evidence import Candidate, read_evidence
from scrapeclean.articles.bylines import (
    BYLINE_WIDTH,
    EDGES,
    behind_date,
    cut_names,
    find_desk,
    is_byline_word,
    read_byline,
    unglued,
)
from scrapeclean.articles.names import ROLE_WIDTH, has_given_name, is_name, is_role
from scrapeclean.articles.posts import signs_post
from scrapeclean.articles.story import Story
from scrapeclean.articles.tables import words
from scrapeclean.articles.trees import load_trees

#: A byline stands within so many lines below the headline, or above it ...
BELOW = 20
ABOVE = 8
#: ... or right above the first paragraph ...
LEAD = 4
#: ... or from so many lines above the article's last one to so many below; with a byline word
#: further below as well.
END_ABOVE, END_BELOW, FAR_BELOW = 8, 25, 80
#: As log-odds: from here on a line is the byline; another one with other names, from there on.
BAR = -1.5
SECOND_BAR = -0.5
#: A note on somebody, who may be anybody the story tells of, is the byline from here on.
NOTE_BAR = -0.8
#: Bylines of one article stand so close to one another.
TOGETHER = 6
#: A longer line that begins with a name tells of somebody.
NOTE_WIDTH = 60

_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
# What leads to an author's other pieces: "Latest posts by Ann Poe", "More from Bo Diaz".
_MORE = re.compile(
    r"(?:(?:read )?(?:more|latest|view all|all|see all|other|recent)?\s?"
    r"(?:posts|articles|stories|posts and articles)?\s?(?:from|by)"
    r"|contact(?: staff writer)?|follow|mehr von|alle (?:artikel|beiträge) von"
    r"|voir tous les articles de|ver (?:más|todos los artículos) de|altri articoli di|meer van"
    r"|więcej od|все (?:материалы|публикации) автора)[: ]\s*",
    re.IGNORECASE,
)
# The name that a note on somebody begins with: "Ann Poe is a writer ..."
_NOTE = re.compile(
    r"(?:(?:About|Über) )?([^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,2})"
    r"[ ,]+(?=[^\W\d_A-ZА-Я])"
)


class Byline(NamedTuple):
    """The names as the page prints them, and the lines that hold them."""

    names: str | None
    lines: set[int]


def find_byline(story: Story, top: int, taken: Collection[int]) -> Byline:
    """Return who wrote `story`, whose headline stands at `top`; lines in `taken` are other parts
    of it."""
    every = list(candidates(story, top, taken))
    weigh = load_trees()["byline"]
    odds = [weigh(read_evidence(story, one, top, every)) for one in every]
    above = [
        odd - (NOTE_BAR if one.form == "note" else BAR)
        for one, odd in zip(every, odds, strict=True)
    ]
    best = max(range(len(every)), key=lambda n: (above[n], -n), default=None)
    if best is None or above[best] < 0:
        return Byline(None, set())
    found = _together(every, odds, best)
    lines = {at for one in found if one.form != "note" for at in one.lines}
    roles = {at + 1 for at in lines if _is_role(story, at + 1)}
    return Byline(", ".join(one.names for one in found), lines | roles)


def _is_role(story: Story, at: int) -> bool:
    """Whether the line at `at`, right below names, is what their bearer is called."""
    line = story.line(at)
    return line is not None and line.width <= ROLE_WIDTH and is_role(line.words.split()[-1])


def _together(every: Sequence[Candidate], odds: Sequence[float], best: int) -> list[Candidate]:
    """The best candidate, and those near it that name others, in order of place."""
    found = [every[best]]
    for one, odd in zip(every, odds, strict=True):
        near = abs(one.at - every[best].at) <= TOGETHER
        if near and odd > SECOND_BAR and not _says_again(one, found):
            found.append(one)
    return sorted(found)


def _says_again(one: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether the same names stand among `found`, perhaps with more or fewer words."""
    names = one.names.casefold()
    known = [other.names.casefold() for other in found]
    return any(names in other or other in names for other in known)


def candidates(story: Story, top: int, taken: Collection[int]) -> Iterator[Candidate]:
    """Yield what may name the authors of `story`, in order of place."""
    near, end, far = _places(story, top)
    for at in sorted({*near, *end, *far}):
        if at == top or at in taken or signs_post(story.lines[at]):
            continue
        for found in _in_line(story, at, at in near):
            if found.form == "word" or (at not in far and _may_stand(story, found)):
                yield found


def _may_stand(story: Story, one: Candidate) -> bool:
    """Notes on the author stand below the story; whom its first paragraphs name, it tells of."""
    return one.form != "note" or 2 * story.prose_above(one.at) >= len(story.paragraphs)


def _places(story: Story, top: int) -> tuple[set[int], set[int], set[int]]:
    """Where bylines are looked for: near the headline, at the end, further below."""
    size = len(story.lines)
    last = story.own[-1] if story.own else 0
    lead = top + 1 + story.to_prose(top, BELOW)
    near = {*range(max(0, top - ABOVE), min(last, top + BELOW) + 1)}
    near |= {*range(max(0, lead - LEAD), min(last, lead) + 1)}
    end = {*range(max(top + 1, last - END_ABOVE), min(size, last + 1 + END_BELOW))}
    return near, end, {*range(last + 1 + END_BELOW, min(size, last + FAR_BELOW))} - near - end


def _in_line(story: Story, at: int, near: bool) -> Iterator[Candidate]:
    """Yield what line `at` may name: a word alone names what stands below it."""
    line = story.lines[at]
    text = unglued(" ".join(line.words.split())).strip(EDGES)
    if is_byline_word(text) and at + 1 < len(story.lines):
        names = _possible(cut_names(" ".join(story.lines[at + 1].words.split()).strip(EDGES)))
        if names:
            yield Candidate(at, names, "below", "", (at, at + 1))
    elif len(text) > 1:
        some = _noted(text) if line.is_prose else _read(text, near)
        yield from (Candidate(at, *found, (at,)) for found in some)


def _read(text: str, near: bool) -> Iterator[tuple[str, str, str]]:
    """Yield the names in a line, how they stand there, and what stands behind them."""
    if len(text) <= BYLINE_WIDTH:
        pieces = _PARTS.split(text)[1:]
        yield from (
            (name, "part", text.partition(name)[2]) for name in pieces if _is_bare_name(name)
        )
        more = _MORE.match(text)
        names = _possible(cut_names(text[more.end() :])) if more else None
        found = (names, "more", "") if names else _opening(text, near)
        if found:
            yield found
            return
    yield from _noted(text)


def _noted(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the name that a note on somebody begins with."""
    note = _NOTE.match(text) if len(text) > NOTE_WIDTH else None
    if note and has_given_name(note[1]):
        yield note[1], "note", text[note.end() :]


def _opening(text: str, near: bool) -> tuple[str, str, str] | None:
    """The names that the line begins with, but for a byline word or a date."""
    names = read_byline(text)
    if names:
        return names, "word", text.rpartition(names)[2]
    text = behind_date(text)
    names = _possible(cut_names(text) or find_desk(text)) if text else None
    if not names or not _may_stand_bare(names) or not (" " in names or near):
        return None
    rest = text[len(names) :].strip()
    if rest[:1].islower():
        return (names, "note", rest) if has_given_name(names) else None
    return names, "opening" if rest else "alone", rest


def _is_bare_name(text: str) -> bool:
    return is_name(text) and _may_stand_bare(text)


def _may_stand_bare(names: str) -> bool:
    """Whether `names` need no word behind or in front: in scripts without capitals a label looks
    like a name, unless the table knows one of its words."""
    return names.upper() != names.lower() or has_given_name(names)


def _possible(names: str | None) -> str | None:
    """`names`, unless they are a month or hold a number."""
    if not names or len(names) > 80 or names.casefold() in words("months"):
        return None
    return None if any(map(str.isdigit, names)) else names
