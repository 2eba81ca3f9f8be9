"""The measure: overlap of 4-grams of tokens, as article-extraction-benchmark counts it.

Kana, Han, hangul and Thai text is cut into characters first. Precision and recall are means over
pages, F1 is the harmonic mean of the means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import fmean

TOKEN = re.compile(r"\w+")
SPACELESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
SHINGLE = 4

Overlap = tuple[int, int, int]  # shingles in both, in the prediction alone, in the gold text alone


def tokens(text: str) -> list[str]:
    """Return the words of `text`; in scripts without spaces its characters."""
    return TOKEN.findall(SPACELESS.sub(lambda match: f" {match.group()} ", text))


def key(text: str) -> str:
    """Return `text` as titles and names are compared: its tokens in small letters."""
    return " ".join(tokens(text)).lower()


def shingles(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Return the 4-grams of `words`, or all of them when they are fewer."""
    starts = range(max(1, len(words) - SHINGLE + 1))
    return Counter(tuple(words[i : i + SHINGLE]) for i in starts if words[i : i + SHINGLE])


def overlap(gold: Counter[tuple[str, ...]], predicted: Counter[tuple[str, ...]]) -> Overlap:
    """Return how many shingles are in both, in `predicted` alone, in `gold` alone."""
    both = sum((gold & predicted).values())
    return both, sum(predicted.values()) - both, sum(gold.values()) - both


def f1(rows: Iterable[Overlap]) -> tuple[float, float, float]:
    """Return F1, mean precision and mean recall of the overlaps of many pages."""
    rows = list(rows)
    precisions = [both / (both + extra) for both, extra, _ in rows if both + extra]
    recalls = [both / (both + missed) for both, _, missed in rows if both + missed]
    p = fmean(precisions) if precisions else 0.0
    r = fmean(recalls) if recalls else 0.0
    return (2 * p * r / (p + r) if p + r else 0.0), p, r
