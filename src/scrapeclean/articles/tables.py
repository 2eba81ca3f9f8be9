"""Tables: the words that dates, bylines and captions are known by, as text files beside this one.

One language a line, its code first; lines that begin with ``#`` are for people.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_BETWEEN = re.compile(r"[\s|]+")


@cache
def rows(name: str) -> tuple[tuple[str, str], ...]:
    """Return (language, rest of the line) for each row of the table `name`."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    split = (line.split(" ", 1) for line in lines if line and not line.startswith("#"))
    return tuple((language, rest) for language, rest in split)


@cache
def words(name: str) -> frozenset[str]:
    """Return all words of the table `name`, of all languages, case-folded."""
    return frozenset(
        word for _, row in rows(name) for word in _BETWEEN.split(row.casefold()) if word
    )


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Return all phrases of the table `name`, parted there by ``|``: case-folded, longest first."""
    found = {phrase.strip().casefold() for _, row in rows(name) for phrase in row.split("|")}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def phrase_set(name: str) -> frozenset[str]:
    """Return all phrases of the table `name`, to look one up."""
    return frozenset(phrases(name))
