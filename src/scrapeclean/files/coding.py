"""Bytes and text: UTF-8 in, the same UTF-8 out.

Line ends are characters like any others and are left alone. A byte order mark is not part of the
page: `decode` takes it off, `encode` puts it back.
"""

from __future__ import annotations

import codecs
import re
from json.decoder import JSONDecoder

from scrapeclean.errors import FormatError
from scrapeclean.patterns import pattern

_HTML = pattern(r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_LOOKED_AT = 2000  # characters: the blanks and remarks that may stand above the first mark
_OTHER_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def decode(data: bytes, name: str) -> tuple[str, bytes]:
    """Return the text of `data` and its byte order mark, ``b""`` when it has none.

    `name` says in messages where the bytes come from. Raises `FormatError`, which names the
    offset of the first byte that is not UTF-8.

    >>> decode(b"\\xef\\xbb\\xbfOne.\\r\\n", "page.txt")
    ('One.\\r\\n', b'\\xef\\xbb\\xbf')
    """
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        return data[len(bom) :].decode("utf-8"), bom
    except UnicodeDecodeError as error:
        raise FormatError(_undecodable(data, name, len(bom) + error.start)) from error


def encode(text: str, bom: bytes = b"") -> bytes:
    """Return `text` as UTF-8 after `bom`: what `decode` took apart.

    Raises `FormatError` when `text` holds half a surrogate pair, which no UTF-8 can hold.
    """
    try:
        return bom + text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise FormatError(
            f"character {error.start} is half a surrogate pair (U+{ord(text[error.start]):04X}), "
            "which UTF-8 cannot hold: repair the text where it was made"
        ) from error


def is_binary(data: bytes) -> bool:
    """Return whether `data` is no text: it holds a NUL byte and bears no UTF-16 or UTF-32 mark."""
    return b"\0" in data and not data.startswith(tuple(_OTHER_MARKS))


def no_prose(text: str) -> str:
    """Say what `text` is and what to do with it, where it is HTML or JSON and not plain text;
    ``""`` for plain text.

    >>> no_prose("<!DOCTYPE html><title>Rain</title>")
    'this is HTML, not its text: run an extractor first'
    >>> no_prose("[Video] Rain in Ghent")
    ''
    """
    start = text[:_LOOKED_AT].lstrip()
    if start.startswith("<") and _HTML.match(start):
        return "this is HTML, not its text: run an extractor first"
    if start[:1] in ("{", "[") and _is_json(text.lstrip()):
        return "this is JSON: convert it to JSON lines, one page a line, in a file called .jsonl"
    return ""


def _is_json(text: str) -> bool:
    """Whether a JSON object stands at the beginning, or a list of them."""
    try:
        found = JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        return False
    return isinstance(found[0] if found and isinstance(found, list) else found, dict)


def _undecodable(data: bytes, name: str, offset: int) -> str:
    for mark, coding in _OTHER_MARKS.items():
        if data.startswith(mark):
            return f"{name}: this is {coding}: convert it, as with iconv -f {coding} -t UTF-8"
    return (
        f"{name}: byte {offset} (0x{data[offset]:02x}) is not UTF-8: "
        "convert the file, as with iconv -f WINDOWS-1252 -t UTF-8"
    )
