"""Reading one file that holds one page."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from scrapeclean.errors import FormatError
from scrapeclean.files.coding import decode, is_binary, no_prose

#: Larger than any page by far (the longest of the development corpora has 0.9 MB), and small
#: enough to be cleaned within a few hundred megabytes of memory.
MAX_BYTES = 16 << 20

_ADVICE = {
    errno.ENOENT: "there is no such file: check the path, or run again if it was just moved",
    errno.EACCES: "permission denied: give yourself the right to read and write it and its folder",
    errno.EPERM: "the system forbids it: is the file immutable (lsattr)?",
    errno.ELOOP: "the symbolic link leads back to itself: point it at a file",
    errno.ENOSPC: "no space is left on the disk: free some and run again",
    errno.EDQUOT: "your disk quota is used up: free some space and run again",
    errno.EFBIG: "the file would become larger than the system allows: raise the limit (ulimit -f)",
    errno.EROFS: "the disk is read-only: copy the files to one that is not",
    errno.ENAMETOOLONG: "the name is too long for this disk: shorten it",
    errno.ENOTDIR: "a part of the path is a file, not a folder: check the path",
    errno.EISDIR: "this is a folder: name a file",
    errno.EIO: "the disk reports an error: check the disk before you go on",
    errno.EMFILE: "too many files are open: raise the limit (ulimit -n)",
}
_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


class BinaryFileError(FormatError):
    """A file that holds no text: to be skipped, not mended."""


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
    if told := no_prose(text):
        raise FormatError(f"{path}: {told}")
    return Source(path, data, text, bom, state)


def explain(path: Path | str, error: OSError) -> str:
    """Return what went wrong with `path` and what to do next."""
    told = _ADVICE.get(error.errno or 0)
    return f"{path}: {told}" if told else f"{path}: {error.strerror or error}: mend that, run again"


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
            f"{path}: larger than {MAX_BYTES >> 20} MiB, which no page is: "
            "if it holds many pages, make it JSONL, a page a line"
        )
    return data, state
