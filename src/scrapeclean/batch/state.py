"""The state of a run, in an SQLite file, from which an interrupted one is carried on.

It holds which files are done, as they were left, and how far each corpus has come. Whenever the
process is killed, what it says is true: it is written after the work that it records.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from scrapeclean.errors import FormatError
from scrapeclean.pipeline import Pipeline

_TABLES = """
CREATE TABLE IF NOT EXISTS run (fingerprint TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files (path BLOB PRIMARY KEY, version TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS corpora (
    path BLOB PRIMARY KEY, version TEXT NOT NULL, chunks INTEGER NOT NULL,
    size INTEGER NOT NULL, rejects INTEGER NOT NULL, tally TEXT NOT NULL,
    complete INTEGER NOT NULL
);
"""
_NO_STATE = "{}: cannot be used as the state of a run ({}): name another file"
_OTHER_RUN = (
    "{}: this is the state of a run with another pipeline, another version or other options: "
    "remove it, or name another file"
)


class Checkpoint(NamedTuple):
    """How far a corpus has come: chunks done, bytes of the output and of the rejects, the tally
    as JSON, and whether nothing is left but to move the output into place."""

    chunks: int = 0
    size: int = 0
    rejects: int = 0
    tally: str = "{}"
    complete: bool = False


class RunState:
    """The state kept at `path`, in a `with` statement; made where there is none.

    `fingerprint` says what the run does; raises `FormatError` when the file is that of a run that
    does something else, no state at all, or cannot be written.
    """

    def __init__(self, path: Path, fingerprint: str) -> None:
        self._path = path
        with self._explaining():
            self._base = sqlite3.connect(path, isolation_level=None)
        with ExitStack() as on_error:
            on_error.callback(self._base.close)
            with self._explaining():
                self._base.executescript(_TABLES)
            self._claim(fingerprint)
            on_error.pop_all()

    def _claim(self, fingerprint: str) -> None:
        known = self._one("SELECT fingerprint FROM run")
        if known is None:
            self._write("INSERT INTO run VALUES (?)", [(fingerprint,)])
        elif known[0] != fingerprint:
            raise FormatError(_OTHER_RUN.format(self._path))

    def __enter__(self) -> RunState:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise FormatError(_NO_STATE.format(self._path, error)) from error

    def _one(self, query: str, *values: object) -> Any:  # noqa: ANN401 - a row, or None
        with self._explaining():
            return self._base.execute(query, values).fetchone()

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        with self._explaining(), self._base:
            self._base.execute("BEGIN")
            self._base.executemany(statement, rows)

    def is_done(self, path: Path) -> bool:
        """Return whether the file at `path` is done, and still as it was left."""
        query = "SELECT 1 FROM files WHERE path = ? AND version = ?"
        return self._one(query, _key(path), _version(path)) is not None

    def done(self, paths: Iterable[Path]) -> None:
        """Note that the files at `paths` are done, as they are now."""
        rows = [(_key(path), _version(path)) for path in paths]
        self._write("INSERT OR REPLACE INTO files VALUES (?, ?)", rows)

    def checkpoint(self, corpus: Path, target: Path) -> Checkpoint:
        """Return how far `corpus` has come on its way to `target`, a fresh checkpoint for not at
        all. Raises `FormatError` when it has changed since."""
        row = self._one("SELECT * FROM corpora WHERE path = ?", _key(target))
        if row is None:
            return Checkpoint()
        if row[1] != _version(corpus):
            raise FormatError(
                f"{corpus}: changed since the run began: start anew with another state file"
            )
        chunks, size, rejects, tally, complete = row[2:]
        return Checkpoint(chunks, size, rejects, tally, bool(complete))

    def reached(self, corpus: Path, target: Path, checkpoint: Checkpoint) -> None:
        """Note how far `corpus` has come on its way to `target`."""
        row = (_key(target), _version(corpus), *checkpoint)
        self._write("INSERT OR REPLACE INTO corpora VALUES (?, ?, ?, ?, ?, ?, ?)", [row])


def fingerprint(pipeline: Pipeline, *options: str) -> str:
    """Return what tells a run with `pipeline` and `options` from runs that do something else."""
    parts = [*pipeline.cleaners, pipeline.keep]
    named = [version("scrapeclean"), *map(_named, parts), *options]
    return hashlib.sha256("\0".join(named).encode()).hexdigest()


def _named(part: object) -> str:
    """A function's repr holds its address, which is another in each run."""
    if isinstance(part, Callable) and hasattr(part, "__qualname__"):  # type: ignore[arg-type]
        return f"{part.__module__}.{part.__qualname__}"
    return repr(part)


def _key(path: Path) -> bytes:
    return os.fsencode(os.path.realpath(path))


def _version(path: Path) -> str:
    try:
        state = path.stat()
    except OSError:
        return "gone"
    return f"{state.st_size} {state.st_mtime_ns}"
