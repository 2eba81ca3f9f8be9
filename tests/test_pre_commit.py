"""The hooks, run by the real pre-commit, with this project as their source and no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DIRTY, CLEAN = "One.\n\n\n\nTwo.\n", "One.\n\nTwo.\n"

for module in ("pre_commit", "hatchling"):
    pytest.importorskip(module)


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=a test", "-c", "user.email=test@example.org"]
    call = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(call, check=True, capture_output=True, text=True).stdout.strip()


def committed(folder: Path) -> str:
    git(folder, "init", "-q")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "-q", "--no-verify", "-m", "a test")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """This project as a repository of hooks, and the revision to use."""
    folder = tmp_path_factory.mktemp("source")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src", folder / "src", ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    return folder, committed(folder)


@pytest.fixture
def pages(tmp_path: Path, source: tuple[Path, str]) -> Path:
    """A repository of pages that uses the hooks."""
    hooks = "".join(f"      - id: {name}\n        stages: [manual]\n" for name in HOOKS)
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {source[0]}\n    rev: {source[1]}\n    hooks:\n{hooks}"
    )
    (tmp_path / "page.txt").write_text(DIRTY)
    (tmp_path / "notes.md").write_text(DIRTY)
    committed(tmp_path)
    return tmp_path


HOOKS = ("scrapeclean", "scrapeclean-check")


def run(pages: Path, hook: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(home),
        # What the hooks' own environment would fetch is taken from ours.
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip's way to say that there is none
    }
    call = [sys.executable, "-m", "pre_commit", "run", hook, "--all-files"]
    call += ["--hook-stage", "manual", "--color", "never"]
    return subprocess.run(call, cwd=pages, env=environment, capture_output=True, text=True)


@pytest.mark.slow
def test_the_hooks(pages: Path, tmp_path_factory: pytest.TempPathFactory):
    home = tmp_path_factory.mktemp("home")

    checked = run(pages, "scrapeclean-check", home)
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert "would fix page.txt (2 edits)" in checked.stdout
    assert (pages / "page.txt").read_text() == DIRTY

    fixed = run(pages, "scrapeclean", home)
    assert fixed.returncode == 1
    assert "fixed page.txt (2 edits)" in fixed.stdout
    assert (pages / "page.txt").read_text() == CLEAN
    assert (pages / "notes.md").read_text() == DIRTY

    assert run(pages, "scrapeclean", home).returncode == 0
    assert run(pages, "scrapeclean-check", home).returncode == 0


def test_every_hook_is_tested():
    lines = (ROOT / ".pre-commit-hooks.yaml").read_text().splitlines()

    assert [line.removeprefix("- id: ") for line in lines if "- id: " in line] == list(HOOKS)
