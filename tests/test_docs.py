"""What the documentation says is true: its code runs, its lists are the code's."""

from __future__ import annotations

import ast
import doctest
import importlib
import re
import runpy
from pathlib import Path

import click
import pytest
from util import TESTS, check

import scrapeclean
from scrapeclean.cli.explain import Explanation
from scrapeclean.cli.main import COMMANDS
from scrapeclean.config import CLEANERS, PRESETS

ROOT = TESTS.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
PRINTED = "cleaners.md"  # its examples are the docstrings', which run where they stand
SAMPLE = "Rain floods Ghent\n\nHeavy rain fell on Sunday.\nShare on Facebook\n"
#: What the examples of a page may take as given.
GIVEN = {
    "Path": Path,
    "text": SAMPLE,
    "texts": [SAMPLE] * 3,
    "records": [{"url": "https://example.org/1", "text": SAMPLE}],
    "headline": "Rain floods Ghent",
    "a_sample": ["Rain floods Ghent", "Fire in Oslo"],
}
_BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    """The code blocks of one language."""
    text = page.read_text(encoding="utf-8")
    return [body for _, found, body in _BLOCK.findall(text) if found == language]


WITH_CODE = [p for p in PAGES if p.name != PRINTED and blocks(p, "python")]


@pytest.mark.parametrize("page", WITH_CODE, ids=lambda page: page.name)
def test_the_code_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """All blocks of a page in one namespace: examples compared, the rest executed."""
    monkeypatch.chdir(tmp_path)
    names: dict = {"__name__": "__docs__", **GIVEN}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    said: list[str] = []
    for number, block in enumerate(blocks(page, "python")):
        if ">>>" not in block:
            exec(compile(block, f"{page.name}:{number}", "exec", dont_inherit=True), names)
            continue
        examples = doctest.DocTestParser().get_doctest(block, names, page.name, page.name, 0)
        runner.run(examples, out=said.append, clear_globs=False)
        names = examples.globs

    assert not runner.failures, "".join(said)


def test_the_page_in_the_readme_comes_out_as_shown():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    before, after = re.findall(r"<!-- page: \w+ -->\n```text\n(.*?)```", text, re.DOTALL)

    check(PRESETS["NEWS"], before, after)


def test_the_page_of_cleaners_is_printed_from_the_code():
    printed = runpy.run_path(str(DOCS / "print_cleaners.py"))["page"]()

    assert (DOCS / PRINTED).read_text(encoding="utf-8") == printed, "run: make cleaners"


def test_the_command_lines_page_names_every_command_and_option():
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    for name, place in COMMANDS.items():
        module, _, attribute = place.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert f"scrapeclean {name}" in text or name == "filter"
        missing = [opt for p in command.params for opt in p.opts[:1] if opt[0] == "-"]
        assert [opt for opt in missing if f"`{opt}" not in text] == [], name


def test_the_explanation_on_the_command_lines_page_is_what_comes_out():
    session = next(s for s in blocks(DOCS / "cli.md", "console") if "explain page.txt" in s)
    page = (
        "Skip to content\n\nRain floods the old town\n\nBy Ann Poe March 3, 2024 2 min read\n\n"
        "Heavy rain flooded the old town on Sunday, and ninety people were taken to safety.\n"
    )
    shown = [click.unstyle(row) for row in Explanation(scrapeclean.clean(page)).rows()]

    assert [row for row in session.splitlines()[2:] if row not in shown] == []


def test_the_command_lines_page_names_no_option_that_is_none():
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    known = {"--help", "--version"}
    for place in COMMANDS.values():
        module, _, attribute = place.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        known |= {opt for p in command.params for opt in p.opts}

    assert set(re.findall(r"[` ](--[a-z][a-z-]*)", text)) <= known


def test_the_configuration_page_names_every_key_and_preset():
    from scrapeclean import config

    text = (DOCS / "configuration.md").read_text(encoding="utf-8")

    assert [key for key in (*config._KEYS, *PRESETS) if f"`{key}`" not in text] == []


def test_links_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_page_is_in_the_navigation():
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

    assert [p.name for p in PAGES[1:] if f" {p.name}" not in navigation] == []


def test_the_changelog_begins_with_what_changes_in_cleaned_text():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for release in text.split("\n## ")[1:]:
        sections = re.findall(r"^### (.*)$", release, re.MULTILINE)
        order = ["Cleaned text changes", "Added", "Fixed", "Removed, migrating"]
        assert sections[:1] == order[:1]
        assert sections == [name for name in order if name in sections]


def test_all_is_whole_and_in_order():
    """`__all__` names everything public that the package imports or defines, and it is there."""
    tree = ast.parse(Path(scrapeclean.__file__).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    public = {
        alias.name
        for node in imports
        if str(node.module).startswith("scrapeclean.")
        for alias in node.names
    }
    public |= {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }

    assert public == set(scrapeclean.__all__)
    assert len(scrapeclean.__all__) == len(public)
    assert all(getattr(scrapeclean, name).__doc__ for name in scrapeclean.__all__)


@pytest.mark.parametrize("name", CLEANERS)
def test_the_docstring_of_a_cleaner_has_an_example(name: str):
    assert ">>>" in (CLEANERS[name].__doc__ or "")
