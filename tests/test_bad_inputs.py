"""Bad inputs: for each its exact message, its exit code, and the state it leaves behind.

A case makes a bad input among good ones, calls the command, and says what is to be seen. ``{}``
in a message stands for the folder. Nothing else may be left: the files after the call are those
that were there before, with the same bytes, but for those the case names in `left`; ``None``
there stands for any bytes.
"""

from __future__ import annotations

import ctypes
import errno
import gzip
import os
import pkgutil
import re
import resource
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from batch_tools import Misplaced, only_spacing

from scrapeclean.batch.folder import CleanFiles, clean_files
from scrapeclean.cleaners.spacing import Spacing
from scrapeclean.cli.main import main
from scrapeclean.files import replacing
from scrapeclean.pipeline import Pipeline

DIRTY, CLEAN = b"One.\n\n\n\nTwo.\n", b"One.\n\nTwo.\n"
GOOD_JSON = b'{"text": "One."}\n'

USUAL = re.compile(r"$|    |Usage: |Try '|\d+ of \d+ (files|records) changed")

Make = Callable[[Path], object]


@dataclass(frozen=True)
class Case:
    """One bad input, made in a folder by `make`; `good.txt`, which is dirty, is there already."""

    name: str
    make: Make
    call: str
    said: tuple[str, ...]
    code: int = 2
    left: dict[str, bytes | None] = field(default_factory=dict)


