"""The pages a profile is learned from: a sample of any number of pages.

Kept are the `LIMIT` distinct pages with the smallest hashes (a *bottom-k sample*; Cohen and
Kaplan, "Summarizing data using bottom-k sketches", 2007). Up to `LIMIT` pages that is all of them,
and every count is exact. Beyond, it is a uniform random sample of the distinct pages: a share
learned from it is off by .05 (one standard error) at the most. The sample of two crawls is the
same whichever was read first, and reading a page twice changes nothing.
"""

from __future__ import annotations

from array import array
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from heapq import heapify, heappop, heappush

from scrapeclean.facts import Facts
from scrapeclean.sites.rows import codes_of, lines_of, pack, read_rows

#: Standard error of a share, at worst, is 1 / (2 * sqrt(LIMIT)) = .05; 100 pages of 200 lines take
#: 160 kB.
LIMIT = 100
#: A page of more lines is not learned from: it is an archive or a data file, not an article.
MOST_LINES = 5000
#: A line is shown to people by its first characters.
SHOWN = 80
#: Remembering all lines until one comes back would take several times the memory of the rows. A
#: line on more than a third of the pages comes back within five pages at least once.
LATELY = 4
_KEY_BYTES = 8


class Sampler:
    """Takes in pages and keeps the `LIMIT` with the smallest keys.

    `pages` holds their packed rows by key.
    """

    def __init__(
        self, pages: Mapping[int, array[int]] | None = None, shown: Mapping[int, str] | None = None
    ) -> None:
        self.pages = dict(pages or {})
        self._order = [-key for key in self.pages]  # a heap: the largest key comes out first
        heapify(self._order)
        self._words = dict(shown or {})
        self._lately: deque[set[int]] = deque(maxlen=LATELY)

    def add(self, text: str) -> None:
        """Take in the page `text`."""
        lines = lines_of(text)
        if not 0 < len(lines) <= MOST_LINES:
            return
        rows = read_rows(lines)
        codes = [row.code for row in rows]
        if self._take(_key(codes), pack(rows)):
            self._remember(dict(zip(codes, lines, strict=True)))

    def merge(self, pages: Mapping[int, array[int]], shown: Mapping[int, str]) -> None:
        """Take in the sample of another profile."""
        for key, packed in pages.items():
            self._take(key, packed)
        for code, words in shown.items():
            self._words[code] = min(words, self._words.get(code, words))

    def shown(self) -> dict[int, str]:
        """Return the words of the lines that more than a third of the sample has, by code."""
        counts = Counter(code for packed in self.pages.values() for code in codes_of(packed))
        enough = len(self.pages) / 3
        return {code: words for code, words in self._words.items() if counts[code] > enough}

    def _take(self, key: int, packed: array[int]) -> bool:
        if key in self.pages or (len(self.pages) >= LIMIT and key > -self._order[0]):
            return False
        self.pages[key] = packed
        heappush(self._order, -key)
        if len(self.pages) > LIMIT:
            del self.pages[-heappop(self._order)]
        return True

    def _remember(self, lines: Mapping[int, Facts]) -> None:
        """Keep the words of the lines that one of the last pages has too."""
        for code in lines.keys() & set().union(*self._lately):
            words = lines[code].words[:SHOWN]
            self._words[code] = min(words, self._words.get(code, words))
        self._lately.append(set(lines))


def _key(codes: Iterable[int]) -> int:
    """A hash of the page's lines: copies that differ in counts or dates alone are one page."""
    written = ",".join(map(str, codes)).encode()
    return int.from_bytes(blake2b(written, digest_size=_KEY_BYTES).digest(), "big")


def estimated_size(keys: Iterable[int]) -> int:
    """Return how many distinct pages a sample with `keys` stands for.

    Exact up to `LIMIT`; beyond, the estimate (k - 1) / u, u being the largest of k hashes on a
    scale from 0 to 1, whose standard error is about 1 / sqrt(k - 2), a tenth.
    """
    found = sorted(keys)
    if len(found) < LIMIT or not found[-1]:
        return len(found)
    return round((LIMIT - 1) * (1 << 8 * _KEY_BYTES) / found[-1])
