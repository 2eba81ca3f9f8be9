"""Profiles: learned in parts and in any order, kept small, saved and loaded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from site_pages import Story, article, page, plain_page, site

from scrapeclean.errors import ProfileError
from scrapeclean.pipeline import Pipeline
from scrapeclean.sites import (
    SiteProfile,
    learn_sites,
    load_profiles,
    profile_of,
    save_profiles,
    site_of,
)
from scrapeclean.sites.sample import LIMIT, MOST_LINES

TEXTS = site(14)
WHOLE = SiteProfile.learn(TEXTS)
MANY = [plain_page(number, paragraphs=2) for number in range(3 * LIMIT)]


# in parts and in any order


@settings(max_examples=25)
@given(st.permutations(TEXTS), st.integers(0, len(TEXTS)), st.integers(0, len(TEXTS)))
def test_parts_and_order_make_no_difference(texts, one, two):
    first, second = sorted((one, two))
    a, b, c = texts[:first], texts[first:second], texts[second:]

    assert SiteProfile.learn(a).update(b).update(c) == WHOLE
    assert SiteProfile.learn(a) | (SiteProfile.learn(b) | SiteProfile.learn(c)) == WHOLE
    assert SiteProfile.learn(c) | SiteProfile.learn(a) | SiteProfile.learn(b) == WHOLE


def test_equal_profiles_make_the_same_edits():
    merged = SiteProfile.learn(TEXTS[9:]) | SiteProfile.learn(TEXTS[:9])

    assert [Pipeline([merged]).clean(text).edits for text in TEXTS] == [
        Pipeline([WHOLE]).clean(text).edits for text in TEXTS
    ]


def test_pages_learned_twice_count_once():
    assert WHOLE | WHOLE == WHOLE.update(TEXTS) == WHOLE


def test_learning_leaves_the_profile_it_starts_from_alone():
    before = SiteProfile.learn(TEXTS[:6])
    before.update(TEXTS)

    assert before == SiteProfile.learn(TEXTS[:6])


# bounded


def test_of_many_pages_a_sample_is_kept_whatever_their_order():
    profile = SiteProfile.learn(MANY)
    parts = SiteProfile.learn(MANY[200:]) | SiteProfile.learn(reversed(MANY[:200]))

    assert len(profile.pages) == LIMIT
    assert parts == profile


def test_the_size_of_a_large_site_is_estimated():
    assert SiteProfile.learn(TEXTS).size == len(TEXTS)
    assert SiteProfile.learn(MANY).size == pytest.approx(len(MANY), rel=0.3)


def test_a_page_of_very_many_lines_and_an_empty_one_are_passed_over():
    archive = "".join(f"{Story(n).teaser()}\n" for n in range(MOST_LINES + 1))

    assert WHOLE.update([archive, "", "\n \n"]) == WHOLE


# many sites


def test_the_pages_of_many_sites_may_come_mixed():
    other = [page("Elsewhere", article(Story(n)), "The end") for n in range(30, 38)]
    mixed = [*(("courier", text) for text in TEXTS[:7]), *(("other", text) for text in other)]
    mixed += [("courier", text) for text in TEXTS[7:]]

    assert learn_sites(mixed) == {"courier": WHOLE, "other": SiteProfile.learn(other)}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("example.org", "example.org"),
        ("https://www.example.org/a?b", "example.org"),
        ("HTTP://News.Example.org:8080/", "news.example.org"),
        (" Example Courier ", "Example Courier"),
        ("www.example.org", "example.org"),
        ("www", "www"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_a_site_is_named_by_its_host_or_its_name(value, expected):
    assert site_of(value) == expected


def test_a_site_has_its_own_profile_and_a_single_one_is_for_all():
    other = SiteProfile.learn(TEXTS[:5])
    two = {"courier": WHOLE, "example.org": other}

    assert profile_of(two, "courier") is WHOLE
    assert profile_of(two, "https://www.example.org/1") is other
    assert profile_of({"www.example.org": other, "courier": WHOLE}, "www.example.org") is other
    assert profile_of(two, "gazette") is None
    assert profile_of(two, None) is None
    assert profile_of({"courier": WHOLE}, "gazette") is WHOLE
    assert profile_of({}, "gazette") is None


# on disk


def test_what_is_saved_is_loaded(tmp_path: Path):
    profiles = {"courier": WHOLE.keep("Share this story"), "пример": SiteProfile()}
    save_profiles(tmp_path / "profiles.json", profiles)

    assert load_profiles(tmp_path / "profiles.json") == profiles
    assert [path.name for path in tmp_path.iterdir()] == ["profiles.json"]


def test_names_and_lines_that_are_no_utf8_are_saved_as_well(tmp_path: Path):
    profiles = {"caf\udce9": SiteProfile.learn([text + "Share \ud800 this\n" for text in TEXTS])}
    save_profiles(tmp_path / "profiles.json", profiles)

    assert load_profiles(tmp_path / "profiles.json") == profiles


def test_the_name_of_the_file_may_be_a_string(tmp_path: Path):
    save_profiles(str(tmp_path / "profiles.json"), {"courier": WHOLE})

    assert load_profiles(str(tmp_path / "profiles.json")) == {"courier": WHOLE}


def test_a_person_can_read_the_file_and_strike_a_line(tmp_path: Path):
    path = tmp_path / "profiles.json"
    save_profiles(path, {"courier": WHOLE})
    document = json.loads(path.read_text("utf-8"))
    entry = document["sites"]["courier"]

    assert "14 of 14: Share this story" in entry["furniture"]

    entry["keep"].append("Share this story")
    path.write_text(json.dumps(document), "utf-8")

    assert load_profiles(path)["courier"] == WHOLE.keep("Share this story")


def test_the_same_profiles_make_the_same_file(tmp_path: Path):
    save_profiles(tmp_path / "a", {"x": WHOLE, "y": WHOLE})
    save_profiles(tmp_path / "b", {"y": SiteProfile.learn(TEXTS[::-1]), "x": WHOLE})

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


ENTRY = {"keep": [], "lines": {}, "pages": {}}
HEAD = {"format": "scrapeclean site profiles", "version": 1}


@pytest.mark.parametrize(
    ("document", "complaint"),
    [
        ('{"format": "scrapeclean si', "is not JSON"),
        ("[]", "holds no site profiles"),
        ('{"version": 1}', "holds no site profiles"),
        (json.dumps({**HEAD, "version": 0, "sites": {}}), "is of version 0, this scrapeclean"),
        (json.dumps(HEAD), "is damaged"),
        (json.dumps({**HEAD, "sites": []}), "is damaged"),
        (json.dumps({**HEAD, "sites": {"a": {}}}), "is damaged"),
        (json.dumps({**HEAD, "sites": {"a": {**ENTRY, "keep": "Share"}}}), "must be a list"),
        (json.dumps({**HEAD, "sites": {"a": {**ENTRY, "pages": {"zz": ""}}}}), "is damaged"),
        (json.dumps({**HEAD, "sites": {"a": {**ENTRY, "pages": {"0": "AAA="}}}}), "is damaged"),
        (json.dumps({**HEAD, "sites": {"a": {**ENTRY, "pages": {"0": "?"}}}}), "is damaged"),
        (json.dumps({**HEAD, "sites": {"a": {**ENTRY, "lines": {"0": 1}}}}), "is damaged"),
    ],
)
def test_a_damaged_file_says_what_to_do(tmp_path: Path, document, complaint):
    path = tmp_path / "profiles.json"
    path.write_text(document, "utf-8")

    with pytest.raises(ProfileError, match=complaint) as error:
        load_profiles(path)
    assert "learn it again with `scrapeclean learn`" in str(error.value)


def test_a_missing_file_and_folder_are_named(tmp_path: Path):
    with pytest.raises(ProfileError, match=r"none\.json: cannot be read"):
        load_profiles(tmp_path / "none.json")
    with pytest.raises(ProfileError, match=r"out\.json: cannot be written"):
        save_profiles(tmp_path / "none" / "out.json", {})
