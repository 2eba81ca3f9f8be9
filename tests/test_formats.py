"""Corpora: what is read, what is rejected, and what comes through untouched."""

from __future__ import annotations

import base64
import bz2
import csv
import gzip
import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from scrapeclean.batch.corpus import CorpusRun, clean_corpus, rejects_of
from scrapeclean.batch.records import CleanRecords, Mode
from scrapeclean.cleaners.spacing import Spacing
from scrapeclean.errors import FormatError
from scrapeclean.formats import check_pair, corpus_of
from scrapeclean.pipeline import Pipeline

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
zstandard = pytest.importorskip("zstandard")

DIRTY, CLEAN = "One.\n\n\n\nTwo.", "One.\n\nTwo."
SPACING = Pipeline([Spacing()])


def cleaned(source: Path, target: Path, mode: Mode = Mode.TEXT, field: str = "text") -> Path:
    """Clean `source` into `target`; return `target`."""
    old, new = corpus_of(source), corpus_of(target)
    assert old is not None
    assert new is not None
    check_pair(old, new)
    task = CleanRecords(SPACING, source.name, old.format, new.format, new.compression, field, mode)
    for _ in clean_corpus(CorpusRun(old, target, task)):
        pass
    return target


def rejected(target: Path) -> list[tuple[int, str]]:
    """The number of each record that was rejected on the way to `target`, and why."""
    path = rejects_of(target)
    lines = path.read_text().splitlines() if path.exists() else []
    return [(reject["number"], reject["reason"]) for reject in map(json.loads, lines)]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("a.jsonl", True),
        ("a.JSONL.GZ", True),
        ("a.ndjson.zst", True),
        ("a.csv", True),
        ("a.tsv.gz", True),
        ("a.jsonl.bz2", True),
        ("a.parquet", True),
        ("CC-MAIN-0.warc.wet.gz", True),
        ("a.warc", True),
        ("a.txt", False),
        ("a.txt.gz", False),
        ("a.json", False),
        ("jsonl", False),
    ],
)
def test_a_corpus_is_known_by_its_extension(name: str, known: bool):
    assert (corpus_of(Path(name)) is not None) is known


UNTOUCHED = [
    '{"text": "One.\\n\\n\\n\\nTwo."}',
    '{"n": 1.10, "big": 12345678901234567890123, "text": "One.\\n\\n\\n\\nTwo.", "e": 1E5}',
    '{ "text" :"One.\\n\\n\\n\\nTwo." ,"a":[ 1,2 ],"b":{"text":"x\\n\\n\\n\\ny"}}',
    '{"caf\\u00e9": "\\u00e9", "text": "One.\\n\\n\\n\\nTwo."}',
    '{"a": 1, "a": 2, "text": "One.\\n\\n\\n\\nTwo.", "nan": NaN}',
    '{"half": "\\ud83d", "text": "One.\\n\\n\\n\\nTwo."}',
]


@pytest.mark.parametrize("line", UNTOUCHED)
def test_json_lines_keep_every_byte_but_those_of_the_text(tmp_path: Path, line: str):
    source = tmp_path / "in.jsonl"
    source.write_text(line + "\n")

    found = cleaned(source, tmp_path / "out.jsonl").read_text()

    assert found == line.replace("One.\\n\\n\\n\\nTwo.", "One.\\n\\nTwo.") + "\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('"caf\\u00e9\\n\\n\\n\\nx"', '"caf\\u00e9\\n\\nx"'),
        ('"café\\n\\n\\n\\nx"', '"café\\n\\nx"'),
        ('"\\ud83d\\n\\n\\n\\nx"', '"\\ud83d\\n\\nx"'),
        ('"é\\ud83d\\n\\n\\n\\nx"', '"é\\ud83d\\n\\nx"'),
        ("null", "null"),
    ],
)
def test_the_text_is_escaped_as_it_was(tmp_path: Path, text: str, written: str):
    source = tmp_path / "in.jsonl"
    source.write_text(f'{{"text": {text}}}\n', encoding="utf-8")

    assert cleaned(source, tmp_path / "out.jsonl").read_text("utf-8") == f'{{"text": {written}}}\n'


