"""Killed at any moment: every file is its old or its new self, and the next run ends the work.

The runs to be killed are forks of this process, which saves them the start; `benchmarks/kill.py`
kills the real command, with workers, over thousands of files.
"""

from __future__ import annotations

import json
import os
import pkgutil
import random
import shutil
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from batch_tools import only_spacing

from scrapeclean.batch import corpus, folder
from scrapeclean.cli.console import Console
from scrapeclean.cli.main import main

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

DIRTY, CLEAN = "One.\n\n\n\nTwo {}.\n", "One.\n\nTwo {}.\n"
#: What the interpreter reports of a process's doings in the file system.
STEPS = {"open", "os.rename", "os.remove", "os.truncate", "sqlite3.connect", "test.step"}
FIX = ["fix", "pages", "-q", "--jobs", "1", "--journal", "journal", "--resume", "state"]
INTO = ["fix", "pages", "-q", "--jobs", "1", "-o", "out", "--resume", "state"]
CORPUS = ["fix", "in.jsonl", "-q", "--jobs", "1", "-o", "out.jsonl.gz", "--resume", "state"]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scrapeclean.cli.fix.common_pipeline", only_spacing)


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """In memory where there is such a disk: what is tested here does not outlive the machine."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as path:
        yield Path(path)


def forked(work: Callable[[], object]) -> int:
    """Do `work` in a fork; return its process id."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads
        child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(0)


def killed(child: int) -> bool:
    """Wait for `child`; say whether it was killed."""
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def killed_at(step: int, call: list[str]) -> bool:
    """Run `call` and kill it at its `step`-th doing; False where it ends before."""
    left = step

    def hook(event: str, _: object) -> None:
        nonlocal left
        if event not in STEPS:
            return
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def work() -> None:
        sys.addaudithook(hook)
        main(call)

    return killed(forked(work))


def kills(call: list[str], folder_of: Path, monkeypatch) -> Iterator[tuple[dict, dict]]:
    """Run `call` on new pages again and again, killed a step later each time, at last not at all;
    yield what the pages held and should hold."""
    monkeypatch.setattr(folder, "FILES_AT_ONCE", 2)
    step, ended = 0, False
    while not ended:
        work = folder_of / str(step)
        work.mkdir()
        monkeypatch.chdir(work)
        old, new = make_pages(5)
        ended = not killed_at(step, call)
        yield old, new
        step += 1

    assert step > 20  # the kills came at all stages


def make_pages(count: int) -> tuple[dict[str, str], dict[str, str]]:
    """Make `count` pages, two of three to be cleaned; return what they hold and will hold."""
    Path("pages").mkdir()
    old, new = {}, {}
    for number in range(count):
        name = f"{number:03}.txt"
        new[name] = CLEAN.format(number)
        old[name] = DIRTY.format(number) if number % 3 else new[name]
        Path("pages", name).write_text(old[name])
    return old, new


def pages() -> dict[str, str]:
    """What the pages hold, without the temporary files of a run that was killed."""
    found = {path.name: path.read_text() for path in Path("pages").iterdir()}
    return {name: text for name, text in found.items() if not name.startswith(".scrapeclean-")}


def check_files(old: dict[str, str], new: dict[str, str]) -> None:
    now = pages()
    assert now.keys() == old.keys()
    assert all(text in {old[name], new[name]} for name, text in now.items())


def check_the_end(old: dict[str, str], new: dict[str, str]) -> None:
    """Carry on; then all is as one clean run leaves it, and can be undone."""
    assert main(FIX) in {0, 1}
    assert pages() == new
    assert {path.name for path in Path("pages").iterdir()} == new.keys()  # nothing temporary left
    assert main(["fix", "pages", "-q", "-j1"]) == 0
    assert main(["undo", "journal", "-q"]) == 0
    assert pages() == old


def test_files_survive_a_kill_at_every_step(tmp_path: Path, monkeypatch):
    for old, new in kills(FIX, tmp_path, monkeypatch):
        check_files(old, new)
        check_the_end(old, new)


