"""Reading one file that holds one page."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from scrapeclean.errors import FormatError
from scrapeclean.files.coding import decode, is_binary, no_prose
from scrapeclean.files.failures import explain

#: Larger than any page by far (the longest of the development corpora has 0.9 MB), and small
#: enough to be cleaned within a few hundred megabytes of memory.
MAX_BYTES = 16 << 20

_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


class BinaryFileError(FormatError):
    """A file that holds no text: it is skipped, and that is no failure."""


@dataclass(frozen=True)
class Source:
    """One file as it was read: its bytes, its text, its mark, and the file's state then."""

    path: Path
    data: bytes
    text: str
    bom: bytes
    stat: os.stat_result


def read_source(path: Path) -> Source:
    """Return the file at `path`, which must be a regular file of plain text in UTF-8.

    Raises `BinaryFileError` for one that is no text at all, `FormatError` for any other reason.
    """
    try:
        data, state = _read(path)
    except OSError as error:
        raise FormatError(explain(path, error)) from error
    if is_binary(data):
        raise BinaryFileError(f"{path}: skipped, it is a binary file (it holds a NUL byte)")
    text, bom = decode(data, str(path))
    if fault := no_prose(text):
        raise FormatError(f"{path}: {fault}")
    return Source(path, data, text, bom, state)


def _read(path: Path) -> tuple[bytes, os.stat_result]:
    # Without O_NONBLOCK, opening a named pipe waits for a writer that may never come.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb") as file:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            kind = _KINDS.get(stat.S_IFMT(state.st_mode), "no regular file")
            raise FormatError(f"{path}: this is {kind}: only regular files are cleaned")
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise FormatError(
            f"{path}: larger than {MAX_BYTES >> 20} MiB, too large for one page: "
            "if it holds many, convert it to JSON lines, one page a line"
        )
    return data, state