def test_line_ends_stay_and_a_mark_and_blank_lines_go(tmp_path: Path):
    source = tmp_path / "in.jsonl"
    source.write_bytes(b'\xef\xbb\xbf{"text": "a"}\r\n\r\n{"text": "b"}')

    assert cleaned(source, tmp_path / "out.jsonl").read_bytes() == (
        b'{"text": "a"}\r\n{"text": "b"}\n'
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"[1]", "not a JSON object: expecting { at character 0"),
        (b"3", "not a JSON object: expecting { at character 0"),
        (b'{"text": "a"', "not a JSON object: expecting , or } at character 12"),
        (b'{"text": "a}', "not a JSON object: Unterminated string starting at at character 9"),
        (b'{"text": tru}', "not a JSON object: Expecting value at character 9"),
        (b'{"text": "a"} {}', "not a JSON object: more after the object at character 13"),
        (b'{text: "a"}', 'not a JSON object: expecting " at character 1'),
        (b"{}", "no field 'text', only an empty object"),
        (b'{"a": 1, "b": 2}', "no field 'text', only a, b"),
        (b'{"text": ["a"]}', "field 'text' holds list, not a string"),
        (b'{"text": 3}', "field 'text' holds int, not a string"),
        (b'{"text": "\xff"}', "byte 10 (0xff) is not UTF-8"),
        (b"[" * 100_000, "not a JSON object: expecting { at character 0"),
        (
            b'{"text": "a", "b": ' + b"[" * 100_000,
            "not a JSON object that can be read: nested too deep",
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_rejected_and_the_rest_done(
    tmp_path: Path, line: bytes, reason: str
):
    source = tmp_path / "in.jsonl"
    source.write_bytes(b'{"text": "a"}\n' + line + b'\n{"text": "b"}\n')

    target = cleaned(source, tmp_path / "out.jsonl")

    assert target.read_bytes() == b'{"text": "a"}\n{"text": "b"}\n'
    assert rejected(target) == [(2, reason)]


def test_a_line_too_long_is_rejected_without_being_held(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("scrapeclean.formats.compression.MAX_RECORD", 1000)
    source = tmp_path / "in.jsonl"
    source.write_bytes(b'{"text": "' + b"a" * 5000 + b'"}\n{"text": "b"}\n')

    target = cleaned(source, tmp_path / "out.jsonl")

    assert target.read_bytes() == b'{"text": "b"}\n'
    assert rejected(target) == [(1, "longer than 16 MiB")]


def test_edits_are_added_in_the_coordinates_of_the_old_text(tmp_path: Path):
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"text": DIRTY}) + '\n{"text": null}\n')

    first, second = cleaned(source, tmp_path / "out.jsonl", Mode.EDITS).read_text().splitlines()

    found = json.loads(first)
    assert found["text"] == CLEAN
    assert all(DIRTY[e["start"] : e["end"]] == e["old"] for e in found["edits"])
    assert second == '{"text": null, "edits": []}'


def test_a_field_that_is_there_is_never_written_over(tmp_path: Path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"text": "a", "edits": "mine"}\n')

    target = cleaned(source, tmp_path / "out.jsonl", Mode.EDITS)

    assert rejected(target) == [
        (1, "it has a field 'edits' already: rename that field, or use another mode")
    ]


def test_an_article_each(tmp_path: Path):
    source = tmp_path / "in.jsonl"
    source.write_text(
        json.dumps({"id": 7, "text": "A headline for a page\n\nOne long line."}) + "\n"
    )

    lines = cleaned(source, tmp_path / "out.jsonl", Mode.ARTICLES).read_text().splitlines()

    for number, found in enumerate(map(json.loads, lines), 1):
        assert found["id"] == 7
        assert found["article"] is None or found["article"]["number"] == number
        assert "One long line." in found["text"]


PACKED = {
    ".gz": (gzip.compress, gzip.decompress),
    ".GZ": (gzip.compress, gzip.decompress),
    ".bz2": (bz2.compress, bz2.decompress),
    ".zst": (
        zstandard.ZstdCompressor().compress,
        lambda data: zstandard.open(io.BytesIO(data)).read(),
    ),
    ".jsonl": (bytes, bytes),
}


@pytest.mark.parametrize("name", [f"out.jsonl{p}" for p in ("", ".gz", ".GZ", ".bz2", ".zst")])
@pytest.mark.parametrize("packed", [f"in.jsonl{p}" for p in ("", ".gz", ".GZ", ".bz2", ".zst")])
def test_compressed_in_and_out(tmp_path: Path, packed: str, name: str, monkeypatch):
    monkeypatch.setattr("scrapeclean.formats.jsonl.CHUNK_BYTES", 1)  # so: several members
    lines = b"".join(b'{"text": "%d"}\n' % number for number in range(10))
    source = tmp_path / packed
    source.write_bytes(PACKED[source.suffix][0](lines))

    target = cleaned(source, tmp_path / name)

    assert PACKED[target.suffix][1](target.read_bytes()) == lines


