"""`scrapeclean report PATH... -o out.html`: what goes, and why, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import click

from scrapeclean.cli.exits import ExitCode
from scrapeclean.cli.fixing import near
from scrapeclean.cli.options import chosen_pipeline, pipeline_options
from scrapeclean.cli.terminal import complain, visible
from scrapeclean.errors import FormatError
from scrapeclean.files.reading import explain, read_source
from scrapeclean.files.walking import Choice, Trouble, find_files
from scrapeclean.formats import Record, corpus_of
from scrapeclean.report import ReportPage, html

#: More pages than anybody reads, and few enough for a browser.
LIMIT = 200


class _Chosen(NamedTuple):
    """The options of `report` that say what is shown, under their names on the command line."""

    output: Path
    limit: int
    text_field: str


@click.command("report")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--output", "-o", type=click.Path(path_type=Path), required=True, metavar="FILE.html")
@click.option("--limit", type=click.IntRange(1), default=LIMIT, help=f"Pages shown: {LIMIT}.")
@click.option(
    "--text-field", default="text", metavar="NAME", help="Where a record's text is: text."
)
@pipeline_options
def report_command(
    paths: tuple[str, ...], preset: str | None, config: Path | None, **options: object
) -> ExitCode:
    """Write a page that shows what cleaning the files at PATH would change, and why.

    PATH is a file, a folder (its *.txt), a pattern, or a corpus; nothing of it is changed.
    """
    chosen = _Chosen(**options)  # type: ignore[arg-type]  # click has checked them
    if chosen.output.suffix.lower() not in {".html", ".htm"}:
        raise click.UsageError("--output is a page for a browser: give it a name with .html")
    pipeline = chosen_pipeline(preset, config, near(paths[0]))
    sources = _Sources(chosen.text_field)
    texts = islice(sources.read(paths), chosen.limit)
    shown = html(ReportPage(name, pipeline.clean(text)) for name, text in texts)
    _write(chosen.output, shown)
    click.echo(f"wrote {visible(str(chosen.output))}", err=True)
    return sources.code


def _write(output: Path, pieces: Iterable[str]) -> None:
    partial = output.with_name(output.name + ".partial")
    try:
        with partial.open("w", encoding="utf-8") as file:
            file.writelines(pieces)
        partial.replace(output)
    except OSError as error:
        raise FormatError(explain(output, error)) from error
    finally:
        partial.unlink(missing_ok=True)


class _Sources:
    """The texts under some paths; `code` tells whether all could be read."""

    def __init__(self, field: str) -> None:
        self.code = ExitCode.DONE
        self._field = field

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield each text with its name; tell of what cannot be read."""
        for found in find_files(paths, Choice()):
            if isinstance(found, Trouble):
                self._tell(found.message, failed=found.failed)
                continue
            try:
                yield from self._texts(found)
            except FormatError as error:
                self._tell(str(error))

    def _texts(self, path: Path) -> Iterator[tuple[str, str]]:
        corpus = corpus_of(path)
        if corpus is None:
            yield str(path), read_source(path).text
            return
        for chunk in corpus.format.chunks(path):
            for record in (*chunk.rejects, *corpus.format.decode(chunk, self._field)):
                if isinstance(record, Record):
                    yield f"{path}:{record.number}", record.text or ""
                else:
                    self._tell(f"{path}: record {record.number}: {record.reason}")

    def _tell(self, message: str, failed: bool = True) -> None:
        complain(message)
        if failed:
            self.code = ExitCode.TROUBLE
