"""Plain, gzip, bzip2 and Zstandard files, by their extension.

Output is written in pieces, each a gzip member, a bzip2 stream or a Zstandard frame of its own, so
that pieces can be compressed separately and a file can be cut off after any of them. Readers
take such a file as one; the size of a piece costs a few per cent of the compression.
"""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO, TypeAlias, cast

from scrapeclean.errors import FormatError, MissingExtraError
from scrapeclean.formats.records import MAX_RECORD

GZIP, BZIP2, ZSTD = ".gz", ".bz2", ".zst"
SUFFIXES = (GZIP, BZIP2, ZSTD)
_BLOCK = 1 << 17
Library: TypeAlias = Any  # it may not be installed where types are checked
Buffer: TypeAlias = Any  # collections.abc.Buffer, which Python has from 3.12 on
_GZIP_LEVEL = 6  # the gzip program's own; 9 takes twice the time for one per cent


def compress(piece: bytes, suffix: str) -> bytes:
    """Return `piece` as it stands in a file that ends in `suffix`.

    Raises `MissingExtraError` when the library for it is not installed.
    """
    if suffix == GZIP:
        return gzip.compress(piece, _GZIP_LEVEL, mtime=0)
    if suffix == BZIP2:
        return bz2.compress(piece)
    if suffix == ZSTD:
        compressed: bytes = _zstandard().ZstdCompressor().compress(piece)
        return compressed
    return piece


@contextmanager
def opened(path: Path) -> Iterator[tuple[IO[bytes], BinaryIO]]:
    """Open `path` for reading: the bytes in it, and the file itself, which knows its position.

    Raises `FormatError` when the compressed bytes are cut short or damaged, `MissingExtraError`
    when the library for them is not installed.
    """
    with path.open("rb") as file:
        try:
            yield _decompressed(file, path.suffix.lower()), file
        except (EOFError, OSError, zlib.error, _DamagedError) as error:
            if isinstance(error, OSError) and error.errno:  # the disk's; a decompressor's has none
                raise
            raise FormatError(
                f"{path}: cut short or damaged ({error}): fetch it again; nothing was written"
            ) from error


def bounded_lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Yield the lines of `stream`, with their ends and without a byte order mark; None for one
    longer than `MAX_RECORD`, which is read past without being held."""
    line = stream.readline(MAX_RECORD).removeprefix(codecs.BOM_UTF8)
    while line:
        if len(line) < MAX_RECORD or line.endswith(b"\n"):
            yield line
        else:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_RECORD)
            yield None
        line = stream.readline(MAX_RECORD)


def _decompressed(file: BinaryIO, suffix: str) -> IO[bytes]:
    if suffix == GZIP:
        return cast(IO[bytes], gzip.open(file))
    if suffix == BZIP2:
        return cast(IO[bytes], bz2.open(file))
    if suffix == ZSTD:
        return io.BufferedReader(_ZstdReader(file), _BLOCK)
    return file


class _DamagedError(Exception):
    """The bytes are not those of a whole Zstandard file."""


class _ZstdReader(io.RawIOBase):
    """The bytes in a Zstandard file of one or more frames.

    The library's own reader ends without an error where a frame is cut short.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._zstd = _zstandard()
        self._file = file
        self._frame: Any = None
        self._rest = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Buffer) -> int:
        """Fill `buffer`, or less of it; return how many bytes, none at the end."""
        while not self._ready:
            block = self._rest or self._file.read(_BLOCK)
            if not block:
                if self._frame is not None:
                    raise _DamagedError("the file ends inside a Zstandard frame")
                return 0
            self._ready = memoryview(self._decompress(block))
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _decompress(self, block: bytes) -> bytes:
        if self._frame is None:
            self._frame = self._zstd.ZstdDecompressor().decompressobj()
        try:
            data: bytes = self._frame.decompress(block)
        except self._zstd.ZstdError as error:
            raise _DamagedError(error) from error
        self._rest = b""
        if self._frame.eof:
            self._rest = self._frame.unused_data
            self._frame = None
        return data


def _zstandard() -> Library:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError(
            "Zstandard files need a library that is not installed: pip install 'scrapeclean[zstd]'"
        ) from error
    return zstandard
