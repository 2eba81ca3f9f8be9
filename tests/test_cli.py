"""The command line: bytes in, bytes out, exit codes, and the words on standard error."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from util import check_journal

import scrapeclean
from scrapeclean.cli import terminal
from scrapeclean.cli.main import COMMANDS, main
from scrapeclean.edits import from_json
from scrapeclean.pipeline import GUARDED, UNSETTLED

NOT_THERE = "there is no such file: check the path, or run again if it was just moved"
#: One cleaner, so that these tests speak of the command line and not of the presets.
SPACING = 'cleaners = ["spacing"]\n'


class Run:
    """What a call wrote and said."""

    def __init__(self, code: int, out: bytes, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a configuration."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    (tmp_path / "scrapeclean.toml").write_text(SPACING, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary):
    def call(*args: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = main(args)
        out, err = capfdbinary.readouterr()
        return Run(code, out, err.decode("utf-8"))

    return call


# the filter


@pytest.mark.parametrize(
    ("page", "clean"),
    [
        (b"", b""),
        (b"One.", b"One."),
        (b"One.\n", b"One.\n"),
        (b"One.\n\n\n\nTwo.", b"One.\n\nTwo."),
        (b"One.\r\n\r\n\r\n\r\nTwo.\r\n", b"One.\r\n\r\nTwo.\r\n"),
        (b"One.\r\r\r\rTwo.", b"One.\r\rTwo."),
        (b"\xef\xbb\xbfOne.\n\n\n\nTwo.\n", b"\xef\xbb\xbfOne.\n\nTwo.\n"),
        (b"\xef\xbb\xbf", b"\xef\xbb\xbf"),
        (b"NUL \x00 stays.\n\n\n", b"NUL \x00 stays.\n"),
        ("Привет.\n\n\n\n你好。\n".encode(), "Привет.\n\n你好。\n".encode()),
        (b"\n\n\n", b""),
    ],
)
def test_bytes_in_bytes_out(run, workplace: Path, page: bytes, clean: bytes):
    from_stdin = run(stdin=page)
    (workplace / "page.txt").write_bytes(page)
    from_file = run("page.txt")
    named = run("filter", "page.txt")
    dash = run("-", stdin=page)

    for call in (from_stdin, from_file, named, dash):
        assert (call.code, call.out, call.err) == (0, clean, "")
    assert (workplace / "page.txt").read_bytes() == page


@pytest.mark.parametrize(
    ("page", "byte"),
    [(b"ab\xff", "byte 2 (0xff)"), (b"\xef\xbb\xbfab\xc3", "byte 5 (0xc3)"), (b"\x80", "byte 0")],
)
def test_what_is_not_utf8_is_refused_and_the_byte_named(run, page: bytes, byte: str):
    call = run(stdin=page)

    assert (call.code, call.out) == (2, b"")
    assert call.err.startswith(f"scrapeclean: standard input: {byte}")
    assert "is not UTF-8: convert the file" in call.err


def test_a_file_that_is_not_there(run):
    call = run("nowhere.txt")

    assert (call.code, call.out) == (2, b"")
    assert call.err == f"scrapeclean: nowhere.txt: {NOT_THERE}\n"


def test_the_journal_leads_from_the_page_to_its_clean_text(run, workplace: Path):
    page = "One.\n\n\n\nTwo – drei.\n\n"
    call = run("--journal", "edits.json", stdin=page.encode())
    journal = from_json((workplace / "edits.json").read_text(encoding="utf-8"))

    assert (call.code, call.err) == (0, "")
    check_journal(page, journal, call.out.decode())
    assert journal


def test_a_journal_that_cannot_be_written_is_an_error_and_nothing_is_printed(run):
    call = run("--journal", "no/such/folder/edits.json", stdin=b"One.\n")

    assert (call.code, call.out) == (2, b"")
    assert call.err == f"scrapeclean: no/such/folder/edits.json: {NOT_THERE}\n"


@pytest.mark.parametrize("journal", ["page.txt", "other.txt", "./page.txt"])
def test_a_journal_is_not_written_over_a_page(run, workplace: Path, journal: str):
    for name in ("page.txt", "other.txt"):
        (workplace / name).write_bytes(b"One.\n\n\n\nTwo.\n")
    call = run("page.txt", "--journal", journal)

    assert (call.code, call.out) == (2, b"")
    assert call.err.endswith("txt: already exists and is not a journal: name another file\n")
    assert (workplace / journal).read_bytes() == b"One.\n\n\n\nTwo.\n"


def test_a_journal_is_written_over_an_older_one(run, workplace: Path):
    run("--journal", "edits.json", stdin=b"One.\n\n\n\nTwo.\n")
    call = run("--journal", "edits.json", stdin=b"One.\n")

    assert (call.code, call.err) == (0, "")
    assert from_json((workplace / "edits.json").read_text(encoding="utf-8")) == ()


def test_a_page_that_nobody_has_extracted_is_a_warning(run):
    call = run(stdin=b"<!doctype html>\n<p>One.</p>\n")

    assert (call.code, call.out) == (0, b"<!doctype html>\n<p>One.</p>\n")
    told = "warning: this is HTML, not its text: run an extractor first"
    assert call.err == f"scrapeclean: {told}\n"


@pytest.mark.parametrize("command", ["filter", "explain", "split"])
def test_a_folder_and_a_corpus_are_no_page(run, workplace: Path, command: str):
    (workplace / "pages").mkdir()
    (workplace / "pages.jsonl").write_bytes(b'{"text": "One."}\n')
    (workplace / "pages.CSV.gz").write_bytes(b"\x1f\x8b")

    for name in ("pages", "pages.jsonl", "pages.CSV.gz"):
        call = run(command, name)
        assert (call.code, call.out) == (2, b"")
        assert f"`scrapeclean fix {name}" in call.err


def test_a_page_is_one_whatever_else_it_is_called(run, workplace: Path):
    for name in ("page", "page.md", "page.txt.bak", "jsonl"):
        (workplace / name).write_bytes(b"One.\n\n\n\nTwo.\n")
        assert run(name).out == b"One.\n\nTwo.\n"


def test_the_preset_of_the_call_counts_for_more_than_the_configuration(run, workplace: Path):
    (workplace / "scrapeclean.toml").write_text(SPACING + "[spacing]\nbetween_paragraphs = 0\n")

    assert run(stdin=b"One.\n\nTwo.\n").out == b"One.\nTwo.\n"
    assert run("--preset", "careful", stdin=b"One.\n\n\nTwo.\n").code == 0


def test_another_configuration_can_be_named(run, workplace: Path):
    (workplace / "mine.toml").write_text(SPACING + "[spacing]\nbetween_paragraphs = 0\n")

    assert run("--config", "mine.toml", stdin=b"One.\n\nTwo.\n").out == b"One.\nTwo.\n"


def test_a_wrong_configuration_is_refused(run, workplace: Path):
    (workplace / "scrapeclean.toml").write_text("prest = 'NEWS'\n")
    call = run(stdin=b"One.\n")

    path = workplace / "scrapeclean.toml"
    assert (call.code, call.out) == (2, b"")
    assert call.err == f"scrapeclean: {path}: unknown key 'prest': did you mean 'preset'?\n"


@pytest.mark.parametrize(
    "args", [("--nonsense",), ("a", "b"), ("--preset", "bold"), ("--journal",)]
)
def test_a_wrong_call(run, args):
    call = run(*args)

    assert (call.code, call.out) == (2, b"")
    assert "Error: " in call.err


@pytest.mark.parametrize("args", [("clean",), ("clean", "page.txt"), ("fixx", "--check", "a")])
def test_a_word_that_is_no_command_is_named_with_those_that_are(run, args):
    call = run(*args)

    assert (call.code, call.out) == (2, b"")
    known = ", ".join(COMMANDS)
    said = f"Error: '{args[0]}' is neither a file nor a command; the commands are {known}\n"
    assert said in call.err


@pytest.mark.parametrize(
    ("args", "owners"),
    [(("--check", "a"), "fix"), (("a.txt", "-o", "b"), "split, fix, report, learn")],
)
def test_an_option_of_another_command_is_named_with_its_owners(run, args, owners: str):
    call = run(*args)

    assert (call.code, call.out) == (2, b"")
    assert call.err.endswith(f" is an option of: {owners}\n")


def test_an_option_of_no_command_has_no_owner(run):
    assert "an option of" not in run("--nonsense").err


# what holds for every command


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_names_every_command(run, flag: str):
    call = run(flag)

    assert call.code == 0
    assert re.findall(r"^  (\w+)  ", call.out.decode(), re.MULTILINE) == list(COMMANDS)
    assert "..." not in call.out.decode().partition("Commands:")[2]  # nothing is cut short


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run, command: str):
    call = run(command, "--help")

    assert call.code == 0
    assert call.out.decode().startswith(f"Usage: scrapeclean {command} ")


def test_version(run):
    assert re.fullmatch(rb"scrapeclean \d+\.\d+\S*\n", run("--version").out)
    assert run("--version").out.decode().split() == ["scrapeclean", scrapeclean.__version__]


# explain


def test_explain_names_place_cleaner_and_reason(run):
    call = run("explain", stdin=b"One.\n\n\n\nTwo.\n")

    assert call.code == 0
    assert call.out.decode() == (
        "standard input\n"
        "     3 - (2 blank lines) spacing: a blank line too many\n"
        "         2 edits: 2 spacing\n"
        "         13 characters in, 11 out; undo gives all back\n"
    )


def test_explain_shows_whole_lines_and_words_inside_lines(run, workplace: Path):
    (workplace / "scrapeclean.toml").write_text(SPACING + 'drop = ["tt"]\n')
    call = run("explain", stdin=b"One.\nTT\n\n")

    rows = call.out.decode().splitlines()
    assert rows[1:4] == [
        "     2 - TT",
        "         drop_phrases: the configuration drops 'tt'",
        "     3 - (blank line) spacing: a blank line too many",
    ]
    last_end = run("explain", stdin=b"One.\nTT").out.decode().splitlines()
    assert "     1 ~ One.[-\\n-]" in last_end


def test_explain_of_a_clean_page(run):
    assert run("explain", stdin=b"One.\n").out == b"standard input\n         nothing to change\n"


def test_no_control_character_of_a_page_reaches_the_terminal(run, workplace: Path, monkeypatch):
    (workplace / "scrapeclean.toml").write_text(SPACING + 'drop = ["ttyp …"]\n')
    monkeypatch.setenv("NO_COLOR", "1")
    wild = "ttyp \x1b[31m\x07\x00\x9b0m \u202e\u200b\u2028 \x7f end\n"
    call = run("explain", stdin=wild.encode())

    shown = call.out.decode()
    assert "\\x1b[31m\\x07\\x00\\x9b0m \\u202e\\u200b\\u2028 \\x7f end" in shown
    assert terminal.visible(shown.replace("\n", "")) == shown.replace("\n", "")


def test_colour_is_asked_for_and_refused_by_environment(run, monkeypatch):
    page = b"One.\n\n\n\n"
    assert b"\x1b[" not in run("explain", stdin=page).out  # not a terminal
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert b"\x1b[" in run("explain", stdin=page).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert b"\x1b[" not in run("explain", stdin=page).out


def test_long_lines_are_cut_short_on_a_terminal_only(run, workplace: Path, monkeypatch):
    (workplace / "scrapeclean.toml").write_text(SPACING + 'drop = ["ttyp …"]\n')
    page = b"ttyp " + b"x" * 100 + b"\n"
    assert "ttyp " + "x" * 100 in run("explain", stdin=page).out.decode()

    monkeypatch.setattr("scrapeclean.cli.explain.width", lambda: 40)
    rows = run("explain", stdin=page).out.decode().splitlines()
    assert rows[1] == "     1 - ttyp " + "x" * 25 + "…"


def test_doubts_are_said(run, monkeypatch):
    doubtful = lambda *_: _Doubtful()  # noqa: E731
    monkeypatch.setattr("scrapeclean.cli.filter.chosen_pipeline", doubtful)
    monkeypatch.setattr("scrapeclean.cli.explain.chosen_pipeline", doubtful)

    call = run(stdin=b"One.\n")
    assert (call.code, call.out) == (0, b"One.\n")
    assert call.err == f"scrapeclean: warning: {GUARDED}\n"
    assert f"in doubt: {GUARDED}" in run("explain", stdin=b"One.\n").out.decode()


class _Doubtful:
    def clean(self, text: str):
        from scrapeclean.page import Page
        from scrapeclean.pipeline import Result

        return Result(text, text, (), (GUARDED,), Page.from_text(text))


def test_warnings_say_what_to_do():
    assert "please report it" in UNSETTLED
    assert "is there an article" in GUARDED


# processes


def spawn(*args: str, **options) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "scrapeclean", *args],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options,
    )  # fmt: skip


def test_a_closed_pipe_is_no_error():
    page = b"A line that nobody reads to its end.\n" * 50_000
    with spawn() as process:
        process.stdout.close()
        process.stdin.write(page)
        process.stdin.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


def test_a_closed_pipe_is_no_error_for_commands_that_print_lines():
    with spawn("explain") as process:
        process.stdout.close()
        process.stdin.write(b"One.\n\n\n\n")
        process.stdin.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("command", ["", "explain", "headlines"])
def test_closed_streams_are_empty_ones(command: str):
    shell = f'"{sys.executable}" -m scrapeclean {command} <&- >&-'
    call = subprocess.run(shell, shell=True, stderr=subprocess.PIPE, check=False)

    assert (call.returncode, call.stderr) == (0, b"")


def test_output_is_utf8_whatever_the_locale():
    with spawn(env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}) as process:
        out, err = process.communicate("„Regen“\n".encode())
        assert (out.decode(), err, process.returncode) == ("„Regen“\n", b"", 0)


def test_explain_survives_a_narrow_encoding(workplace: Path):
    (workplace / "scrapeclean.toml").write_text(SPACING + 'drop = ["regen …"]\n')
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    with spawn("explain", env=env) as process:
        out, err = process.communicate("Regen – überall\n".encode())
        assert (err, process.returncode) == (b"", 0)
        assert b"Regen" in out


def test_nothing_is_loaded_that_the_call_does_not_use(workplace: Path):
    (workplace / "scrapeclean.toml").unlink()
    programme = "import sys, scrapeclean.cli.main as c; c.main([]); print(*sys.modules, sep='\\n')"
    call = subprocess.run(
        [sys.executable, "-c", programme], input=b"", capture_output=True, check=True
    )
    loaded = set(call.stdout.decode().split())

    assert not loaded & {"tomllib", "sqlite3", "multiprocessing", "pyarrow", "difflib", "asyncio"}
    assert not loaded & {f"scrapeclean.cli.{name}" for name in COMMANDS if name != "filter"}
