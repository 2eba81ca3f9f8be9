"""Bylines: whose work an article is, as the page prints it.

"By Ann Poe, Staff Writer | 4 min read" gives "Ann Poe": without the word in front, without roles,
dates and reading times. Agencies and desks are authors too where a byline word says so ("Von dpa",
"By Daily Dyke Staff").
"""

from __future__ import annotations

import re

from scrapeclean.articles.dates import find_date
from scrapeclean.articles.names import is_degree, is_role, may_name, without_role
from scrapeclean.byline_words import inner_word_end, is_word, word_end
from scrapeclean.credits import is_agency
from scrapeclean.facts import may_be_wide
from scrapeclean.markdown import unmarked
from scrapeclean.patterns import pattern

#: A line with more characters tells of somebody; it does not name the author.
BYLINE_WIDTH = 160
#: Up to so many characters may stand in front of a date that a byline word follows.
FRONT = 24
#: So many dates may: the day of print, the day of an update.
DATES = 2
#: No longer line is a byline word of several: "Originally written and edited by".
WORD_WIDTH = 40
#: A longer piece behind a degree is none.
DEGREE = 6
#: What may stand around a byline.
EDGES = " •*·-–—|/\t,"

_AND = r"(?:and|und|y|e|et|en|og|och|ja|i|a|и|й|та|και|ve|dan|&|و)"
# What stands between the names and the date.
_DATED = (
    "Published|Updated|Posted|Aktualisiert|Veröffentlicht|Publié|Mis à jour|Publicado|Actualizado"
    "|Atualizado|Pubblicato|Aggiornato|Gepubliceerd|Bijgewerkt|Опубликовано|Обновлено|Güncelleme"
)
# What ends the names: a bar, a dash between spaces, a bullet, a slash, a bracket, an address, a
# number, a word that no name has.
_END = pattern(
    rf"\s*(?:[|•·●/／()\[\]<>–—:：]|\s-\s|\b(?:email|Follow|{_DATED})\b|\S+@\S+|@\w+|\bhttps?:"
    r"|\bwww\.|\s\d"
    r"|\s(?:on|in|In|at|from|for|with|is|has|am|aus|mit|für|ist|le|el|dans|pour|avec|con|para|per"
    r"|met|med|w|z|dla|с|для)(?:\s|$))"
)
# A line that holds neither of these has no byline word in its middle.
_HINT = pattern(r"[:：]|d by\s")
# How a byline word of several ends, which no table knows whole: "Originally written by".
_BY = (" by", " von")
_BY_END = pattern(
    r"\b(?:written|edited|reported|posted|published|contributed|submitted|compiled|authored"
    r"|reviewed|checked) by$|^(?!mehr|alle)[^\W\d_]{4,} von$"
)
_READING_TIME = pattern(
    r"[,|•·–—-]?\s*(?:~\s?)?\d{1,3}[\s-]?"
    r"(?:min(?:ute|uten|utos|utes|uti|s)?\b|мин\w*|分钟|分鐘|分で).*",
    re.IGNORECASE,
)
_NAMES = pattern(rf"\s*(?:,\s*{_AND}\s|,|;|、|，|\s{_AND}\s)\s*")
_HAN_NAME = pattern(r"[\u3400-\u9fff\uf900-\ufaff·]{2,6}(?:[ 　、，,][\u3400-\u9fff·]{2,6})*")
_HANGUL_NAME = pattern(r"([\uac00-\ud7a3]{2,4}) ?(?:기자|특파원|논설위원|인턴기자)")
# A name in Han script, a space, and what its bearer is: "王小明 記者".
_HAN_BEARER = pattern(
    r"([\u3400-\u9fff]{2,4}(?:[ 　][\u3400-\u9fff]{1,3})?)[ 　]"
    r"(?:記者|记者|特派員|特派员|編集委員|論説委員)"
)
_DIGIT = pattern(r"\d")
_DIGITS = pattern(r"(?<=[^\W\d_])\d+")  # "Radio4 Newsroom"
_SHORT = pattern(r"[A-Z]{2,5}")
_SPACE = pattern(r"\s")
# Where a lost line end has glued words together: "ByAnn Poe", "Ann PoeUpdated", "Ann PoeMay 5".
_GLUED = pattern(
    r"(?<=[a-zà-ž])(?=(?:Updated|Published|Posted|Last|Modified)\b)"
    r"|(?<=^By)(?=[A-ZÀ-Ž])|(?<=[ dn]by)(?=[A-ZÀ-Ž])|(?<=^(?:Von|Par|Por))(?=[A-ZÀ-Ž])"
    r"|(?<=\b(?:19|20)\d\d)(?=[A-ZÀ-Ž][a-zà-ž]+ [A-ZÀ-Ž])"
    r"|(?<=[a-zà-ž])(?=[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d)"
)
# What stands on both sides of the place, which is soon found to be nowhere.
_MAY_BE_GLUED = pattern(r"[a-zà-ž\d][A-ZÀ-Ž]")
_DESK_END = pattern(r"\s*(?:[,|•·(]|\s[-–—]\s)")


