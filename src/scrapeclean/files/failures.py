"""What the system reports about a file, in words that help."""

from __future__ import annotations

import errno
from pathlib import Path

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


def explain(path: Path | str, error: OSError) -> str:
    """Return what went wrong with `path` and what to do next."""
    unknown = f"{error.strerror or error}: put that right and run again"
    return f"{path}: {_ADVICE.get(error.errno or 0, unknown)}"
