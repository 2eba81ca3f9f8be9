"""`scrapeclean undo JOURNAL`: puts back what `fix` changed."""

from __future__ import annotations

from pathlib import Path

import click

from scrapeclean.batch.undo import undo_journal
from scrapeclean.cli.exits import ExitCode
from scrapeclean.cli.terminal import complain, visible


@click.command("undo", short_help="Put back what fix changed.")
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--quiet", "-q", is_flag=True, help="Report nothing but problems.")
def undo_command(journal: Path, quiet: bool) -> ExitCode:
    """Put back the old text of every file in JOURNAL, which `fix --journal` wrote.

    A file that has changed since is reported and left as it is; the exit code is then 2.
    """
    code = ExitCode.DONE
    for undone in undo_journal(journal):
        if undone.refused:
            code = ExitCode.TROUBLE
            complain(undone.refused)
        elif not quiet:
            click.echo(f"put back {visible(str(undone.path))}", err=True)
    return code
