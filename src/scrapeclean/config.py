"""The configuration: ``[tool.scrapeclean]`` of a pyproject.toml, or a scrapeclean.toml.

    preset = "PAGE"                            # or, in your own order:
    cleaners = ["CAREFUL", "share"]
    drop = ["brought to you by …"]             # lines that go
    keep = ["corrections: …"]                  # lines that stay, whoever wants them gone
    profiles = "profiles.json"                 # furniture of sites, from `scrapeclean learn`

    [tool.scrapeclean.repeated_captions]       # options of one cleaner: its fields
    reach = 2

An unknown name is an error that names the file, the key and the nearest known name: a setting that
silently does nothing is worse than none.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from scrapeclean.errors import ConfigError
from scrapeclean.lexicon.phrases import KINDS
from scrapeclean.pipeline import Cleaner, Pipeline
from scrapeclean.presets import CAREFUL, NEWS, OPTIONAL, PAGE

if TYPE_CHECKING:
    from scrapeclean.sites import SiteProfile


def _name(cleaner: Cleaner) -> str:
    return str(getattr(cleaner, "name", type(cleaner).__name__))


PRESETS: dict[str, tuple[Cleaner, ...]] = {"CAREFUL": CAREFUL, "NEWS": NEWS, "PAGE": PAGE}
#: Every cleaner by its name, with the options that the presets give it.
CLEANERS: dict[str, Any] = {_name(cleaner): cleaner for cleaner in (*PAGE, *OPTIONAL)}
FILE = "scrapeclean.toml"
_PYPROJECT = "pyproject.toml"
#: In every TOML document that has the table, bare or quoted, dotted or not, one of these stands.
_MAY_HOLD_TABLE = re.compile(rb"""tool["']?\s*(?:\.\s*["']?scrapeclean|[\]=])|\\[uU]""")
_KEYS = ("preset", "cleaners", "drop", "keep", "profiles")
_DOTS = "..."  # most keyboards have no ellipsis


@dataclass(frozen=True)
class Config:
    """What a configuration says; without one, the default preset.

    `cleaners` are names of cleaners and presets, in order, and take the place of `preset` where
    there are any; `options` holds, by cleaner, the fields to set.
    """

    preset: str = "NEWS"
    cleaners: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    profiles: Path | None = None
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def pipeline(self, preset: str | None = None, site: str | None = None) -> Pipeline:
        """Return the pipeline for pages of `site`; `preset`, where given, overrides the cleaners.

        A file with a single profile is for pages of all sites. Raises `ProfileError`.
        """
        chosen: Iterable[Any] = PRESETS[preset] if preset else self.chosen
        cleaners = [replace(c, **self.options.get(_name(c), {})) for c in chosen]
        if self.drop:
            cleaners.insert(0, _own_phrases().DropPhrases(self.drop))
        if self.profiles:
            from scrapeclean.sites import profile_of  # here, as few configurations have profiles

            profile = profile_of(self.site_profiles(), site)
            cleaners[:0] = [profile] if profile else []
        return Pipeline(cleaners, _own_phrases().KeepPhrases(self.keep) if self.keep else None)

    def site_profiles(self) -> dict[str, SiteProfile]:
        """Return the profiles by site; none where no file is named. Raises `ProfileError`."""
        if self.profiles is None:
            return {}
        from scrapeclean.sites import load_profiles

        return load_profiles(self.profiles)

    @property
    def chosen(self) -> list[Any]:
        """The cleaners, in order, with the options that the presets give them."""
        names = self.cleaners or (self.preset,)
        return [c for name in names for c in PRESETS.get(name) or (CLEANERS[name],)]


def _own_phrases() -> ModuleType:
    from scrapeclean.cleaners import own_phrases  # here, as few configurations have phrases

    return own_phrases


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration, from `start`, a file or folder, upwards; or None. A
    pyproject.toml counts where it has a table ``[tool.scrapeclean]``."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        project = folder / _PYPROJECT
        if project.is_file() and _has_table(project):
            return project
    return None


def _has_table(project: Path) -> bool:
    if not _MAY_HOLD_TABLE.search(project.read_bytes()):
        return False  # without the parser, which most need not pay for
    return _table(_read_toml(project)) is not None


def _table(document: Mapping[str, Any]) -> object:
    """What ``[tool.scrapeclean]`` is in a pyproject.toml; None where there is nothing."""
    tool = document.get("tool")
    return tool.get("scrapeclean") if isinstance(tool, dict) else None


def load_config(path: str | os.PathLike[str]) -> Config:
    """Return the configuration in `path`, a scrapeclean.toml or a pyproject.toml.

    Raises `ConfigError` when it cannot be read, or holds an unknown name or a wrong type.
    """
    path = Path(path)
    document = _read_toml(path)
    table = _table(document) if path.name == _PYPROJECT else document
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: has no table [tool.scrapeclean]: add it, or name another file")
    if table is document and _table(document) is not None:
        raise ConfigError(f"{path}: here the keys stand at the top: remove [tool.scrapeclean]")
    return _Reader(path).config(table)


def _read_toml(path: Path) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:  # also what is no UTF-8
        raise ConfigError(f"{path}: is not TOML ({error})") from error


class _Reader:
    """Turns a TOML table into a `Config`; `path` is for messages."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def config(self, table: Mapping[str, Any]) -> Config:
        """Return what `table` says; raises `ConfigError`."""
        self._check_keys(table)
        options = {key: value for key, value in table.items() if key in CLEANERS}
        config = Config(
            preset=self._preset(table.get("preset", "NEWS")),
            cleaners=self._cleaners(table),
            drop=self._phrases(table, "drop"),
            keep=self._phrases(table, "keep"),
            profiles=self._profiles(table.get("profiles")),
            options={name: self._options(name, options[name]) for name in options},
        )
        for name in sorted(options.keys() - {_name(cleaner) for cleaner in config.chosen}):
            raise self._error(f"{name!r} has options, but is not among the cleaners chosen here")
        return config

    def _check_keys(self, table: Mapping[str, Any]) -> None:
        for key, value in table.items():
            self._known(key, (*_KEYS, *CLEANERS), "key")
            if isinstance(value, dict) != (key in CLEANERS):
                must = "a table of options" if key in CLEANERS else "a value, not a table"
                raise self._error(f"{key!r} must be {must}")
        if "preset" in table and "cleaners" in table:
            raise self._error("'preset' and 'cleaners' both choose the cleaners: keep one of them")

    def _preset(self, name: object) -> str:
        self._known(str(name).upper(), PRESETS, "preset")
        return str(name).upper()

    def _cleaners(self, table: Mapping[str, Any]) -> tuple[str, ...]:
        names = self._strings(table, "cleaners")
        for name in names:
            self._known(name, (*CLEANERS, *PRESETS), "cleaner")
        if "cleaners" in table and not names:
            raise self._error("'cleaners' is empty: name at least one, or leave it out")
        return names

    def _phrases(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        ellipsis = _own_phrases().ELLIPSIS
        phrases = tuple(p.replace(_DOTS, ellipsis) for p in self._strings(table, key))
        for phrase in phrases:
            if fault := _own_phrases().fault(phrase):
                raise self._error(f"the phrase {phrase!r} in {key!r} {fault}")
        return phrases

    def _profiles(self, name: object) -> Path | None:
        """The file of profiles; a relative name counts from the configuration's folder."""
        if not isinstance(name, str | None):
            raise self._error(f"'profiles' must be the name of a file, not {name!r}")
        return self.path.parent / name if name else None

    def _strings(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._error(f"{key!r} must be a list of strings, not {value!r}")
        return tuple(value)

    def _options(self, name: str, options: Mapping[str, Any]) -> dict[str, Any]:
        cleaner = CLEANERS[name]
        defaults = {f.name: getattr(cleaner, f.name) for f in fields(cleaner) if f.init}
        for key in options:
            self._known(key, defaults, f"option of {name}")
        return {key: self._option((name, key), options[key], defaults[key]) for key in options}

    def _option(self, where: tuple[str, str], value: object, default: object) -> object:
        value = tuple(value) if isinstance(value, list) else value
        value = float(value) if isinstance(default, float) and type(value) is int else value
        if default is not None and type(value) is not type(default):
            kind = {"tuple": "list"}.get(type(default).__name__, type(default).__name__)
            raise self._error(f"{'.'.join(where)} must be of type {kind}, not {value!r}")
        if type(value) is int and value < 0:
            raise self._error(f"{'.'.join(where)} must not be negative: it counts something")
        if isinstance(value, tuple) and where[1] == "kinds":
            for kind in value:
                self._known(str(kind), KINDS, f"kind of phrase in {'.'.join(where)}")
        return value

    def _known(self, name: str, known: Iterable[str], what: str) -> None:
        names = {each.lower(): each for each in known}
        if name not in names.values():
            from difflib import get_close_matches  # here, as few calls have something to say

            nearest = [names[low] for low in get_close_matches(name.lower(), names, n=1)]
            every = f"known: {', '.join(names.values())}"
            hint = f"did you mean {nearest[0]!r}?" if nearest else every
            raise self._error(f"unknown {what} {name!r}: {hint}")

    def _error(self, message: str) -> ConfigError:
        return ConfigError(f"{self.path}: {message}")