@pytest.mark.parametrize(
    ("name", "cut"),
    [("a.jsonl.gz", 30), ("a.jsonl.zst", 12), ("a.jsonl.gz", 5), ("a.jsonl.bz2", 30)],
)
def test_a_compressed_file_that_is_cut_short_is_told_and_nothing_written(
    tmp_path: Path, name: str, cut: int
):
    lines = b"".join(b'{"text": "%d"}\n' % number for number in range(100))
    source = tmp_path / name
    source.write_bytes(PACKED[source.suffix][0](lines)[:cut])

    with pytest.raises(FormatError, match=r"cut short or damaged .*: fetch it again"):
        cleaned(source, tmp_path / "out.jsonl")

    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("packed", [".gz", ".bz2", ".zst"])
def test_what_is_not_compressed_is_told(tmp_path: Path, packed: str):
    source = tmp_path / f"in.jsonl{packed}"
    source.write_bytes(b'{"text": "plain"}\n')

    with pytest.raises(FormatError, match=r"cut short or damaged .*: fetch it again"):
        cleaned(source, tmp_path / "out.jsonl")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("comma", [",", ";"])
def test_rows_of_csv(tmp_path: Path, end: str, comma: str):
    rows = [["id", "text", "note"], ["1", DIRTY, 'a "quoted", note; more'], ["2", "", ""]]
    source = tmp_path / "in.csv"
    with source.open("w", newline="") as file:
        csv.writer(file, delimiter=comma, lineterminator=end).writerows(rows)

    target = cleaned(source, tmp_path / "out.csv")

    with target.open(newline="") as file:
        left = list(csv.reader(file, delimiter=comma))
    assert left == [rows[0], ["1", CLEAN, rows[1][2]], rows[2]]
    assert target.read_bytes().startswith(comma.join(rows[0]).encode() + end.encode())


def test_a_semicolon_in_a_name_parts_no_values(tmp_path: Path):
    source = tmp_path / "in.csv"
    source.write_text('"text","a; b"\nOne.,1\n')

    assert cleaned(source, tmp_path / "out.csv").read_text() == "text,a; b\nOne.,1\n"


def test_rows_that_do_not_fit_the_head_are_rejected_by_their_line(tmp_path: Path):
    source = tmp_path / "in.csv"
    source.write_bytes(b'id,text\n1,"a\nb"\n2\n3,c,d\n4,\xff\n\n5,e\n')

    target = cleaned(source, tmp_path / "out.csv")

    assert target.read_bytes() == b'id,text\n1,"a\nb"\n5,e\n'
    assert rejected(target) == [
        (4, "1 values under a header of 2 names"),
        (5, "3 values under a header of 2 names"),
        (6, "the byte 0xff is not UTF-8"),
    ]


def test_of_fields_with_one_name_each_keeps_its_own_value(tmp_path: Path):
    source = tmp_path / "in.csv"
    source.write_bytes(b'text,note,note,text\n"One.\n\n\n\nTwo.",a,b,c\n')

    target = cleaned(source, tmp_path / "out.csv", Mode.EDITS)

    rows = list(csv.reader(io.StringIO(target.read_text())))
    assert rows[0] == ["text", "note", "note", "text", "edits"]
    assert rows[1][:4] == [CLEAN, "a", "b", "c"]
    with pytest.raises(FormatError, match="several fields are called 'text': rename them first"):
        cleaned(source, tmp_path / "out.jsonl")


def test_tabs_between_values(tmp_path: Path):
    source = tmp_path / "in.tsv"
    source.write_text("id\ttext\n1\ta, b\n")

    assert cleaned(source, tmp_path / "out.tsv").read_text() == "id\ttext\n1\ta, b\n"


def test_edits_in_a_row_are_json(tmp_path: Path):
    source = tmp_path / "in.csv"
    source.write_text("text\nOne.\n")

    assert cleaned(source, tmp_path / "out.csv", Mode.EDITS).read_text() == "text,edits\nOne.,[]\n"


