"""The headline index: streams, saving, loading."""

from __future__ import annotations

import json

import pytest

from scrapeclean.errors import HeadlineError
from scrapeclean.headlines import HeadlineIndex, HeadlineMatch, Names

STREAM = [
    "Ferry workers call off strike after late night talks",
    "Village library wins reprieve in council vote",
    "Ferry workers call off strike after late night talks | Harbour Gazette",
    "Village library wins reprieve in council vote",
    "FERRY WORKERS CALL OFF STRIKE AFTER LATE NIGHT TALKS",
]


@pytest.fixture
def index():
    index = HeadlineIndex()
    for headline in STREAM:
        index.add(headline)
    return index


def test_matches_are_the_earlier_ones():
    index = HeadlineIndex()
    found = [[match.number for match in index.add(headline)] for headline in STREAM]

    assert found == [[], [], [0], [1], [0, 2]]
    assert len(index) == len(STREAM)


def test_match_says_what_and_why():
    index = HeadlineIndex()
    index.add(STREAM[0])

    why = "The same headline; only names of outlets or sections stand around it."
    assert index.add(STREAM[2]) == [HeadlineMatch(0, STREAM[0], why)]


def test_saved_index_goes_on_where_it_stopped(index, tmp_path):
    index.save(tmp_path / "seen.jsonl")
    loaded = HeadlineIndex.load(tmp_path / "seen.jsonl")

    assert len(loaded) == len(index)
    assert loaded.add(STREAM[0]) == index.add(STREAM[0])
    assert [path.name for path in tmp_path.iterdir()] == ["seen.jsonl"]


def test_names_are_saved(tmp_path):
    names = Names(frozenset({"quuxdaily"}), frozenset({"zorp"}))
    HeadlineIndex(names).save(tmp_path / "seen.jsonl")

    assert HeadlineIndex.load(tmp_path / "seen.jsonl").names == names


def test_half_a_surrogate_pair_is_saved_as_well(tmp_path):
    index = HeadlineIndex()
    index.add("Storm \ud800 hits the coast of Norway")
    index.save(tmp_path / "seen.jsonl")

    (match,) = HeadlineIndex.load(tmp_path / "seen.jsonl").add("Storm hits the coast of Norway")
    assert match.headline == "Storm \ud800 hits the coast of Norway"


def test_saved_index_can_be_read_by_eye(index, tmp_path):
    index.save(tmp_path / "seen.jsonl")
    header, first, *_ = (tmp_path / "seen.jsonl").read_text(encoding="utf-8").splitlines()

    assert json.loads(header)["version"] == 1
    assert first == json.dumps([0, STREAM[0]])


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text.rsplit("\n", 2)[0] + "\n",
        lambda text: "[]\n" + text,
        lambda text: text.replace('"version": 1', '"version": 99'),
        lambda text: text.replace("scrapeclean", "something else"),
        lambda text: text.replace('[0, "', '["x", "'),
        lambda text: text + "[9]\n",
        lambda text: text.replace(json.dumps(STREAM[0]), "7"),
    ],
)
def test_damaged_file_is_a_clear_error(index, tmp_path, damage):
    path = tmp_path / "seen.jsonl"
    index.save(path)
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")

    with pytest.raises(HeadlineError, match=r"seen\.jsonl: is not a headline index, or is damaged"):
        HeadlineIndex.load(path)


def test_missing_file_is_a_clear_error(tmp_path):
    with pytest.raises(HeadlineError, match=r"none: cannot be read \(No such file or directory\)"):
        HeadlineIndex.load(tmp_path / "none")


def test_file_that_cannot_be_written_is_a_clear_error_and_leaves_nothing(index, tmp_path):
    (tmp_path / "seen.jsonl").mkdir()

    with pytest.raises(HeadlineError, match=r"seen\.jsonl: cannot be written \(Is a directory\)"):
        index.save(tmp_path / "seen.jsonl")
    with pytest.raises(HeadlineError, match=r"seen\.jsonl: cannot be written \(No such file"):
        index.save(tmp_path / "nowhere" / "seen.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["seen.jsonl"]
