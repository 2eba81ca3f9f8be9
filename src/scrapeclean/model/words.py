"""What a line has to do with the page's prose, and with furniture, judged by its words.

The page's own prose is the word list: a line whose words come back in the paragraphs belongs to
their story, in any language. Beside it stands one short list of what furniture is about, in many
languages (`furniture_words.txt`): a hint to be weighed, never a verdict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, compress
from pathlib import Path
from typing import Any

from scrapeclean.facts import AT_ONCE
from scrapeclean.model.columns import Columns, around, count_column, share_column
from scrapeclean.model.shape import Joined

#: What parts words: ASCII marks but hyphen and apostrophe, which stand inside words.
_PARTS = bytes(
    byte if byte >= 0x80 or chr(byte).isalnum() or chr(byte) in "\n-'" else ord(" ")
    for byte in range(256)
)
#: Shorter words are mostly small change: articles, prepositions, auxiliaries. In letters.
_TELLING_LENGTH = 5
#: Scripts without spaces take three bytes a letter, and so do scripts of India, with spaces. From
#: so many letters a space on, pairs of letters stand in for words.
_SPACELESS_BYTES, _LETTERS_PER_SPACE = 2.0, 12
#: How many lines to either side share their furniture words.
_REACH = 4
#: About so many bytes are put in small letters at once.
_SLICE = 1 << 17
#: More of them on one line say nothing new; nine times as many fill no byte.
_MOST = 25


@cache
def furniture_words() -> frozenset[bytes]:
    """Return the words of `furniture_words.txt`, as UTF-8: on each line a language, then words."""
    text = Path(__file__).with_name("furniture_words.txt").read_text("utf-8")
    lines = [line.split()[1:] for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word.encode() for word in chain.from_iterable(lines))


class _LineWords:
    """The words of `lines`, found by `cut`: kept on a page of usual size, found anew each time on
    one so large that they would take twenty times its space."""

    def __init__(self, lines: Sequence[Any], cut: Callable[[Any], list[bytes]]) -> None:
        self._lines, self._cut = lines, cut
        self._kept = [*map(cut, lines)] if len(lines) <= AT_ONCE else None

    def __iter__(self) -> Iterator[list[bytes]]:
        return map(self._cut, self._lines) if self._kept is None else iter(self._kept)


class Words:
    """The words of the lines of a page, in small letters as UTF-8; in scripts without spaces the
    pairs of letters stand in for them. `text` is all lines, folded."""

    def __init__(self, text: Joined) -> None:
        data = _lowered(text.data)
        letter = len(data) / text.size  # in bytes
        self.words: Iterable[list[bytes]] = _LineWords(
            data.translate(_PARTS).split(b"\n"), bytes.split
        )
        self.terms, self.telling = self.words, round(_TELLING_LENGTH * letter)
        if letter > _SPACELESS_BYTES and text.size > _LETTERS_PER_SPACE * data.count(b" "):
            self.terms, self.telling = _LineWords(data.split(b"\n"), _pairs), 0

    def cohesion(self, marked: bytes) -> Columns:
        """Return how many words of each line come back in the `marked` lines."""
        telling = self.telling
        times = Counter(chain.from_iterable(compress(self.terms, marked)))
        known = frozenset(times)
        # a paragraph knows all of its own words: what counts is what the prose says again
        shared = frozenset([word for word, count in times.items() if count > 1])
        own, topics, sizes = [], [], []
        for line, is_marked in zip(self.terms, marked):  # noqa: B905
            words = (shared if is_marked else known).intersection(line)
            own.append(len(words))
            topics.append(len([word for word in words if len(word) >= telling]) if words else 0)
            sizes.append(len(line) or 1)
        return {
            "known share": share_column(own, sizes),
            "topic words": count_column(topics),
            "topic share": share_column(topics, sizes),
        }

    def furniture(self) -> Columns:
        """Return how many words of furniture each line holds, and the lines around it."""
        known = furniture_words()
        counts = bytes(
            [  # most lines hold none, which is said without making a set
                0 if known.isdisjoint(line) else min(_MOST, len(known.intersection(line)))
                for line in self.words
            ]
        )
        return {"furniture words": counts, "furniture words near": around(counts, _REACH)}


def _lowered(data: bytes) -> bytes:
    """Text in small letters, some lines at once: `str.lower` takes twelve bytes a character."""
    slices, start = [], 0
    while start < len(data):
        end = data.find(b"\n", start + _SLICE) + 1 or len(data)
        text = data[start:end].decode("utf-8", "surrogatepass")
        slices.append(text.lower().encode("utf-8", "surrogatepass"))
        start = end
    return b"".join(slices)


def _pairs(data: bytes) -> list[bytes]:
    line = data.decode("utf-8", "surrogatepass")
    return [line[i : i + 2].encode("utf-8", "surrogatepass") for i in range(len(line) - 1)]
