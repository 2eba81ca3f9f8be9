"""`scrapeclean learn` and `scrapeclean profile`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from site_pages import plain_page, site

from scrapeclean.cli.main import main
from scrapeclean.sites import SiteProfile, load_profiles

TEXTS = site(6)
WHOLE = SiteProfile.learn(TEXTS)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six pages in a folder named after their site."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "courier").mkdir()
    for number, text in enumerate(TEXTS):
        (tmp_path / "courier" / f"{number}.txt").write_text(text, "utf-8")
    return tmp_path


def records(path: str, rows: list[object]) -> None:
    Path(path).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def test_the_folder_names_the_site(capfd):
    assert main(["learn", "courier", "-o", "profiles.json"]) == 0
    assert load_profiles(Path("profiles.json")) == {"courier": WHOLE}
    assert capfd.readouterr().err == "profiles.json: 1 sites\n"


def test_a_field_names_the_site_or_its_address():
    rows = [{"url": "https://www.example.org/1", "body": text} for text in TEXTS]
    records("pages.jsonl", rows)

    assert main(["learn", "pages.jsonl", "--by", "url", "--field", "body", "-o", "p.json"]) == 0
    assert load_profiles(Path("p.json")) == {"example.org": WHOLE}


def test_a_corpus_can_be_learned_in_parts():
    records("a.jsonl", [{"site": "courier", "text": text} for text in TEXTS[:2]])
    records("b.jsonl", [{"site": "courier", "text": text} for text in TEXTS[2:]])

    assert main(["learn", "a.jsonl", "--by", "site", "-o", "p.json"]) == 0
    assert main(["learn", "b.jsonl", "--by", "site", "-o", "p.json", "--update"]) == 0
    assert load_profiles(Path("p.json")) == {"courier": WHOLE}


def test_too_few_pages_are_a_warning(capfd):
    records("a.jsonl", [{"site": "courier", "text": TEXTS[0]}])

    assert main(["learn", "a.jsonl", "--by", "site", "-o", "p.json"]) == 0
    assert "warning: courier: the profile drops nothing" in capfd.readouterr().err


def test_a_record_that_cannot_be_read_is_named_and_the_others_learned(capfd):
    rows = [{"site": "courier", "text": text} for text in TEXTS]
    records("a.jsonl", [*rows, {"site": "courier"}, {"text": "no site"}])

    assert main(["learn", "a.jsonl", "--by", "site", "-o", "p.json"]) == 2
    assert load_profiles(Path("p.json")) == {"courier": WHOLE}
    err = capfd.readouterr().err
    assert "a.jsonl: record 7: no field 'text'" in err
    assert "a.jsonl: record 8: no field 'site'" in err


def test_a_missing_path_is_trouble(capfd):
    assert main(["learn", "courier", "nowhere.txt", "-o", "p.json"]) == 2
    assert "nowhere.txt" in capfd.readouterr().err
    assert load_profiles(Path("p.json")) == {"courier": WHOLE}


def test_a_profile_is_shown_with_counts(capfd):
    main(["learn", "courier", "-o", "p.json"])
    capfd.readouterr()

    assert main(["profile", "show", "p.json", "--limit", "2"]) == 0
    assert capfd.readouterr().out == (
        "courier: 6 pages, 6 that count\n"
        "     6 of 6    Business & Money\n"
        "     6 of 6    Comments (12)\n"
        "  and 9 more: --limit 0 shows all\n"
    )


def test_a_line_can_be_struck(capfd):
    main(["learn", "courier", "-o", "p.json"])

    assert main(["profile", "keep", "p.json", "Share this story"]) == 0
    assert load_profiles(Path("p.json")) == {"courier": WHOLE.keep("Share this story")}
    main(["profile", "show", "p.json"])
    out = capfd.readouterr().out
    assert "  kept         Share this story\n" in out
    assert "of 6    Share" not in out


def test_a_site_that_is_not_there_is_named(capfd):
    main(["learn", "courier", "-o", "p.json"])

    assert main(["profile", "show", "p.json", "--site", "gazette"]) == 2
    assert "no profile of 'gazette'" in capfd.readouterr().err


def test_of_several_sites_one_must_be_named(capfd):
    Path("gazette").mkdir()
    Path("gazette/1.txt").write_text(plain_page(1), "utf-8")
    main(["learn", "courier", "gazette", "-o", "p.json"])

    assert main(["profile", "keep", "p.json", "Share"]) == 2
    assert "name one with --site" in capfd.readouterr().err
    assert main(["profile", "keep", "p.json", "Share", "--site", "gazette"]) == 0