def writes(name: str, data: bytes | str) -> Make:
    """Make a file `name` that holds `data`."""

    def make(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    return make


def nothing(_: Path) -> None:
    """Make nothing: the call is what is bad."""


def both(*makes: Make) -> Make:
    def make(folder: Path) -> None:
        for each in makes:
            each(folder)

    return make


def touched(path: Path) -> Path:
    path.touch()
    return path


def links(name: str, target: str) -> Make:
    return lambda folder: (folder / name).symlink_to(target)


def bound_socket(folder: Path) -> None:
    here = Path.cwd()
    os.chdir(folder)  # the path of a socket has to be short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.txt")
    os.chdir(here)


GOOD_FIXED = {"good.txt": CLEAN}
FIXED = "fixed good.txt (2 edits)"
ICONV = "convert the file, as with iconv -f WINDOWS-1252 -t UTF-8"
ONLY_REGULAR = "only regular files are cleaned"
DEEP = b"[" * 50_000
NOTHING_READ = (
    "in.jsonl: no record could be read, so out.jsonl was not written: out.jsonl.rejects.jsonl has "
    "the reasons; --text-field names the field that holds the text"
)

CASES = [
    # Files
    Case(
        "no such file",
        nothing,
        "fix gone.txt good.txt",
        (
            "gone.txt: there is no such file: check the path, or run again if it was just moved",
            FIXED,
        ),
        left=GOOD_FIXED,
    ),
    Case(
        "no such folder",
        nothing,
        "fix gone/",
        ("gone: there is no such file: check the path, or run again if it was just moved",),
    ),
    Case(
        "a pattern without a match",
        nothing,
        "fix *.rst",
        ("*.rst: no file matches this pattern: check it",),
    ),
    Case(
        "a path below a file",
        nothing,
        "fix good.txt/page.txt",
        ("good.txt/page.txt: a part of the path is a file, not a folder: check the path",),
    ),
    Case(
        "a name that is too long",
        nothing,
        f"fix {'n' * 300}.txt",
        (f"{'n' * 300}.txt: the name is too long for this disk: shorten it",),
    ),
    Case(
        "a byte that is no UTF-8",
        writes("bad.txt", b"caf\xe9"),
        "fix .",
        (f"bad.txt: byte 3 (0xe9) is not UTF-8: {ICONV}", FIXED),
        left=GOOD_FIXED,
    ),
    Case(
        "UTF-16",
        writes("bad.txt", "One.".encode("utf-16")),
        "fix bad.txt",
        ("bad.txt: this is UTF-16: convert it, as with iconv -f UTF-16 -t UTF-8",),
    ),
    Case(
        "a character that is cut short",
        writes("bad.txt", "é".encode()[:1]),
        "fix bad.txt",
        (f"bad.txt: byte 0 (0xc3) is not UTF-8: {ICONV}",),
    ),
    Case(
        "half a surrogate pair in UTF-8",
        writes("bad.txt", b"a\xed\xa0\x80"),
        "fix bad.txt",
        (f"bad.txt: byte 1 (0xed) is not UTF-8: {ICONV}",),
    ),
    Case(
        "a binary file",
        writes("bad.txt", b"\x7fELF\0\0"),
        "fix .",
        ("bad.txt: skipped, it is a binary file (it holds a NUL byte)", FIXED),
        code=1,
        left=GOOD_FIXED,
    ),
    Case(
        "a page that nobody has extracted",
        writes("bad.txt", b"<!doctype html>\n\n\n\n<p>One.</p>\n"),
        "fix .",
        ("bad.txt: this is HTML, not its text: run an extractor first", FIXED),
        left=GOOD_FIXED,
    ),
    Case(
        "a file of JSON",
        writes("bad.json", b'{"a": 1,\n\n\n\n"b": 2}\n'),
        "fix bad.json",
        (
            "bad.json: this is JSON: convert it to JSON lines, one page a line, in a file called "
            ".jsonl",
        ),
    ),
    Case("an empty file", writes("bad.txt", b""), "fix bad.txt", (), code=0),
    Case("a mark and nothing else", writes("bad.txt", b"\xef\xbb\xbf"), "fix bad.txt", (), code=0),
    Case(
        "a folder called x.txt",
        lambda folder: (folder / "x.txt").mkdir(),
        "fix .",
        (FIXED,),
        code=1,
        left=GOOD_FIXED,
    ),
    Case(
        "a file in a folder called x.txt",
        writes("x.txt/page.txt", DIRTY),
        "fix x.txt",
        ("fixed x.txt/page.txt (2 edits)",),
        code=1,
        left={"x.txt/page.txt": CLEAN},
    ),
    Case(
        "a named pipe",
        lambda folder: os.mkfifo(folder / "pipe.txt"),
        "fix .",
        (FIXED, f"pipe.txt: this is a named pipe: {ONLY_REGULAR}"),
        left=GOOD_FIXED,
    ),
    Case(
        "a socket",
        bound_socket,
        "fix socket.txt",
        ("socket.txt: No such device or address: put that right and run again",),
    ),
    Case(
        "a device",
        nothing,
        "fix /dev/null",
        (f"/dev/null: this is a device: {ONLY_REGULAR}",),
    ),
    Case(
        "a link to itself",
        links("loop.txt", "loop.txt"),
        "fix loop.txt",
        ("loop.txt: the symbolic link leads back to itself: point it at a file",),
    ),
    Case(
        "a link to itself in a folder",
        links("loop.txt", "loop.txt"),
        "fix .",
        ("loop.txt: skipped, the link leads nowhere", FIXED),
        code=1,
        left=GOOD_FIXED,
    ),
    Case(
        "a link to the folder it is in",
        links("again", "."),
        "fix .",
        (FIXED,),
        code=1,
        left=GOOD_FIXED,
    ),
    Case(
        "a link to nowhere",
        links("dead.txt", "gone"),
        "fix dead.txt",
        ("dead.txt: there is no such file: check the path, or run again if it was just moved",),
    ),
    Case(
        "a link out of the folder",
        both(writes("in/a.txt", CLEAN), links("in/out.txt", "../good.txt")),
        "fix in",
        ("in/out.txt: skipped, the link leads out of the folder",),
        code=0,
    ),
    Case(
        "a line end and an escape sequence in the name",
        writes("a\n\x1b[31mb.txt", DIRTY),
        "fix . --exclude good.txt",
        ("fixed a\\n\\x1b[31mb.txt (2 edits)",),
        code=1,
        left={"a\n\x1b[31mb.txt": CLEAN},
    ),
    Case(
        "a name that is no UTF-8",
        writes(os.fsdecode(b"caf\xe9.txt"), DIRTY),
        "fix . --exclude good.txt",
        ("fixed caf\\udce9.txt (2 edits)",),
        code=1,
        left={os.fsdecode(b"caf\xe9.txt"): CLEAN},
    ),
    Case(
        "such names, unreadable",
        writes(os.fsdecode(b"\x9b\xe9.txt"), b"\xff"),
        "fix . --exclude good.txt",
        (f"\\udc9b\\udce9.txt: byte 0 (0xff) is not UTF-8: {ICONV}",),
    ),
    Case(
        "control characters in the text",
        writes("bad.txt", b"a\x1b]0;title\x07 b\x01\x02\n"),
        "fix bad.txt",
        (),
        code=0,
    ),
    Case(
        "a folder outside a repository",
        nothing,
        "fix . --gitignore",
        (
            ".: git cannot say what it ignores here: is this folder in a repository? "
            "If not, leave --gitignore out",
        ),
    ),
    # The journal and the state
    Case(
        "a journal on a full disk",
        nothing,
        "fix . --journal /dev/full",
        ("/dev/full: no space is left on the disk: free some and run again",),
    ),
    Case(
        "a journal in a folder that is not there",
        nothing,
        "fix . --journal gone/journal",
        ("gone/journal: there is no such file: check the path, or run again if it was just moved",),
    ),
    Case(
        "a folder as a journal",
        lambda folder: (folder / "sub").mkdir(),
        "fix . --journal sub",
        ("sub: this is a folder: name a file",),
    ),
    Case(
        "a journal of nothing that is written",
        nothing,
        "fix . --check --journal journal",
        ("Error: --journal notes what is changed: leave out --check and --diff",),
    ),
    Case(
        "a state that is none",
        writes("state", b"not a database, but long enough to be taken for one\n" * 99),
        "fix . --resume state",
        (
            "state: cannot be used as the state of a run (file is not a database): "
            "name another file",
        ),
    ),
    Case(
        "undo without a journal",
        nothing,
        "undo gone",
        ("gone: there is no such file: check the path, or run again if it was just moved",),
    ),
    *(
        Case(
            f"undo of {name}",
            writes("journal", data),
            "undo journal",
            ("journal: is not a journal of `scrapeclean fix`: name another file",),
        )
        for name, data in [
            ("a page", DIRTY * 99),
            ("a list, such as the journal of the filter", b"[]\n"),
            ("a corpus", GOOD_JSON * 99),
        ]
    ),
    Case(
        "a journal with a line that is not an entry",
        writes("journal", b'{"file": 1}\n'),
        "undo journal",
        (
            "journal: line 1 is not an entry ('before'), so the change it notes was not undone: "
            "was the journal edited?",
        ),
    ),
    Case(
        "a page as a journal",
        writes("page.md", "One.\nTwo, without an end."),
        "fix good.txt --journal page.md",
        ("page.md: is not a journal of `scrapeclean fix`: name another file",),
    ),
    # Corpora
    Case(
        "a corpus without an output",
        writes("in.jsonl", GOOD_JSON),
        "fix in.jsonl",
        ("in.jsonl: a corpus is cleaned into another file: name it with --output",),
    ),
    Case(
        "a page into a corpus",
        nothing,
        "fix good.txt -o out.jsonl",
        (
            "out.jsonl: not a folder, and not the name of a file that can be made from good.txt: "
            "give it the same ending (a corpus may also become .jsonl), or make the folder first",
        ),
    ),
    Case(
        "a page onto itself",
        nothing,
        "fix good.txt -o good.txt",
        ("good.txt: already exists: remove it, or name another output",),
    ),
    Case(
        "a corpus onto itself",
        writes("in.jsonl", GOOD_JSON),
        "fix in.jsonl -o in.jsonl",
        ("in.jsonl: already exists: remove it, or name another output",),
    ),
    Case(
        "an output that is there",
        both(writes("in.jsonl", GOOD_JSON), writes("out.jsonl", b"dear\n")),
        "fix in.jsonl -o out.jsonl",
        ("out.jsonl: already exists: remove it, or name another output",),
    ),
    Case(
        "an output of another kind",
        writes("in.jsonl", GOOD_JSON),
        "fix in.jsonl -o out.csv",
        (
            "out.csv: in.jsonl can be written in its own format or as .jsonl: "
            "give the output a name that says so",
        ),
    ),
    Case(
        "several corpora to one file",
        both(writes("a.jsonl", GOOD_JSON), writes("b.jsonl", GOOD_JSON)),
        "fix a.jsonl b.jsonl -o out.jsonl",
        ("out.jsonl: must be a folder, as several files are to be cleaned into it",) * 2,
    ),
    Case(
        "a corpus and a journal",
        writes("in.jsonl", GOOD_JSON),
        "fix in.jsonl -o out.jsonl --journal journal",
        ("Error: --journal is for files cleaned in place: with --output, use --mode edits",),
    ),
    Case(
        "an empty corpus",
        writes("in.jsonl", b""),
        "fix in.jsonl -o out.jsonl",
        (),
        code=0,
        left={"out.jsonl": b""},
    ),
    *(
        Case(
            f"a record that is {name}",
            writes("in.jsonl", GOOD_JSON + line + b"\n" + GOOD_JSON),
            "fix in.jsonl -o out.jsonl -q",
            (f"in.jsonl: record 2 rejected: {reason}",),
            left={"out.jsonl": GOOD_JSON * 2, "out.jsonl.rejects.jsonl": None},
        )
        for name, line, reason in [
            ("a list", b"[1]", "not a JSON object: expecting { at character 0"),
            ("a string", b'"a"', "not a JSON object: expecting { at character 0"),
            ("no JSON", b"{nope}", 'not a JSON object: expecting " at character 1'),
            (
                "cut short",
                b'{"text": "a',
                "not a JSON object: Unterminated string starting at at character 9",
            ),
            ("without the field", b'{"body": "a"}', "no field 'text', only body"),
            ("of another type", b'{"text": 1}', "field 'text' holds int, not a string"),
            ("no UTF-8", b'{"text": "\xe9"}', "byte 10 (0xe9) is not UTF-8"),
            (
                "nested too deep",
                b'{"text": "a", "b": ' + DEEP,
                "not a JSON object that can be read: nested too deep",
            ),
        ]
    ),
    Case(
        "gzip cut short",
        writes("in.jsonl.gz", gzip.compress(GOOD_JSON * 99)[:-12]),
        "fix in.jsonl.gz -o out.jsonl",
        (
            "in.jsonl.gz: cut short or damaged (Compressed file ended before the end-of-stream "
            "marker was reached): fetch it again; nothing was written",
        ),
    ),
    Case(
        "no gzip",
        writes("in.jsonl.gz", GOOD_JSON),
        "fix in.jsonl.gz -o out.jsonl",
        (
            "in.jsonl.gz: cut short or damaged (Not a gzipped file (b'{\"')): fetch it again; "
            "nothing was written",
        ),
    ),
    Case(
        "CSV without a head",
        writes("in.csv", b""),
        "fix in.csv -o out.csv",
        ("in.csv: no header of field names in line 1: add one",),
    ),
    Case(
        "CSV without the field",
        writes("in.csv", b"id,body\n1,a\n"),
        "fix in.csv -o out.csv",
        ("in.csv: no field 'text', only id, body: choose one with --text-field",),
    ),
    Case(
        "a row that is too long",
        writes("in.csv", b"id,text\n1,a,b\n2,c\n"),
        "fix in.csv -o out.csv -q",
        ("in.csv: record 2 rejected: 3 values under a header of 2 names",),
        left={"out.csv": b"id,text\n2,c\n", "out.csv.rejects.jsonl": None},
    ),
    Case(
        "a gigabyte of one line",
        lambda folder: os.truncate(touched(folder / "huge.txt"), 1 << 30),
        "fix huge.txt",
        (
            "huge.txt: larger than 16 MiB, too large for one page: if it holds many, convert it to "
            "JSON lines, one page a line",
        ),
    ),
    Case(
        "a record of a hundred megabytes",
        lambda folder: os.truncate(touched(folder / "in.jsonl"), 100 << 20),
        "fix in.jsonl -o out.jsonl",
        ("in.jsonl: record 1 rejected: longer than 16 MiB", NOTHING_READ),
        left={"out.jsonl.rejects.jsonl": None},
    ),
    Case(
        "no record with the field",
        writes("in.jsonl", b'{"body": "a"}\n' * 2),
        "fix in.jsonl -o out.jsonl -q",
        (
            "in.jsonl: record 1 rejected: no field 'text', only body",
            "in.jsonl: record 2 rejected: no field 'text', only body",
            NOTHING_READ,
        ),
        left={"out.jsonl.rejects.jsonl": None},
    ),
    # Wrong calls
    Case(
        "no path",
        nothing,
        "fix",
        ("Error: Missing argument 'PATH...'.",),
    ),
    Case(
        "standard input in place",
        nothing,
        "fix -",
        ("Error: fix is for files: `scrapeclean` alone cleans standard input",),
    ),
    Case(
        "a corpus to standard output",
        writes("in.jsonl", GOOD_JSON),
        "fix in.jsonl -o -",
        ("Error: --output names a file or a folder: - is neither",),
    ),
    Case(
        "no jobs",
        nothing,
        "fix . --jobs 0",
        ("Error: Invalid value for '--jobs' / '-j': 0 is not in the range x>=1.",),
    ),
]


def state_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and path.stat().st_size < 1 << 20
    }


