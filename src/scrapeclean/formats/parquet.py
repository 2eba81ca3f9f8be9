"""Parquet, through pyarrow.

A chunk is an Arrow stream, and so is a piece of the output. `finish` turns the pieces, one after
another, into the Parquet file, which cannot be written in pieces.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from scrapeclean.errors import FormatError, MissingExtraError
from scrapeclean.formats.records import Chunk, FieldError, Record, Reject, text_of

#: Rows of a chunk: with pages of 12,000 characters about as large as the chunks of other formats.
CHUNK_ROWS = 24
#: A row group is closed once its columns hold this many bytes: large enough for readers to be
#: quick, small enough to be held in memory while it is written.
ROW_GROUP_BYTES = 32 << 20
_READ_BUFFER = 1 << 20

# pyarrow comes without types.
Library: TypeAlias = Any
Table: TypeAlias = Any
Batch: TypeAlias = Any
DataType: TypeAlias = Any
InputFile: TypeAlias = Any


@dataclass(frozen=True)
class Parquet:
    """Rows of typed columns; all but the text column keep type, value and order."""

    def chunks(self, path: Path) -> Iterator[Chunk]:
        """Yield runs of rows. Raises `FormatError` for a file that is not Parquet."""
        pa, pq = _arrow()
        first, size = 1, path.stat().st_size
        try:
            with pq.ParquetFile(path, buffer_size=_READ_BUFFER, pre_buffer=False) as file:
                total = file.metadata.num_rows
                for batch in file.iter_batches(CHUNK_ROWS, use_threads=False):
                    numbers = tuple(range(first, first + batch.num_rows))
                    position = size * (first - 1 + batch.num_rows) // total
                    yield Chunk(numbers, _packed(batch), position, first == 1)
                    first += batch.num_rows
                if first == 1:  # no row: a chunk all the same, for the columns
                    empty = pa.RecordBatch.from_pylist([], schema=file.schema_arrow)
                    yield Chunk((), _packed(empty), size, True)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError) as error:
            if isinstance(error, OSError) and error.errno:
                raise
            raise FormatError(
                f"{path}: not a Parquet file, or a damaged one ({_first_line(error)}): "
                "fetch or write it again"
            ) from error

    def decode(self, chunk: Chunk, field: str) -> Iterator[Record | Reject]:
        """Yield the rows. Raises `FieldError` when `field` is no column of text."""
        batch = _unpacked(chunk.payload)
        try:
            text_of(dict.fromkeys(batch.schema.names), field)
        except ValueError as error:
            raise FieldError(str(error)) from error
        if not _is_text(batch.schema.field(field).type):
            kind = batch.schema.field(field).type
            raise FieldError(f"the column {field!r} holds {kind}, not text")
        texts = batch.column(field).to_pylist()
        for row, (number, text) in enumerate(zip(chunk.numbers, texts, strict=True)):
            yield Record(number, text, batch.schema.names, row)

    def encode(
        self, chunk: Chunk, records: Iterable[Record], added: tuple[str, ...]
    ) -> Iterator[bytes]:
        """Yield all rows in one piece."""
        pa, _ = _arrow()
        batch = _unpacked(chunk.payload)
        rows = list(records)
        taken = pa.Table.from_batches([batch])
        places = [record.raw for record in rows]
        if places != list(range(batch.num_rows)):  # mostly all rows stay, in their order
            taken = taken.take(pa.array(places, pa.int64()))
        for name in batch.schema.names:
            if any(name in record.changes for record in rows):
                taken = _with_changes(taken, name, rows)
        for name in added:
            values = [record.changes[name] for record in rows]
            taken = taken.append_column(name, pa.array(values, _type_of_added(name)))
        yield _packed(taken.combine_chunks())

    def as_jsonl(self, chunk: Chunk) -> Chunk:
        """Return the chunk with each row as an object; dates and the like become strings."""
        rows = _unpacked(chunk.payload).to_pylist()
        lines = [json.dumps(row, ensure_ascii=False, default=str).encode("utf-8") for row in rows]
        return Chunk(chunk.numbers, lines, chunk.position, chunk.opening, chunk.rejects)

    def finish(self, partial: Path, target: Path) -> None:
        """Write the Parquet file from the pieces, and move it to `target`."""
        pa, pq = _arrow()
        whole = partial.with_name(partial.name + ".parquet")
        writer = None
        with pa.OSFile(str(partial)) as pieces:
            for table in _row_groups(pieces):
                writer = writer or pq.ParquetWriter(whole, table.schema, compression="zstd")
                writer.write_table(table, row_group_size=max(1, table.num_rows))
        assert writer is not None  # an empty file has a chunk, too
        writer.close()
        whole.replace(target)
        partial.unlink()


def _row_groups(pieces: InputFile) -> Iterator[Table]:
    """The tables of a partial file, joined to the size of row groups."""
    pa, _ = _arrow()
    waiting: list[Table] = []
    while pieces.tell() < pieces.size():
        with pa.ipc.open_stream(pieces) as stream:
            waiting.append(stream.read_all())
        if sum(table.nbytes for table in waiting) >= ROW_GROUP_BYTES:
            yield pa.concat_tables(waiting)
            waiting = []
    if waiting:
        yield pa.concat_tables(waiting)


def _packed(table: Table) -> bytes:
    pa, _ = _arrow()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write(table)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def _unpacked(payload: bytes) -> Batch:
    pa, _ = _arrow()
    with pa.ipc.open_stream(payload) as stream:
        return stream.read_next_batch()


def _with_changes(table: Table, name: str, rows: list[Record]) -> Table:
    """`table` with what the records change in column `name`, of the same type as before."""
    pa, _ = _arrow()
    kept = table.column(name).to_pylist()
    values = [record.changes.get(name, old) for record, old in zip(rows, kept, strict=True)]
    field = table.schema.field(name)
    if pa.types.is_dictionary(field.type):
        column = pa.array(values, field.type.value_type).dictionary_encode().cast(field.type)
    else:
        column = pa.array(values, field.type)
    return table.set_column(table.schema.get_field_index(name), field, column)


def _is_text(kind: DataType) -> bool:
    pa, _ = _arrow()
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    views = [pa.string_view()] if hasattr(pa, "string_view") else []  # pyarrow has them since 16
    return kind in (pa.string(), pa.large_string(), *views)


def _type_of_added(name: str) -> DataType:
    """The Arrow type of a field that cleaning adds; see `scrapeclean.batch.records`."""
    pa, _ = _arrow()
    text, number = pa.string(), pa.int64()
    edit = {"start": number, "end": number, "old": text, "new": text, "cleaner": text, "why": text}
    article = {"number": number, "headline": text, "byline": text, "date": text}
    article |= {"captions": pa.list_(text), "start": number, "end": number}
    if name == "edits":
        return pa.list_(pa.struct({**edit, "confidence": pa.float64()}))
    return pa.struct(article)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _arrow() -> tuple[Library, Library]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError(
            "Parquet needs a library that is not installed: pip install 'scrapeclean[arrow]'"
        ) from error
    return pyarrow, pyarrow.parquet
