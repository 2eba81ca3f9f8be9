"""The configuration: found upwards, read strictly, turned into a pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from util import check

from scrapeclean import config
from scrapeclean.cleaners.spacing import Spacing
from scrapeclean.config import CLEANERS, PRESETS, Config, find_config, load_config
from scrapeclean.errors import ConfigError, ProfileError
from scrapeclean.sites import SiteProfile, save_profiles


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str, name: str = "scrapeclean.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_no_configuration_is_the_default_preset():
    assert Config().pipeline().cleaners == PRESETS["NEWS"]


def test_the_preset_is_chosen_by_name(written):
    assert load_config(written('preset = "careful"')).pipeline().cleaners == PRESETS["CAREFUL"]


def test_a_preset_from_outside_counts_for_more(written):
    chosen = load_config(written('cleaners = ["spacing"]'))

    assert chosen.pipeline("PAGE").cleaners == PRESETS["PAGE"]


def test_cleaners_run_in_the_order_given(written):
    names = sorted(CLEANERS, reverse=True)
    chosen = load_config(written(f"cleaners = {names!r}")).pipeline()

    assert [cleaner.name for cleaner in chosen.cleaners] == names


def test_presets_and_cleaners_make_a_pipeline_together(written):
    chosen = load_config(written('cleaners = ["CAREFUL", "share"]')).pipeline()

    assert chosen.cleaners == (*PRESETS["CAREFUL"], CLEANERS["share"])


def test_options_are_the_fields_of_a_cleaner(written):
    text = 'cleaners = ["spacing"]\n[spacing]\nbetween_paragraphs = 0\n'
    chosen = load_config(written(text)).pipeline()

    assert chosen.cleaners == (Spacing(between_paragraphs=0),)
    check(chosen, "One.\n\n\nTwo.\n", "One.\nTwo.\n")


def test_options_reach_the_cleaners_of_a_preset(written):
    chosen = load_config(written("[spacing]\nbetween_paragraphs = 2\n")).pipeline()

    assert Spacing(between_paragraphs=2) in chosen.cleaners


def test_phrases_to_drop_are_lines_heads_and_tails(written):
    text = (
        'cleaners = ["spacing"]\ndrop = ["the ghent gazette", "filed by …", "… ghent rain board"]'
    )
    page = "The Ghent Gazette\nRain fell.\nFiled by Reuters\nBrought by the Ghent Rain Board\n"
    result = check(load_config(written(text)).pipeline(), page, "Rain fell.\n")

    assert result.edits[0].why == "the configuration drops 'the ghent gazette'"


def test_phrases_in_the_middle_of_a_line_drop_nothing(written):
    text = (
        'cleaners = ["spacing"]\ndrop = ["the ghent gazette", "filed by …", "… ghent rain board"]'
    )
    page = (
        "He reads the Ghent Gazette daily.\nIt was filed by Reuters.\nThe Ghent Rain Board met.\n"
    )

    check(load_config(written(text)).pipeline(), page, page)


def test_phrases_to_keep_overrule_phrases_to_drop(written):
    text = 'cleaners = ["spacing"]\ndrop = ["filed by …"]\nkeep = ["filed by hand"]'
    page = "Filed by hand\nFiled by Reuters\n"

    check(load_config(written(text)).pipeline(), page, "Filed by hand\n")


def test_pyproject_holds_a_table(written):
    path = written("[tool.scrapeclean.spacing]\nbetween_paragraphs = 0\n", "pyproject.toml")

    assert load_config(path).options == {"spacing": {"between_paragraphs": 0}}


def test_the_nearest_configuration_counts(written, tmp_path: Path):
    outer = written("[tool.scrapeclean]\n", "pyproject.toml")
    inner = tmp_path / "pages" / "site"
    inner.mkdir(parents=True)
    (inner / "page.txt").touch()

    assert find_config(inner / "page.txt") == outer
    (tmp_path / "pages" / "scrapeclean.toml").touch()
    assert find_config(inner) == tmp_path / "pages" / "scrapeclean.toml"


@pytest.mark.parametrize(
    "text", ["[tool.other]\n", "", "tool = 3\n", '[project]\nname = "scrapeclean"\n']
)
def test_a_pyproject_without_the_table_is_passed_over(written, tmp_path: Path, text: str):
    written(text, "pyproject.toml")

    assert find_config(tmp_path) != tmp_path / "pyproject.toml"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('prest = "NEWS"', "unknown key 'prest': did you mean 'preset'?"),
        ("[spacin]\n", "unknown key 'spacin': did you mean 'spacing'?"),
        ('preset = "NEW"', "unknown preset 'NEW': did you mean 'NEWS'?"),
        ("preset = 7", "unknown preset '7': known: CAREFUL, NEWS, PAGE"),
        ('cleaners = ["spcing"]', "unknown cleaner 'spcing': did you mean 'spacing'?"),
        ("cleaners = []", "'cleaners' is empty: name at least one, or leave it out"),
        ('cleaners = "spacing"', "'cleaners' must be a list of strings, not 'spacing'"),
        ("drop = [1]", "'drop' must be a list of strings, not [1]"),
        ('keep = [""]', "the phrase '' in 'keep' is too short"),
        ('drop = ["via …"]', "the phrase 'via …' in 'drop' is too short"),
        ('drop = ["… 7"]', "the phrase '… 7' in 'drop' is too short"),
        ('keep = ["!"]', "the phrase '!' in 'keep' is too short"),
        (
            "[spacing]\nbetween_paragraph = 1",
            "unknown option of spacing 'between_paragraph': did you mean 'between_paragraphs'?",
        ),
        (
            '[spacing]\nbetween_paragraphs = "1"',
            "spacing.between_paragraphs must be of type int, not '1'",
        ),
        (
            "[spacing]\nbetween_paragraphs = true",
            "spacing.between_paragraphs must be of type int, not True",
        ),
        (
            'preset = "NEWS"\ncleaners = ["spacing"]',
            "'preset' and 'cleaners' both choose the cleaners: keep one of them",
        ),
        ("spacing = 3", "'spacing' must be a table of options"),
        ('PRESET = "NEWS"', "unknown key 'PRESET': did you mean 'preset'?"),
        ("[spacing]\nbetween_paragraphs = -1", "spacing.between_paragraphs must not be negative"),
        (
            '[share]\nkinds = ["share", "widgets"]',
            "unknown kind of phrase in share.kinds 'widgets': did you mean 'widget'?",
        ),
        ("[share]\nkinds = [1]", "unknown kind of phrase in share.kinds '1': known: "),
        (
            'drop = ["sign up … today"]',
            "the phrase 'sign up … today' in 'drop' has … in its middle",
        ),
        (
            'keep = ["… corrections …"]',
            "the phrase '… corrections …' in 'keep' has … in its middle",
        ),
        (
            '[tool.scrapeclean]\npreset = "NEWS"',
            "here the keys stand at the top: remove [tool.scrapeclean]",
        ),
        (
            'preset = "CAREFUL"\n[share]\n',
            "'share' has options, but is not among the cleaners chosen here",
        ),
        ("profiles = 3", "'profiles' must be the name of a file, not 3"),
        ("[drop]\n", "'drop' must be a value, not a table"),
        ("preset = ", "is not TOML"),
    ],
)
def test_what_is_not_known_is_an_error_that_names_file_key_and_nearest(written, text, says):
    path = written(text)
    with pytest.raises(ConfigError) as caught:
        load_config(path)

    assert str(caught.value).startswith(f"{path}: ")
    assert says in str(caught.value)


@pytest.mark.parametrize("text", ["", "[tool]\n", "tool = 3\n", "[tool]\nscrapeclean = 3\n"])
def test_a_pyproject_that_is_named_must_have_the_table(written, text: str):
    path = written(text, "pyproject.toml")

    with pytest.raises(ConfigError, match=r"has no table \[tool.scrapeclean\]: add it"):
        load_config(path)


def test_three_dots_are_an_ellipsis(written):
    text = 'cleaners = ["spacing"]\ndrop = ["filed by ...", "...rain board"]\n'
    page = "Rain fell.\nFiled by Reuters\nBrought by the Rain Board\n"

    check(load_config(written(text)).pipeline(), page, "Rain fell.\n")


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path):
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path / "scrapeclean.toml")


def test_a_file_that_is_not_utf8_is_an_error(tmp_path: Path):
    (tmp_path / "scrapeclean.toml").write_bytes(b'preset = "\xff"')

    with pytest.raises(ConfigError, match="is not TOML"):
        load_config(tmp_path / "scrapeclean.toml")


def test_lists_and_whole_numbers_fit_tuples_and_fractions(written, monkeypatch):
    @dataclass(frozen=True)
    class Sample:
        words: tuple[str, ...] = ()
        share: float = 0.5
        name: str = "sample"

    monkeypatch.setitem(config.CLEANERS, "sample", Sample())
    text = 'cleaners = ["sample"]\n[sample]\nwords = ["a"]\nshare = 1\n'

    assert load_config(written(text)).pipeline().cleaners == (Sample(("a",), 1.0),)


@pytest.fixture
def profiles(tmp_path: Path) -> Path:
    """Profiles of two sites: each has one line on all of its pages."""
    prose = "The council of {0} voted {0} times on Monday, and {0} will vote again on Tuesday. "
    towns = ["Aldham", "Borley", "Copford", "Dedham", "Elmsett", "Foxearth"]
    sites = {
        site: SiteProfile.learn([f"{line}\n{prose.format(town) * 3}\n" for town in towns])
        for site, line in (("a.example", "Made in A with love"), ("b.example", "Bee, the paper"))
    }
    save_profiles(tmp_path / "profiles.json", sites)
    return tmp_path / "profiles.json"


def test_the_profile_of_the_site_is_used(written, profiles: Path):
    config = load_config(written('cleaners = ["spacing"]\nprofiles = "profiles.json"'))
    prose = "The council of Gosfield voted many times on Monday, and will vote again on Tuesday. "
    page = f"Made in A with love\nBee, the paper\n{prose * 3}\n"

    check(config.pipeline(site="a.example"), page, f"Bee, the paper\n{prose * 3}\n")
    check(config.pipeline(site="c.example"), page, page)


def test_profiles_that_are_not_there_are_an_error(written):
    config = load_config(written('profiles = "nowhere.json"'))

    with pytest.raises(ProfileError, match=r"nowhere\.json: cannot be read"):
        config.pipeline()
