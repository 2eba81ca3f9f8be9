"""Options that several commands share: which pipeline is to run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from scrapeclean.cli.streams import STDIN
from scrapeclean.config import PRESETS, Config, find_config, load_config
from scrapeclean.pipeline import Pipeline

if TYPE_CHECKING:
    from scrapeclean.sites import SiteProfile  # loaded only where there are profiles

Command = TypeVar("Command", bound=Callable[..., Any])


text_field_option = click.option(
    "--text-field",
    default="text",
    show_default=True,
    metavar="NAME",
    help="The field that holds a record's text.",
)


_preset_option = click.option(
    "--preset",
    type=click.Choice(list(PRESETS), case_sensitive=False),
    help="How much to remove; NEWS unless the configuration says otherwise.",
)
_config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A scrapeclean.toml or pyproject.toml; by default the nearest one upwards.",
)
_profiles_option = click.option(
    "--profiles",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Site profiles, from `scrapeclean learn`.",
)
_site_option = click.option(
    "--site",
    metavar="NAME",
    help="The page's site, or its address; without it FILE's folder names the site.",
)


class Wanted(NamedTuple):
    """Which pipeline the call asks for: its options, None where they were not given."""

    preset: str | None = None
    config: Path | None = None
    profiles: Path | None = None
    site: str | None = None


def pipeline_options(command: Command) -> Command:
    """Give `command` the options --preset, --config and --profiles; it gets them as `wanted`."""

    @wraps(command)
    def gathered(
        preset: str | None,
        config: Path | None,
        profiles: Path | None,
        site: str | None = None,
        **others: Any,  # noqa: ANN401 - whatever else the command takes
    ) -> object:
        return command(wanted=Wanted(preset, config, profiles, site), **others)

    return _preset_option(_config_option(_profiles_option(gathered)))  # type: ignore[return-value]


def page_options(command: Command) -> Command:
    """Give `command`, which cleans one page, the pipeline's options and --site."""
    return pipeline_options(_site_option(command))


def chosen_pipeline(wanted: Wanted, file: Path | None) -> Pipeline:
    """Return the pipeline for the page in `file` (None and ``-`` for standard input).

    Without --config the nearest configuration counts, searched upwards from the file or the working
    directory. Without --site that folder names the site whose profile is used, where there are
    several. Raises `ConfigError` and `ProfileError`.
    """
    config = _chosen_config(wanted, file)
    if wanted.site is not None:
        return _with_profile(wanted.site, config, wanted)
    start = _start(file)
    site = start.name if start.is_dir() else start.parent.name
    return config.pipeline(_preset(wanted), site)


def common_pipeline(wanted: Wanted, near: Path) -> Pipeline:
    """Return what `chosen_pipeline` does, without a profile: the same for pages of all sites."""
    config = replace(_chosen_config(wanted, near), profiles=None)
    return config.pipeline(_preset(wanted))


def chosen_profiles(wanted: Wanted, near: Path) -> dict[str, SiteProfile]:
    """Return the profiles that --profiles, or the configuration, names, by site.

    Raises `ConfigError` and `ProfileError`.
    """
    return _chosen_config(wanted, near).site_profiles()


def _with_profile(site: str, config: Config, wanted: Wanted) -> Pipeline:
    # here, as few calls have profiles
    from scrapeclean.batch.profiles import Profiles
    from scrapeclean.sites import known_site

    if config.profiles is None:
        raise click.UsageError("--site needs profiles: name their file with --profiles")
    profiles = config.site_profiles()
    pipeline = replace(config, profiles=None).pipeline(_preset(wanted))
    return Profiles(profiles).in_front_of(pipeline, known_site(profiles, site))


def _preset(wanted: Wanted) -> str | None:
    return wanted.preset.upper() if wanted.preset else None


def _chosen_config(wanted: Wanted, near: Path | None) -> Config:
    path = wanted.config or find_config(_start(near))
    config = load_config(path) if path else Config()
    return replace(config, profiles=wanted.profiles or config.profiles)


def _start(near: Path | None) -> Path:
    return Path.cwd() if near is None or near == STDIN else near.absolute()