def cut(said: str) -> tuple[str, ...]:
    """What was said, without the name of the program, the summary, and the hint at --help."""
    rows = [row.removeprefix("scrapeclean: ") for row in said.splitlines()]
    return tuple(row for row in rows if not USUAL.match(row))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scrapeclean.cli.fix.common_pipeline", only_spacing)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_bad_input(case: Case, tmp_path: Path, monkeypatch, capsys):
    (tmp_path / "good.txt").write_bytes(DIRTY)
    case.make(tmp_path)
    before = state_of(tmp_path)
    monkeypatch.chdir(tmp_path)

    code = main(case.call.split(" "))

    after = state_of(tmp_path)
    expected = {**before, **case.left}
    assert after.keys() == expected.keys()
    assert all(data is None or after[name] == data for name, data in expected.items())
    assert cut(capsys.readouterr().err) == case.said
    assert code == case.code


def parquet_without_text(folder: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"id": [1], "body": ["a"]}), folder / "in.parquet")


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        (
            "in.parquet",
            parquet_without_text,
            "in.parquet: no field 'text', only id, body: choose one with --text-field",
        ),
        (
            "in.parquet",
            writes("in.parquet", b"PAR1 and no more"),
            "in.parquet: not a Parquet file, or a damaged one (",
        ),
        (
            "in.wet",
            writes("in.wet", b"One.\n"),
            "in.wet: not a WARC file, or a damaged one (",
        ),
        (
            "in.jsonl.zst",
            writes("in.jsonl.zst", b"no zstd"),
            "in.jsonl.zst: cut short or damaged (",
        ),
    ],
)
def test_a_bad_input_that_a_library_describes(name, make, said, tmp_path, monkeypatch, capsys):
    for library in ("pyarrow", "warcio", "zstandard"):
        pytest.importorskip(library)
    make(tmp_path)
    before = state_of(tmp_path)
    monkeypatch.chdir(tmp_path)

    assert main(["fix", name, "-o", "out.jsonl"]) == 2
    assert state_of(tmp_path) == before
    assert capsys.readouterr().err.startswith(f"scrapeclean: {said}")


