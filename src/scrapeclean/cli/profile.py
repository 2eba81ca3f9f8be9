"""`scrapeclean profile`: what was learned of a site, and which lines of it are to stay."""

from __future__ import annotations

from pathlib import Path

import click

from scrapeclean.cli.terminal import complain, visible
from scrapeclean.errors import ProfileError
from scrapeclean.sites import SiteProfile, known_site, load_profiles, save_profiles

_FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


@click.group("profile", short_help="Show what was learned, and strike lines from it.")
def profile_command() -> None:
    """Look at learned profiles, and strike lines from them."""


@profile_command.command("show", short_help="Print the furniture of each site.")
@_FILE
@click.option("--site", metavar="NAME", help="Show this site alone.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=20,
    show_default=True,
    metavar="N",
    help="Show at most N lines a site; 0 for all.",
)
def show(file: Path, site: str | None, limit: int) -> None:
    """Print the furniture of each site in FILE, and on how many pages each line stands."""
    profiles = load_profiles(file)
    for name in [known_site(profiles, site)] if site else sorted(profiles):
        _print(name, profiles[name], limit)


def _print(name: str, profile: SiteProfile, limit: int) -> None:
    click.echo(f"{visible(name)}: {profile.size} pages, {profile.learned.pages} counted")
    for warning in profile.warnings:
        complain(f"warning: {name}: {warning}")
    lines = profile.furniture
    for line in lines[: limit or None]:
        click.echo(f"  {line.count:>4} of {line.pages:<4} {visible(line.words)}")
    if limit and len(lines) > limit:
        click.echo(f"  and {len(lines) - limit} more: --limit 0 shows all")
    for words in sorted(profile.kept):
        click.echo(f"  kept         {visible(words)}")


@profile_command.command("keep", short_help="Strike lines, so that they stay.")
@_FILE
@click.argument("lines", nargs=-1, required=True, metavar="LINE...")
@click.option("--site", metavar="NAME", help="The site; needed where FILE holds several.")
def keep(file: Path, lines: tuple[str, ...], site: str | None) -> None:
    """Strike each LINE, and its near variants, from the furniture in FILE, so that it stays."""
    profiles = load_profiles(file)
    if site is None and len(profiles) != 1:
        raise ProfileError(f"{file}: holds {len(profiles)} sites: name one with --site")
    name = known_site(profiles, site or next(iter(profiles)))
    for line in lines:
        if profiles[name].keep(line).learned.constants == profiles[name].learned.constants:
            complain(f"warning: {name}: no furniture is like {line!r}; it is noted all the same")
    save_profiles(file, {**profiles, name: profiles[name].keep(*lines)})
