"""`scrapeclean split`: JSON lines, or a file for each article."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from scrapeclean.cli.main import main

PAGE = """Owls nest in tower

By Ann Poe
May 5, 2024

The bells will not ring before July because a pair of owls has settled there, the vicar said.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scrapeclean.toml").write_text('cleaners = ["spacing"]\n', encoding="utf-8")

    def call(*args: str, page: str = PAGE) -> tuple[int, str]:
        stdin = io.TextIOWrapper(io.BytesIO(page.encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stdin)
        code = main(["split", *args])
        return code, capfdbinary.readouterr().out.decode()

    return call


def test_one_json_object_for_each_article(run):
    code, out = run()

    (row,) = map(json.loads, out.splitlines())
    assert code == 0
    assert (row["headline"], row["byline"], row["date"]) == (
        "Owls nest in tower",
        "Ann Poe",
        "May 5, 2024",
    )
    assert (row["start"], row["end"], row["captions"]) == (0, len(PAGE), [])


def test_an_empty_page_prints_nothing(run):
    assert run(page="") == (0, "")


def test_files_are_named_by_headline_and_never_overwritten(run):
    first = run("-o", "out")
    second = run("-o", "out")

    assert first == (0, f"{Path('out/Owls-nest-in-tower.txt')}\n")
    assert second == (0, f"{Path('out/Owls-nest-in-tower-2.txt')}\n")
    assert Path("out/Owls-nest-in-tower.txt").read_text(encoding="utf-8") == (
        "Owls nest in tower\n\nAnn Poe · May 5, 2024\n\n" + PAGE.rsplit("\n\n", 1)[1]
    )


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("../../etc/passwd is no headline", "etc-passwd-is-no-headline"),
        ("Was ist mit Köln/Bonn: zu laut?", "Was-ist-mit-Köln-Bonn-zu-laut"),
    ],
)
def test_a_headline_makes_a_harmless_name(run, headline: str, name: str):
    _, out = run("-o", "out", page=PAGE.replace("Owls nest in tower", headline))

    assert out == f"{Path('out') / name}.txt\n"
