"""`scrapeclean fix` and `scrapeclean undo`."""

from __future__ import annotations

import errno
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from batch_tools import only_spacing

from scrapeclean.cli.main import main
from scrapeclean.cli.options import common_pipeline
from scrapeclean.files.replacing import lock

DIRTY, CLEAN = b"One.\n\n\n\nTwo.", b"One.\n\nTwo."
BOM = b"\xef\xbb\xbf"

Shown = tuple[int, str, str]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scrapeclean.cli.fix.common_pipeline", only_spacing)


@pytest.fixture
def call(tmp_path: Path, monkeypatch, capsys) -> Callable[..., Shown]:
    """Runs a command in `tmp_path`: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Shown:
        code = main(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_bytes(DIRTY)
    (folder / "b.txt").write_bytes(CLEAN)
    (folder / "sub" / "c.txt").write_bytes(DIRTY)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


OTHER_OUTPUT = "remove it, or name another output"
ALL_CLEAN = {"a.txt": CLEAN, "b.txt": CLEAN, "sub/c.txt": CLEAN}
SUMMARY = "2 of 3 files changed\n    4 edits by spacing\n"


def test_files_are_cleaned_in_place(call, pages):
    assert call("fix", "pages") == (
        1,
        "",
        "fixed pages/a.txt (2 edits)\nfixed pages/sub/c.txt (2 edits)\n" + SUMMARY,
    )
    assert contents(pages) == ALL_CLEAN


def test_the_second_run_changes_nothing(call, pages):
    call("fix", "pages")

    assert call("fix", "pages") == (0, "", "0 of 3 files changed\n")
    assert contents(pages) == ALL_CLEAN


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_looking_writes_nothing(call, pages, option):
    before = contents(pages)

    code, _, said = call("fix", option, "pages")

    assert code == 1
    assert said.endswith("2 of 3 files would change\n    4 edits by spacing\n")
    assert contents(pages) == before


def test_looking_at_clean_files_exits_0(call, pages):
    assert call("fix", "--check", "-q", "pages/b.txt") == (0, "", "")


def test_a_diff_goes_to_standard_output(call, pages):
    assert call("fix", "--diff", "-q", "pages/a.txt") == (
        1,
        "--- pages/a.txt\n+++ pages/a.txt\n@@ -1,5 +1,3 @@\n One.\n \n-\n-\n Two.\n"
        "\\ No newline at end of file\n",
        "",
    )


def test_a_diff_has_colours_where_wanted_and_no_control_characters(call, pages, monkeypatch):
    (pages / "a.txt").write_text("\x1b[2J\n\n\n\n\u202e", encoding="utf-8")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")

    _, shown, _ = call("fix", "--diff", "-q", "pages/a.txt")

    assert "\x1b[31m-\x1b[0m\n" in shown
    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown


def test_no_colour_with_no_color(call, pages, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "\x1b" not in call("fix", "--diff", "pages")[1]


@pytest.mark.parametrize(
    "data",
    [
        DIRTY,
        DIRTY + b"\n",
        BOM + DIRTY,
        BOM + DIRTY.replace(b"\n", b"\r\n"),
        DIRTY.replace(b"\n", b"\r\n") + b"\r\n",
        DIRTY.replace(b"\n", b"\r"),
        "Žluťoučký\n\n\n\n北京 😀 \u2028 x\x0c\x85y  \n".encode(),
        b"One.\r\n\n\r\n\r\nTwo.\rThree.  ",
    ],
)
def test_fix_then_undo_gives_the_originals_back(call, tmp_path, data):
    page = tmp_path / "page.txt"
    page.write_bytes(data)

    assert call("fix", "page.txt", "--journal", "journal")[0] == 1
    assert page.read_bytes() != data
    assert page.read_bytes().startswith(BOM) is data.startswith(BOM)
    assert (b"\r\n" in page.read_bytes()) is (b"\r\n" in data)
    assert call("fix", "page.txt")[0] == 0
    assert call("undo", "journal") == (0, "", f"put back {page}\n")
    assert page.read_bytes() == data
    assert call("undo", "journal") == (0, "", "")


def test_the_journal_has_a_line_for_each_file_that_changed(call, pages):
    call("fix", "pages", "--journal", "journal")

    entries = [json.loads(line) for line in Path("journal").read_text().splitlines()]

    assert [entry["file"] for entry in entries] == [f"{pages}/a.txt", f"{pages}/sub/c.txt"]
    assert entries[0].keys() == {"file", "before", "after", "edits"}
    assert entries[0]["edits"][0]["cleaner"] == "spacing"


def test_a_journal_goes_on_and_is_undone_from_its_end(call, tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes(DIRTY)
    call("fix", "page.txt", "--journal", "journal")
    page.write_bytes(CLEAN + b"\n\n\n\nThree.")
    call("fix", "page.txt", "--journal", "journal")
    page_now = page.read_bytes()

    code, _, said = call("undo", "journal")

    assert page_now == CLEAN + b"\n\nThree."
    assert code == 2  # between the two runs somebody wrote to it
    assert said.splitlines() == [
        f"put back {page}",
        f"scrapeclean: {page}: changed since it was cleaned, so it was left as it is: "
        "undo would lose that change",
    ]
    assert page.read_bytes() == CLEAN + b"\n\n\n\nThree."


def test_undo_refuses_a_file_that_has_changed_and_restores_the_others(call, pages):
    before = contents(pages)
    call("fix", "pages", "--journal", "journal")
    (pages / "a.txt").write_bytes(b"edited since")

    code, _, said = call("undo", "journal")

    assert code == 2
    assert f"scrapeclean: {pages}/a.txt: changed since it was cleaned" in said
    assert contents(pages) == {**before, "a.txt": b"edited since"}


def test_an_entry_that_is_cut_short_was_not_carried_out(call, pages):
    before = contents(pages)
    call("fix", "pages/a.txt", "--journal", "journal")
    with Path("journal").open("ab") as journal:
        journal.write(b'{"file": "cut sho')

    call("fix", "pages", "--journal", "journal")

    assert len(Path("journal").read_text().splitlines()) == 2
    with Path("journal").open("ab") as journal:
        journal.write(b'{"file": "cut sho')
    assert call("undo", "journal", "-q") == (0, "", "")
    assert contents(pages) == before


def test_undo_works_from_another_folder(call, pages, monkeypatch):
    before = contents(pages)
    call("fix", "pages", "--journal", "journal")
    monkeypatch.chdir("/")

    assert call("undo", str(pages.parent / "journal"), "--quiet") == (0, "", "")
    assert contents(pages) == before


def test_jobs_change_nothing_but_the_time(call, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        for number in range(40):
            (tmp_path / name / f"{number:02}.txt").write_bytes(DIRTY * (number % 3))

    said = [call("fix", name, "--jobs", jobs)[2] for name, jobs in (("one", "1"), ("two", "2"))]

    assert said[1] == said[0].replace("one/", "two/")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_resumed_run_passes_over_what_is_done(call, pages):
    call("fix", "pages", "--resume", "state")
    (pages / "sub" / "c.txt").write_bytes(DIRTY + b"\n")

    assert call("fix", "pages", "--resume", "state") == (
        1,
        "",
        "fixed pages/sub/c.txt (2 edits)\n1 of 1 files changed\n    2 edits by spacing\n",
    )


def test_a_configuration_near_the_files_counts(call, pages, monkeypatch):
    monkeypatch.setattr("scrapeclean.cli.fix.common_pipeline", common_pipeline)
    (pages / "scrapeclean.toml").write_text('cleaners = ["text_repair"]\n')

    assert call("fix", "pages") == (0, "", "0 of 3 files changed\n")


def test_options_choose_among_the_files_of_a_folder(call, pages):
    (pages / "d.news").write_bytes(DIRTY)

    code, _, said = call(
        "fix", "pages", "--include", "*.news", "--include", "*.txt", "--exclude", "sub"
    )

    assert code == 1
    assert [line for line in said.splitlines() if line.startswith("fixed")] == [
        "fixed pages/a.txt (2 edits)",
        "fixed pages/d.news (2 edits)",
    ]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    texts = [DIRTY.decode(), CLEAN.decode()] * 50
    path.write_text("".join(json.dumps({"n": n, "text": t}) + "\n" for n, t in enumerate(texts)))
    return path


def test_a_corpus_is_cleaned_into_another(call, corpus):
    before = corpus.read_bytes()

    assert call("fix", "in.jsonl", "-o", "out.jsonl") == (
        1,
        "",
        "50 of 100 records changed\n    100 edits by spacing\n",
    )
    records = [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]
    assert records == [{"n": n, "text": CLEAN.decode()} for n in range(100)]
    assert corpus.read_bytes() == before
    assert sorted(path.name for path in corpus.parent.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_corpus_that_is_clean_exits_0(call, corpus):
    call("fix", "in.jsonl", "-o", "out.jsonl")

    assert call("fix", "out.jsonl", "-o", "again.jsonl")[0] == 0
    assert Path("again.jsonl").read_bytes() == Path("out.jsonl").read_bytes()


def test_several_corpora_go_to_a_folder(call, corpus):
    corpus.with_name("other.jsonl").write_bytes(corpus.read_bytes())

    assert call("fix", ".", "-o", "out", "-q") == (1, "", "")
    assert sorted(path.name for path in Path("out").iterdir()) == ["in.jsonl", "other.jsonl"]


def test_the_folders_of_several_corpora_are_made_again(call, corpus):
    for name in ("crawl/monday/part.jsonl", "crawl/tuesday/part.jsonl", "crawl/part.jsonl"):
        path = corpus.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(corpus.read_bytes())

    assert call("fix", "crawl", "in.jsonl", "-o", "out", "-q") == (1, "", "")
    assert set(contents(Path("out"))) == {
        "in.jsonl",
        "part.jsonl",
        "monday/part.jsonl",
        "tuesday/part.jsonl",
    }


@pytest.mark.parametrize("name", ["out.json", "out.gz", "out.txt", "sub/out.csv.bak"])
def test_a_file_of_no_known_kind_becomes_no_folder(call, corpus, name):
    code, _, said = call("fix", "in.jsonl", "-o", name)

    assert code == 2
    assert (
        f"{name}: not a folder, and not the name of a file that can be made from in.jsonl" in said
    )
    assert sorted(path.name for path in corpus.parent.iterdir()) == ["in.jsonl"]


def test_a_folder_of_pages_goes_into_another(call, pages):
    before = contents(pages)
    (pages / "sub" / "c.txt").chmod(0o640)

    assert call("fix", "pages", "-o", "out") == (
        1,
        "",
        "fixed pages/a.txt (2 edits)\nfixed pages/sub/c.txt (2 edits)\n" + SUMMARY,
    )
    assert contents(pages) == before
    assert contents(Path("out")) == ALL_CLEAN
    assert Path("out/sub/c.txt").stat().st_mode & 0o777 == 0o640


def test_pages_and_corpora_go_together(call, pages, corpus):
    Path("in.jsonl").rename(pages / "in.jsonl")

    assert call("fix", "pages", "-o", "out", "--jobs", "2", "-q") == (1, "", "")
    assert set(contents(Path("out"))) == {*ALL_CLEAN, "in.jsonl"}


def test_a_mode_is_for_records(call, pages, corpus):
    code, _, said = call("fix", "pages", "--mode", "edits")
    assert code == 2
    assert "--mode is for the records of a corpus: pages/a.txt is a page" in said

    assert call("fix", ".", "-o", "out", "--mode", "edits", "-q") == (1, "", "")
    assert set(contents(Path("out"))) == {"in.jsonl"}


def test_a_page_goes_into_a_file_or_into_a_folder(call, pages):
    assert call("fix", "pages/a.txt", "-o", "new.txt", "-q") == (1, "", "")
    assert Path("new.txt").read_bytes() == CLEAN
    assert call("fix", "pages/a.txt", "pages/sub/c.txt", "-o", "out", "-q") == (1, "", "")
    assert contents(Path("out")) == {"a.txt": CLEAN, "c.txt": CLEAN}


@pytest.mark.parametrize(
    ("output", "said"),
    [
        (
            "out.jsonl",
            "out.jsonl: not a folder, and not the name of a file that can be made from pages/a.txt",
        ),
        ("out.txt", "out.txt: must be a folder, as several files are to be cleaned into it"),
        ("pages/a.txt", "pages/a.txt: must be a folder, as several files"),
    ],
)
def test_pages_go_into_no_single_file(call, pages, output, said):
    before = contents(pages)

    code, _, told = call("fix", "pages", "-o", output)
    assert code == 2
    assert said in told
    assert contents(pages) == before


def test_pages_are_not_written_over(call, pages):
    (pages.parent / "out").mkdir()
    dear = pages.parent / "out" / "a.txt"
    dear.write_bytes(b"dear")

    code, _, said = call("fix", "pages", "-o", "out", "-q")
    assert code == 2
    assert said == f"scrapeclean: out/a.txt: already exists: {OTHER_OUTPUT}\n"
    assert contents(Path("out")) == {**ALL_CLEAN, "a.txt": b"dear"}


def test_what_an_earlier_run_has_made_is_as_good(call, pages):
    call("fix", ".", "-o", "pages/out", "-q")
    made = contents(pages)

    assert call("fix", ".", "-o", "pages/out", "-q") == (1, "", "")
    assert contents(pages) == made


def test_the_output_may_be_the_folder_above(call, pages):
    assert call("fix", "pages", "-o", ".", "-q") == (1, "", "")
    assert contents(pages.parent) == {
        **ALL_CLEAN,
        **{f"pages/{name}": data for name, data in contents(pages).items()},
    }


def test_a_resumed_run_makes_again_what_was_taken_away(call, pages):
    run = ("fix", "pages", "-o", "out", "--resume", "state")
    call(*run)
    Path("out/a.txt").unlink()

    assert call(*run)[2].startswith("fixed pages/a.txt (2 edits)\n1 of 1 files changed\n")
    assert contents(Path("out")) == ALL_CLEAN


def test_a_folder_that_is_there_may_be_called_anything(call, corpus):
    Path("out.v2").mkdir()

    assert call("fix", "in.jsonl", "-o", "out.v2", "-q")[0] == 1
    assert Path("out.v2/in.jsonl").exists()


def test_two_runs_do_not_write_one_output(call, corpus):
    with Path("out.jsonl.partial").open("wb") as another:
        lock(another.fileno())
        another.write(b"of another run")
        another.flush()
        code, _, said = call("fix", "in.jsonl", "-o", "out.jsonl", "-q")

    assert code == 2
    assert "out.jsonl: another run is writing this: wait for its end, or name another" in said
    assert Path("out.jsonl.partial").read_bytes() == b"of another run"
    assert call("fix", "in.jsonl", "-o", "out.jsonl", "-q") == (1, "", "")


@pytest.mark.parametrize("error", [errno.ENOSYS, errno.ENOTSUP, errno.ENOLCK])
def test_a_disk_without_locks_will_do(call, pages, corpus, monkeypatch, error):
    def flock(*_: object) -> None:
        raise OSError(error, "no locks here")

    monkeypatch.setattr("fcntl.flock", flock)

    assert call("fix", "pages", "-q") == (1, "", "")
    assert contents(pages) == ALL_CLEAN
    assert call("fix", "in.jsonl", "-o", "out.jsonl", "-q") == (1, "", "")
    stray = pages / ".scrapeclean-k3j_4h2a.tmp"
    stray.touch()
    call("fix", "pages", "-q")
    assert stray.exists()  # it may be a living run's


def test_rejects_of_an_output_that_was_taken_away_go_with_the_next(call, corpus):
    whole = corpus.read_bytes()
    corpus.write_bytes(whole + b"broken\n")
    call("fix", "in.jsonl", "-o", "out.jsonl", "-q")
    Path("out.jsonl").unlink()
    corpus.write_bytes(whole)

    call("fix", "in.jsonl", "-o", "out.jsonl", "-q")
    assert sorted(path.name for path in corpus.parent.iterdir()) == ["in.jsonl", "out.jsonl"]


class Closed(io.StringIO):
    """Standard error, whose reader has gone."""

    def write(self, _: str) -> int:
        raise BrokenPipeError

    def fileno(self) -> int:
        return self.own.fileno()


@pytest.mark.parametrize(("options", "code"), [([], 2), (["--check"], 1)])
def test_a_run_that_nobody_listens_to_ends_with_a_code_of_its_own(
    pages, tmp_path, monkeypatch, options, code
):
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "said").open("w") as Closed.own, (tmp_path / "out").open("w") as out:
        monkeypatch.setattr("sys.stderr", Closed())
        monkeypatch.setattr("sys.stdout", out)
        assert main(["fix", "pages", *options]) == code


def test_looking_at_a_corpus(call, corpus):
    code, shown, said = call("fix", "--diff", "in.jsonl")

    assert code == 1
    assert shown.startswith("--- in.jsonl:1\n+++ in.jsonl:1\n@@ -1,5 +1,3 @@\n")
    assert said == "50 of 100 records would change\n    100 edits by spacing\n"


def test_an_output_that_was_taken_away_is_made_again(call, corpus):
    call("fix", "in.jsonl", "-o", "out.jsonl", "--resume", "state")
    whole = Path("out.jsonl").read_bytes()
    Path("out.jsonl").unlink()

    assert call("fix", "in.jsonl", "-o", "out.jsonl", "--resume", "state")[0] == 1
    assert Path("out.jsonl").read_bytes() == whole


def test_a_corpus_that_is_complete_is_not_done_again(call, corpus):
    call("fix", "in.jsonl", "-o", "out.jsonl", "--resume", "state")

    assert call("fix", "in.jsonl", "-o", "out.jsonl", "--resume", "state") == (
        1,
        "",
        "50 of 100 records changed\n    100 edits by spacing\n",
    )
