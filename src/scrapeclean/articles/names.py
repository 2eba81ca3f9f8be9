"""Names and roles: what a person's name looks like, and what authors are called beside theirs."""

from __future__ import annotations

from functools import cache

from scrapeclean.articles.tables import phrase_set, rows, words
from scrapeclean.patterns import pattern

#: More words than this are no name: "María del Carmen de la Cruz y Ortega" has eight.
NAME_WORDS = 8
#: A line of its own, with no byline word, is a name up to so many words.
BARE_NAME_WORDS = 4
#: Longer texts are no role.
ROLE_WIDTH = 60

#: So many characters have most Chinese names; shorter ones are labels more often.
HAN_NAME = 3
#: Small words inside of names.
_SMALL = (
    "al af av bin bint da das de de' del della den der des di dos du e el ibn la las le los of san "
    "ten ter the van vom von y zu zum zur"
)
PARTICLES = frozenset(_SMALL.split())
# Degrees behind a name. Not any capitals: "Ann Poe, CNN" is no doctor.
_DEGREE = pattern(
    r"(?:M\.?S|M\.?A|M\.?S?Ed|B\.?[AS]|M\.?D|Ph\.?\s?D|DVM|VMD|DDS|DO|J\.?D|Psy\.?D|Ed\.?D|Pharm\.?D|RNP?|BSN|MSN|RDN?|LDN?|CDCES"
    r"|M\.?P\.?H|MSW|LCSW|MBA|CPA|CFP|CFA|CEPF|CSCS|FAC[PCS]|DACVB|CPP|PSP|LPC|LVT|FAND|Esq|Jr|Sr|I{2,3})\.?®?"
)
_HANGUL = pattern("[\uac00-\ud7a3]{3}")
_HAN = pattern("[\u3400-\u9fff]{2}[\u3040-\u30ff\u3400-\u9fff々]{1,3}")
_SPACED = pattern("[\u3400-\u9fff々]{1,3}[ \u3000][\u3040-\u30ff\u3400-\u9fff々]{1,4}")
_WORD = pattern(r"[^\W\d_]+")
_GIVEN = pattern(r"[^\W\d_][^\W\d_'’]+")
_UNCASED = pattern("[\u0590-\u0bff\u0e00-\u0fff\u10d0-\u10ff\u3040-\u9fff\uac00-\ud7af]")
# Georgian has capitals, but no name begins with one.
_GEORGIAN = pattern("[\u10d0-\u10ff]")


def is_name(text: str) -> bool:
    """Return whether `text` may be a person's name, alone on its line."""
    parts = text.split()
    if (
        not 2 <= len(parts) <= BARE_NAME_WORDS
        or len(text) > 40
        or (text.isupper() and len(parts) > 3)
    ):
        return False
    return may_name(text) and phrase_set("roles").isdisjoint(text.casefold().split())


def may_name(text: str) -> bool:
    """Return whether `text` has the shape of a name, however long, in its script."""
    parts = text.split()
    if not 1 <= len(parts) <= NAME_WORDS or any(map(str.isdigit, text)):
        return False
    if not text.isascii() and _UNCASED.search(text):
        return len(text) <= 30
    if len(parts) == 1 and text.islower():
        return len(text) >= 3 and text not in PARTICLES
    return all(w in PARTICLES or not w[0].isalpha() or not w[0].islower() for w in parts) and any(
        c.isalpha() for c in text
    )


def is_cased(text: str) -> bool:
    """Return whether letters of `text` tell by their size whether it is a name."""
    return text.upper() != text.lower() and not _GEORGIAN.search(text)


def is_degree(text: str) -> bool:
    """Return whether `text` is a degree or the like, as it stands behind a name."""
    return bool(_DEGREE.fullmatch(text))


def has_given_name(text: str) -> bool:
    """Return whether `text`, a few words, holds a given name that the table knows."""
    return any(word in _given_names() for word in _GIVEN.findall(text.casefold()))


def has_surname(text: str) -> bool:
    """Return whether `text` is a name in Chinese, Japanese or Korean script, by its surname: with
    a space between both, or as long as names are and beginning with one that the table knows."""
    if _SPACED.fullmatch(text):
        return True
    surnames = _surnames()
    if _HANGUL.fullmatch(text):
        return text[0] in surnames["Kore"]
    if not _HAN.fullmatch(text):
        return False
    chinese = len(text) == HAN_NAME and text[0] in surnames["Hans"]
    return chinese or (len(text) > HAN_NAME and text[:2] in surnames["Jpan"])


@cache
def _surnames() -> dict[str, frozenset[str]]:
    return {script: frozenset(row.split()) for script, row in rows("surnames")}


@cache
def _given_names() -> frozenset[str]:
    return words("given_names")


def has_role(text: str) -> bool:
    """Return whether `text` is, or begins or ends with, what authors are called."""
    lower = text.casefold().strip(" •,.")
    if len(lower) > ROLE_WIDTH:
        return False
    first, last = lower.split(",")[0].split(" ")[0], lower.split(" ")[-1]
    return not phrase_set("roles").isdisjoint((lower, first, last))


def tells_role(text: str) -> bool:
    """Return whether `text`, what is told of somebody, soon says that they write: "is a staff
    writer at ..."."""
    return any(is_role(word) for word in _WORD.findall(text[:ROLE_WIDTH]))


def is_role(text: str) -> bool:
    """Return whether `text` is a role and nothing else, of one or of many."""
    lower = text.casefold()
    return lower in phrase_set("roles") or lower.removesuffix("s") in phrase_set("roles")


def without_role(text: str) -> str:
    """Return `text` without a role at its end; nothing where it is a role as a whole."""
    parts = text.split(" ")
    for first in range(max(0, len(parts) - 4), len(parts)):
        if is_role(" ".join(parts[first:])):
            return " ".join(parts[:first]) if first > 1 else ""
    return text
