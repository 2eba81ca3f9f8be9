r"""Characters that text repair is about: classes, and the expressions that find lines to repair.

**Why a line that `SUSPECT` does not match needs no stage.** Each branch of the expression stands
for a stage, and is as wide as that stage's own pattern or wider. For the one stage that is a
heuristic, `ftfy.fixes.fix_encoding`, it rests on this: ftfy leaves a line alone unless
`ftfy.badness.BADNESS_RE` matches in it, and whatever that expression matches holds

* a C1 control character, or
* one of ``ÂÃÎÐØÙŒœ`` that no ASCII letter follows, or
* ``Ђ`` after a Cyrillic ve, or
* an accented capital right after a small letter or symbol outside ASCII, or
* a symbol right after a symbol or an accented letter, or after one of the Greek and Cyrillic
  letters that such pairs begin with, or
* a symbol, opening quotes aside, right before an accented letter or a symbol, or
* ``‚`` or a sign that occurs in nothing but mojibake, right before or after any letter outside
  ASCII.

`tests/test_suspects.py` proves it for the ftfy that is installed: it takes `BADNESS_RE` apart
and tries all pairs of characters that each of its branches can hold. Canonical composition is
not in the expression: ask `unicodedata.is_normalized`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from scrapeclean.patterns import pattern

# Classes, as they stand between the brackets of an expression.
#: Blanks other than the plain space, line ends aside.
ODD_BLANKS = (
    "\t\x0b\x0c\x1c\x1d\x1e\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_BLANK = f" {ODD_BLANKS}"
#: Blanks that are right where they stand alone: typographic ones, and the full-width one.
_FINE_BLANK = " \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SILENT = "\x00-\x08\x0e-\x1b\x7f-\x9f\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
#: Scripts whose letters join or stack, so that ZWJ and ZWNJ spell words: Arabic to Myanmar,
#: Philippine to Vedic, the later Indic blocks, Arabic presentation forms, the historic scripts.
_JOINING = "\u0600-\u109f\u1700-\u1cff\ua800-\uabff\ufb50-\ufefc\U00010a00-\U00011fff"
#: Scripts without spaces that mark words by U+200B: Thai, Lao, Burmese, Khmer, Tai and relatives.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u1aff\ua980-\uaadf"
_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_LIGATURE = "\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06"
_SURROGATE = "\ud800-\udfff"

# Characters of mojibake, in classes no narrower than those of `ftfy.badness`.
_OPENING = "\xa1\xa9\xab\xbf\u0384\u0385\u2018\u201a\u201c\u201e\u2022\u2039\uf8ff"
_SIGN = "\xa6\xa4\xa8\xaa\xac\xaf\xb8\xba\u0192\u02c6-\u02dd\u2020\u2021\u2030\u2310\u25ca\ufffd"
_SYMBOL = (
    f"{_SIGN}\xa2\xa3\xa5\xa7\xae\xb0-\xb3\xb5\xb6\xb9\xbb-\xbe\xd7\xf7\u201d\u203a\u2044\u20a7"
    "\u20ac\u2116\u2122\u2202-\u2265\u2502-\u2593"
)
_CAPITAL = "".join(filter(str.isupper, map(chr, range(0xC0, 0x180)))) + "\u0490"
_ACCENTED = "\xb4\xc0-\xd6\xd8-\xf6\xf8-\u017f\u0490\u0491\ufb01\ufb02"
_LETTER = f"{_ACCENTED}\u0386-\u03ce\u0401-\u045f"
_SMALL = "".join(filter(str.islower, map(chr, (*range(0xDF, 0x180), *range(0x386, 0x492)))))

_ZERO_WIDTH = (
    f"(?:(?<=\u200b)(?:(?<![{_UNSPACED}].)|(?![{_UNSPACED}]))"
    f"|(?<=\u200c)(?<![{_JOINING}].)"
    f"|(?<=\u200d)(?<![{_JOINING}].)(?![{_JOINING}])(?:(?<![{_EMOJI}].)|(?![{_EMOJI}])))"
)

#: Matches in every line that a stage would change, spaces and composition aside, and in few more.
#: The leading class lets the search run at the speed of a table lookup.
SUSPECT = pattern(
    f"[&{_SILENT}{_DIRECTION}\u200b-\u200d{_LIGATURE}{_SURROGATE}"
    f"{_OPENING}{_SYMBOL}{_CAPITAL}\u0153\u0402]"
    "(?:"
    f"(?<=[{_SILENT}{_DIRECTION}{_LIGATURE}{_SURROGATE}])"
    "|(?<=&)#?[0-9A-Za-z]{1,24};"
    f"|(?<=[\u200b-\u200d]){_ZERO_WIDTH}"
    "|(?<=[ÂÃÎÐØÙŒœ])(?![A-Za-z])"
    "|(?<=[Вв]Ђ)"
    f"|(?<=[{_SMALL}{_SYMBOL}][{_CAPITAL}])"
    f"|(?<=[{_ACCENTED}{_OPENING}{_SYMBOL}ΒΓΞΟβВГРС][{_OPENING}{_SYMBOL}])"
    f"|(?<=[{_SYMBOL}])(?=[{_ACCENTED}{_OPENING}{_SYMBOL}])"
    f"|(?<=[{_LETTER}][{_SIGN}])|(?<=[‚{_SIGN}])(?=[{_LETTER}])"
    ")",
    re.DOTALL,
)
#: Marks of plain English text, which `SUSPECT` begins with and mostly lets go: it matches there
#: only beside another character outside ASCII.
_QUOTES = "©«‘“”„•"
#: Matches in every text in which `SUSPECT` does, and in few of plain English, French or Spanish.
#: It takes a tenth of the time to be compiled.
PERHAPS_SUSPECT = pattern(
    f"[^\t-\r -%'-~’–—…ß-öø-ÿ](?:(?<![&{_QUOTES}])|(?<=&)#?[0-9A-Za-z]{{1,24}};"
    f"|(?<=[{_QUOTES}])(?:(?<=[^\0-\x7f].)|(?=[^\0-\x7f])))",
    re.DOTALL,
)
#: A run of blanks that is more, or other, than one space or fine blank between two words.
BLANKS = pattern(
    f"[{_BLANK}](?:(?<![{_FINE_BLANK}])|(?<![^\r\n].)|(?=[{_BLANK}\r\n]|\\Z))[{_BLANK}]*", re.DOTALL
)
SILENT = pattern(f"[{_SILENT}]+")
DIRECTION = pattern(f"[{_DIRECTION}]")
#: U+200B, U+200C and U+200D where they spell neither words nor emoji.
ZERO_WIDTH = pattern(f"[\u200b-\u200d]{_ZERO_WIDTH}", re.DOTALL)


def led_by(leads: Container[int]) -> Callable[[str], bool]:
    """Return a function that says whether a text holds a character whose first byte in UTF-8 is one
    of `leads`. Deleting all other bytes takes a quarter of the time of a search for these."""
    others = bytes(byte for byte in range(256) if byte not in leads)

    def holds(text: str) -> bool:
        if text.isascii():
            return False
        return bool(text.encode("utf-8", "surrogatepass").translate(None, others))

    return holds
