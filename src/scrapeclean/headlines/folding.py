"""Spelling variants of one headline folded into one form.

What is folded, character by character: width and compatibility forms (NFKC), accents and
vowel points, traditional Chinese, Arabic letter variants, decimal digits of any script, quotes,
dashes, pipes and bullets. What is kept: case (outlet names are told by it), vowel signs of
Indic and Thai scripts (they are letters there), and signs that carry meaning: `%`, `$`, `+`, `#`.
"""

from __future__ import annotations

import html
import unicodedata
from pathlib import Path

from scrapeclean.characters import SUSPECT
from scrapeclean.edits import apply
from scrapeclean.patterns import pattern
from scrapeclean.repair import repair

# Characters that may part a headline; everything else that is no letter or number becomes a blank.
PUNCTUATION = frozenset("|:·»«<>/_()[].,!?&-")
MEANINGFUL = frozenset("%$€£¥₹₽+#°")

QUOTES = frozenset("'\"`´’‘‚‛“”„‟′″ʼʹ＇＂「」『』《》〈〉")
LOOKALIKES = {
    **dict.fromkeys("|¦ǀ∣│┃❘￨｜ㅣ", "|"),
    **dict.fromkeys("•∙●▪◦⋆★☆✦", "·"),
    **dict.fromkeys("›»", "»"),
    **dict.fromkeys("‹«", "«"),
    # Full-width marks carry their space inside.
    "：": ": ",
    "，": ", ",
    "、": ", ",
    "。": ". ",
    "！": "! ",
    "？": "? ",
    "（": " (",
    "）": ") ",
    "【": " [",
    "】": "] ",
    "－": "-",
    "−": "-",
    "؟": "? ",
    "،": ", ",
    # The Japanese dot stands inside names, the tatweel inside words.
    "・": "",
    "ـ": "",
    "™": "",
    "®": "",
    "©": "",
}
# Letters whose plain form is no Unicode decomposition.
LETTERS = {
    "ß": "ss",
    "ẞ": "SS",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ς": "σ",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ة": "ه",
}
# Marks that readers leave out: Latin, Greek and Cyrillic accents, Hebrew and Arabic points.
OPTIONAL_MARK = pattern("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
# A small L is set for a bar on sites of Korea; between a word and a name it is no litre.
L_FOR_BAR = pattern(r"(?<=[^\d\s] )l(?= [A-Z])")
FIRST_HAN, LAST_HAN = "\u3400", "\u9fff"


def _simplified() -> dict[str, str]:
    lines = Path(__file__).with_name("han.txt").read_text(encoding="utf-8").splitlines()
    return {line[0]: line[1] for line in lines if not line.startswith("#")}


class _Folds(dict[int, str]):
    """Code point → folded text, worked out when first seen; Unicode limits its size."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if FIRST_HAN <= char <= LAST_HAN and ord("丟") not in self:
            self.update({ord(old): new for old, new in _simplified().items()})
        return self.setdefault(code, _fold_char(char))


def _fold_char(char: str) -> str:
    if char in QUOTES:
        return ""
    if char in LOOKALIKES:
        return LOOKALIKES[char]
    if char in LETTERS:
        return LETTERS[char]
    decomposed = OPTIONAL_MARK.sub("", unicodedata.normalize("NFKD", char))
    return "".join(map(_fold_part, unicodedata.normalize("NFC", decomposed)))


def _fold_part(char: str) -> str:
    kind = unicodedata.category(char)
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    if kind[0] in "LMN" or char in MEANINGFUL or char in PUNCTUATION:
        return char
    if kind == "Cf":
        return ""
    return "-" if kind == "Pd" else " "


_FOLDS = _Folds()


def fold(headline: str) -> str:
    """Return the headline with its spelling variants folded; case, words and separators stay."""
    if "&" in headline and ";" in headline:
        headline = html.unescape(headline)
    if " l " in headline:
        headline = L_FOR_BAR.sub("|", headline)
    if headline.isascii():
        return headline.translate(_FOLDS).strip()
    if SUSPECT.search(headline):
        headline = apply(headline, repair(headline))
    composed = unicodedata.normalize("NFC", headline).translate(_FOLDS)
    return unicodedata.normalize("NFC", composed).strip()  # half-width kana and their marks


def lower(folded: str) -> str:
    """Return the text in lower case, with one form of the Greek sigma wherever it stands."""
    return folded.lower().replace("ς", "σ")
