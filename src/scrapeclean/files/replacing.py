"""Replacing a file in one move, so that at every moment it is its old or its new self, whole.

The new bytes are written to a temporary file in the same folder, flushed to the disk, and moved
over the old file. A run killed in between leaves the temporary file. Such a file has a
name of its own and no process that holds a lock on it; `remove_strays` removes it.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from scrapeclean.errors import FormatError
from scrapeclean.files.failures import explain

if sys.platform != "win32":
    import fcntl

_PREFIX, _SUFFIX = ".scrapeclean-", ".tmp"
_TEMPORARY = re.compile(r"\.scrapeclean-\w{8}\.tmp")  # the eight come from tempfile.mkstemp


class Staged:
    """New bytes for `path`, on the disk beside it; `commit` moves them into place.

    `state` is the file as it was read: its mode and owner are kept, and when the file has changed
    since, it is left as it is. Raises `FormatError` when the bytes cannot be written.
    """

    def __init__(self, path: Path, data: bytes, state: os.stat_result) -> None:
        self.path = path
        self._target = Path(os.path.realpath(path))  # a link stays a link
        self._state = state
        self._file: BinaryIO | None = None
        self._temporary: Path | None = None
        written = False
        try:
            self._write(data)
            written = True
        except OSError as error:
            raise FormatError(explain(path, error)) from error
        finally:
            if not written:  # an interruption among the reasons
                self.discard()

    def _write(self, data: bytes) -> None:
        self._check()
        descriptor, name = tempfile.mkstemp(_SUFFIX, _PREFIX, self._target.parent)
        self._temporary = Path(name)
        self._file = os.fdopen(descriptor, "wb")
        lock(descriptor)
        self._file.write(data)
        self._file.flush()
        _keep_mode(descriptor, self._state)
        os.fsync(descriptor)

    def commit(self) -> None:
        """Move the new bytes into place.

        Raises `FormatError`, and leaves the file as it is, when that is not what it should be.
        """
        assert self._temporary is not None and self._file is not None
        try:
            self._check_again()
            if sys.platform == "win32":
                self._file.close()  # no open file can be moved there
            self._temporary.replace(self._target)
            self._temporary = None
        except OSError as error:
            raise FormatError(explain(self.path, error)) from error
        finally:
            self.discard()

    def _check(self) -> None:
        self._target.stat()  # whether it is there at all
        if not os.access(self._target, os.W_OK):
            raise PermissionError(errno.EACCES, "Permission denied")

    def _check_again(self) -> None:
        if _version(self._target.stat()) != _version(self._state):
            raise FormatError(
                f"{self.path}: changed while it was being cleaned, so it was left as it is: "
                "run again"
            )

    def discard(self) -> None:
        """Remove the temporary file; there is none after `commit`."""
        if self._file is not None:
            with suppress(OSError):  # on a full disk, closing tries to write once more
                self._file.close()
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)
            self._temporary = None


class StagedNew(Staged):
    """The same for a file that is not there yet; `state` is that of the file it is made from.

    An existing one that holds the same bytes will do: an earlier run has made it.
    """

    def __init__(self, path: Path, data: bytes, state: os.stat_result) -> None:
        self._data = data
        super().__init__(path, data, state)

    def _check(self) -> None:
        self._check_again()
        self._target.parent.mkdir(parents=True, exist_ok=True)

    def _check_again(self) -> None:
        if self._target.exists() and self._target.read_bytes() != self._data:
            raise FormatError(f"{self.path}: already exists: remove it, or name another output")


def replace_file(path: Path, data: bytes, state: os.stat_result) -> None:
    """Write `data` over the file at `path`, read when it was in `state`, in one move.

    Raises `FormatError` when it cannot be written or has changed since.
    """
    Staged(path, data, state).commit()


def remove_strays(folders: Iterable[Path]) -> int:
    """Remove temporary files that killed runs left in `folders`; return how many."""
    removed = 0
    for folder in folders:
        with suppress(OSError):  # a folder that cannot be read is reported by who reads it
            strays = [path for path in folder.iterdir() if _TEMPORARY.fullmatch(path.name)]
            removed += sum(_removed(path) for path in strays)
    return removed


def _removed(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            if not lock(file.fileno()):  # the run that made it may be alive
                return False
            path.unlink()
    except OSError:
        return False
    return True


def _keep_mode(descriptor: int, state: os.stat_result) -> None:
    if sys.platform != "win32":
        with suppress(PermissionError):  # another user's file in a shared folder: it becomes ours
            os.fchown(descriptor, state.st_uid, state.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(state.st_mode))


def lock(descriptor: int) -> bool:
    """Hold an open file against other runs until it is closed; return whether it is held.

    Some file systems, mostly shared ones, have no locks. Raises `BlockingIOError` when
    another run holds the file.
    """
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise
        except OSError:
            return False
    return True  # Windows lets nobody move or remove a file that is open


def _version(state: os.stat_result) -> tuple[int, int, int]:
    return state.st_ino, state.st_size, state.st_mtime_ns
