"""`scrapeclean learn` and `scrapeclean profile`."""

from __future__ import annotations

import json
import re
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
    assert capfd.readouterr().err == "profiles.json: 1 site\n"


def test_a_field_names_the_site_or_its_address():
    rows = [{"url": "https://www.example.org/1", "body": text} for text in TEXTS]
    records("pages.jsonl", rows)

    assert (
        main(["learn", "pages.jsonl", "--by", "url", "--text-field", "body", "-o", "p.json"]) == 0
    )
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


def test_a_field_that_no_record_has_is_named_ten_times_and_nothing_written(capfd):
    records("a.jsonl", [{"site": "courier", "text": "One."}] * 13)
    main(["learn", "courier", "-o", "p.json"])
    capfd.readouterr()

    assert main(["learn", "a.jsonl", "--by", "sight", "-o", "p.json"]) == 2
    err = capfd.readouterr().err.splitlines()
    assert len(err) == 12
    assert err[9] == "scrapeclean: a.jsonl: record 10: no field 'sight', only site, text"
    assert err[10] == "scrapeclean: a.jsonl: and more, not listed here"
    assert err[11].endswith("no page was found to learn from, so nothing was written: check PATH")
    assert load_profiles(Path("p.json")) == {"courier": WHOLE}


@pytest.mark.parametrize(("option", "field"), [("--by", "sight"), ("--text-field", "body")])
def test_of_a_table_the_option_is_named_that_chooses_the_field(capfd, option: str, field: str):
    Path("a.csv").write_text("site,text\ncourier,One.\n", "utf-8")
    call = ["learn", "a.csv", "--by", "site", option, field, "-o", "p.json"]

    assert main(call) == 2
    err = capfd.readouterr().err
    assert f"a.csv: no field {field!r}, only site, text: choose one with {option}\n" in err


def test_a_corpus_that_is_not_there_is_named_and_the_others_learned(capfd):
    assert main(["learn", "nowhere.jsonl", "courier", "-o", "p.json"]) == 2
    assert "nowhere.jsonl: there is no such file" in capfd.readouterr().err
    assert load_profiles(Path("p.json")) == {"courier": WHOLE}


@pytest.mark.parametrize("update", [[], ["--update"]])
def test_profiles_are_not_written_over_something_else(capfd, update: list[str]):
    page = Path("courier/0.txt")
    before = page.read_bytes()

    assert main(["learn", "courier/1.txt", "-o", str(page), *update]) == 2
    assert "already exists and holds no profiles: name another" in capfd.readouterr().err
    assert page.read_bytes() == before


def test_profiles_are_written_over_profiles_and_over_nothing():
    main(["learn", "courier/1.txt", "-o", "p.json"])
    Path("q.json").touch()
    Path("r.json").write_bytes(Path("p.json").read_bytes()[:300])  # damaged

    for name in ("p.json", "q.json", "r.json"):
        assert main(["learn", "courier", "-o", name]) == 0
        assert load_profiles(Path(name)) == {"courier": WHOLE}


def test_many_doubtful_profiles_are_named_ten_times(capfd):
    records("a.jsonl", [{"site": f"site {n}", "text": "One."} for n in range(13)])

    assert main(["learn", "a.jsonl", "--by", "site", "-o", "p.json"]) == 0
    err = capfd.readouterr().err.splitlines()
    assert len(err) == 12
    assert err[10] == "scrapeclean: warning: and 3 more: `scrapeclean profile show` lists them"


def test_a_missing_path_is_trouble(capfd):
    assert main(["learn", "courier", "nowhere.txt", "-o", "p.json"]) == 2
    assert "nowhere.txt" in capfd.readouterr().err
    assert load_profiles(Path("p.json")) == {"courier": WHOLE}


