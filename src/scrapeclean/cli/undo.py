"""`scrapeclean undo JOURNAL`: puts back what `fix` changed."""

from __future__ import annotations

from pathlib import Path

import click

from scrapeclean.batch.undo import undo_journal
from scrapeclean.cli.exits import ExitCode
from scrapeclean.cli.terminal import complain, visible


@click.command("undo", short_help="Put back what fix changed.")
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--quiet", "-q", is_flag=True, help="Say only what goes wrong.")
def undo_command(journal: Path, quiet: bool) -> ExitCode:
    """Put back the old text of every file that is in JOURNAL, a file that `fix` wrote.

    A file that has changed since is left as it is and named; the exit code is 2 then.
    """
    code = ExitCode.DONE
    for undone in undo_journal(journal):
        if undone.refused:
            code = ExitCode.TROUBLE
            complain(undone.refused)
        elif not quiet:
            click.echo(f"put back {visible(str(undone.path))}", err=True)
    return code
