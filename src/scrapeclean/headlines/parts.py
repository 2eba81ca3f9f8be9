"""A headline taken apart: segments between separators, and the key of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from .folding import fold


class Joint(IntEnum):
    """What parts two segments, from sure to weak; the order is used."""

    BAR = 1  # | :: // · » _
    DASH = 2  # a dash or slash between blanks, any dash beside a Chinese character
    COLON = 3
    BRACKET = 4
    STOP = 5  # the end of a sentence


HAN = "\u2e80-\u9fff\uf900-\ufaff"  # with kana
HANGUL = "\uac00-\ud7a3"

SEPARATOR = re.compile(
    rf"""
      (?P<bar>   \s?(?:\|+|::+)\s?  |  \s(?:·|//|[»«<>])\s  |  (?<=[{HAN}])_+|_+(?=[{HAN}])  )
    | (?P<dash>  \s[-/:]\s  |  \s--?\s  |  \s-(?=[^\W\d])  |  (?<=[{HAN}])-|-(?=[{HAN}])
               |  (?<=[{HANGUL}][{HANGUL}])-(?=[{HANGUL}][{HANGUL}])  )
    | (?P<colon> :(?=\s) )
    | (?P<bracket> \s?[(\[] )
    | (?P<stop>  [!?](?=\s)  |  (?<=\w\w\w\w)\.(?=\s)  |  (?<=[{HAN}])\.(?=\s) )
    """,
    re.VERBOSE,
)
JOINTS = {
    "bar": Joint.BAR, "dash": Joint.DASH, "colon": Joint.COLON,
    "bracket": Joint.BRACKET, "stop": Joint.STOP,
}  # fmt: skip

WORD = re.compile(r"[^\s|:·»«<>/_()\[\].,!?&-]+")
THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.,:/-]+(?=\d)")
CUT = re.compile(r"(?:\.\.+|…)[\s)\]]*$")
NO_GUILLEMETS = str.maketrans("", "", "«»")
DIGIT_GAP = "¤"  # no letter, no number, no separator
WIDE = re.compile(f"[{HAN}{HANGUL}]")

# Words that one copy of a headline has and another leaves out without a change of meaning. Only
# such as are no word of another kind in another language: not "die", "la", "un", "os".
ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "und",
        "et",
        "the",
        "le",
        "les",
        "une",
        "der",
        "das",
        "ein",
        "eine",
        "el",
        "los",
        "las",
        "una",
        "il",
        "gli",
        "het",
        "een",
        "uma",
    ]
)

# How many letters of an alphabet one Chinese character or kana stands for: about the ratio of
# lengths of the same text in English and Chinese.
LETTERS_IN_HAN = 3


class Segment(NamedTuple):
    """A stretch between two separators."""

    text: str  # folded, case kept
    words: tuple[str, ...]  # lower case, without articles
    key: str  # the words run together
    before: Joint  # the separator in front; of the first segment it means nothing


class Headline(NamedTuple):
    """A headline ready to be compared."""

    segments: tuple[Segment, ...]
    words: tuple[str, ...]
    key: str


def parse(headline: str) -> Headline:
    """Take a headline apart. Any text will do; one without a letter has no segment."""
    text = fold(headline)
    if "«" in text and "»" in text:  # quotation marks, not separators
        text = text.translate(NO_GUILLEMETS)
    segments = tuple(_segments(text))
    if len(segments) == 1:
        return Headline(segments, segments[0].words, segments[0].key)
    words = tuple(word for segment in segments for word in segment.words)
    return Headline(segments, words, join_keys(segments))


def _segments(text: str) -> Iterator[Segment]:
    start, before = 0, None
    for match in SEPARATOR.finditer(text):
        segment = _segment(text[start : match.start()], before or Joint.BAR)
        joint = JOINTS[match.lastgroup or "stop"]
        before = joint if segment or before is None else min(before, joint)
        start = match.end()
        if segment:
            yield segment
    segment = _segment(text[start:], before or Joint.BAR)
    if segment:
        yield segment


def _segment(text: str, before: Joint) -> Segment | None:
    lower = text.lower()
    if any(map(str.isdigit, lower)):
        lower = BETWEEN_DIGITS.sub(DIGIT_GAP, THOUSANDS.sub("", lower))
    words = [word for word in WORD.findall(lower) if word.isalnum() or _says_something(word)]
    if not words:
        return None
    kept = tuple(word for word in words if word not in ARTICLES) or tuple(words)
    return Segment(text, kept, "".join(kept), before)


def _says_something(word: str) -> bool:
    return any(map(str.isalnum, word))


def join_keys(segments: Sequence[Segment]) -> str:
    """The key of a run of segments; two numbers side by side stay two."""
    key = ""
    for segment in segments:
        gap = DIGIT_GAP if key[-1:].isdigit() and segment.key[:1].isdigit() else ""
        key += gap + segment.key
    return key


def weight(key: str) -> int:
    """How much a key says, in letters of an alphabet."""
    if key.isascii():
        return len(key)
    return len(key) + (LETTERS_IN_HAN - 1) * len(WIDE.findall(key))
