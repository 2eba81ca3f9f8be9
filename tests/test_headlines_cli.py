"""`scrapeclean headlines`."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import sys

import pytest

from scrapeclean.cli.main import main

LINES = """\
Ferry workers call off strike after late night talks
Rain floods the old town

Ferry workers call off strike after late night talks | Harbour Gazette
Rain floods the old town

"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "headlines.txt"
    path.write_bytes(LINES.encode())
    return str(path)


def test_groups_with_line_numbers(file, capsys):
    assert main(["headlines", file]) == 0
    assert capsys.readouterr().out == (
        "1\tFerry workers call off strike after late night talks\n"
        "4\tFerry workers call off strike after late night talks | Harbour Gazette\n"
        "\n"
        "2\tRain floods the old town\n"
        "5\tRain floods the old town\n"
    )


def test_drop_leaves_the_other_bytes_alone(file, capfdbinary):
    assert main(["headlines", "--drop", file]) == 0
    assert capfdbinary.readouterr().out == b"\n".join([*LINES.encode().split(b"\n")[:3], b"", b""])


def test_standard_input(monkeypatch, capfdbinary):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINES.encode())))

    assert main(["headlines", "--drop"]) == 0
    assert capfdbinary.readouterr().out.count(b"\n") == 4


def test_records(tmp_path, capsys):
    path = tmp_path / "pages.jsonl"
    rows = [{"title": line} for line in LINES.splitlines() if line]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")

    assert main(["headlines", str(path), "--field", "title", "--json"]) == 0
    groups = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [group["lines"] for group in groups] == [[1, 3], [2, 4]]


def test_a_record_without_a_headline_is_passed_over(tmp_path, capfdbinary):
    path = tmp_path / "pages.jsonl"
    rows = [{"title": title} for title in ("Rain floods the old town", None, "", " ")]
    lines = [json.dumps(row).encode() + b"\n" for row in rows]
    path.write_bytes(b"".join([*lines, *lines]))

    assert main(["headlines", str(path), "--field", "title", "--drop"]) == 0
    assert capfdbinary.readouterr().out == b"".join([*lines, *lines[1:]])


@pytest.mark.parametrize(("suffix", "compress"), [(".gz", gzip.compress), (".bz2", bz2.compress)])
def test_compressed_records(tmp_path, capfdbinary, suffix, compress):
    path = tmp_path / f"pages.jsonl{suffix}"
    line = b'{"title": "Rain floods the old town"}\n'
    path.write_bytes(compress(line * 3))

    assert main(["headlines", str(path), "--field", "title", "--drop"]) == 0
    assert capfdbinary.readouterr().out == line


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("a.jsonl", [], "a.jsonl has records: --field names the field of the headline"),
        ("a.csv", ["--field", "title"], "--field is for JSON lines"),
        ("a.parquet", [], "a.parquet is no text: print the headlines alone, one a line"),
        ("a.warc.gz", [], "a.warc.gz is no text: print the headlines alone, one a line"),
    ],
)
def test_a_corpus_whose_headlines_cannot_be_found(
    tmp_path, monkeypatch, capsys, name, options, message
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text("title\n", "utf-8")

    assert main(["headlines", name, *options]) == 2
    assert message in capsys.readouterr().err


def test_half_a_surrogate_pair_is_printed_as_an_escape(tmp_path, capfdbinary):
    path = tmp_path / "pages.jsonl"
    path.write_bytes(b'{"title": "Rain \\ud800 floods the old town"}\n' * 2)

    assert main(["headlines", str(path), "--field", "title"]) == 0
    assert capfdbinary.readouterr().out.count(b"Rain \\ud800 floods") == 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("no json", "line 1: not JSON"),
        (
            '{"text": "x"}',
            "line 1: no field 'title', only text: --field names the one that holds the headline",
        ),
        ('{"title": 7}', "line 1: field 'title' holds int, not a string"),
        ("[1]", "line 1: no field 'title'"),
        ("[" * 100_000, "line 1: not JSON"),
    ],
)
def test_record_that_is_none(tmp_path, capsys, line, message):
    path = tmp_path / "pages.jsonl"
    path.write_text(line, "utf-8")

    assert main(["headlines", str(path), "--field", "title"]) == 2
    assert message in capsys.readouterr().err


def test_missing_file(capsys):
    assert main(["headlines", "nowhere.txt"]) == 2
    assert "nowhere.txt" in capsys.readouterr().err
