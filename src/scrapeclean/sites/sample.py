"""The pages a profile is learned from: a sample that any number of pages may pass through.

Kept are the `LIMIT` distinct pages with the smallest hashes (a *bottom-k sample*; Cohen and
Kaplan, "Summarizing data using bottom-k sketches", 2007). Up to `LIMIT` pages that is all of them,
and every count is exact. Beyond, it is a uniform random sample of the distinct pages: a share
learned from it is off by .05 (one standard error) at the most. The sample of two crawls is the
same whichever was read first, and reading a page twice changes nothing.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from heapq import heappop, heappush

from scrapeclean.facts import Facts
from scrapeclean.sites.rows import lines_of, pack, read_rows

#: Standard error of a share, at worst, is 1 / (2 * sqrt(LIMIT)) = .05; 100 pages of 200 lines take
#: 160 kB.
LIMIT = 100
#: A page of more lines is not learned from: it is an archive or a data file, not an article.
MOST_LINES = 5000
#: A line is shown to people by its first characters.
SHOWN = 80
_KEY_BYTES = 8


class Sampler:
    """Takes pages in, keeps the `LIMIT` with the smallest keys.

    `pages` holds their packed rows by key; `shown` the words of lines that stand on two of them.
    """

    def __init__(
        self, pages: Mapping[int, array[int]] | None = None, shown: Mapping[int, str] | None = None
    ) -> None:
        self.pages: dict[int, array[int]] = {}
        self._order: list[int] = []  # a heap of negated keys: the largest key comes out first
        self._counts: Counter[int] = Counter()
        self._shown = dict(shown or {})
        for key, packed in (pages or {}).items():
            self._take(key, packed)

    def add(self, text: str) -> None:
        """Take in the page `text`."""
        lines = lines_of(text)
        if not 0 < len(lines) <= MOST_LINES:
            return
        rows = read_rows(lines)
        codes = [row.code for row in rows]
        if self._take(_key(codes), pack(rows)):
            self._show(zip(codes, lines, strict=True))

    def merge(self, pages: Mapping[int, array[int]], shown: Mapping[int, str]) -> None:
        """Take in the sample of another profile."""
        for key, packed in pages.items():
            self._take(key, packed)
        for code, words in shown.items():
            self._shown[code] = min(words, self._shown.get(code, words))

    @property
    def shown(self) -> dict[int, str]:
        """The words of each line, by its code, that stands on two pages of the sample."""
        return {code: words for code, words in self._shown.items() if self._counts[code] > 1}

    def _take(self, key: int, packed: array[int]) -> bool:
        if key in self.pages or (len(self.pages) >= LIMIT and key > -self._order[0]):
            return False
        self.pages[key] = packed
        self._counts.update(_codes(packed))
        heappush(self._order, -key)
        if len(self.pages) > LIMIT:
            self._counts.subtract(_codes(self.pages.pop(-heappop(self._order))))
        return True

    def _show(self, lines: Iterable[tuple[int, Facts]]) -> None:
        for code, line in lines:
            if self._counts[code] > 1:
                words = line.words[:SHOWN]
                self._shown[code] = min(words, self._shown.get(code, words))


def _key(codes: Iterable[int]) -> int:
    """A hash of the page's lines: copies that differ in counts or dates alone are one page."""
    written = ",".join(map(str, codes)).encode()
    return int.from_bytes(blake2b(written, digest_size=_KEY_BYTES).digest(), "big")


def _codes(packed: array[int]) -> set[int]:
    return {value >> 16 for value in packed}


def estimated_size(keys: Iterable[int]) -> int:
    """Return how many distinct pages a sample with `keys` stands for.

    Exact up to `LIMIT`; beyond, the estimate (k - 1) / u, u being the largest of k hashes on a
    scale from 0 to 1, whose standard error is about 1 / sqrt(k - 2), a tenth.
    """
    found = sorted(keys)
    if len(found) < LIMIT or not found[-1]:
        return len(found)
    return round((LIMIT - 1) * (1 << 8 * _KEY_BYTES) / found[-1])