CHANGED = "page.txt: changed while it was being cleaned, so it was left as it is: run again"
GONE = "page.txt: there is no such file: check the path, or run again if it was just moved"


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"Three.\n")


@pytest.mark.parametrize(
    ("where", "happens", "said", "left"),
    [
        ("folder.read_source", Path.unlink, GONE, None),
        ("folder.encode", Path.unlink, GONE, None),
        ("folder.encode", append, CHANGED, DIRTY + b"Three.\n"),
        ("folder.Staged.commit", append, CHANGED, DIRTY + b"Three.\n"),
    ],
    ids=["vanishes before it is read", "vanishes after", "grows", "grows just before the move"],
)
def test_a_file_that_somebody_else_touches(
    where, happens, said, left, tmp_path, monkeypatch, capsys
):
    page = tmp_path / "page.txt"
    page.write_bytes(DIRTY)
    monkeypatch.chdir(tmp_path)
    before_calling(monkeypatch, f"scrapeclean.batch.{where}", lambda: happens(page))

    assert main(["fix", "page.txt"]) == 2
    assert cut(capsys.readouterr().err) == (said,)
    assert state_of(tmp_path) == ({} if left is None else {"page.txt": left})


def before_calling(monkeypatch, where: str, happens: Callable[[], object]) -> None:
    """Have something happen before the function at `where` is called."""
    original = pkgutil.resolve_name(where)

    def wrapped(*arguments, **options):
        happens()
        return original(*arguments, **options)

    monkeypatch.setattr(where, wrapped)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "no space is left on the disk: free some and run again"),
        (errno.EDQUOT, "your disk quota is used up: free some space and run again"),
        (errno.EIO, "the disk reports an error: check the disk before you go on"),
        (errno.EROFS, "the disk is read-only: copy the files to one that is not"),
    ],
)
def test_a_disk_that_fails(number: int, said: str, tmp_path: Path, monkeypatch, capsys):
    (tmp_path / "page.txt").write_bytes(DIRTY)
    monkeypatch.chdir(tmp_path)

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(replacing.os, "fsync", fail)

    assert main(["fix", "page.txt", "--journal", "journal"]) == 2
    assert cut(capsys.readouterr().err) == (f"page.txt: {said}",)
    assert state_of(tmp_path) == {"page.txt": DIRTY, "journal": b""}


