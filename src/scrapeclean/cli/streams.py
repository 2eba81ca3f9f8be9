"""Bytes in and out: pages from a file or standard input, pages to standard output."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from scrapeclean.errors import FormatError
from scrapeclean.files.coding import decode, encode
from scrapeclean.files.failures import explain

#: How standard input is named on the command line.
STDIN = Path("-")
#: Files with this ending are pages; for others the formats are asked, which take a while to load.
_PAGE = ".txt"
_FOLDER = "{0}: this is a folder: name a file, or clean all in it with `scrapeclean fix {0}`"
_CORPUS = (
    "{0}: by its name this is a corpus, and this command takes a single page: clean its records "
    "with `scrapeclean fix {0} --output ...`, or pipe it in as one text"
)


def read_page(file: Path | None) -> tuple[str, bytes]:
    """Return the text of `file` (standard input for None and ``-``) and its byte order mark.

    Raises `FormatError` where there is no page to read, or its bytes are not UTF-8.
    """
    if file is None or file == STDIN:
        return decode(_read_stdin(), "standard input")
    if file.is_dir():
        raise FormatError(_FOLDER.format(file))
    if _is_corpus(file):
        raise FormatError(_CORPUS.format(file))
    try:
        return decode(file.read_bytes(), str(file))
    except OSError as error:
        raise FormatError(explain(file, error)) from error


def _read_stdin() -> bytes:
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise FormatError(explain("standard input", error)) from error


def _is_corpus(file: Path) -> bool:
    if file.suffix.lower() == _PAGE:
        return False
    from scrapeclean.formats import corpus_of

    return corpus_of(file) is not None


def write_page(text: str, bom: bytes) -> None:
    """Write `text`, after its byte order mark, to standard output."""
    sys.stdout.buffer.write(encode(text, bom))
    sys.stdout.buffer.flush()


def abandon_output() -> None:
    """Point the output, which nobody reads any more, nowhere: flushing it at exit would fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def open_closed_streams() -> None:
    """Give a process that was started without standard streams empty ones. Otherwise the next files
    that it opens would be taken for them."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