def parquet(path: Path, count: int = 3) -> Path:
    schema = pa.schema(
        [
            pa.field("id", pa.int16(), metadata={"unit": "none"}),
            pa.field("text", pa.large_string()),
            pa.field("when", pa.timestamp("ms", "UTC")),
            pa.field("tags", pa.list_(pa.string())),
        ],
        metadata={"origin": "a test"},
    )
    rows = [
        {"id": n, "text": None if n == 1 else DIRTY, "when": n, "tags": [str(n)]}
        for n in range(count)
    ]
    pq.write_table(pa.Table.from_pylist(rows, schema), path)
    return path


def test_columns_of_parquet_keep_type_value_and_metadata(tmp_path: Path):
    source = parquet(tmp_path / "in.parquet", count=100)

    target = cleaned(source, tmp_path / "out.parquet")

    old, new = pq.read_table(source), pq.read_table(target)
    assert new.schema.equals(old.schema, check_metadata=True)
    assert new.drop(["text"]) == old.drop(["text"])
    assert set(new["text"].to_pylist()) == {CLEAN, None}


def test_a_parquet_file_without_rows(tmp_path: Path):
    source = parquet(tmp_path / "in.parquet", count=0)

    assert pq.read_table(cleaned(source, tmp_path / "out.parquet")).num_rows == 0


def test_edits_in_a_column(tmp_path: Path):
    source = parquet(tmp_path / "in.parquet")

    new = pq.read_table(cleaned(source, tmp_path / "out.parquet", Mode.EDITS)).to_pylist()

    assert [len(row["edits"]) for row in new] == [2, 0, 2]
    assert {edit["cleaner"] for edit in new[0]["edits"]} == {"spacing"}


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (
            "body",
            "in.parquet: no field 'body', only id, text, when, tags: choose one with --text-field",
        ),
        ("id", "in.parquet: the column 'id' holds int16, not text: choose one with --text-field"),
    ],
)
def test_a_column_that_is_no_text_is_told(tmp_path: Path, field: str, message: str):
    source = parquet(tmp_path / "in.parquet")

    with pytest.raises(FormatError) as caught:
        cleaned(source, tmp_path / "out.parquet", field=field)

    assert str(caught.value) == message
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet"]


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view"])
def test_columns_of_text_keep_their_kind(tmp_path: Path, kind: str):
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    if not hasattr(pa, kind):
        pytest.skip(f"this pyarrow has no {kind}")
    table = pa.table({"text": pa.array([DIRTY, None, "a"], getattr(pa, kind)())})
    pq.write_table(table, tmp_path / "in.parquet")

    new = pq.read_table(cleaned(tmp_path / "in.parquet", tmp_path / "out.parquet"))

    assert new.schema == table.schema
    assert new["text"].to_pylist() == [CLEAN, None, "a"]


def test_a_column_of_a_dictionary_is_text(tmp_path: Path):
    table = pa.table({"text": pa.array([DIRTY, "a", DIRTY]).dictionary_encode()})
    pq.write_table(table, tmp_path / "in.parquet")

    new = pq.read_table(cleaned(tmp_path / "in.parquet", tmp_path / "out.parquet"))

    assert new.schema == table.schema
    assert new["text"].to_pylist() == [CLEAN, "a", CLEAN]


def wet(path: Path) -> Path:
    """A small file as Common Crawl makes them."""
    pytest.importorskip("warcio")
    info = [("warcinfo", "application/warc-fields", b"software: a test\r\n")]
    texts = [DIRTY.encode(), b"clean", ("\u00e9" + DIRTY).encode()]
    compress = PACKED[path.suffix][0] if path.suffix in PACKED else bytes
    with path.open("wb") as file:
        kinds = [*info, *(("conversion", "text/plain", text) for text in texts)]
        for number, (kind, content, data) in enumerate(kinds):
            digest = base64.b32encode(hashlib.sha1(data).digest()).decode()
            head = (
                f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2024-03-01T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:0000000{number}>\r\n"
                f"WARC-Target-URI: http://example.org/{number}\r\n"
                f"WARC-Block-Digest: sha1:{digest}\r\nContent-Type: {content}\r\n"
                f"Content-Length: {len(data)}\r\n\r\n"
            )
            file.write(compress(head.encode() + data + b"\r\n\r\n"))
    return path


def plain(path: Path) -> Path:
    """The file, decompressed where the library that reads it here cannot do that."""
    if path.suffix in {".bz2", ".zst"}:
        path.write_bytes(PACKED[path.suffix][1](path.read_bytes()))
    return path


