"""Bytes and text, finding files, and replacing one in a single move."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.errors import FormatError
from scrapeclean.files import decode, encode, is_binary

BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("data", "text", "bom"),
    [
        (b"", "", b""),
        (b"One.\n", "One.\n", b""),
        (b"One.\r\nTwo.", "One.\r\nTwo.", b""),
        (b"One.\rTwo.\r", "One.\rTwo.\r", b""),
        (BOM, "", BOM),
        (BOM + b"One.", "One.", BOM),
        (BOM + BOM + b"One.", "\ufeffOne.", BOM),
        (b"One." + BOM, "One.\ufeff", b""),
        ("Žluťoučký 北京 😀\n".encode(), "Žluťoučký 北京 😀\n", b""),
    ],
)
def test_decode_and_encode_are_each_others_inverse(data, text, bom):
    assert decode(data, "page.txt") == (text, bom)
    assert encode(text, bom) == data


@given(st.text(), st.sampled_from([b"", BOM]))
def test_any_text_survives(text, bom):
    if text.startswith("\ufeff") and not bom:
        return  # its first character is a mark, and comes back as one

    assert decode(encode(text, bom), "page.txt") == (text, bom)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"caf\xe9 au lait",
            "page.txt: byte 3 (0xe9) is not UTF-8: "
            "convert the file, as with iconv -f WINDOWS-1252 -t UTF-8",
        ),
        (
            BOM + b"\xff",
            "page.txt: byte 3 (0xff) is not UTF-8: "
            "convert the file, as with iconv -f WINDOWS-1252 -t UTF-8",
        ),
        (
            "One.".encode("utf-16"),
            "page.txt: this is UTF-16: convert it, as with iconv -f UTF-16 -t UTF-8",
        ),
        (
            "One.".encode("utf-32"),
            "page.txt: this is UTF-32: convert it, as with iconv -f UTF-32 -t UTF-8",
        ),
    ],
)
def test_what_is_not_utf8_is_refused_with_its_place(data, message):
    with pytest.raises(FormatError) as caught:
        decode(data, "page.txt")

    assert str(caught.value) == message


def test_half_a_surrogate_pair_is_refused_with_its_place():
    with pytest.raises(FormatError, match="character 2 is half a surrogate pair"):
        encode("ab\ud800c")


@pytest.mark.parametrize(
    ("data", "binary"),
    [(b"One.", False), (b"One\0", True), (b"", False), ("One.".encode("utf-16"), False)],
)
def test_a_nul_byte_tells_a_binary_file(data, binary):
    assert is_binary(data) is binary
