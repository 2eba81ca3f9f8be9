"""Every case file: the expected text, and every law, on every case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from util import CASES, Case, check, check_laws, read_cases

from scrapeclean.config import CLEANERS, PRESETS
from scrapeclean.pipeline import Cleaner, Pipeline

FILES = sorted(CASES.glob("*.txt"))
NEWS = Pipeline(PRESETS["NEWS"])
KNOWN_FAILURES = sorted((CASES / "known_failures").glob("*.txt"))


def cleaners_of(path: Path, settings: dict[str, str]) -> Sequence[Cleaner]:
    """The cleaners that a file's head names; by default the one that it is called after."""
    if "preset" in settings:
        return PRESETS[settings["preset"]]
    return [CLEANERS[name.strip()] for name in settings.get("cleaners", path.stem).split(",")]


def params(paths: Sequence[Path], *marks: pytest.MarkDecorator) -> list:
    found = []
    for path in paths:
        settings, cases = read_cases(path)
        name = path.stem
        found += [
            pytest.param(path, settings, case, id=f"{name}: {case.title}", marks=marks)
            for case in cases
        ]
    return found


@pytest.mark.parametrize(("path", "settings", "case"), params(FILES))
def test_case(path: Path, settings: dict[str, str], case: Case):
    check(Pipeline(cleaners_of(path, settings)), case.text, case.expected)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_laws_hold_for_the_default_preset_on_every_case(path: Path):
    for case in read_cases(path)[1]:
        check_laws(NEWS, NEWS.clean(case.text))
        check_laws(NEWS, NEWS.clean(case.text.replace("\n", "\r\n")))


if KNOWN_FAILURES:

    @pytest.mark.parametrize(
        ("path", "settings", "case"), params(KNOWN_FAILURES, pytest.mark.xfail(strict=True))
    )
    def test_known_failure(path: Path, settings: dict[str, str], case: Case):
        check(Pipeline(cleaners_of(path, settings)), case.text, case.expected)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_at_least_as_many_keep_cases_as_clean_ones(path: Path):
    _, cases = read_cases(path)
    keeping = sum(case.keeps for case in cases)

    assert keeping >= len(cases) - keeping, f"{keeping} of {len(cases)} cases keep"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_title_stands_twice(path: Path):
    titles = [case.title for case in read_cases(path)[1]]

    assert len(titles) == len(set(titles))


def test_every_cleaner_has_a_case_file():
    assert set(CLEANERS) <= {path.stem for path in FILES}
