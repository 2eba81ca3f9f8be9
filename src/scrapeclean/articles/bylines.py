"""Bylines: whose work an article is, as the page prints it.

"By Ann Poe, Staff Writer | 4 min read" gives "Ann Poe": without the word in front, without roles,
dates and reading times. Agencies are authors too where a byline word says so ("Von dpa").
"""

from __future__ import annotations

import re
from functools import cache

from scrapeclean.articles.dates import find_date
from scrapeclean.articles.tables import phrases

#: A line with more characters tells of somebody; it does not name the author.
BYLINE_WIDTH = 160
#: More words than this are no name: "María del Carmen de la Cruz y Ortega" has eight.
NAME_WORDS = 8
#: A line of its own, with no byline word, is a name up to so many words.
BARE_NAME_WORDS = 4

#: Small words inside of names.
_PARTICLES = frozenset(
    [
        "al",
        "af",
        "av",
        "bin",
        "bint",
        "da",
        "das",
        "de",
        "de'",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "dos",
        "du",
        "e",
        "el",
        "ibn",
        "la",
        "las",
        "le",
        "los",
        "of",
        "san",
        "ten",
        "ter",
        "the",
        "van",
        "vom",
        "von",
        "y",
        "zu",
        "zum",
        "zur",
    ]
)
_AND = r"(?:and|und|y|e|et|en|og|och|ja|i|a|и|й|та|και|ve|dan|&|و)"
# What ends the names: a bar, a dash between spaces, a bullet, a slash, a bracket, an address.
_END = re.compile(
    r"\s*(?:[|•·●/／()\[\]<>–—;:：]|\s-\s|\bemail\b|\S+@\S+|@\w+|\bhttps?:|\bwww\."
    r"|\s(?:on|in|at|from|for|with|am|le|el|w|dans|pour|für)(?:\s|$))"
)
_READING_TIME = re.compile(
    r"[,|•·–—-]?\s*(?:~\s?)?\d{1,3}[\s-]?(?:min(?:ute|uten|utos|utes|uti|s)?\b|мин\w*|分钟|分鐘|分で).*",
    re.IGNORECASE,
)
_NAMES = re.compile(rf"\s*(?:,|、|，|\s{_AND}\s)\s*")
_HAN_NAME = re.compile(r"[\u3400-\u9fff\uf900-\ufaff·]{2,6}(?:[ 　、，,][\u3400-\u9fff·]{2,6})*")
_HANGUL_NAME = re.compile(r"([\uac00-\ud7a3]{2,4}) ?(?:기자|특파원|논설위원|인턴기자)")
_UNCASED = re.compile("[\u0590-\u0bff\u0e00-\u0fff\u3040-\u9fff\uac00-\ud7af]")


def read_byline(text: str) -> str | None:
    """Return the names in `text`, a line that begins with a byline word; None where it does not.

    >>> read_byline("By Ann Poe and Bo Diaz, Staff Writers | May 5, 2024")
    'Ann Poe and Bo Diaz'
    """
    if len(text) > BYLINE_WIDTH:
        return None
    hangul = _HANGUL_NAME.search(text)
    if hangul and len(text) < 2 * len(hangul[0]) + 20:
        return hangul[1]
    behind = _behind_word(text.strip(" •*·-–—|/\t"))
    return _names(behind) if behind else None


def is_byline_word(text: str) -> bool:
    """Return whether `text` is nothing but what stands in front of names: "By", "Written by:"."""
    return text.strip(" •:：-–|").casefold() in phrases("byline_words")


def is_name(text: str) -> bool:
    """Return whether `text` may be a person's name, alone on its line."""
    words = text.split()
    if (
        not 2 <= len(words) <= BARE_NAME_WORDS
        or len(text) > 40
        or (text.isupper() and len(words) > 3)
    ):
        return False
    return _is_name(text) and not any(role in text.casefold().split() for role in phrases("roles"))


def has_role(text: str) -> bool:
    """Return whether `text` is, or begins or ends with, what authors are called."""
    lower = text.casefold().strip(" •,.")
    if len(lower) > 60:
        return False
    first, last = lower.split(",")[0].split(" ")[0], lower.split(" ")[-1]
    return any(part in phrases("roles") for part in (lower, first, last))


def cut_names(text: str) -> str | None:
    """Return the names at the start of `text`, a line without a byline word."""
    return _names(text)


def _behind_word(text: str) -> str | None:
    """What stands behind the byline words that `text` begins with, or behind one and a colon."""
    found = _opening().match(text) or _inside().search(text)
    if not found:
        return None
    behind = text[found.end() :].strip(" /／:：(（")
    again = _opening().match(behind)
    return behind[again.end() :].strip() if again else behind


@cache
def _opening() -> re.Pattern[str]:
    """A byline word at the start, ended by a colon, a space or, in Han script, anything."""
    every = "|".join(re.escape(phrase) for phrase in phrases("byline_words"))
    return re.compile(
        rf"[(（\[]?(?:{every})(?:\s*[:：/|]\s*|\s+|(?<=[\u3400-\u9fff])\s*)", re.IGNORECASE
    )


@cache
def _inside() -> re.Pattern[str]:
    """A byline word with a colon somewhere in the line: "May 5, 2024 Author: Ann Poe"."""
    every = "|".join(re.escape(phrase) for phrase in phrases("byline_words"))
    return re.compile(rf"(?<=[\s(|,])(?:{every})\s?[:：]\s?", re.IGNORECASE)


def _names(text: str) -> str | None:
    text = _READING_TIME.sub("", _without_date(text))
    end = _END.search(text, 1)
    text = (text[: end.start()] if end else text).strip(" ,.*•·|")
    if _HAN_NAME.fullmatch(text):
        return text
    if text.islower() and end:  # a handle may be all there is; prose is not
        return None
    return _kept(text) or None


def _without_date(text: str) -> str:
    date = find_date(text)
    return text[: date.start].rstrip(" ,-–—|•") if date and date.start else text


def _kept(text: str) -> str:
    """`text` up to the first of its parts that is no name: a role, a place, a verb."""
    end = position = words = 0
    for piece in _NAMES.split(text):
        start = text.index(piece, position)
        position = start + len(piece)
        name = _without_role(piece)
        single = " " not in name and words > 1  # "Ann Poe, Nairobi", "Bo Diaz, CNN"
        outlet = name != piece and words > 0  # "..., Daily Dyke Reporter"
        if not name or single or outlet or not _is_name(name):
            break
        end = start + len(name)
        words = max(words, len(name.split()))
        if name != piece:
            break
    return text[:end]


def _without_role(piece: str) -> str:
    """`piece` without a role at its end; nothing where it is a role as a whole."""
    words = piece.split(" ")
    for first in range(max(0, len(words) - 4), len(words)):
        if _is_role(" ".join(words[first:])):
            return " ".join(words[:first]) if first > 1 else ""
    return piece


def _is_role(text: str) -> bool:
    lower = text.casefold()
    return lower in phrases("roles") or lower.removesuffix("s") in phrases("roles")


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= NAME_WORDS or any(map(str.isdigit, text)):
        return False
    if _UNCASED.search(text):
        return len(text) <= 30
    if len(words) == 1 and text.islower():
        return len(text) >= 3 and text not in _PARTICLES
    return all(w in _PARTICLES or not w[0].isalpha() or not w[0].islower() for w in words) and any(
        c.isalpha() for c in text
    )