def small_files() -> None:
    """In a child process: no file may grow beyond a hundred bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def test_an_output_that_may_not_grow(tmp_path: Path):
    (tmp_path / "in.csv").write_bytes(b"text\n" + b"One.\n" * 15)
    command = [sys.executable, "-B", "-m", "scrapeclean", "fix", "in.csv", "-o", "out.csv"]

    done = subprocess.run(
        [*command, "--mode", "edits"], cwd=tmp_path, capture_output=True, preexec_fn=small_files
    )

    assert done.returncode == 2
    assert cut(done.stderr.decode()) == (
        "out.csv: the file would become larger than the system allows: raise the limit (ulimit -f)",
    )
    assert list(state_of(tmp_path)) == ["in.csv"]


def without_rights() -> None:
    """In a child process: root, too, needs the rights that a file's mode gives."""
    libc = ctypes.CDLL(None)
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP, which fails for all but root


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs prctl")
def test_files_without_the_rights(tmp_path: Path):
    for name, mode in (("unreadable.txt", 0o200), ("unwritable.txt", 0o400), ("good.txt", 0o600)):
        (tmp_path / name).write_bytes(DIRTY)
        (tmp_path / name).chmod(mode)
    for name, mode in (("closed", 0o000), ("fixed", 0o500)):
        writes(f"{name}/page.txt", DIRTY)(tmp_path)
        (tmp_path / name).chmod(mode)

    done = subprocess.run(
        [sys.executable, "-m", "scrapeclean", "fix", "."],
        cwd=tmp_path,
        preexec_fn=without_rights,
        capture_output=True,
        text=True,
    )

    for name in ("closed", "fixed"):
        (tmp_path / name).chmod(0o700)
    denied = "permission denied: give yourself the right to read and write it and its folder"
    assert sorted(cut(done.stderr)) == [
        f"closed: {denied}",
        FIXED,
        f"fixed/page.txt: {denied}",
        f"unreadable.txt: {denied}",
        f"unwritable.txt: {denied}",
    ]
    assert done.returncode == 2
    (tmp_path / "unreadable.txt").chmod(0o600)
    assert state_of(tmp_path) == {
        "closed/page.txt": DIRTY,
        "fixed/page.txt": DIRTY,
        "good.txt": CLEAN,
        "unreadable.txt": DIRTY,
        "unwritable.txt": DIRTY,
    }


def test_a_cleaner_with_a_fault(tmp_path: Path):
    for name, text in (("a.txt", b"trip"), ("b.txt", DIRTY)):
        (tmp_path / name).write_bytes(text)
    task = CleanFiles(Pipeline([Misplaced(), Spacing()]))

    first, second = clean_files([tmp_path / "a.txt", tmp_path / "b.txt"], task)

    assert first.trouble is not None
    assert first.trouble.message.startswith(f"{tmp_path}/a.txt: the edit of misplaced at 0:4")
    assert second.trouble is None
    assert state_of(tmp_path) == {"a.txt": b"trip", "b.txt": CLEAN}
