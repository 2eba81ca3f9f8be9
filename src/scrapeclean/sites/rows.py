"""What a profile remembers of a page: one whole number per line, no text.

A *row* says which line it is (its *code*, a hash of its signature), how wide it is, and whether it
reads like prose, holds a date, or repeats the page's title. Two lines have one signature when they
differ in nothing but case, digits, punctuation, white space, entities or Unicode forms: in what
text repair mends, and in what counts and dates change.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from html import unescape
from itertools import count, repeat
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from scrapeclean.facts import Facts
from scrapeclean.lines import LOOSE, new_lines, split_lines

#: A line takes 48 bits of hash and 16 bits of facts. Among the 50,000 lines of a large sample, two
#: share a code once in 200,000 times.
CODE_BYTES = 6
_FACT_BITS = 16
_WIDEST = 0x1FFF
_PROSE, _DATED, _TITLED = 1 << 13, 1 << 14, 1 << 15
#: The first line of flattened pages is the title tag: a line that stands in it, whole and at least
#: this long (in characters of its signature), is the headline.
TITLE_LENGTH = 8
#: Dates stand alone or with a byline; what is wider than this tells a story.
DATE_WIDTH = 100
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_DATE = re.compile(
    r"""
      (?<!\d) (?:19|20)\d\d (?!\d)        # a year
    | \d [:.] [0-5]\d (?!\d)              # a time of day
    | \d [./-] [01]?\d [./-] \d           # 3.5.21, 03/05/2021
    """,
    re.VERBOSE,
)
_CODE = object()


class Row(NamedTuple):
    """One line of a page, as a profile remembers it."""

    code: int
    width: int
    prose: bool
    dated: bool
    titled: bool


def signature(facts: Facts) -> str:
    """Return what all near variants of a line have in common.

    >>> signature(Facts("Comments (12)")) == signature(Facts("COMMENTS&nbsp;(1,304)"))
    True
    """
    text = facts.text
    if not text.isascii() and not is_normalized("NFKC", text):
        text = normalize("NFKC", text)
    if "&" in text:
        text = unescape(text)
    text = text.casefold()
    return " ".join(_LETTERS.findall(text)) or _DIGITS.sub("0", "".join(text.split()))


def code_of(words: str) -> int:
    """Return the code of a signature, the same on every machine."""
    digest = blake2b(words.encode("utf-8", "replace"), digest_size=CODE_BYTES).digest()
    return int.from_bytes(digest, "big")


def read_rows(lines: Iterable[Facts]) -> list[Row]:
    """Return the rows of `lines`, the lines of one page that are not blank."""
    title: str | None = None
    rows = []
    for line in lines:
        words, code = _signed(line)
        titled = title is not None and len(words) >= TITLE_LENGTH and words in title
        if title is None:
            title = words
        dated = line.width < DATE_WIDTH and _DATE.search(line.text) is not None
        rows.append(Row(code, min(line.width, _WIDEST), line.is_prose, dated, titled))
    return rows


def _signed(line: Facts) -> tuple[str, int]:
    """A line's signature and code, worked out once."""
    if _CODE not in line.notes:
        words = signature(line)
        line.notes[_CODE] = words, code_of(words)
    found: tuple[str, int] = line.notes[_CODE]
    return found


def lines_of(text: str) -> list[Facts]:
    """Return the facts of the lines of `text` that are not blank."""
    lines = new_lines(split_lines(text), repeat(LOOSE), count(1))
    return [line for line in lines if line.words]


def pack(rows: Iterable[Row]) -> array[int]:
    """Return `rows` in eight bytes each."""
    return array("Q", map(_packed, rows))


def _packed(row: Row) -> int:
    facts = row.width | row.prose * _PROSE | row.dated * _DATED | row.titled * _TITLED
    return row.code << _FACT_BITS | facts


def codes_of(packed: Iterable[int]) -> set[int]:
    """Return the codes of the rows that `pack` packed."""
    return {value >> _FACT_BITS for value in packed}


def unpack(packed: Iterable[int]) -> Iterator[Row]:
    """Yield the rows that `pack` packed."""
    for value in packed:
        yield Row(
            value >> _FACT_BITS,
            value & _WIDEST,
            bool(value & _PROSE),
            bool(value & _DATED),
            bool(value & _TITLED),
        )
