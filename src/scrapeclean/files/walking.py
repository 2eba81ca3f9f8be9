"""Which files are meant: paths, folders and patterns in, file names out, always in one order."""

from __future__ import annotations

import glob
import os
import subprocess
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from scrapeclean.errors import FormatError
from scrapeclean.files.failures import explain

#: What pages are called, as patterns.
PAGES = ("*.txt",)
_SHOWN = 4  # patterns, where a message says which files are taken


class Trouble(NamedTuple):
    """A path that is not cleaned, and why; `failed` is False for one that is rightly skipped."""

    path: Path
    message: str
    failed: bool = True


@dataclass(frozen=True)
class Choice:
    """Which files of a folder are taken.

    Hidden files and folders never are, nor are symbolic links: what a link leads to inside the
    folder is found there. `include` and `exclude` are patterns for a file's name or its path from
    the folder; `exclude` also holds for folders. An ending in lower case stands for any case:
    "*.txt" is "PAGE.TXT", too. With `gitignore`, files that git ignores are left out, for which
    git is asked.
    """

    include: tuple[str, ...] = PAGES
    exclude: tuple[str, ...] = ()
    gitignore: bool = False


def find_files(paths: Iterable[str], choice: Choice) -> Iterator[Path | Trouble]:
    """Yield each file that `paths` (files, folders, patterns) mean, once, in order.

    A file named as such is taken whatever its name. What cannot be taken comes as `Trouble`.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _expanded(path, choice):
            real = os.path.realpath(found.path if isinstance(found, Trouble) else found)
            if real not in seen:
                seen.add(real)
                yield found


def _expanded(name: str, choice: Choice) -> Iterator[Path | Trouble]:
    path = Path(name)
    if os.path.isdir(path):  # noqa: PTH112 - is_dir raises where a parent is locked
        yield from _in_folder(path, choice)
    elif os.path.lexists(path) or not glob.has_magic(name):
        if not _matches(path, choice.exclude):
            yield path
    else:
        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - takes absolute ones too
        if not found:
            yield Trouble(path, f"{path}: no file matches this pattern: check it")
        for match in found:
            yield from _expanded(match, choice)


def _in_folder(root: Path, choice: Choice) -> Iterator[Path | Trouble]:
    empty = True
    for found in _walked(root, choice):
        empty = False
        yield found
    if empty and not choice.exclude:
        names = ", ".join(choice.include[:_SHOWN]) + ", …" * (len(choice.include) > _SHOWN)
        message = f"{root}: skipped, it holds no file called {names}"
        yield Trouble(root, message, failed=False)


def _walked(root: Path, choice: Choice) -> Iterator[Path | Trouble]:
    try:
        kept = _kept_by_git(root) if choice.gitignore else None
    except FormatError as error:
        yield Trouble(root, str(error))
        return
    unreadable: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=unreadable.append):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if _is_open(here / name, root, choice))
        for path in (here / name for name in sorted(folders + names)):
            if path.is_symlink() and _is_open(path, root, choice):
                yield from _link(path, root)
            elif path.name in names and _is_taken(path, root, choice, kept):
                yield path
    for failure in unreadable:
        path = Path(failure.filename)
        yield Trouble(path, explain(path, failure))


def _is_open(path: Path, root: Path, choice: Choice) -> bool:
    """Neither hidden nor excluded."""
    return not path.name.startswith(".") and not _matches(path.relative_to(root), choice.exclude)


def _is_taken(path: Path, root: Path, choice: Choice, kept: Container[Path] | None) -> bool:
    local = path.relative_to(root)
    return (
        _is_open(path, root, choice)
        and _matches(local, choice.include)
        and (kept is None or local in kept)
    )


def _link(path: Path, root: Path) -> Iterator[Trouble]:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # a loop is a RuntimeError before Python 3.13
        yield Trouble(path, f"{path}: skipped, the link leads nowhere", failed=False)
        return
    if not target.is_relative_to(root.resolve()):
        yield Trouble(path, f"{path}: skipped, the link leads out of the folder", failed=False)


def _matches(path: Path, patterns: tuple[str, ...]) -> bool:
    low = _with_low_ending(path)
    names = {str(path), *path.parts, str(low), low.name}
    return any(fnmatch(name, pattern) for pattern in patterns for name in names)


def _with_low_ending(path: Path) -> Path:
    stem, dot, ending = path.name.partition(".")
    return path.with_name(stem + dot + ending.lower()) if ending else path


def _kept_by_git(root: Path) -> set[Path]:
    """Ask git, which alone knows all its rules, what it does not ignore in `root`."""
    call = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(call, capture_output=True, check=True)
    except FileNotFoundError as error:
        raise FormatError("git is not installed: install it, or leave --gitignore out") from error
    except subprocess.CalledProcessError as error:
        raise FormatError(
            f"{root}: git cannot say what it ignores here: is this folder in a repository? "
            "If not, leave --gitignore out"
        ) from error
    return {Path(os.fsdecode(name)) for name in done.stdout.split(b"\0")}
