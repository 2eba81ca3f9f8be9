"""Bytes at the rim: pages in from a file or standard input, pages out to standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from scrapeclean.files.coding import decode, encode

_STDIN = Path("-")


def read_page(file: Path | None) -> tuple[str, bytes]:
    """Return the text of `file` (standard input for None and ``-``) and its byte order mark.

    Raises `FormatError` where the bytes are not UTF-8, `OSError` where they cannot be read.
    """
    if file is None or file == _STDIN:
        return decode(sys.stdin.buffer.read(), "standard input")
    return decode(file.read_bytes(), str(file))


def write_page(text: str, bom: bytes) -> None:
    """Write `text`, after its byte order mark, to standard output."""
    sys.stdout.buffer.write(encode(text, bom))
    sys.stdout.buffer.flush()