def test_copies_are_whole_or_not_there_after_a_kill_at_every_step(tmp_path: Path, monkeypatch):
    for old, new in kills(INTO, tmp_path, monkeypatch):
        made = Path("out").glob("[!.]*")
        assert all(path.read_text() == new[path.name] for path in made)
        assert main(INTO) in {0, 1}
        assert {path.name: path.read_text() for path in Path("out").iterdir()} == new
        assert pages() == old


def test_files_survive_kills_at_random_moments(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    old, new = make_pages(200)
    chance = random.Random(6)
    for _ in range(20):
        child = forked(lambda: main(FIX))
        time.sleep(chance.uniform(0, 0.05))
        os.kill(child, signal.SIGKILL)
        killed(child)
        check_files(old, new)

    check_the_end(old, new)


def reporting(monkeypatch, where: str) -> None:
    """Have calls of the function at `where` be steps, too."""
    original = pkgutil.resolve_name(where)

    def wrapped(*arguments):
        sys.audit("test.step")
        return original(*arguments)

    monkeypatch.setattr(where, wrapped)


@pytest.fixture
def records(tmp_path: Path, monkeypatch) -> tuple[bytes, bytes]:
    """A corpus of a few chunks; what one clean run makes of it, and its rejects."""
    for where in ("corpus._Partial.write", "corpus._Partial.sync", "state.RunState.reached"):
        reporting(monkeypatch, f"scrapeclean.batch.{where}")
    monkeypatch.setattr("scrapeclean.formats.jsonl.CHUNK_BYTES", 100)
    monkeypatch.setattr(corpus, "SAVED_EVERY", 0)
    with (tmp_path / "in.jsonl").open("w") as file:
        for number in range(12):
            file.write(json.dumps({"n": number, "text": DIRTY.format(number)}) + "\n")
            file.write("{broken\n" if number % 5 == 0 else "")
    monkeypatch.chdir(tmp_path)
    assert main(["fix", "in.jsonl", "-q", "-o", "whole.jsonl.gz"]) == 2
    whole = Path("whole.jsonl.gz")
    return whole.read_bytes(), whole.with_name("whole.jsonl.gz.rejects.jsonl").read_bytes()


def test_a_corpus_survives_a_kill_at_every_step(records, tmp_path: Path, monkeypatch):
    step, ended = 0, False
    while not ended:
        work = tmp_path / str(step)
        work.mkdir()
        monkeypatch.chdir(work)
        shutil.copy(tmp_path / "in.jsonl", work)
        ended = not killed_at(step, CORPUS)
        assert not Path("out.jsonl.gz").exists() or Path("out.jsonl.gz").read_bytes() == records[0]
        assert main(CORPUS) == 2
        assert Path("out.jsonl.gz").read_bytes() == records[0]
        assert Path("out.jsonl.gz.rejects.jsonl").read_bytes() == records[1]
        assert len(list(work.iterdir())) == 4
        step += 1

    assert step > 25


@pytest.mark.parametrize(
    ("unit", "resumable", "again"),
    [
        ("files", False, "to go on"),
        ("records", False, "from the start, or with --resume"),
        ("records", True, "with the same --resume to carry on"),
    ],
)
def test_an_interruption_says_what_running_again_will_do(unit, resumable, again, capsys):
    console = Console(write=True, quiet=False)
    console.begin(unit, 0)
    console.interruption(resumable)

    said = f"scrapeclean: interrupted after 0 {unit}: run again {again}\n"
    assert capsys.readouterr().err == said


def test_an_interrupted_run_says_how_to_go_on(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    old, new = make_pages(5)
    monkeypatch.setattr(folder, "FILES_AT_ONCE", 2)
    handfuls = iter([False, False, True])

    def interrupted(*arguments):
        if next(handfuls):
            raise KeyboardInterrupt
        return original(*arguments)

    original = folder._written
    monkeypatch.setattr(folder, "_written", interrupted)

    assert main(FIX) == 130
    assert capsys.readouterr().err == (
        "scrapeclean: interrupted after 4 files: run again with the same --resume to carry on\n"
    )
    monkeypatch.setattr(folder, "_written", original)
    check_the_end(old, new)
