"""What `fix` prints: each file that changes, what goes wrong, its progress, a summary.

All of it goes to standard error; only diffs go to standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from scrapeclean.batch.corpus import rejects_of
from scrapeclean.batch.folder import Cleaned
from scrapeclean.batch.progress import Progress
from scrapeclean.batch.records import Piece
from scrapeclean.batch.tally import Tally
from scrapeclean.cli.exits import ExitCode
from scrapeclean.cli.sources import NAMED
from scrapeclean.cli.terminal import complain, visible
from scrapeclean.files.walking import Trouble

_NOTHING_READ = (
    "{}: no record could be read, so {} was not written: {} has the reasons; "
    "--text-field names the field that holds the text"
)
_HEAD: dict[str, Any] = {"bold": True}
_STYLES = {
    "---": _HEAD,
    "+++": _HEAD,
    "+": {"fg": "green"},
    "-": {"fg": "red"},
    "@": {"fg": "cyan"},
}


class Console:
    """Prints what a run reports, and counts it; `write` says whether files are changed or only
    looked at."""

    def __init__(self, write: bool, quiet: bool) -> None:
        self._write = write
        self._quiet = quiet
        self._tally = Tally()
        self._units: dict[str, None] = {}
        self._progress = Progress(0, "", quiet=True)
        self._bytes = 0
        self._named = 0

    def begin(self, unit: str, total: int) -> None:
        """Start the progress of `total` bytes of documents, which are called `unit`."""
        self._units[unit] = None
        self._progress = Progress(total, unit, self._quiet)
        self._bytes = self._named = 0

    def end(self) -> None:
        """End that progress."""
        self._progress.clear()

    def trouble(self, trouble: Trouble) -> None:
        """Report a path that is not cleaned, and count it."""
        self._tally.add(Tally(failed=int(trouble.failed), skipped=int(not trouble.failed)))
        self._complain(trouble)

    def _complain(self, trouble: Trouble) -> None:
        self._progress.clear()
        if trouble.failed or not self._quiet:
            complain(trouble.message)

    def page(self, cleaned: Cleaned) -> None:
        """Report what came of one file."""
        if cleaned.trouble:
            self._complain(cleaned.trouble)
        self._count(cleaned.tally, cleaned.size)
        edits = cleaned.tally.edits.total()
        if edits:
            did = "fixed" if self._write else "would fix"
            self._note(f"{did} {visible(str(cleaned.path))} ({edits} edit{'s' * (edits != 1)})")
        for warning in cleaned.warnings:
            self._note(f"in doubt: {visible(f'{cleaned.path}: {warning}')}")
        self._show_diff(cleaned.diff)

    def piece(self, path: Path, piece: Piece) -> None:
        """Report what came of a piece of the corpus at `path`."""
        self._count(piece.tally, max(0, piece.position - self._bytes))
        for reject in piece.rejects:
            self._named += 1
            if self._named <= NAMED:  # all are in the rejects file
                self._progress.clear()
                complain(f"{path}: record {reject.number} rejected: {reject.reason}")
        self._show_diff(piece.diff)

    def nothing_read(self, corpus: Path, target: Path) -> None:
        """Report that no record of `corpus` could be read, so that `target` was not written."""
        self._progress.clear()
        complain(_NOTHING_READ.format(corpus, target, rejects_of(target)))

    def _count(self, tally: Tally, size: int) -> None:
        self._tally.add(tally)
        self._bytes += size
        self._progress.show(self._bytes, self._tally.seen)

    def _note(self, words: str) -> None:
        if not self._quiet:
            self._progress.clear()
            click.echo(words, err=True)

    def _show_diff(self, text: str) -> None:
        if not text:
            return
        self._progress.clear()
        if not _on_terminal():
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
            return
        for row in text.split("\n")[:-1]:
            click.echo(click.style(visible(row), **_STYLES.get(row[:3], _STYLES.get(row[:1], {}))))

    def interruption(self, resumable: bool) -> None:
        """Report that the run was interrupted, and how to go on."""
        self._progress.clear()
        units = " and ".join(self._units) or "files"
        again = "to go on" if "records" not in self._units else "from the start, or with --resume"
        again = "with the same --resume to carry on" if resumable else again
        complain(f"interrupted after {self._tally.seen:,} {units}: run again {again}")

    def unheard(self) -> ExitCode:
        """Return the exit code of a run whose output nobody reads any more: one that only looks has
        done its work, one that writes has left some undone."""
        return ExitCode.TROUBLE if self._write else self._code()

    def summary(self) -> ExitCode:
        """Print what was done, and return the exit code."""
        units = " and ".join(self._units)
        if units and not self._quiet:
            did = "changed" if self._write else "would change"
            for row in self._tally.rows(units, did):
                click.echo(visible(row), err=True)
        return self._code()

    def _code(self) -> ExitCode:
        if self._tally.failed:
            return ExitCode.TROUBLE
        return ExitCode.CHANGED if self._tally.changed else ExitCode.DONE


def _on_terminal() -> bool:
    """Whether standard output is a terminal, or is to be treated as one."""
    context = click.get_current_context(silent=True)
    wanted = context.color if context else None
    return sys.stdout.isatty() or bool(wanted)
