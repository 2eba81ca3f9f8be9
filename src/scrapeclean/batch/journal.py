"""The journal on disk: JSON lines, each with a file, its hash before and after, and its edits.

An entry is on the disk before its file is replaced, so that no change is ever without one. A run
killed in between leaves an entry for a change that was not made; the file's hash, which is still
`before`, shows that.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from scrapeclean.edits import Edit, Journal, edits_from
from scrapeclean.errors import FormatError, JournalError
from scrapeclean.files.failures import explain

#: How every entry begins: a file without such a line is not a journal.
_HEAD = b'{"file"'


class Entry(NamedTuple):
    """What was done to one file."""

    file: Path
    before: str
    after: str
    edits: Journal


def digest(data: bytes) -> str:
    """Return the hash by which a file's state is recognised."""
    return hashlib.sha256(data).hexdigest()


def to_line(path: Path, before: bytes, after: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the entry for the file at `path`, which held `before` and is to hold `after`."""
    entry = {
        "file": os.path.abspath(path),  # noqa: PTH100 - pathlib's does not resolve ".."
        "before": digest(before),
        "after": digest(after),
        "edits": [edit._asdict() for edit in edits],
    }
    # A byte of the file's name that is no UTF-8 becomes an escape, which JSON reads back.
    return json.dumps(entry, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


class JournalFile:
    """A journal to which entries are added, in a `with` statement; an existing one is continued.

    Raises `FormatError` when it cannot be written, `JournalError` when the file at `path` holds
    something else.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            _continue(path)
            self._file = path.open("ab")
        except OSError as error:
            raise FormatError(explain(path, error)) from error

    def __enter__(self) -> JournalFile:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # the disk is full: `write` has raised
            self._file.close()

    def write(self, lines: Iterable[bytes]) -> None:
        """Add entries, and wait until the disk has them."""
        try:
            self._file.write(b"".join(lines))
            self._file.flush()
            if self._path.is_file():
                os.fsync(self._file.fileno())
        except OSError as error:
            raise FormatError(explain(self._path, error)) from error


def read_backwards(path: Path) -> Iterator[Entry | JournalError]:
    """Yield the entries of the journal at `path`, the last first, and an error for each line that
    is not an entry.

    Raises `FormatError` when it cannot be read, `JournalError` when it is not a journal.
    """
    try:
        with path.open("rb") as file:
            places = _whole_lines(file, path)
            for number in range(len(places) - 1, 0, -1):
                file.seek(places[number - 1])
                yield _entry(path, number, file.readline())
    except OSError as error:
        raise FormatError(explain(path, error)) from error


def _whole_lines(file: BinaryIO, path: Path) -> list[int]:
    """Where each whole line of `file` starts, and at last where the last one ends.

    Raises `JournalError` when there is something in it, and no entry.
    """
    starts, found = [0], False
    for line in file:
        found = found or line.startswith(_HEAD) or _HEAD.startswith(line)
        if line.endswith(b"\n"):  # else it is torn
            starts.append(starts[-1] + len(line))
    if not found and file.tell():
        raise JournalError(f"{path}: is not a journal of `scrapeclean fix`: name another file")
    return starts


def _entry(path: Path, number: int, line: bytes) -> Entry | JournalError:
    try:
        fields = json.loads(line)
        file, before, after = fields["file"], fields["before"], fields["after"]
        return Entry(Path(file), before, after, edits_from(fields["edits"]))
    except (ValueError, KeyError, TypeError, JournalError) as error:
        return JournalError(
            f"{path}: line {number} is not an entry ({error}), so the change it notes was not "
            "undone: was the journal edited?"
        )


def _continue(path: Path) -> None:
    """Cut off an entry that a killed run left unfinished: the change it notes was not made."""
    if path.is_file():
        with path.open("r+b") as file:
            file.truncate(_whole_lines(file, path)[-1])
