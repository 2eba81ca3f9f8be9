"""A corpus, a file of many records, cleaned into another.

What is written grows in ``TARGET.partial``, and is moved to its name when it is whole. With a
state, a killed run is carried on: the partial file is cut back to the last checkpoint, and the
input that is done is skipped.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from scrapeclean.batch.records import CleanRecords, Piece
from scrapeclean.batch.state import Checkpoint, RunState
from scrapeclean.batch.tally import Tally
from scrapeclean.batch.workers import ordered_map
from scrapeclean.errors import FormatError
from scrapeclean.files.failures import explain
from scrapeclean.files.replacing import lock
from scrapeclean.formats import Chunk, Corpus, Reject

#: Seconds between two checkpoints: what is done in between is done again after a kill.
SAVED_EVERY = 1.0
_READ_AND_WRITE = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class CorpusRun:
    """One corpus to clean: where from, where to (None where nothing is to be written), and how
    each chunk is cleaned."""

    source: Corpus
    target: Path | None
    task: CleanRecords


def clean_corpus(run: CorpusRun, jobs: int = 1, state: RunState | None = None) -> Iterator[Piece]:
    """Clean a corpus; yield each piece when it is written.

    With a `state`, carries on where the last run stopped; the first piece then tells of all that
    was done before. Where no record could be read there are rejects and no output. Raises
    `FormatError` when the corpus cannot be read or the output written.
    """
    try:
        if run.target is None:
            yield from ordered_map(run.task, run.source.format.chunks(run.source.path), jobs)
        else:
            yield from _Making(run, run.target, state).pieces(jobs)
    except OSError as error:
        raise FormatError(explain(error.filename or run.source.path, error)) from error


class _Making:
    """An output while it is being written."""

    def __init__(self, run: CorpusRun, target: Path, state: RunState | None) -> None:
        self.run = run
        self.target = target
        self.state = state
        source = run.source.path
        self.checkpoint = state.checkpoint(source, target) if state else Checkpoint()
        if target.exists() and not self.checkpoint.complete:
            raise FormatError(f"{target}: already exists: remove it, or name another output")
        self.output = _Partial(target, keep=state is not None)
        if self.checkpoint.complete and not (target.exists() or self.output.path.exists()):
            self.checkpoint = Checkpoint()  # it has been removed since
        self.tally = Tally.from_json(self.checkpoint.tally)
        self.rejects = _Partial(rejects_of(target), keep=state is not None)
        self.saved = time.monotonic()

    def pieces(self, jobs: int) -> Iterator[Piece]:
        """Yield each piece when it is written, and at last put the output into its place."""
        done = self.checkpoint
        if done.chunks:
            yield Piece(b"", Tally.from_json(done.tally), (), 0, "")
        if done.complete:
            self._finish()
            return
        with self.output.opened(done.size), self.rejects.opened(done.rejects):
            for piece in ordered_map(self.run.task, self._rest(), jobs):
                self._write(piece)
                yield piece
            self._save(complete=True)
            self._finish()

    def _rest(self) -> Iterator[Chunk]:
        chunks = self.run.source.format.chunks(self.run.source.path)
        return islice(chunks, self.checkpoint.chunks, None)

    def _write(self, piece: Piece) -> None:
        self.output.write(piece.data)
        self.rejects.write(b"".join(map(_reject_line, piece.rejects)))
        self.tally.add(piece.tally)
        self.checkpoint = self.checkpoint._replace(
            chunks=self.checkpoint.chunks + 1, size=self.output.size, rejects=self.rejects.size
        )
        if time.monotonic() - self.saved > SAVED_EVERY:
            self._save(complete=False)

    def _save(self, complete: bool) -> None:
        self.output.sync()
        self.rejects.sync()
        if self.state is not None:
            now = self.checkpoint._replace(tally=self.tally.to_json(), complete=complete)
            self.state.reached(self.run.source.path, self.target, now)
            self.saved = time.monotonic()

    def _finish(self) -> None:
        """Move everything into place. If this is interrupted, the next run does the rest of it."""
        if sys.platform == "win32":
            self.output.close()  # no open file can be moved there
            self.rejects.close()
        if self.rejects.path.exists():
            if self.rejects.path.stat().st_size:
                self.rejects.path.replace(self.rejects.target)
            else:
                self.rejects.path.unlink()
                self.rejects.target.unlink(missing_ok=True)  # those of an output since removed
        if self.output.path.exists():
            if self.tally.all_failed:
                self.output.path.unlink()
            else:
                self.run.task.written.finish(self.output.path, self.target)


class _Partial:
    """A file that grows beside `target`; unless `keep`, it is removed if it is not completed."""

    def __init__(self, target: Path, keep: bool) -> None:
        self.target = target
        self.path = target.with_name(target.name + ".partial")
        self.size = 0
        self._keep = keep
        self._file: BinaryIO | None = None

    @contextmanager
    def opened(self, size: int) -> Iterator[None]:
        """Open the file, cut back to `size`; while it is open no other run can open it."""
        if size and (not self.path.exists() or self.path.stat().st_size < size):
            raise FormatError(
                f"{self.path}: shorter than the state says: remove the state file and start anew"
            )
        with self._explaining():
            self._open(size)
        whole = False
        try:
            yield
            whole = True
        finally:
            self.close()
            if not whole and not self._keep:
                self.path.unlink(missing_ok=True)

    def _open(self, size: int) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.fdopen(os.open(self.path, _READ_AND_WRITE, 0o666), "r+b")
        self._claim()
        self._file.truncate(size)
        self._file.seek(size)
        self.size = size

    def _claim(self) -> None:
        assert self._file is not None
        try:
            lock(self._file.fileno())
        except BlockingIOError as error:
            self.close()
            raise FormatError(
                f"{self.target}: another run is writing this: wait for its end, or name another"
            ) from error

    def close(self) -> None:
        """Close the file; other runs may open it."""
        if self._file is not None:
            with suppress(OSError):  # the disk is still full; `sync` has raised
                self._file.close()

    def write(self, data: bytes) -> None:
        """Add `data`."""
        assert self._file is not None
        with self._explaining():
            self._file.write(data)
        self.size += len(data)

    def sync(self) -> None:
        """Wait until the disk has all that was written."""
        assert self._file is not None
        with self._explaining():
            self._file.flush()
            os.fsync(self._file.fileno())

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise FormatError(explain(self.target, error)) from error


def rejects_of(target: Path) -> Path:
    """Return where the records go that could not be read on the way to `target`."""
    return target.with_name(target.name + ".rejects.jsonl")


def _reject_line(reject: Reject) -> bytes:
    line = json.dumps(reject._asdict(), ensure_ascii=False)
    return line.encode("utf-8", "backslashreplace") + b"\n"
