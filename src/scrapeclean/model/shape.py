"""What a line looks like: how wide, how it begins and ends, which marks it holds, how often.

Nothing here knows a language. A character of a script without spaces counts as two and a half,
about what it says in Latin letters, so that widths mean the same in Chinese as in Czech.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from scrapeclean.facts import AT_ONCE, FULL_STOPS, UNMARKED
from scrapeclean.model.columns import Columns, count_column, log_column, share_column
from scrapeclean.patterns import pattern

_NEWLINE = ord("\n")


def _all_but(*kept: Iterable[int]) -> bytes:
    """What to delete from the bytes of a page to be left with `kept`, and line ends."""
    wanted = {_NEWLINE}.union(*kept)
    return bytes(byte for byte in range(256) if byte not in wanted)


#: What is counted in each line, by a letter that stands for all bytes of one kind. A character of
#: kana, Han or hangul (U+3000 to U+DFFF) is counted by the byte that leads it in UTF-8.
_KINDS = {
    "digits": (b"d", b"0123456789"),
    "commas": (b"c", b",;"),
    "stops": (b"s", b".!?"),
    "colons": (b"o", b":"),
    "quotes": (b"q", b"\"'"),
    "marks": (b"m", b"|/>#@*+=<~^_%$[]{}\\&"),
    "spaces": (b" ", b" "),
    "wide": (b"w", bytes(range(0xE3, 0xEE))),
}
_TO_LETTERS = bytes.maketrans(
    b"".join(members for _, members in _KINDS.values()),
    b"".join(letter * len(members) for letter, members in _KINDS.values()),
)
_UNCOUNTED = _all_but(*[members for _, members in _KINDS.values()])
#: For each kind the letters of all others: deleting them leaves what is to be counted.
_OTHERS = {
    name: bytes(letter[0] for letter, _ in _KINDS.values() if letter != own)
    for name, (own, _) in _KINDS.items()
}
_CONTINUATIONS = bytes(range(0x80, 0xC0))
#: In the code pages of Latin, Cyrillic and Greek alike, capitals beyond ASCII are C0 to DF.
_CAPITALS = _all_but(range(ord("A"), ord("Z") + 1), range(0xC0, 0xE0))
_CODE_PAGES = {b"\xd0": "cp1251", b"\xce": "cp1253", b"\xc3": "cp1252"}
#: Scripts without spaces whose letters say as much as Latin ones: Thai, Lao, Burmese, Khmer; what
#: to delete of UTF-8 to be left with the bytes that lead them; how many of the letters make a word.
_UNSPACED = pattern("[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]")
_NO_UNSPACED = bytes(byte for byte in range(256) if byte not in b"\xe0\xe1")
_UNSPACED_WORD = 5
_ALIKE = {
    "！": "!", "？": "?", "؟": "?", "…": ".", "，": ",", "、": ",",
    "،": ",", "：": ":", "\u3000": " ", "\xa0": " ", "”": '"', "“": '"', "„": '"', "«": '"',
    "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-",
} | dict.fromkeys(FULL_STOPS[1:], ".")  # fmt: skip
#: How a line ends, from label to sentence. One cut short may be either, and so may one in a script
#: that has no stops.
_ENDINGS = ("", "0123456789", ")]}>|/›→）】", "-–—&", ":：", "\"'”’»“」』", ",;，、،", "", FULL_STOPS + "…", "!?！？؟")  # fmt: skip # noqa: E501
_ENDING = {char: step for step, chars in enumerate(_ENDINGS) for char in chars}
_BRACKET, _QUOTE, CUT_SHORT, FULL_STOP = 2, 5, 7, 8
#: How a line begins; small letters, capitals, letters without case and all else are 1 to 4.
_OPENINGS = {5: "0123456789", 6: "\"'“‘«„「『", 7: "-–—", 8: "•·*●■▪►▶»›→▼◆◇○※|>+#", 9: "([<{@©®$€£&%"}  # fmt: skip # noqa: E501
_OPENING = {char: step for step, chars in _OPENINGS.items() for char in chars}
#: A line with fewer digits holds neither a time nor a year.
_CLOCK_DIGITS = 3
_SAME_DIGIT = bytes.maketrans(b"123456789", b"000000000")


@cache
def _ending(tail: str) -> int:
    """The step of the ending of a line whose last two characters are `tail`."""
    step = _ENDING.get(tail[-1], 0)
    if UNMARKED[0] <= tail[-1] <= UNMARKED[1]:
        return CUT_SHORT
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


def folded(lines: Sequence[str]) -> str:
    """Return `lines` as one text, with quotes and marks of many scripts as their plain ones."""
    text = "\n".join(lines)
    if text.isascii():
        return text
    for char, plain in _ALIKE.items():
        if char in text:
            text = text.replace(char, plain)
    return text


class Joined(NamedTuple):
    """Lines as one text in UTF-8, which takes the least room, and its `size` in characters."""

    data: bytes
    size: int


def joined(lines: Sequence[str]) -> Joined:
    """Return `lines` as one text, folded; many are folded at one go, but not all: one emoji on a
    large page makes four bytes of each character."""
    texts = (folded(lines[at : at + AT_ONCE]) for at in range(0, len(lines), AT_ONCE))
    return encoded(texts)


def encoded(texts: Iterable[str]) -> Joined:
    """Return `texts`, put together with a line end between any two."""
    pieces, size = [], 0
    for text in texts:
        pieces.append(text.encode("utf-8", "surrogatepass"))
        size += len(text)
    return Joined(b"\n".join(pieces), size + len(pieces) - 1)


def _digit_shapes(data: bytes, digits: Sequence[int]) -> Columns:
    """How often each line stands on the page, digits aside, and which lines hold a year or a time:
    bylines and dates do, and so does every item of a feed. `digits` says how many each holds."""
    # as text, which `in` searches in a sixth of the time that it takes for bytes
    shapes = data.translate(_SAME_DIGIT).decode("latin-1").split("\n")
    seen = Counter(shapes)
    return {
        "repeats": count_column([seen[shape] for shape in shapes]),
        "year or time": bytes(
            [
                0 if count < _CLOCK_DIGITS else ("0000" in shape) + 2 * ("0:00" in shape)
                for shape, count in zip(shapes, digits, strict=True)
            ]
        ),
    }


def read_shapes(lines: Sequence[str], data: bytes) -> Columns:
    """Return what `lines` look like; there is at least one, and none is blank. `data` is all of
    them, folded, in UTF-8."""
    counts = _counts(data)
    words, widths = [spaces + 1 for spaces in counts.pop("spaces")], counts.pop("widths")
    columns = {name: count_column(count) for name, count in counts.items()}
    columns |= {
        "width": log_column(widths),
        "word length": count_column([16 * w // n for w, n in zip(widths, words)]),  # noqa: B905
        "ending": bytes([_ending(line[-2:]) for line in lines]),
        "opening": bytes([_opening(line[0]) for line in lines]),
        "digit share": share_column(counts["digits"], widths),
        "comma share": share_column([16 * n for n in counts["commas"]], widths),
        "stop share": share_column([16 * n for n in counts["stops"]], widths),
    }
    return columns | _digit_shapes(data, counts["digits"])


def _counts(data: bytes) -> dict[str, list[int]]:
    """Of each kind of mark how many each line holds, and the lines' `widths`; both spaces and
    widths are what they would be in Latin letters."""
    letters = data.translate(_TO_LETTERS, _UNCOUNTED)
    counts = {name: _lengths(letters, others) for name, others in _OTHERS.items()}
    counts["widths"] = _lengths(data, _CONTINUATIONS)
    if any(wide := counts.pop("wide")):
        counts["widths"] = [n + 3 * w // 2 for n, w in zip(counts["widths"], wide, strict=True)]
        counts["spaces"] = [n + 2 * w // 3 for n, w in zip(counts["spaces"], wide, strict=True)]
    if data.translate(None, _NO_UNSPACED):
        counts["spaces"] = list(map(max, counts["spaces"], _unspaced_words(data)))
    return counts


def _unspaced_words(data: bytes) -> list[int]:
    lines = data.decode("utf-8", "surrogatepass").split("\n")
    return [len(_UNSPACED.findall(line)) // _UNSPACED_WORD for line in lines]


def capital_column(text: str) -> bytes:
    """Return how many capitals each line of `text` holds for its width."""
    data = text.encode("utf-8", "surrogatepass")
    page = max(_CODE_PAGES, key=data.count)
    capitals = _lengths(text.encode(_CODE_PAGES[page], "replace"), _CAPITALS)
    return share_column([4 * n for n in capitals], map(len, text.split("\n")))
