"""The command `scrapeclean`: finds the subcommand, and turns what goes wrong into an exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from scrapeclean.cli.exits import ExitCode
from scrapeclean.cli.streams import abandon_output, open_closed_streams
from scrapeclean.cli.terminal import colour, complain
from scrapeclean.errors import ScrapecleanError
from scrapeclean.files.failures import explain

#: Where each command is; none is loaded before it is called.
COMMANDS = {
    "filter": "scrapeclean.cli.filter:filter_command",
    "split": "scrapeclean.cli.split:split_command",
    "explain": "scrapeclean.cli.explain:explain_command",
    "fix": "scrapeclean.cli.fix:fix_command",
    "undo": "scrapeclean.cli.undo:undo_command",
    "report": "scrapeclean.cli.report:report_command",
    "headlines": "scrapeclean.cli.headlines:headlines_command",
    "learn": "scrapeclean.cli.learn:learn_command",
    "profile": "scrapeclean.cli.profile:profile_command",
}
#: So many objects are made between two rounds of Python's garbage collector: cleaning a page makes
#: a few thousand, and leaves no cycles behind that only the collector would find.
COLLECT_FROM = 50_000
_OWN_OPTIONS = {"-h", "--help", "--version"}
_NEITHER = "{!r} is neither a file nor a command; the commands are {}"


class Shell(click.Group):
    """Loads a command when it is called; arguments that name none go to `filter`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Return the names of all commands, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command called `cmd_name`, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `filter` in front of arguments that name no command."""
        first = args[0] if args else ""
        if first in COMMANDS or first in _OWN_OPTIONS:
            return super().parse_args(ctx, args)
        if first.isalpha() and not Path(first).exists():
            raise click.UsageError(_NEITHER.format(first, ", ".join(COMMANDS)), ctx)
        return super().parse_args(ctx, ["filter", *args])


@click.command(
    cls=Shell,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[FILE]",
    subcommand_metavar="| COMMAND ...",
    epilog="Without a command, FILE (or standard input) is cleaned to standard output, as by "
    "`filter`. A file that has the name of a command needs its folder: ./split",
)
@click.version_option(package_name="scrapeclean", message="%(prog)s %(version)s")
def shell() -> None:
    """Clean the plain text of scraped news pages."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv`, that of the process by default, and return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except click.ClickException as error:
        error.show()
        if isinstance(error, click.NoSuchOption):
            _name_owners(error.option_name)
    except BrokenPipeError:
        abandon_output()
        return ExitCode.DONE  # who reads has read enough
    except ScrapecleanError as error:
        complain(str(error))
    except OSError as error:
        complain(explain(error.filename or "standard output", error))
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    return ExitCode.TROUBLE


def run() -> int:
    """Do what `main` does for a process that ends with it.

    What is loaded stays, so the collector need not walk over it again and again; and at the end
    nothing is taken apart, as the system takes it back as a whole.
    """
    gc.set_threshold(COLLECT_FROM)
    open_closed_streams()
    code = main()
    gc.freeze()
    return code


def _run(arguments: list[str]) -> int:
    try:
        with shell.make_context("scrapeclean", arguments, color=colour()) as context:
            code = shell.invoke(context)
    except click.exceptions.Exit as end:
        code = end.exit_code
    sys.stdout.flush()
    return code or ExitCode.DONE


def _name_owners(option: str) -> None:
    """Say which commands have `option`, for one that has been given to another."""
    with click.Context(shell) as context:
        commands = {name: shell.get_command(context, name) for name in COMMANDS}
    owners = [n for n, c in commands.items() if c and any(option in p.opts for p in c.params)]
    if owners:
        click.echo(f"{option} is an option of: {', '.join(owners)}", err=True)


if __name__ == "__main__":
    raise SystemExit(run())
