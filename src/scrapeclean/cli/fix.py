"""`scrapeclean fix PATH...`: cleans files in place, or files and corpora into others."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

import click

from scrapeclean.batch.profiles import FOLDER, Profiles
from scrapeclean.batch.records import Mode
from scrapeclean.cli.exits import ExitCode
from scrapeclean.cli.fixing import Fixing, FixOptions, near
from scrapeclean.cli.options import (
    Wanted,
    chosen_profiles,
    common_pipeline,
    pipeline_options,
    text_field_option,
)
from scrapeclean.cli.streams import STDIN

Option: TypeAlias = Any  # of many types; `FixOptions` has them


@click.command("fix", short_help="Clean files in place, or into other files.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where something would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--journal", type=click.Path(path_type=Path), metavar="FILE", help="Note all edits in FILE."
)
@click.option(
    "--include", multiple=True, metavar="GLOB", help="Files to take in a folder; by default *.txt."
)
@click.option("--exclude", multiple=True, metavar="GLOB", help="Files and folders to leave out.")
@click.option("--gitignore", is_flag=True, help="Leave out what git ignores.")
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    metavar="N",
    help="Use N processes; by default all cores.",
)
@click.option(
    "--resume",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Keep the state of the run in FILE, and carry on from it after an interruption.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write to PATH, a file or a folder, and leave the originals as they are.",
)
@text_field_option
@click.option(
    "--mode",
    type=click.Choice([mode.value for mode in Mode]),
    default="text",
    help="text: replace a record's text; edits: add the edits as well; articles: make one record "
    "per article.",
)
@click.option(
    "--by",
    default=FOLDER,
    metavar="FIELD|FOLDER",
    help="The field that names a record's site, as in `learn`; by default the file's folder does.",
)
@click.option("--quiet", "-q", is_flag=True, help="Report nothing but problems.")
@pipeline_options
def fix_command(paths: tuple[str, ...], by: str, wanted: Wanted, **options: Option) -> ExitCode:
    """Clean files in place, each in one move. PATH is a file, a folder (its *.txt) or a pattern.

    With --output the originals stay as they are. A corpus (.jsonl, .csv, .tsv, .parquet, .wet,
    .warc, also compressed: .gz, .bz2, .zst) always needs --output.
    """
    chosen = FixOptions(**{**options, "mode": Mode(options["mode"])})
    chosen.check_together()
    if str(STDIN) in paths:
        raise click.UsageError("fix is for files: `scrapeclean` alone cleans standard input")
    start = near(paths[0])
    pipeline = common_pipeline(wanted, start)
    sites = chosen_profiles(wanted, start)
    of_sites = Profiles(sites, FOLDER if by.lower() == FOLDER else by) if sites else None
    return Fixing(chosen, pipeline, of_sites).run(paths)
