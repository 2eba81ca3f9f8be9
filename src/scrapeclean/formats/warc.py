"""WARC and WET (Common Crawl's WARC of extracted text), through warcio.

The text of a record is its block, where that is plain text (`conversion` and `resource` records);
all other records come through with the same head and block. A changed block gets a new length and
a new digest. Each record is a gzip member of its own, as the standard asks.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeAlias

from scrapeclean.errors import FormatError, MissingExtraError
from scrapeclean.formats.compression import GZIP, opened
from scrapeclean.formats.records import (
    CHUNK_BYTES,
    MAX_RECORD,
    Chunk,
    Record,
    Reject,
    excerpt,
)

_TEXT_RECORDS = frozenset({"conversion", "resource"})
#: What of a record's head has a field of its own, as in the JSON lines that are made of it.
_HEAD = {"id": "WARC-Record-ID", "url": "WARC-Target-URI", "date": "WARC-Date"}
_LENGTH = "Content-Length"
_DIGESTS = frozenset({"warc-block-digest", "warc-payload-digest"})


Library: TypeAlias = Any  # warcio comes without types


class Block(NamedTuple):
    """One record of the file: the head's lines, and the bytes under it."""

    version: str
    head: tuple[tuple[str, str], ...]
    data: bytes

    def get(self, name: str) -> str:
        """Return what the head says of `name`, ``""`` for nothing."""
        return next((value for key, value in self.head if key.lower() == name.lower()), "")


@dataclass(frozen=True)
class Warc:
    """WARC records, in a plain or compressed file."""

    def chunks(self, path: Path) -> Iterator[Chunk]:
        """Yield runs of records. Raises `FormatError` for a file that is damaged."""
        numbers: list[int] = []
        blocks: list[Block] = []
        size, opening = 0, True
        with opened(path) as (stream, file):
            records = file if path.suffix.lower() == GZIP else stream  # warcio reads gzip itself
            for number, block in enumerate(_blocks(records, path), 1):
                numbers.append(number)
                blocks.append(block)
                size += len(block.data)
                if size >= CHUNK_BYTES:
                    yield Chunk(tuple(numbers), blocks, file.tell(), opening)
                    numbers, blocks, size, opening = [], [], 0, False
            if blocks or opening:
                yield Chunk(tuple(numbers), blocks, file.tell(), opening)

    def decode(self, chunk: Chunk, field: str) -> Iterator[Record | Reject]:
        """Yield the records, with what the head says for `id`, `url` and `date`, for any other
        field the text; a block of plain text that is not UTF-8 is rejected."""
        named = _HEAD.get(field)
        for number, block in zip(chunk.numbers, chunk.payload, strict=True):
            yield Record(number, block.get(named), (), block) if named else _record(number, block)

    def encode(
        self,
        chunk: Chunk,  # noqa: ARG002
        records: Iterable[Record],
        added: tuple[str, ...],
    ) -> Iterator[bytes]:
        """Yield each record as a piece of its own."""
        if added:
            raise FormatError(
                f"a WARC record has no place for {added[0]!r}: write to a .jsonl file instead"
            )
        for record in records:
            block = record.raw
            if record.changes:
                block = _with_text(block, *record.changes.values())
            head = "".join(f"{name}: {value}\r\n" for name, value in block.head)
            yield f"{block.version}\r\n{head}\r\n".encode() + block.data + b"\r\n\r\n"

    def as_jsonl(self, chunk: Chunk) -> Chunk:
        """Return the records of plain text, as objects with `id`, `url`, `date` and `text`."""
        found = list(zip(chunk.numbers, chunk.payload, strict=True))
        kept = [(number, block) for number, block in found if _is_text(block)]
        lines = [_as_json(block) for _, block in kept]
        numbers = tuple(number for number, _ in kept)
        return Chunk(numbers, lines, chunk.position, chunk.opening, chunk.rejects)

    def finish(self, partial: Path, target: Path) -> None:
        """Move the pieces, which joined are the file, to `target`."""
        partial.replace(target)


def _record(number: int, block: Block) -> Record | Reject:
    try:
        text = block.data.decode("utf-8") if _is_text(block) else None
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} (0x{block.data[error.start]:02x}) is not UTF-8"
        return Reject(number, reason, excerpt(block.data))
    return Record(number, text, (), block)


def _is_text(block: Block) -> bool:
    kind = block.get("Content-Type").partition(";")[0].strip().lower()
    return block.get("WARC-Type") in _TEXT_RECORDS and kind == "text/plain"


def _with_text(block: Block, text: str) -> Block:
    data = text.encode("utf-8")
    digest = "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()
    head = tuple(
        (name, str(len(data)) if name.lower() == _LENGTH.lower() else value)
        if name.lower() not in _DIGESTS
        else (name, digest)
        for name, value in block.head
    )
    return Block(block.version, head, data)


def _as_json(block: Block) -> bytes:
    # What is no UTF-8 stays as it is, for the reader of the line to reject.
    fields = {key: block.get(name) for key, name in _HEAD.items()}
    fields["text"] = block.data.decode("utf-8", "surrogateescape")
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogateescape")


def _blocks(file: IO[bytes], path: Path) -> Iterator[Block]:
    warcio = _warcio()
    try:
        for record in warcio.archiveiterator.ArchiveIterator(file, no_record_parse=True):
            head = record.rec_headers
            block = Block(head.protocol, tuple(head.headers), record.raw_stream.read(MAX_RECORD))
            if len(block.data) != int(block.get(_LENGTH) or -1):
                raise FormatError(
                    f"{path}: the record {block.get('WARC-Record-ID')} is cut short, or larger "
                    f"than {MAX_RECORD >> 20} MiB: fetch the file again; nothing was written"
                )
            yield block
    except (warcio.exceptions.ArchiveLoadFailed, EOFError, ValueError) as error:
        raise FormatError(
            f"{path}: not a WARC file, or a damaged one ({error}): fetch it again"
        ) from error


def _warcio() -> Library:
    try:
        import warcio.archiveiterator
        import warcio.exceptions
    except ImportError as error:
        raise MissingExtraError(
            "WARC files need a library that is not installed: pip install 'scrapeclean[warc]'"
        ) from error
    return warcio