def test_a_profile_is_shown_with_counts(capfd):
    main(["learn", "courier", "-o", "p.json"])
    capfd.readouterr()

    assert main(["profile", "show", "p.json", "--limit", "2"]) == 0
    assert capfd.readouterr().out == (
        "courier: 6 pages, 6 counted\n"
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


def test_a_line_that_is_no_furniture_is_told_and_noted(capfd):
    main(["learn", "courier", "-o", "p.json"])
    capfd.readouterr()

    assert main(["profile", "keep", "p.json", "Share this story", "Share this tory"]) == 0
    assert capfd.readouterr().err == (
        "scrapeclean: warning: courier: no furniture is like 'Share this tory'; "
        "it is noted all the same\n"
    )
    kept = WHOLE.keep("Share this story", "Share this tory")
    assert load_profiles(Path("p.json")) == {"courier": kept}


def test_a_folder_and_an_address_of_one_site_are_one_site():
    Path("courier").rename("www.courier.example")
    records("a.jsonl", [{"url": "https://courier.example/1", "text": TEXTS[0]}])
    main(["learn", "www.courier.example", "-o", "p.json"])
    main(["learn", "a.jsonl", "--by", "url", "-o", "p.json", "--update"])

    assert load_profiles(Path("p.json")) == {"courier.example": WHOLE}
    assert main(["profile", "show", "p.json", "--site", "www.courier.example"]) == 0


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


# `fix --profiles`


def gazette_page(number: int) -> str:
    """A page of another site, whose furniture is the other's text and the other way round."""
    return plain_page(number).replace("Share this story", "Pass it on, dear reader")


@pytest.fixture
def two_sites(folder: Path) -> Path:
    """Profiles of two sites, each learned from the pages in its folder."""
    (folder / "gazette").mkdir()
    for number in range(6):
        (folder / "gazette" / f"{number}.txt").write_text(gazette_page(number), "utf-8")
    main(["learn", "courier", "gazette", "-o", "profiles.json"])
    return folder / "profiles.json"


CAREFUL = ["--preset", "CAREFUL", "--quiet"]


def left(text: str) -> tuple[bool, bool]:
    """Whether the furniture of the one site, and that of the other, is left."""
    return "Share this story" in text, "Pass it on" in text


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_folder_of_a_file_picks_its_profile(two_sites, jobs):
    other = Path("elsewhere")
    other.mkdir()
    (other / "0.txt").write_text(plain_page(0), "utf-8")

    assert main(["fix", ".", "--profiles", str(two_sites), "--jobs", jobs, *CAREFUL]) == 1
    assert left(Path("courier/0.txt").read_text("utf-8")) == (False, False)
    assert left(Path("gazette/0.txt").read_text("utf-8")) == (False, False)
    assert left((other / "0.txt").read_text("utf-8")) == (True, False)


def test_the_profile_of_another_site_takes_nothing_of_its_own(two_sites):
    above, below = plain_page(9).split("\nIn Aldham ")
    mixed = f"{above}\nPass it on, dear reader\nIn Aldham {below}"
    files = [Path(site) / "9.txt" for site in ("courier", "gazette")]
    for file in files:
        file.write_text(mixed, "utf-8")
    main(["fix", "courier", "gazette", "--profiles", str(two_sites), *CAREFUL])

    own, other = (left(file.read_text("utf-8")) for file in files)
    assert own == (False, True)
    assert not other[1]


def test_the_site_of_a_record_picks_its_profile(two_sites):
    rows = [
        {"url": "https://courier/1", "text": plain_page(1)},
        {"url": "https://gazette/1", "text": gazette_page(1)},
        {"url": "https://www.elsewhere.org/1", "text": plain_page(1)},
        {"text": gazette_page(1)},
        {"url": 5, "text": plain_page(1)},
    ]
    records("all.jsonl", rows)
    call = ["fix", "all.jsonl", "-o", "out.jsonl", "--profiles", str(two_sites), "--by", "url"]

    assert main([*call, *CAREFUL]) == 1
    lines = Path("out.jsonl").read_text("utf-8").splitlines()
    assert [left(json.loads(line)["text"]) for line in lines] == [
        (False, False),
        (False, False),
        (True, False),
        (False, True),
        (True, False),
    ]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "a.jsonl",
            '{"url": "https://courier/1", "text": "One."}\n',
            "no record names its site (no field 'site', only url, text): choose a field with --by",
        ),
        ("a.csv", "url,text\n,One.\n", "no field 'site', only url, text: choose one with --by"),
    ],
)
def test_a_field_that_tells_no_site_is_named_and_nothing_written(
    two_sites, capfd, name, data, said
):
    Path(name).write_text(data, "utf-8")
    call = ["fix", name, "-o", f"out.{name}", "--profiles", str(two_sites), "--by", "site"]
    capfd.readouterr()

    assert main([*call, "-q"]) == 2
    assert capfd.readouterr().err == f"scrapeclean: {name}: {said}\n"
    assert not list(Path().glob("out.*"))


