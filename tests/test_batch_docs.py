"""The recipes of docs/batch.md: each command is run, and says what stands there."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from batch_tools import only_spacing

from scrapeclean.batch import clean_batch
from scrapeclean.cli.main import main

PAGE = Path(__file__).parent.parent / "docs" / "batch.md"
COUNCIL = "The council met on Monday.\n\n\n\nIt will meet again in May.\n"
SESSIONS, CODE = (
    re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    for language in ("console", "py")
)


class Dataset(dict):
    """What `datasets` does with a function of batches."""

    def map(self, function, batched, num_proc):
        assert batched
        return Dataset(function(dict(self)))


def test_the_code_for_other_libraries_runs():
    pd, pa = pytest.importorskip("pandas"), pytest.importorskip("pyarrow")
    columns = {"text": [COUNCIL, None]}
    given = {"clean_batch": clean_batch, "dataset": Dataset(columns)}
    given |= {"frame": pd.DataFrame(columns), "table": pa.table(columns)}
    for code in CODE[:2]:  # Spark and datatrove: see test_integrations.py
        exec(code, given)

    clean = [COUNCIL.replace("\n\n\n\n", "\n\n"), None]
    assert given["dataset"]["text"] == clean
    assert given["table"]["text"].to_pylist() == clean
    assert given["frame"]["text"].iloc[0] == clean[0]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scrapeclean.cli.fix.common_pipeline", only_spacing)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "council.txt").write_text(COUNCIL)
    (tmp_path / "pages" / "storm.txt").write_text("The storm has passed.\n")
    records = [{"id": 1, "text": COUNCIL}, {"id": 2, "text": "The storm has passed.\n"}]
    for name in ("corpus", "a", "b"):
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (tmp_path / f"{name}.jsonl").write_text(lines)
    return tmp_path


@pytest.mark.parametrize("session", SESSIONS)
def test_a_session(session: str, folder: Path, capsys):
    steps = re.findall(r"^\$ scrapeclean (.*)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE)
    assert steps

    for call, said in steps:
        assert main(shlex.split(call)) in {0, 1}
        shown = capsys.readouterr()
        assert shown.out + shown.err == said


def test_the_sessions_leave_what_they_say(folder: Path, capsys):
    for call in re.findall(r"^\$ scrapeclean (.*)$", "".join(SESSIONS), re.MULTILINE):
        main(shlex.split(call))

    names = {path.name for path in folder.iterdir()}
    assert {"clean.jsonl.gz", "edits.jsonl", "articles.jsonl", "cleaned", "run.state"} <= names
    assert len(Path("articles.jsonl").read_text().splitlines()) >= 2
    assert not [name for name in names if "rejects" in name or "partial" in name]
