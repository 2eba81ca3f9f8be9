"""A headline taken apart: segments between separators, and the key of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from scrapeclean.headlines.folding import MEANINGFUL, fold, lower
from scrapeclean.headlines.wordlists import ARTICLES
from scrapeclean.patterns import pattern


class Joint(IntEnum):
    """What parts two segments, from sure to weak; the order is used."""

    BAR = 1  # | :: // · » _
    DASH = 2  # a dash or slash between blanks, any dash beside a Chinese character
    COLON = 3
    BRACKET = 4
    STOP = 5  # the end of a sentence


HAN = "\u2e80-\u9fff\uf900-\ufaff"  # with kana
HANGUL = "\uac00-\ud7a3"

MARKS = pattern(r"[|:·»«<>/_(\[.!?-]+")

# What stands in brackets in front is parted from the headline: "[Video] Seal pups born".
LABEL = pattern(r"[\[(]([^\[\]()]{1,30})[\])]\s+")

WORD = pattern(r"[^\s|:·»«<>/_()\[\].,!?&-]+")
SIGN = pattern(f"[{re.escape(''.join(sorted(MEANINGFUL)))}]")
ALNUM = pattern(r"[^\W_]")
DIGIT = pattern(r"\d")
THOUSANDS = pattern(r"(?<=\d)[.,](?=\d{3}(?!\d))")
BETWEEN_DIGITS = pattern(r"(?<=\d)[\s.,:/-]+(?=\d)")
NO_GUILLEMETS = str.maketrans("", "", "«»")
DIGIT_GAP = "¤"  # no letter, no number, no separator
WIDE = pattern(f"[{HAN}{HANGUL}]")
# One Chinese character is a word, one Korean syllable seldom.
WIDE_AT_END = pattern(f"(?:[{HAN}]|[{HANGUL}][{HANGUL}])$")
WIDE_AT_START = pattern(f"[{HAN}]|[{HANGUL}][{HANGUL}]")
SPACED = {
    **dict.fromkeys(("·", "»", "«", "<", ">", "//"), Joint.BAR),
    **dict.fromkeys(("-", "--", "/", ":"), Joint.DASH),
}

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


def is_wide(text: str) -> bool:
    """Return whether `text` holds a Chinese, Japanese or Korean character."""
    return not text.isascii() and WIDE.search(text) is not None


def _ends_wide(text: str) -> bool:
    return not text.isascii() and WIDE_AT_END.search(text) is not None


def parse(headline: str) -> Headline:
    """Take a headline apart. Any text will do; one without a letter has no segment."""
    return take_apart(fold(headline))


def take_apart(text: str) -> Headline:
    """Take a folded headline apart."""
    if "«" in text and "»" in text:  # quotation marks, not separators
        text = text.translate(NO_GUILLEMETS)
    segments = tuple(_segments(text))
    if len(segments) == 1:
        return Headline(segments, segments[0].words, segments[0].key)
    words = tuple(word for segment in segments for word in segment.words)
    return Headline(segments, words, join_keys(segments))


def _segments(text: str) -> Iterator[Segment]:
    start, before = 0, None
    if text[:1] in "[(" and (label := LABEL.match(text)):
        text = f"{label[1]} | {text[label.end() :]}"
    for match in MARKS.finditer(text):
        joint = _joint(text, match.start(), match.end())
        if joint is not None:
            segment = _segment(text[start : match.start()], before or Joint.BAR)
            before = joint if segment or before is None else min(before, joint)
            start = match.end()
            if segment:
                yield segment
    segment = _segment(text[start:], before or Joint.BAR)
    if segment:
        yield segment


def _joint(text: str, start: int, end: int) -> Joint | None:
    """What the marks at a place part; None if they stand inside a name, a word or a number."""
    marks, left, right = text[start:end], text[start - 1 : start], text[end : end + 1]
    if "|" in marks or "::" in marks:
        return Joint.BAR
    if marks[-1] in "([":
        return Joint.BRACKET
    if marks == "_" or (marks == "-" and not left.isspace()):
        return _tight_joint(text, start, end)
    if not right.isspace():
        return Joint.DASH if marks == "-" and right.isalpha() else None
    if left.isspace() and marks[-1] not in "!?":  # French sets blanks in front of these
        return SPACED.get(marks)
    return _stop(text, marks, start)


def _tight_joint(text: str, start: int, end: int) -> Joint | None:
    """A dash or underscore between Chinese or Korean words, which no blank need part."""
    left, right = text[max(0, start - 2) : start], text[end : end + 2]
    if _ends_wide(left) or (not right.isascii() and WIDE_AT_START.match(right)):
        return Joint.BAR if text[start] == "_" else Joint.DASH
    return None


def _stop(text: str, marks: str, start: int) -> Joint | None:
    """A mark that ends a word. A point after three letters or fewer is one of an abbreviation."""
    if marks[-1] in "!?":
        return Joint.STOP
    if marks[-1] == ":":
        return Joint.COLON
    word = text[max(0, start - 4) : start]
    ends_sentence = (len(word) == 4 and word.isalnum()) or _ends_wide(word)
    return Joint.STOP if marks == "." and ends_sentence else None


def _segment(text: str, before: Joint) -> Segment | None:
    plain = lower(text)
    if DIGIT.search(plain):
        plain = BETWEEN_DIGITS.sub(DIGIT_GAP, THOUSANDS.sub("", plain))
    words = WORD.findall(plain)
    if SIGN.search(plain):
        words = [word for word in words if ALNUM.search(word)]
    if not words:
        return None
    if not ARTICLES.isdisjoint(words):
        words = [word for word in words if word not in ARTICLES] or words
    return Segment(text, tuple(words), "".join(words), before)


def join_keys(segments: Sequence[Segment]) -> str:
    """Return the key of a run of segments; two numbers side by side stay two."""
    key = ""
    for segment in segments:
        gap = DIGIT_GAP if key[-1:].isdigit() and segment.key[:1].isdigit() else ""
        key += gap + segment.key
    return key


def weight(key: str) -> int:
    """Return how much a key says, in letters of an alphabet."""
    if key.isascii():
        return len(key)
    return len(key) + (LETTERS_IN_HAN - 1) * len(WIDE.findall(key))
