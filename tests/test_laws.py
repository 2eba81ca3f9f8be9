"""The six laws, on random pages, for every preset and every cleaner alone."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from strategies import pages
from util import FIXTURES, check_laws

from scrapeclean.config import CLEANERS, PRESETS
from scrapeclean.pipeline import Pipeline

#: Each once, under its first name, where two names stand for the same cleaners.
DIFFERENT = {cleaners: name for name, cleaners in reversed(PRESETS.items())}
PIPELINES = {name: Pipeline(cleaners) for cleaners, name in DIFFERENT.items()}
SEEDS = sorted(FIXTURES.glob("*.txt"))
#: What changes words on purpose; all other cleaners only take away.
REPAIRS = {"text_repair"}


@pytest.mark.parametrize("preset", PIPELINES)
@given(text=pages)
def test_laws_on_random_pages(preset: str, text: str):
    pipeline = PIPELINES[preset]

    check_laws(pipeline, pipeline.clean(text))


@pytest.mark.parametrize("name", CLEANERS)
@settings(max_examples=25)
@given(text=pages)
def test_laws_on_random_pages_for_each_cleaner(name: str, text: str):
    pipeline = Pipeline([CLEANERS[name]])

    check_laws(pipeline, pipeline.clean(text))


@pytest.mark.parametrize("preset", PIPELINES)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_laws_on_seeds(preset: str, seed):
    pipeline = PIPELINES[preset]
    text = seed.read_text(encoding="utf-8")

    check_laws(pipeline, pipeline.clean(text))
    check_laws(pipeline, pipeline.clean(text.replace("\n", "\r\n")))
    check_laws(pipeline, pipeline.clean(text * 3))


@pytest.mark.parametrize("preset", PIPELINES)
@given(text=pages)
def test_nothing_is_invented(preset: str, text: str):
    """Apart from text repair, every word of the clean text stands in the source, in order."""
    cleaners = [c for c in PRESETS[preset] if getattr(c, "name", "") not in REPAIRS]
    result = Pipeline(cleaners).clean(text)

    assert is_within(letters(result.text), letters(text))


@given(text=pages)
def test_only_repair_writes_words(text: str):
    for edit in Pipeline(PRESETS["PAGE"]).clean(text).edits:
        assert edit.cleaner in REPAIRS or not edit.new.strip() or edit.new.strip() in edit.old


@pytest.mark.parametrize("preset", PIPELINES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\r",
        " ",
        "\ufeff",
        "\x00",
        "\ud800",
        "TT\n" * 10_000,
        "Share\r\n\r\n" * 10_000,
        "a" * 1_000_000,
        "\n" * 20_000,
        "One line without an end",
    ],
    ids=lambda text: f"{text[:8]!r} x {len(text)}",
)
def test_any_text_is_cleaned(preset: str, text: str):
    result = PIPELINES[preset].clean(text)

    assert result.undo() == text
    assert PIPELINES[preset].clean(result.text).text == result.text


@pytest.mark.parametrize("preset", PIPELINES)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_the_order_of_texts_does_not_matter(preset: str, seed):
    """No state is carried from page to page."""
    text = seed.read_text(encoding="utf-8")
    before = Pipeline(PRESETS[preset]).clean(text)
    for other in SEEDS:
        PIPELINES[preset].clean(other.read_text(encoding="utf-8"))

    assert PIPELINES[preset].clean(text) == before


def test_hash_seeds_and_locales_do_not_matter():
    programme = (
        "import pathlib, sys; from scrapeclean import clean\n"
        "for path in sys.argv[1:]:\n"
        "    print(ascii(clean(pathlib.Path(path).read_text(encoding='utf-8'))))"
    )
    call = [sys.executable, "-c", programme, *map(str, SEEDS)]
    outputs = {
        subprocess.run(call, env=env, capture_output=True, check=True).stdout
        for env in (
            {"PYTHONHASHSEED": "0", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"},
        )
    }

    assert len(outputs) == 1


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def is_within(part: str, whole: str) -> bool:
    """Whether the characters of `part` stand in `whole` in the same order."""
    rest = iter(whole)
    return all(char in rest for char in part)
