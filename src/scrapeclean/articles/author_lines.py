"""Whom a line may name as the author: behind a byline word, alone, in front of a date or a role, at
the head of a note on somebody, in short behind the last paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapeclean.articles.author_evidence import Candidate
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
from scrapeclean.articles.dates import find_date
from scrapeclean.articles.names import (
    has_given_name,
    has_surname,
    is_cased,
    is_name,
    tells_role,
)
from scrapeclean.articles.story import Story
from scrapeclean.articles.tables import words
from scrapeclean.byline_words import is_word
from scrapeclean.markdown import unmarked

#: A note on somebody whose given name no table knows is one of the last so many paragraphs.
CLOSING = 3
#: A longer line that begins with a name tells of somebody.
NOTE_WIDTH = 60

_PARTING = re.compile("[|•·–—-]")
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
# What leads to an author's other pieces: "Latest posts by Ann Poe", "More from Bo Diaz".
_MORE = re.compile(
    r"(?:(?:(?:read )?(?:more|latest|view all|all|see all|other|recent)"
    r"(?: (?:posts|articles|stories|posts and articles))?"
    r"|posts|articles|stories|posts and articles) (?:from|by)"
    r"|contact(?: staff writer)?|follow|mehr von|alle (?:artikel|beiträge) von"
    r"|voir tous les articles de|ver (?:más|todos los artículos) de|altri articoli di|meer van"
    r"|więcej od|все (?:материалы|публикации) автора)[: ]\s*",
    re.IGNORECASE,
)
# The name that a note on somebody begins with: "Ann Poe is a writer ..."
_NOTE = re.compile(
    r"(?:(?:About(?: the author)?:?|Über) )?([^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,2})"
    r"[ ,]+(?=[^\W\d_A-ZА-Я])"
)
# How such a note goes on.
_IS = re.compile(r"(?:is|ist|est|es|è|är|er|jest) ")
_ADDRESS = re.compile(r"\s\S+@\S+$")
# What stands behind names in lists: the age, or the country and a result. "Ann Poe, 88, of Ghent",
# "Bo Diaz (41)", "Cy Lee (KEN) 2:24:10".
_LISTED = re.compile(r", ?\d{1,3},|\(\d{1,3}\)|\([A-Z][A-Za-z]{0,3}\)[ ,]*\d{1,3}(?!\d)")
# What a page prints as alternative text and again: "Ann Poe Ann Poe", "Ann PoeAnn Poe is ..."
SHORTEST_TWICE = 5
_TWICE = re.compile(rf"^([^\W\d_a-z].{{{SHORTEST_TWICE - 1},40}}?)\s?\1(?=\s|$)")
_SMALL_NAME = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]{2,}){1,2}")
# "Reporting by Ann Poe in Ghent and Bo Diaz; writing by ...": the word, and the place.
_REPORTED = re.compile(r"(?<=\bby)\s")
_PLACE = re.compile(r" in [^\W\d_a-z][\w .'’-]*?(?=,| and |;|$)")
# Who has written it and what it is taken from, in short, as the last line: "sda/lp", "red, ag/dpa".
_INITIALS = re.compile(r"[^\W\d_][\w.]{1,19}(?: ?[/;,] ?[^\W\d_][\w. ]{1,19}){1,3}")


def read_line(story: Story, at: int, near: bool) -> Iterator[Candidate]:
    """Yield whom line `at` of `story` may name; `near` says that it stands near the headline or the
    first paragraph. A byline word alone names what stands below it."""
    line = story.lines[at]
    text = unglued(_plain(line.words))
    if is_byline_word(text) and at + 1 < len(story.lines):
        names = _below(_plain(story.lines[at + 1].words))
        if names:
            yield Candidate(at, names, "below", "", (at, at + 1))
    elif len(text) > 1:
        closes = at >= story.paragraphs[-CLOSING:][0] if story.paragraphs else True
        some = _told(text, closes) if line.is_prose else _read(text, near, closes)
        yield from (Candidate(at, *found, (at,)) for found in some)


def _plain(text: str) -> str:
    """`text` with plain spaces, without an address and Markdown's marks, and once where it stands
    there twice."""
    text = unmarked(text)
    if "@" in text:
        text = _ADDRESS.sub("", text)
    plain = " ".join(text.split()).strip(EDGES)
    again = len(plain) <= BYLINE_WIDTH and plain[:SHORTEST_TWICE] in plain[SHORTEST_TWICE:]
    return _TWICE.sub(r"\1", plain) if again else plain


def _below(text: str) -> str | None:
    """The names in `text`, a line that stands below a byline word."""
    names = _possible(cut_names(text))
    if names:
        return names
    return text if _SMALL_NAME.fullmatch(text) else find_desk(text)


def _told(text: str, closes: bool) -> Iterator[tuple[str, str, str]]:
    """Yield the names in a paragraph: those who have reported it, or the one it is a note on."""
    if is_word(_REPORTED.split(text, maxsplit=1)[0]):
        names = read_byline(_PLACE.sub("", text.split(";")[0])[:BYLINE_WIDTH])
        if names:
            yield names, "word", ""
            return
    yield from _noted(text, closes)


def _read(text: str, near: bool, closes: bool) -> Iterator[tuple[str, str, str]]:
    """Yield the names in a line, how they stand there, and what stands behind them."""
    if len(text) <= BYLINE_WIDTH:
        yield from _in_parts(text)
        more = _MORE.match(text)
        names = _possible(cut_names(text[more.end() :])) if more else None
        found = (names, "more", "") if names else _opening(text, near)
        if found:
            yield found
            return
        if closes and _INITIALS.fullmatch(text) and find_date(text) is None:
            yield text, "initials", ""
    yield from _noted(text, closes)


def _in_parts(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the names behind the first bar or dash of a line."""
    if not _PARTING.search(text):
        return
    for piece in _PARTS.split(text)[1:]:
        worded = read_byline(piece)
        name = worded or cut_names(piece)
        if name and (worded or _is_bare_name(name)):
            yield name, "word" if worded else "part", text.partition(name)[2]


