"""`scrapeclean [FILE]`: a page in, the clean page out."""

from __future__ import annotations

from pathlib import Path

import click

from scrapeclean.cli.options import Wanted, chosen_pipeline, page_options
from scrapeclean.cli.streams import read_page, write_page
from scrapeclean.cli.terminal import complain
from scrapeclean.edits import to_json
from scrapeclean.errors import JournalError
from scrapeclean.files.coding import no_prose


@click.command("filter", short_help="Clean one page, to standard output.")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "--journal",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write every edit to FILE, as JSON.",
)
@page_options
def filter_command(file: Path | None, journal: Path | None, wanted: Wanted) -> None:
    """Clean FILE, or standard input, to standard output."""
    if journal:
        _check_is_no_page(journal, file)
    text, bom = read_page(file)
    if fault := no_prose(text):
        complain(f"warning: {fault}")
    result = chosen_pipeline(wanted, file).clean(text)
    for warning in result.warnings:
        complain(f"warning: {warning}")
    if journal:
        journal.write_bytes((to_json(result.edits) + "\n").encode())
    write_page(result.text, bom)


def _check_is_no_page(journal: Path, file: Path | None) -> None:
    """Raise `JournalError` where writing `journal` would cost a page: `file`, or another."""
    if not journal.is_file():  # it may be a device or a pipe, too
        return
    with journal.open("rb") as there:
        begins = there.read(1)
    if begins not in (b"", b"[") or (file and file.exists() and journal.samefile(file)):
        raise JournalError(f"{journal}: already exists and is not a journal: name another file")
