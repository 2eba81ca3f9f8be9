"""`scrapeclean report PATH... -o out.html`: what goes, and why, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import click

from scrapeclean.atomic import in_one_move
from scrapeclean.batch.profiles import Profiles, folder_of
from scrapeclean.cli.exits import ExitCode
from scrapeclean.cli.fixing import near
from scrapeclean.cli.options import (
    Wanted,
    chosen_profiles,
    common_pipeline,
    pipeline_options,
    text_field_option,
)
from scrapeclean.cli.sources import Sources
from scrapeclean.cli.terminal import visible
from scrapeclean.errors import FormatError
from scrapeclean.files.failures import explain
from scrapeclean.files.reading import read_source
from scrapeclean.files.walking import Choice
from scrapeclean.formats import corpus_of
from scrapeclean.report import ReportPage, html

#: More pages than anybody reads, and few enough for a browser.
LIMIT = 200


@click.command("report", short_help="Write an HTML page on what would change, and why.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE.html",
    help="The page to write.",
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=LIMIT,
    metavar="N",
    show_default=True,
    help="Show at most N pages.",
)
@text_field_option
@pipeline_options
def report_command(
    paths: tuple[str, ...], output: Path, limit: int, text_field: str, wanted: Wanted
) -> ExitCode:
    """Write an HTML page that shows what cleaning PATH would change, and why.

    PATH is a file, a folder (its *.txt), a pattern or a corpus. None of them is changed.
    """
    if output.suffix.lower() not in {".html", ".htm"}:
        raise click.UsageError("--output is an HTML page: give it a name that ends in .html")
    start = near(paths[0])
    pipeline = common_pipeline(wanted, start)
    sites = Profiles(chosen_profiles(wanted, start))
    sources = Sources(Choice())

    def pages(path: Path) -> Iterator[ReportPage]:
        own = sites.in_front_of(pipeline, folder_of(path))
        for name, text in _texts(path, sources, text_field):
            yield ReportPage(name, own.clean(text))

    _write(output, html(islice(sources.read(paths, pages), limit)))
    click.echo(f"wrote {visible(str(output))}", err=True)
    return sources.code


def _write(output: Path, pieces: Iterable[str]) -> None:
    try:
        with in_one_move(output) as partial, partial.open("w", encoding="utf-8") as file:
            file.writelines(pieces)
    except OSError as error:
        raise FormatError(explain(output, error)) from error


def _texts(path: Path, sources: Sources, field: str) -> Iterator[tuple[str, str]]:
    """Each text in the file at `path`, with its name."""
    corpus = corpus_of(path)
    if corpus is None:
        yield str(path), read_source(path).text
        return
    for (record,) in sources.records(corpus, (field, "--text-field")):
        yield f"{path}:{record.number}", record.text or ""