def _noted(text: str, closes: bool) -> Iterator[tuple[str, str, str]]:
    """Yield the name that a note on somebody begins with."""
    note = _NOTE.match(text) if len(text) > NOTE_WIDTH else None
    if note:
        rest = text[note.end() :]
        if has_given_name(note[1]) or tells_role(rest) or (closes and _IS.match(rest)):
            yield note[1], "note", rest


def _opening(text: str, near: bool) -> tuple[str, str, str] | None:
    """The names that the line begins with, but for a byline word or a date."""
    names = _possible(read_byline(text))
    if names:
        return names, "word", text.rpartition(names)[2]
    text = behind_date(text)
    names = _possible(cut_names(text) or find_desk(text)) if text else None
    if not names or not _may_stand_bare(names) or not (" " in names or near):
        return None
    rest = text[len(names) :].strip()
    if _LISTED.match(rest):
        return None
    if rest[:1].islower():
        return (names, "note", rest) if has_given_name(names) else None
    return names, "opening" if rest else "alone", rest


def _is_bare_name(text: str) -> bool:
    return is_name(text) and _may_stand_bare(text)


def _may_stand_bare(names: str) -> bool:
    """Whether `names` need no word behind or in front: in scripts without capitals a label looks
    like a name, unless a table knows one of its words."""
    return is_cased(names) or has_given_name(names) or has_surname(names)


def _possible(names: str | None) -> str | None:
    """`names`, unless they are a month or a number is among them: "Radio4 Newsroom" is a name."""
    if not names or len(names) > 80 or names.casefold() in words("months"):
        return None
    return None if any(word[0].isdigit() for word in names.split()) else names