def blocks(path: Path) -> list[tuple[dict[str, str], bytes]]:
    archiveiterator = pytest.importorskip("warcio.archiveiterator")
    with path.open("rb") as file:
        iterator = archiveiterator.ArchiveIterator(file, check_digests="raise")
        return [(dict(r.rec_headers.headers), r.content_stream().read()) for r in iterator]


@pytest.mark.parametrize("name", ["a.wet", "a.warc.wet.gz", "a.wet.GZ", "a.wet.bz2", "a.wet.zst"])
def test_texts_of_wet(tmp_path: Path, name: str):
    source = wet(tmp_path / f"in-{name}")

    old = blocks(wet(tmp_path / "plain.wet"))
    new = blocks(plain(cleaned(source, tmp_path / f"out-{name}")))

    assert [data for _, data in new[1:]] == [CLEAN.encode(), b"clean", ("\u00e9" + CLEAN).encode()]
    assert new[0] == old[0]
    assert new[2] == old[2]
    assert new[1][0]["Content-Length"] == str(len(CLEAN))
    same = {"WARC-Record-ID", "WARC-Date", "WARC-Target-URI"}
    assert all(new[1][0][key] == old[1][0][key] for key in same)


def test_wet_to_json_lines(tmp_path: Path):
    source = wet(tmp_path / "a.wet.gz")

    lines = cleaned(source, tmp_path / "out.jsonl").read_text("utf-8").splitlines()

    found = [json.loads(line) for line in lines]
    assert [record["text"] for record in found] == [CLEAN, "clean", "\u00e9" + CLEAN]
    assert found[0]["url"] == "http://example.org/1"
    assert found[0].keys() == {"id", "url", "date", "text"}


def test_a_wet_file_that_is_cut_short_is_told(tmp_path: Path):
    source = wet(tmp_path / "a.wet")
    source.write_bytes(source.read_bytes()[:-20])

    with pytest.raises(FormatError, match="is cut short, or larger than 16 MiB"):
        cleaned(source, tmp_path / "out.wet")


@pytest.mark.parametrize("name", ["in.parquet", "in.csv"])
def test_all_else_can_become_json_lines(tmp_path: Path, name: str):
    source = tmp_path / name
    if name.endswith("csv"):
        source.write_text('id,text\n0,"One.\n\n\n\nTwo."\n')
    else:
        parquet(source)

    found = json.loads(cleaned(source, tmp_path / "out.jsonl").read_text().splitlines()[0])

    assert (str(found["id"]), found["text"]) == ("0", CLEAN)


def test_json_lines_cannot_become_all_else(tmp_path: Path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"text": "a"}\n')

    with pytest.raises(FormatError) as caught:
        cleaned(source, tmp_path / "out.parquet")

    assert str(caught.value) == (
        f"{tmp_path}/out.parquet: {source} can be written in its own format or as .jsonl: "
        "give the output a name that says so"
    )


@pytest.mark.parametrize("name", ["in.jsonl", "in.csv", "in.parquet", "in.wet"])
def test_chunks_change_nothing_but_the_memory_needed(tmp_path: Path, name: str, monkeypatch):
    source = tmp_path / name
    if name == "in.jsonl":
        source.write_text("".join(f'{{"text": "{n}"}}\n' for n in range(50)))
    elif name == "in.csv":
        source.write_text("text\n" + "".join(f"{n}\n" for n in range(50)))
    else:
        parquet(source) if name == "in.parquet" else wet(source)
    whole = cleaned(source, tmp_path / f"whole-{name}")
    for module in ("jsonl", "delimited", "warc"):
        monkeypatch.setattr(f"scrapeclean.formats.{module}.CHUNK_BYTES", 7)
    monkeypatch.setattr("scrapeclean.formats.parquet.CHUNK_ROWS", 2)

    assert cleaned(source, tmp_path / f"cut-{name}").read_bytes() == whole.read_bytes()


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("a.parquet", "pyarrow", "arrow"),
        ("a.wet", "warcio", "warc"),
        ("a.jsonl.zst", "zstandard", "zstd"),
    ],
)
def test_a_library_that_is_missing_is_named_with_its_extra(
    tmp_path: Path, name: str, module: str, extra: str
):
    (tmp_path / name).write_bytes(b"x")
    program = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from scrapeclean.cli.main import main\n"
        f"sys.exit(main(['fix', '--check', {name!r}]))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True
    )

    assert done.returncode == 2
    assert f"pip install 'scrapeclean[{extra}]'" in done.stderr
