"""Folding: what two spellings of one phrase have in common.

Case, quotes, dashes, spaces, accents, digits and the marks around a line are folded away, so that
"▸ SHARE ON FACEBOOK »" and "Share on Facebook" are one phrase, and so are "3 Min. Lesezeit" and
"12 min. lesezeit", "Actualités" and "ACTUALITES".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from scrapeclean.characters import led_by
from scrapeclean.markdown import LINKED, unlinked
from scrapeclean.patterns import pattern

#: Marks that stand around a label and mean nothing: punctuation, bullets, arrows, pictograms.
EDGES = (
    " \t.,:;!?*+-_~|/\\#=()[]{}<>\"'…·•●○■□▪▸▶►▻▼▽▲△◀◄◂←→↑↓↗⇒➔➜➤»«›‹“”„’‘×✕✖✓✔★☆–—‒―"
    "¡¿؟،。、，．：；！？「」『』【】（）《》〈〉〔〕｜／・｡।۔"
    "※👉👈👇👆📩📧✉🔗📱🔔📲📰🎧🔊▷⏵⬇➡⬅\ufe0f\u200d\u200e\u200f\u2028\u00ad\ufffc"
)
#: From here on scripts are written without spaces, so any character may follow a word.
SPACELESS = "\u0e00"
#: A colon after a letter of a script without spaces: there no space follows it, or one does.
#: It begins with the colon, which lets the search run from one to the next.
_has_no_spaces = led_by({0xE0, *range(0xE3, 0xEA)})
_CLOSE_COLON = pattern(r":(?<=[\u0e00-\u0eff\u3040-\u9fff]:)(?=[^ \n])")
#: The number of a notice, where it is a sentence: items of lists have such numbers, too.
_NUMBERED = pattern(r"^(?:[①-⑩]|\d{1,2}、) *(?=.*[。.；;]$)", re.MULTILINE)
#: What `{n}` stands for: a run of digits, with marks between them, in parentheses or not. It
#: begins with a class, which lets the search run at the speed of a table lookup.
_NUMBER = pattern(r"[(\d](?:(?<=\()\d+|(?<=\d)\d*)(?:[.,:'\u066b\u066c]\d+)*\)?")
#: Letters and marks that `_table` maps.
_FOREIGN = pattern(
    "[\u00a1-\u024f\u0300-\u036f\u0390\u03ac-\u03b0\u03ca-\u03ce\u0451"
    "\u0622-\u0626\u0640-\u0652\u06a9\u06cc\u1e00-\u1fff\u2010-\u201e\u2212"
    "\uff01-\uff5e\u3000]"
)
_LATIN_AND_GREEK = ((0x00C0, 0x0250), (0x0386, 0x03CF), (0x1E00, 0x2000))
_BY_HAND = {
    "ı": "i", "ё": "е", "ø": "o", "ł": "l", "đ": "d",
    "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "",
    "’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ",
}  # fmt: skip


def _plain(letter: str) -> str:
    """The letter without its accents; a mark that stands for itself comes back as it is."""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isalpha() else letter


def _table() -> dict[str, str]:
    accents = dict.fromkeys(map(chr, [*range(0x0300, 0x0370), *range(0x064B, 0x0653)]), "")
    wide = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    letters = (chr(c) for first, last in _LATIN_AND_GREEK for c in range(first, last))
    return {**accents, **wide, **{c: _plain(c) for c in letters}, "\u3000": " ", **_BY_HAND}


_TABLE = _table()


def plain(text: str) -> str:
    """Return `text` with case, accents, quotes and dashes folded, spaces and numbers kept."""
    return unaccented(text.casefold())


def unaccented(folded: str) -> str:
    """Return `folded`, text whose case is folded, with accents, quotes and dashes folded too."""
    if folded.isascii():
        return folded
    # "ø" comes before "ǿ", so that no letter is folded twice
    for letter in sorted(set(_FOREIGN.findall(folded))):
        folded = folded.replace(letter, _TABLE.get(letter, letter))
    return folded


def fold(text: str) -> str:
    """Return `text` folded, the marks around it left on."""
    return _fold_plain(" ".join(plain(text).split()))


def fold_keys(keys: Iterable[str]) -> list[str]:
    """Return the folded labels of lines, from their `Facts.key`, which is half the way, with
    nothing but their words left of links in Markdown."""
    said = [unlinked(key) if LINKED in key else key for key in keys]
    bare = [key.strip(EDGES) for key in unnumbered("\n".join(said)).split("\n")]
    return _fold_plain(unaccented("\n".join(bare))).split("\n")


def unnumbered(text: str) -> str:
    """Return `text` with no number in front of its lines that are sentences ("3、", "③")."""
    return _NUMBERED.sub("", text) if _has_no_spaces(text) else text


def spaced(folded: str) -> str:
    """Return `folded` with a space behind each colon, also where a script has no spaces."""
    return _CLOSE_COLON.sub(": ", folded) if _has_no_spaces(folded) else folded


def _fold_plain(folded: str) -> str:
    numbered = _NUMBER.sub("{n}", folded.replace(" :", ":"))
    return spaced(numbered)


def fold_label(text: str) -> str:
    """Return `text` folded, without the marks around it.

    >>> fold_label("▸ SHARE ON FACEBOOK »")
    'share on facebook'
    >>> fold_label("(3 Min. Lesezeit)")
    '{n} min. lesezeit'
    """
    return fold(unnumbered(text).strip(EDGES))