def read_byline(text: str) -> str | None:
    """Return the names in `text`, a line that begins with a byline word, or with a date and then
    the word; None where it does not.

    >>> read_byline("By Ann Poe and Bo Diaz, Staff Writers | May 5, 2024")
    'Ann Poe and Bo Diaz'
    """
    text = unmarked(text)
    if len(text) > BYLINE_WIDTH:
        return None
    plain = text if text.isprintable() else _SPACE.sub(" ", text)  # a space is, all others are not
    if may_be_wide(plain):
        hangul = _HANGUL_NAME.search(plain)
        if hangul and len(text) < 2 * len(hangul[0]) + 20:
            return hangul[1]
        bearer = _HAN_BEARER.fullmatch(plain.strip(EDGES))
        if bearer:
            return _as_printed(text, plain, bearer[1])
    behind = _behind_word(unglued(plain).strip(EDGES))
    names = (_names(behind) or find_desk(behind)) if behind else None
    return _as_printed(text, plain, names) if names else None


def _as_printed(text: str, plain: str, names: str) -> str | None:
    """`names` as `text` has them, of which `plain` is a copy with plain spaces."""
    at = plain.find(names)
    return text[at : at + len(names)] if at >= 0 else None


def is_byline_word(text: str) -> bool:
    """Return whether `text` is nothing but what stands in front of names: "By", "Written by:"."""
    key = text.strip(" •:：-–|").casefold()
    if is_word(key):
        return True
    return len(key) <= WORD_WIDTH and key.endswith(_BY) and bool(_BY_END.search(key))


def begins_worded(text: str) -> bool:
    """Return whether `text` begins with a byline word, or is one."""
    return bool(word_end(text)) or is_byline_word(text)


def cut_names(text: str) -> str | None:
    """Return the names at the start of `text`, a line without a byline word."""
    return _names(text)


def find_desk(text: str) -> str | None:
    """Return the desk that `text` begins with: "Daily Dyke Staff", "Coast Press Newsroom"."""
    piece = _DESK_END.split(text, maxsplit=1)[0].strip()
    parts = piece.split()
    if not 2 <= len(parts) <= 4 or is_role(piece) or not is_role(parts[-1]):
        return None
    return piece if may_name(_DIGITS.sub("", piece)) else None


def unglued(text: str) -> str:
    """Return `text` with a space where a line end has been lost between two words."""
    return _GLUED.sub(" ", text) if _MAY_BE_GLUED.search(text) else text


def behind_date(text: str) -> str:
    """Return `text` without the date that it begins with."""
    date = find_date(text)
    return text[date.end :].strip(EDGES) if date and date.start == 0 else text


def _behind_word(text: str) -> str | None:
    """What stands behind the byline words that `text` begins with, or behind one and a colon."""
    text, end = _behind_dates(text)
    if not end and _HINT.search(text):
        end = inner_word_end(text)
    if not end:
        return None
    behind = text[end:].strip(" /／:：(（")
    again = word_end(behind)
    return behind[again:].strip() if again else behind


def _behind_dates(text: str) -> tuple[str, int]:
    """`text` without the dates in front of a byline word, if it has one there; and
    where that word ends."""
    rest = text
    for _ in range(DATES + 1):
        end = word_end(rest)
        if end:
            return rest, end
        date = find_date(rest)
        if date is None or date.start > FRONT:
            break
        rest = rest[date.end :].strip(EDGES)
    return text, 0


def _names(text: str) -> str | None:
    text = _without_date(text)
    text = _READING_TIME.sub("", text) if _DIGIT.search(text) else text
    end = _END.search(text, 1)
    text = (text[: end.start()] if end else text).strip(" ,.*•·|")
    if may_be_wide(text) and _HAN_NAME.fullmatch(text):
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
    titled = False
    for piece in _NAMES.split(text):
        start = text.index(piece, position)
        position = start + len(piece)
        name = without_role(piece)
        degree = is_degree(name) or (titled and name.isupper() and len(name) <= DEGREE)
        single = " " not in name and words > 1 and not degree  # "Ann Poe, Nairobi"
        outlet = name != piece and words > 0  # "..., Daily Dyke Reporter"
        if not name or (single and not is_agency(name)) or outlet or not may_name(name):
            break
        if _changes_case(text[:end], name, text[position:]):
            break
        end = start + len(piece if _is_desk(name) else name)
        words, titled = max(words, len(name.split())), degree
        if name != piece:
            break
    return text[:end]


def _changes_case(before: str, name: str, behind: str) -> bool:
    """Whether `name` is written small and those beside it are not, or the other way: "the dog,
    Boris, is well", "abc, def; Photo"."""
    if before:
        return before.islower() and not name.islower()
    return name.islower() and behind.lstrip(" ,;")[:1].isupper()


def _is_desk(name: str) -> bool:
    """Whether a paper is called so, of which a role is part: "The Coast Press", "CP Travel"."""
    first = name.split()[0]
    return first == "The" or (bool(_SHORT.fullmatch(first)) and not name.isupper())
