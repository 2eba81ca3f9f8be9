"""Options that several commands share: which pipeline is to run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from scrapeclean.cli.streams import STDIN
from scrapeclean.config import PRESETS, Config, find_config, load_config
from scrapeclean.pipeline import Pipeline

if TYPE_CHECKING:
    from scrapeclean.sites import SiteProfile  # loaded only where there are profiles

Command = TypeVar("Command", bound=Callable[..., Any])


def pipeline_options(command: Command) -> Command:
    """Give `command` the options --preset, --config and --profiles, for `chosen_pipeline`."""
    preset = click.option(
        "--preset",
        type=click.Choice(list(PRESETS), case_sensitive=False),
        help="How much to dare; NEWS unless the configuration says otherwise.",
    )
    config = click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="A scrapeclean.toml or pyproject.toml, instead of the nearest one upwards.",
    )
    profiles = click.option(
        "--profiles",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Furniture of sites, from `scrapeclean learn`.",
    )
    return preset(config(profiles(command)))


def chosen_pipeline(
    preset: str | None, config: Path | None, profiles: Path | None, near: Path | None
) -> Pipeline:
    """Return the pipeline that the options ask for.

    Without `config` the nearest configuration counts, searched upwards from `near`, a file or
    folder (the working directory for None and ``-``). The folder of a file names the site whose
    profile is used, where there are several. Raises `ConfigError` and `ProfileError`.
    """
    start = _start(near)
    site = start.name if start.is_dir() else start.parent.name
    chosen = _chosen_config(config, near)
    chosen = replace(chosen, profiles=profiles or chosen.profiles)
    return chosen.pipeline(preset.upper() if preset else None, site)


def common_pipeline(preset: str | None, config: Path | None, near: Path) -> Pipeline:
    """Return what `chosen_pipeline` does, without a profile: the same for pages of all sites."""
    chosen = replace(_chosen_config(config, near), profiles=None)
    return chosen.pipeline(preset.upper() if preset else None)


def chosen_profiles(file: Path | None, config: Path | None, near: Path) -> dict[str, SiteProfile]:
    """Return the profiles in `file`, or those of the configuration, by site.

    Raises `ConfigError` and `ProfileError`.
    """
    chosen = _chosen_config(config, near)
    return replace(chosen, profiles=file or chosen.profiles).site_profiles()


def _chosen_config(config: Path | None, near: Path | None = None) -> Config:
    path = config or find_config(_start(near))
    return load_config(path) if path else Config()


def _start(near: Path | None) -> Path:
    return Path.cwd() if near is None or near == STDIN else near.absolute()
