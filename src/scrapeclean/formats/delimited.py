"""CSV and TSV under a header of field names.

Values come through as they were; quotes are set anew where they are needed. A CSV file whose header
has no comma is read with semicolons: so spreadsheets write it where the comma is the decimal mark.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from scrapeclean.errors import FormatError
from scrapeclean.formats.compression import bounded_lines, opened
from scrapeclean.formats.records import (
    CHUNK_BYTES,
    EXCERPT,
    MAX_RECORD,
    Chunk,
    FieldError,
    Record,
    Reject,
    text_of,
)

Reader: TypeAlias = Any  # what csv.reader returns; its type has no public name


class Rows(NamedTuple):
    """A chunk's rows, the names above them, what parts values, and how the file ends its lines."""

    head: list[str]
    delimiter: str
    end: str
    rows: list[list[str]]


@dataclass(frozen=True)
class Delimited:
    """Rows of values, parted by the first of `delimiters` that occurs in the header."""

    delimiters: tuple[str, ...]

    def chunks(self, path: Path) -> Iterator[Chunk]:
        """Yield runs of rows. Raises `FormatError` for a file without a head."""
        with opened(path) as (stream, file):
            lines = _Lines(bounded_lines(stream), path)
            delimiter = next((d for d in self.delimiters if d in lines.first), self.delimiters[0])
            rows = _read(csv.reader(lines, delimiter=delimiter))
            head = next(rows, (0, None))[1]
            if not isinstance(head, list):
                raise FormatError(f"{path}: no header of field names in line 1: add one")
            form = (head, delimiter, lines.end)
            chunk, opening = _Chunk(*form), True
            for number, row in rows:
                chunk.add(number, row)
                if chunk.size >= CHUNK_BYTES:
                    yield chunk.closed(file.tell(), opening)
                    chunk, opening = _Chunk(*form), False
            if opening or chunk.size:
                yield chunk.closed(file.tell(), opening)

    def decode(self, chunk: Chunk, field: str) -> Iterator[Record | Reject]:
        """Yield the rows. Raises `FieldError` when the head does not name `field`."""
        head = chunk.payload.head
        try:
            text_of(dict.fromkeys(head), field)
        except ValueError as error:
            raise FieldError(str(error)) from error
        for number, row in zip(chunk.numbers, chunk.payload.rows, strict=True):
            yield Record(number, row[head.index(field)], head, row)

    def encode(
        self, chunk: Chunk, records: Iterable[Record], added: tuple[str, ...]
    ) -> Iterator[bytes]:
        """Yield all rows in one piece, the head first where the chunk opens the file."""
        head, delimiter, end, _ = chunk.payload
        written = io.StringIO(newline="")
        writer = csv.writer(written, delimiter=delimiter, lineterminator=end)
        if chunk.opening:
            writer.writerow([*head, *added])
        for record in records:
            new = {name: _value(value) for name, value in record.changes.items()}
            by_place = {head.index(name): value for name, value in new.items() if name in head}
            row = [by_place.get(place, value) for place, value in enumerate(record.raw)]
            writer.writerow([*row, *(new[name] for name in added)])
        yield written.getvalue().encode("utf-8")

    def as_jsonl(self, chunk: Chunk) -> Chunk:
        """Return the chunk with each row as an object of strings.

        Raises `FormatError` when two fields have one name.
        """
        head = chunk.payload.head
        if len(set(head)) < len(head):
            twice = next(name for name in head if head.count(name) > 1)
            raise FormatError(f"several fields are called {twice!r}: rename them first")
        objects = (dict(zip(head, row, strict=True)) for row in chunk.payload.rows)
        lines = [json.dumps(found, ensure_ascii=False).encode("utf-8") for found in objects]
        return Chunk(chunk.numbers, lines, chunk.position, chunk.opening, chunk.rejects)

    def finish(self, partial: Path, target: Path) -> None:
        """Move the pieces, which joined are the file, to `target`."""
        partial.replace(target)


def _value(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


class _Lines:
    """The lines of a file as text; bytes that are no UTF-8 become surrogates, so that only their
    row is rejected. `first` is the first line, empty where there is none, `end` its line end."""

    def __init__(self, lines: Iterator[bytes | None], path: Path) -> None:
        self._lines = map(self._decoded, count(1), lines)
        self._path = path
        self.first = next(self._lines, "")
        self.end = "\r\n" if self.first.endswith("\r\n") else "\n"

    def __iter__(self) -> Iterator[str]:
        return chain([self.first], self._lines)

    def _decoded(self, number: int, line: bytes | None) -> str:
        if line is None:
            raise FormatError(
                f"{self._path}: line {number} is longer than {MAX_RECORD >> 20} MiB: "
                "is this a CSV file?"
            )
        return line.decode("utf-8", "surrogateescape")


def _read(reader: Reader) -> Iterator[tuple[int, list[str] | str]]:
    """Rows that are not empty, each with the number of its first line; a string says why one
    cannot be read."""
    csv.field_size_limit(MAX_RECORD)  # a setting of the whole process; the library has no other
    while True:
        number = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, f"not a row of CSV: {error}"
            continue
        if row:
            yield number, row


class _Chunk:
    """A chunk while it is being filled."""

    def __init__(self, head: list[str], delimiter: str, end: str) -> None:
        self._rows = Rows(head, delimiter, end, [])
        self._numbers: list[int] = []
        self._rejects: list[Reject] = []
        self.size = 0

    def add(self, number: int, row: list[str] | str) -> None:
        """Take in a row, or the reason why there is none."""
        reason = row if isinstance(row, str) else self._fault(row)
        if reason:
            self._rejects.append(Reject(number, reason, _excerpt(row)))
        else:
            self._rows.rows.append(list(row))
            self._numbers.append(number)
        self.size += 1 + sum(map(len, row))

    def _fault(self, row: list[str]) -> str:
        if len(row) != len(self._rows.head):
            return f"{len(row)} values under a header of {len(self._rows.head)} names"
        try:
            "".join(row).encode("utf-8")
        except UnicodeEncodeError as error:
            byte = ord(str(error.object)[error.start]) & 0xFF  # what surrogateescape made of it
            return f"the byte 0x{byte:02x} is not UTF-8"
        return ""

    def closed(self, position: int, opening: bool) -> Chunk:
        """Return the chunk; `position` is how far the file has been read."""
        return Chunk(tuple(self._numbers), self._rows, position, opening, tuple(self._rejects))


def _excerpt(row: list[str] | str) -> str:
    if isinstance(row, str):
        return ""
    return ",".join(row)[:EXCERPT].encode("utf-8", "backslashreplace").decode("utf-8")
