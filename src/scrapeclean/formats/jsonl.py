"""JSON lines: an object a line.

A changed record keeps every byte but those of the fields that are set: the line is not written
anew but cut and joined, so numbers, escapes, spaces, doubled keys and the order of keys stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from json.decoder import JSONDecodeError, JSONDecoder
from json.decoder import scanstring as _scanstring  # type: ignore[attr-defined]
from pathlib import Path
from typing import Any, NamedTuple

from scrapeclean.formats.compression import bounded_lines, opened
from scrapeclean.formats.records import (
    CHUNK_BYTES,
    MAX_RECORD,
    Chunk,
    Record,
    Reject,
    excerpt,
    text_of,
)

_SPACE = re.compile(r"[ \t\r\n]*")
_decode = JSONDecoder().raw_decode


class _Object(NamedTuple):
    """A line without its end, the values of its fields, where in it they stand, and where the
    object closes."""

    line: str
    values: dict[str, Any]
    spans: dict[str, tuple[int, int]]
    close: int


@dataclass(frozen=True)
class Jsonl:
    """JSON lines, in a plain or compressed file."""

    def chunks(self, path: Path) -> Iterator[Chunk]:
        """Yield runs of whole lines."""
        with opened(path) as (stream, file):
            chunk = _Lines(1)
            for number, line in enumerate(bounded_lines(stream), 1):
                chunk.add(number, line)
                if chunk.size >= CHUNK_BYTES:
                    yield chunk.closed(file.tell())
                    chunk = _Lines(number + 1)
            if chunk.lines or chunk.first == 1:
                yield chunk.closed(file.tell())

    def decode(self, chunk: Chunk, field: str) -> Iterator[Record | Reject]:
        """Yield the lines that are not blank; one without `field`, or where it holds neither a
        string nor null, is rejected."""
        for number, line in zip(chunk.numbers, chunk.payload, strict=True):
            if line.strip():
                yield _record(number, line, field)

    def encode(
        self,
        chunk: Chunk,  # noqa: ARG002
        records: Iterable[Record],
        added: tuple[str, ...],  # noqa: ARG002
    ) -> Iterator[bytes]:
        """Yield all lines in one piece."""
        # Half a surrogate pair, which came as an escape, becomes the same escape again.
        yield "".join(map(_line, records)).encode("utf-8", "backslashreplace")

    def as_jsonl(self, chunk: Chunk) -> Chunk:
        """Return the chunk itself."""
        return chunk

    def finish(self, partial: Path, target: Path) -> None:
        """Move the pieces, which joined are the file, to `target`."""
        partial.replace(target)


class _Lines:
    """A chunk while it is being filled; `first` is the number of its first line."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.lines: list[bytes] = []
        self.rejects: list[Reject] = []
        self.size = 0

    def add(self, number: int, line: bytes | None) -> None:
        """Take in a line; None stands for one that is too long."""
        if line is None:
            self.rejects.append(Reject(number, f"longer than {MAX_RECORD >> 20} MiB", ""))
            line = b"\n"
        self.lines.append(line)
        self.size += len(line)

    def closed(self, position: int) -> Chunk:
        """Return the chunk; `position` is how far the file has been read."""
        numbers = tuple(range(self.first, self.first + len(self.lines)))
        return Chunk(numbers, self.lines, position, self.first == 1, tuple(self.rejects))


def _record(number: int, raw: bytes, field: str) -> Record | Reject:
    try:
        line = raw.decode("utf-8")
        found = _parse(line.rstrip("\r\n"))
        end = line[len(found.line) :] or "\n"
        return Record(number, text_of(found.values, field), found.values.keys(), (found, end))
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} (0x{raw[error.start]:02x}) is not UTF-8"
    except JSONDecodeError as error:
        reason = f"not a JSON object: {error.msg} at character {error.pos}"
    except RecursionError:
        reason = "not a JSON object that can be read: nested too deep"
    except ValueError as error:  # a field, or a number of too many digits
        reason = str(error)
    return Reject(number, reason, excerpt(raw))


def _parse(line: str) -> _Object:
    """Find the fields of the object that `line` is. Raises `JSONDecodeError` when it is none."""
    values: dict[str, Any] = {}
    spans: dict[str, tuple[int, int]] = {}
    at = _mark(line, 0, "{")
    if line.startswith("}", _past_space(line, at + 1)):
        at = _past_space(line, at + 1)
    while line[at] != "}":
        key, end = _scanstring(line, _mark(line, at + 1, '"') + 1)
        start = _past_space(line, _mark(line, end, ":") + 1)
        values[key], end = _decode(line, start)
        spans[key] = start, end
        at = _mark(line, end, ",}")
    if line[at + 1 :].strip():
        raise JSONDecodeError("more after the object", line, at + 1)
    return _Object(line, values, spans, at)


def _mark(line: str, at: int, marks: str) -> int:
    """The place, at `at` or after spaces, of one of `marks`."""
    at = _past_space(line, at)
    if at < len(line) and line[at] in marks:
        return at
    raise JSONDecodeError(f"expecting {' or '.join(marks)}", line, at)


def _past_space(line: str, at: int) -> int:
    space = _SPACE.match(line, at)
    assert space is not None  # it matches nothing, too
    return space.end()


def _line(record: Record) -> str:
    """The record's line, with its end and what has changed in it."""
    found, end = record.raw
    return _rewritten(found, record.changes) + str(end)


def _rewritten(found: _Object, changes: Mapping[str, Any]) -> str:
    """The line with `changes` written over its fields, or behind them."""
    line = found.line
    pieces: list[str] = []
    at = 0
    for key in sorted(found.spans.keys() & changes.keys(), key=lambda key: found.spans[key]):
        start, end = found.spans[key]
        ascii_only = line[start:end].isascii()
        pieces += line[at:start], json.dumps(changes[key], ensure_ascii=ascii_only)
        at = end
    pieces.append(line[at : found.close])
    for key in changes.keys() - found.spans.keys():
        comma = ", " if found.values else ""
        pieces.append(f"{comma}{json.dumps(key)}: {json.dumps(changes[key], ensure_ascii=False)}")
    pieces.append(line[found.close :])
    return "".join(pieces)
