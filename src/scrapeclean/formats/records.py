"""What all formats share: chunks of a corpus, records, and those that cannot be read.

A corpus is read as *chunks*, some of its records each, in a form that is cheap to read and to
send to another process. All costly work is done on a chunk: decoding, cleaning, encoding.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from scrapeclean.errors import FormatError

#: A chunk is closed once it holds this many bytes: some twenty pages, so that sending it to a
#: process costs little beside cleaning it, and few are lost when a run is killed.
CHUNK_BYTES = 256 << 10
#: A record larger than this is not one page; it is rejected, and not held in memory.
MAX_RECORD = 16 << 20
#: How much of a record that cannot be read is shown.
EXCERPT = 200


class FieldError(FormatError):
    """The file has no such field, or no text in it: another field may hold the text."""


class Reject(NamedTuple):
    """A record that cannot be read: its number (line, row, record; from 1), why, how it begins."""

    number: int
    reason: str
    excerpt: str


@dataclass(frozen=True)
class Record:
    """One record: its number, its text (None for one that has none), the names of its fields, its
    raw form, and the values that are to be written over those it has."""

    number: int
    text: str | None
    names: Collection[str]
    raw: Any
    changes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Chunk:
    """Some records in raw form.

    `numbers` are the records' own, `position` is how many bytes of the file have been read with
    it, `opening` is True for the first chunk of a file, and `rejects` are found while reading.
    """

    numbers: tuple[int, ...]
    payload: Any
    position: int
    opening: bool
    rejects: tuple[Reject, ...] = ()


def text_of(values: Mapping[str, Any], field: str) -> str | None:
    """Return what `field` holds: a string, or None for null.

    Raises `ValueError` when it is missing or holds something else.
    """
    if field not in values:
        raise ValueError(f"no field {field!r}, only {', '.join(values) or 'an empty object'}")
    value = values[field]
    if value is None or isinstance(value, str):
        return value
    raise ValueError(f"field {field!r} holds {type(value).__name__}, not a string")


def excerpt(raw: bytes) -> str:
    """Return how the record `raw` begins, whatever its bytes."""
    return raw[:EXCERPT].decode("utf-8", "backslashreplace")


class Format(Protocol):
    """How one kind of corpus is read and written."""

    def chunks(self, path: Path) -> Iterator[Chunk]:
        """Yield the file's records in order; an empty file still has one chunk, with its header.

        Raises `FormatError` for a file that is damaged as a whole, `OSError` as the system does.
        """

    def decode(self, chunk: Chunk, field: str) -> Iterator[Record | Reject]:
        """Yield the chunk's records, `text` being what `field` holds.

        Raises `FieldError` when the file has no such field.
        """

    def encode(
        self, chunk: Chunk, records: Iterable[Record], added: tuple[str, ...]
    ) -> Iterator[bytes]:
        """Yield the bytes of `records`, which came from `chunk`: one piece or more, in order.

        `added` names the fields that every record has got and the file does not have.
        """

    def as_jsonl(self, chunk: Chunk) -> Chunk:
        """Return the chunk as one of the JSONL format."""

    def finish(self, partial: Path, target: Path) -> None:
        """Turn the file of all pieces into `target`, in one move; `partial` goes."""