def test_the_address_of_a_wet_record_names_its_site(two_sites):
    pytest.importorskip("warcio")
    wet(Path("a.wet"), [("https://www.courier/1", plain_page(1)), ("https://x/", plain_page(1))])
    call = ["fix", "a.wet", "-o", "out.wet", "--profiles", str(two_sites), "--by", "url"]

    assert main([*call, *CAREFUL]) == 1
    assert Path("out.wet").read_bytes().count(b"Share this story") == 1
    assert main(["learn", "a.wet", "--by", "url", "-o", "p.json"]) == 0
    assert list(load_profiles(Path("p.json"))) == ["courier", "x"]


def wet(path: Path, pages: list[tuple[str, str]]) -> None:
    with path.open("wb") as file:
        for url, text in pages:
            data = text.encode()
            head = (
                "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Date: 2024-03-01T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {url}\r\n"
                f"Content-Type: text/plain\r\nContent-Length: {len(data)}\r\n\r\n"
            )
            file.write(head.encode() + data + b"\r\n\r\n")


def test_the_configuration_names_the_profiles_too(two_sites):
    Path("scrapeclean.toml").write_text(f'profiles = "{two_sites.name}"\n', "utf-8")

    assert main(["fix", "courier", "gazette", *CAREFUL]) == 1
    assert left(Path("courier/0.txt").read_text("utf-8")) == (False, False)
    assert left(Path("gazette/0.txt").read_text("utf-8")) == (False, False)


@pytest.mark.parametrize("command", [["filter"], ["explain"], ["split"]])
def test_the_folder_of_one_page_picks_its_profile(two_sites, capfd, command):
    def seen(page: str) -> tuple[bool, bool]:
        main([*command, page, "--preset", "CAREFUL", "--profiles", str(two_sites)])
        shown = capfd.readouterr().out
        return left(shown) if command == ["filter"] else ("site_profile" in shown, True)

    expected = (False, False) if command == ["filter"] else (command == ["explain"], True)
    assert seen("courier/0.txt") == expected
    assert seen("gazette/0.txt") == expected


@pytest.mark.parametrize("site", ["courier", "https://www.courier/2024/1.html"])
def test_a_lone_page_is_told_its_site(two_sites, capfd, site):
    Path("page.txt").write_text(plain_page(0), "utf-8")
    call = ["page.txt", "--preset", "CAREFUL", "--profiles", str(two_sites)]

    assert main(call) == 0
    assert left(capfd.readouterr().out) == (True, False)
    assert main([*call, "--site", site]) == 0
    assert left(capfd.readouterr().out) == (False, False)


@pytest.mark.parametrize("command", ["filter", "explain", "split"])
def test_a_site_that_no_profile_is_of_is_an_error(two_sites, capfd, command):
    call = [command, "courier/0.txt", "--site", "herald"]

    assert main([*call, "--profiles", str(two_sites)]) == 2
    assert capfd.readouterr() == (
        "",
        "scrapeclean: no profile of 'herald': `scrapeclean profile show` lists the sites\n",
    )
    assert main(call) == 2
    assert "--site needs profiles: name their file with --profiles" in capfd.readouterr().err


def test_a_report_takes_the_profile_of_each_page(two_sites):
    call = ["report", "courier/0.txt", "gazette/0.txt", "-o", "out.html", "--preset", "CAREFUL"]
    main([*call, "--profiles", str(two_sites)])

    assert Path("out.html").read_text("utf-8").count("site_profile: on 6 of 6 pages") > 2
    gone = re.findall("<del>([^<]*)", Path("out.html").read_text("utf-8"))
    assert "Share this story\n" in gone
    assert "Pass it on, dear reader\n" in gone


def test_a_run_is_not_resumed_with_other_profiles(two_sites, capfd):
    call = ["fix", "courier", "--resume", "state", "--profiles", str(two_sites), *CAREFUL]
    main(call)
    main(["profile", "keep", str(two_sites), "--site", "courier", "Share this story"])

    assert main(call) == 2
    assert "a run with another pipeline" in capfd.readouterr().err


def test_a_file_without_profiles_is_named(capfd):
    Path("none.json").write_text("{}", "utf-8")

    assert main(["fix", "courier", "--profiles", "none.json"]) == 2
    assert "none.json: holds no site profiles" in capfd.readouterr().err
