"""Formats of corpora: which file is read and written how, by its name."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from scrapeclean.errors import FormatError
from scrapeclean.formats.compression import SUFFIXES
from scrapeclean.formats.delimited import Delimited
from scrapeclean.formats.jsonl import Jsonl
from scrapeclean.formats.parquet import Parquet
from scrapeclean.formats.records import Chunk, Format, Record, Reject
from scrapeclean.formats.warc import Warc

__all__ = ["CORPORA", "Chunk", "Corpus", "Format", "Record", "Reject", "corpus_of"]

FORMATS: dict[str, Format] = {
    ".jsonl": Jsonl(),
    ".ndjson": Jsonl(),
    ".csv": Delimited((",", ";")),
    ".tsv": Delimited(("\t",)),
    ".parquet": Parquet(),
    ".wet": Warc(),
    ".warc": Warc(),
}


#: What corpora are called, as patterns.
CORPORA = tuple(f"*{kind}{packed}" for kind in FORMATS for packed in ("", *SUFFIXES))


class Corpus(NamedTuple):
    """A file of many records: its path, its format, and its compression (``""`` for none)."""

    path: Path
    format: Format
    compression: str


def corpus_of(path: Path) -> Corpus | None:
    """Return the corpus that `path` names by its extension; None for any other file."""
    compression = path.suffix.lower() if path.suffix.lower() in SUFFIXES else ""
    inner = path.with_suffix("") if compression else path
    found = FORMATS.get(inner.suffix.lower())
    return Corpus(path, found, compression) if found else None


def check_pair(source: Corpus, target: Corpus) -> None:
    """Raise `FormatError` when `source` cannot be written as `target`."""
    if not isinstance(target.format, (Jsonl, type(source.format))):
        raise FormatError(
            f"{target.path}: {source.path} can be written in its own format or as .jsonl: "
            "give the output a name that says so"
        )
