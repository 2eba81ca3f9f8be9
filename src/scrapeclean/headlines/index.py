"""An index of headlines for streams: it finds the duplicates of each among those before it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapeclean.atomic import in_one_move
from scrapeclean.errors import HeadlineError
from scrapeclean.headlines.buckets import Buckets
from scrapeclean.headlines.compare import Bond, bond
from scrapeclean.headlines.keys import keys
from scrapeclean.headlines.names import Names
from scrapeclean.headlines.parts import parse
from scrapeclean.headlines.reading import Reading, read
from scrapeclean.headlines.verdict import NO_NAMES, WHY_ONE

FORMAT = "scrapeclean headline index"
VERSION = 1


@dataclass(frozen=True)
class HeadlineMatch:
    """An earlier headline that is the same."""

    number: int
    """Its place in the stream, from 0."""

    headline: str
    """Its text."""

    why: str
    """What makes the two one, a sentence for people."""


class HeadlineIndex:
    """Headlines seen so far.

    `names` are names of outlets and sections to ignore, learned from a sample of the stream:
    `HeadlineIndex(Names.learn(sample))`. Without them names are recognised by their form alone.
    The index takes some 700 bytes a headline; exact copies take no room.

    >>> index = HeadlineIndex()
    >>> index.add("Storm hits the coast of Norway")
    []
    >>> [match.number for match in index.add("Storm hits the coast of Norway | The Globe")]
    [0]
    """

    def __init__(self, names: Names = NO_NAMES) -> None:
        self.names = names
        self._count = 0
        self._entries: list[tuple[int, str]] = []
        self._entry_of: dict[str, int] = {}
        self._buckets = Buckets()

    def __len__(self) -> int:
        """How many headlines were added, copies too."""
        return self._count

    def add(self, headline: str) -> list[HeadlineMatch]:
        """Put a headline into the index; return the earlier ones that are the same, in order.

        Of exact copies only the first is returned.
        """
        reading = read(parse(headline), self.names)
        found = self._matches(headline, reading)
        if headline not in self._entry_of:
            self._store(self._count, headline, reading)
        self._count += 1
        return found

    def _matches(self, headline: str, reading: Reading) -> list[HeadlineMatch]:
        found = []
        for entry in sorted(self._buckets.meeting(keys(reading))):
            number, earlier = self._entries[entry]
            joined = self._bond(headline, reading, earlier)
            if joined:
                found.append(HeadlineMatch(number, earlier, WHY_ONE[joined]))
        return found

    def _bond(self, headline: str, reading: Reading, earlier: str) -> Bond | None:
        if headline == earlier:
            return Bond.EQUAL
        return bond(reading, read(parse(earlier), self.names))

    def _store(self, number: int, headline: str, reading: Reading) -> None:
        entry = len(self._entries)
        self._entries.append((number, headline))
        self._entry_of[headline] = entry
        self._buckets.file(entry, keys(reading))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the index to a file in one move: JSON lines, a header and then each headline.

        Raises `HeadlineError` when the file cannot be written.
        """
        try:
            with in_one_move(Path(path)) as partial:
                self._write(partial)
        except OSError as error:
            raise HeadlineError(f"{path}: cannot be written ({error.strerror})") from error

    def _write(self, path: Path) -> None:
        # Half a surrogate pair becomes an escape, which JSON reads back.
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            for row in (self._header(), *self._entries):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def _header(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "count": self._count,
            "entries": len(self._entries),
            "heads": sorted(self.names.heads),
            "tails": sorted(self.names.tails),
        }

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> HeadlineIndex:
        """Return the index that `save` wrote to a file.

        Raises `HeadlineError` when it cannot be read, is damaged, or of another version.
        """
        try:
            with Path(path).open(encoding="utf-8") as file:
                return cls._from_rows(map(json.loads, file))
        except OSError as error:
            raise HeadlineError(f"{path}: cannot be read ({error.strerror})") from error
        except (ValueError, TypeError, KeyError) as error:
            message = f"{path}: is not a headline index, or is damaged ({error}): build it anew"
            raise HeadlineError(message) from error

    @classmethod
    def _from_rows(cls, rows: Iterable[Any]) -> HeadlineIndex:
        rows = iter(rows)
        header: dict[str, Any] = next(rows, {})
        if header["format"] != FORMAT:
            raise ValueError(f"it says it is {header['format']!r}")
        if header["version"] != VERSION:
            raise ValueError(f"version {header['version']}, this release reads {VERSION}")
        index = cls(Names(frozenset(header["heads"]), frozenset(header["tails"])))
        for number, headline in rows:
            index._store(int(number), headline, read(parse(headline), index.names))
        if len(index._entries) != header["entries"]:
            raise ValueError(f"{len(index._entries)} of {header['entries']} headlines are left")
        index._count = int(header["count"])
        return index
