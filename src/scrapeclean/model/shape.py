"""What a line looks like: how wide, how it begins and ends, which marks it holds, how often.

Nothing here knows a language. A character of a script without spaces counts as two and a half,
about what it says in Latin letters, so that widths mean the same in Chinese as in Czech.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from scrapeclean.model.columns import Columns, count_column, log_column, share_column

_NEWLINE = ord("\n")


def _all_but(*kept: Iterable[int]) -> bytes:
    """What to delete from the UTF-8 bytes of a page to be left with `kept`, and line ends."""
    wanted = {_NEWLINE}.union(*kept)
    return bytes(byte for byte in range(256) if byte not in wanted)


#: UTF-8 lead bytes of kana, Han and hangul (U+3000 to U+DFFF); of all but Latin-1 punctuation.
_WIDE_LEADS = range(0xE3, 0xEE)
_CONTINUATIONS = bytes(range(0x80, 0xC0))
_COUNTED = {
    "digits": _all_but(b"0123456789"),
    "commas": _all_but(b",;"),
    "stops": _all_but(b".!?"),
    "colons": _all_but(b":"),
    "spaces": _all_but(b" "),
    "quotes": _all_but(b"\"'"),
    "dashes": _all_but(b"-"),
    "marks": _all_but(b"|/>#@*+=<~^_%$[]{}\\&"),
}
_WIDE = _all_but(_WIDE_LEADS)
#: In the code pages of Latin, Cyrillic and Greek alike, capitals beyond ASCII are C0 to DF.
_CAPITALS = _all_but(range(ord("A"), ord("Z") + 1), range(0xC0, 0xE0))
_CODE_PAGES = {b"\xd0": "cp1251", b"\xce": "cp1253", b"\xc3": "cp1252"}
_ALIKE = {
    "。": ".", "！": "!", "？": "?", "؟": "?", "।": ".", "۔": ".", "…": ".", "，": ",", "、": ",",
    "،": ",", "：": ":", "\u3000": " ", "\xa0": " ", "”": '"', "“": '"', "„": '"', "«": '"',
    "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-",
}  # fmt: skip
#: How a line ends, from label to sentence.
_ENDINGS = ("", "0123456789", ")]}>|/›→）】", "-–—&", ":：", "\"'”’»“」』", ",;，、،", "", ".。।۔…", "!?！？؟")  # fmt: skip # noqa: E501
_ENDING = {char: step for step, chars in enumerate(_ENDINGS) for char in chars}
_BRACKET, _QUOTE, CUT_SHORT, FULL_STOP = 2, 5, 7, 8
#: How a line begins; small letters, capitals, letters without case and all else are 1 to 4.
_OPENINGS = {5: "0123456789", 6: "\"'“‘«„「『", 7: "-–—", 8: "•·*●■▪►▶»›→▼◆◇○※|>+#", 9: "([<{@©®$€£&%"}  # fmt: skip # noqa: E501
_OPENING = {char: step for step, chars in _OPENINGS.items() for char in chars}
_SAME_DIGIT = bytes.maketrans(b"123456789", b"000000000")


class Shapes(NamedTuple):
    """The lines of one page as bytes and numbers: `data` is their UTF-8, a line end between."""

    data: bytes
    widths: list[int]
    stops: list[int]
    endings: bytes
    columns: Columns


@cache
def _ending(tail: str) -> int:
    """The step of the ending of a line whose last two characters are `tail`."""
    step = _ENDING.get(tail[-1], 0)
    if step == FULL_STOP:
        return CUT_SHORT if tail == ".." or tail[-1] == "…" else FULL_STOP
    if step in (_QUOTE, _BRACKET) and _ENDING.get(tail[0], 0) >= FULL_STOP:
        return FULL_STOP
    return step


@cache
def _opening(char: str) -> int:
    step = _OPENING.get(char)
    if step is not None:
        return step
    return 1 if char.islower() else 2 if char.isupper() else 3 if char.isalpha() else 4


def _lengths(data: bytes, deleted: bytes) -> list[int]:
    """How much is left of each line once `deleted` is gone."""
    return list(map(len, data.translate(None, deleted).split(b"\n")))


def _folded(text: str) -> str:
    if text.isascii():
        return text
    for char, plain in _ALIKE.items():
        if char in text:
            text = text.replace(char, plain)
    return text


def _capitals(text: str, data: bytes) -> list[int]:
    if text.isascii():
        return _lengths(data, _CAPITALS)
    most = max(_CODE_PAGES, key=data.count)
    return _lengths(text.encode(_CODE_PAGES[most], "replace"), _CAPITALS)


def _repeats(data: bytes) -> bytes:
    """How often each line stands on the page, digits aside."""
    shapes = data.translate(_SAME_DIGIT).split(b"\n")
    seen = Counter(shapes)
    return count_column([seen[shape] for shape in shapes])


def read_shapes(lines: Sequence[str]) -> Shapes:
    """Return what `lines` look like; they hold at least one line, and none is blank."""
    text = _folded("\n".join(lines))
    data = text.encode("utf-8", "surrogatepass")
    counts = {name: _lengths(data, deleted) for name, deleted in _COUNTED.items()}
    widths = _lengths(data, _CONTINUATIONS)
    words = [spaces + 1 for spaces in counts.pop("spaces")]
    wide = _lengths(data, _WIDE)
    if any(wide):
        widths = [width + 3 * w // 2 for width, w in zip(widths, wide, strict=True)]
        words = [count + 2 * w // 3 for count, w in zip(words, wide, strict=True)]
    endings = bytes([_ending(line[-2:]) for line in lines])
    columns = {name: count_column(count) for name, count in counts.items()}
    columns |= {
        "width": log_column(widths),
        "word length": count_column([16 * w // n for w, n in zip(widths, words, strict=True)]),
        "ending": endings,
        "opening": bytes([_opening(line[0]) for line in lines]),
        "digit share": share_column(counts["digits"], widths),
        "capital share": share_column(_capitals(text, data), words),
        "comma share": share_column([16 * n for n in counts["commas"]], widths),
        "stop share": share_column([16 * n for n in counts["stops"]], widths),
        "repeats": _repeats(data),
    }
    return Shapes(data, widths, counts["stops"], endings, columns)
