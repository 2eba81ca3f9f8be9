"""The comparison of two headlines for people: score, verdict, reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from scrapeclean.headlines.compare import Bond, bond
from scrapeclean.headlines.names import Names
from scrapeclean.headlines.parts import DIGIT_GAP, Headline, parse
from scrapeclean.headlines.reading import read

NO_NAMES = Names()
# Below this likeness it says little which words differ.
LITTLE_IN_COMMON = 0.5
LONGEST_QUOTE = 60  # characters

WHY_ONE = {
    Bond.EQUAL: "The same words; at most case, accents, punctuation and articles differ.",
    Bond.NAMES: "The same headline; only names of outlets or sections stand around it.",
    Bond.ORDER: "The same parts in another order.",
    Bond.CUT: "One is the beginning of the other, cut off.",
    Bond.ONE_WORD: "All words but one are the same, and that one is misspelt or left out.",
    Bond.WITHIN: "One says it at more length; they share more rare words than two stories would.",
}


@dataclass(frozen=True)
class Comparison:
    """The verdict on two headlines."""

    score: float
    """The likeness of their letters, 0 to 1. No threshold on it gives the verdict: "Road 1506"
    and "Road 1514" are very alike, and two."""

    same: bool
    """Whether they are one headline."""

    why: str
    """The reason, a sentence for people."""


def same_headline(a: str, b: str) -> bool:
    """Return whether two strings are spellings of one headline.

    >>> same_headline("Storm hits the coast of Norway", "Storm hits coast of Norway | The Globe")
    True
    >>> same_headline("Storm hits the coast of Norway", "Storm hits the coast of Sweden")
    False
    """
    left, right = parse(a), parse(b)
    return a == b or (_may_be_one(left, right) and _bond(left, right) is not None)


def compare_headlines(a: str, b: str) -> Comparison:
    """Return what `same_headline` does, with a score and the reason.

    >>> compare_headlines("Fire on Farm Road 1506", "Fire on Farm Road 1514").why
    'The numbers differ: “1506” and “1514”.'
    """
    left, right = parse(a), parse(b)
    if a == b:
        return Comparison(1.0, True, WHY_ONE[Bond.EQUAL])
    found = _bond(left, right) if _may_be_one(left, right) else None
    likeness = fuzz.ratio(left.key, right.key) / 100
    if found is None:
        return Comparison(likeness, False, _why_two(left, right, likeness))
    return Comparison(1.0 if found <= Bond.ORDER else likeness, True, WHY_ONE[found])


def _bond(a: Headline, b: Headline) -> Bond | None:
    return bond(read(a, NO_NAMES), read(b, NO_NAMES))


def _may_be_one(a: Headline, b: Headline) -> bool:
    """A cheap guard: whatever joins two headlines, a part of each begins with the same letters."""
    return not _first_letters(a).isdisjoint(_first_letters(b))


def _first_letters(headline: Headline) -> set[str]:
    keys = [segment.key for segment in headline.segments]
    return {(key + after)[:3] for key, after in zip(keys, [*keys[1:], ""], strict=False)}


def _why_two(a: Headline, b: Headline, likeness: float) -> str:
    mine, yours = a.words, b.words
    if not mine or not yours:
        return "A text without a word is no headline."
    if sorted(mine) == sorted(yours):
        return "The same words in another order say another thing."
    if likeness < LITTLE_IN_COMMON:
        return "They have little in common."
    left, right = _differences(mine, yours)
    if not left or not right:
        return f"{_quoted(left or right)} stands in one alone: another fact, or another story."
    kind = "numbers" if all(map(_has_number, (left, right))) else "words"
    return f"The {kind} differ: {_quoted(left)} and {_quoted(right)}."


def _differences(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The words of each that the other lacks at that place."""
    left: list[str] = []
    right: list[str] = []
    for step in Levenshtein.opcodes(a, b):
        if step.tag != "equal":
            left.extend(a[step.src_start : step.src_end])
            right.extend(b[step.dest_start : step.dest_end])
    return left, right


def _has_number(words: Sequence[str]) -> bool:
    return any(char.isdigit() for word in words for char in word)


def _quoted(words: Sequence[str]) -> str:
    text = " ".join(words).replace(DIGIT_GAP, "-")
    return f"“{text[:LONGEST_QUOTE]}…”" if len(text) > LONGEST_QUOTE else f"“{text}”"
