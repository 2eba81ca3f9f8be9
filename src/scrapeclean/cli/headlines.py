"""`scrapeclean headlines [FILE]`: duplicate headlines among lines or records."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import click

from scrapeclean.cli.streams import STDIN
from scrapeclean.cli.terminal import visible
from scrapeclean.errors import FormatError
from scrapeclean.files.coding import decode
from scrapeclean.formats import corpus_of
from scrapeclean.formats.compression import opened
from scrapeclean.formats.delimited import Delimited
from scrapeclean.formats.jsonl import Jsonl
from scrapeclean.formats.records import text_of
from scrapeclean.headlines import duplicate_headlines

_IN_MEMORY = 1 << 24  # bytes of standard input held before they go to a temporary file
_LONG = 20_000  # headlines; fewer are done in a second or two and need no progress bar


@click.command("headlines", short_help="Find headlines that are the same.")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "--field", metavar="NAME", help="Read JSON lines, with the headline in the field NAME."
)
@click.option("--drop", is_flag=True, help="Print the input without the second and later copies.")
@click.option("--json", "as_json", is_flag=True, help="Print each group as a line of JSON.")
def headlines_command(file: Path | None, field: str | None, drop: bool, as_json: bool) -> None:
    """Find the headlines in FILE, or standard input, that are the same. It holds one a line.

    Groups of two or more are printed, each headline with the number of its line, and a blank line
    between groups. Names of outlets and sections are learned from the input.
    """
    if file == STDIN:
        file = None
    _check_kind(file, field)
    name = str(file or "standard input")
    with _opened(file) as source:
        found = dict(_headlines(source, field, name))
        numbers, texts = list(found), list(found.values())
        groups = [[numbers[i] for i in group] for group in _grouped(texts)]
        if drop:
            source.seek(0)
            _print_rest(source, {number for group in groups for number in group[1:]})
        else:
            _print_groups((group for group in groups if len(group) > 1), found, as_json)


def _check_kind(file: Path | None, field: str | None) -> None:
    """Raise `click.UsageError` for a corpus whose headlines cannot be found like that."""
    corpus = corpus_of(file) if file else None
    if corpus is None:
        return
    if isinstance(corpus.format, Jsonl):
        if field is None:
            raise click.UsageError(f"{file} has records: --field names the field of the headline")
    elif not isinstance(corpus.format, Delimited):
        raise click.UsageError(f"{file} is no text: print the headlines alone, one a line")
    elif field is not None:
        raise click.UsageError("--field is for JSON lines: print the headlines alone, one a line")


@contextmanager
def _opened(file: Path | None) -> Iterator[IO[bytes]]:
    """The input, to be read twice: what cannot be rewound, or takes long, is spooled."""
    with ExitStack() as open_files:
        stream: IO[bytes] = sys.stdin.buffer
        if file is not None:
            stream, plain = open_files.enter_context(opened(file))
            if stream is plain:
                yield plain
                return
        spool = open_files.enter_context(tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))
        shutil.copyfileobj(stream, spool)
        spool.seek(0)
        yield spool


def _headlines(source: IO[bytes], field: str | None, name: str) -> Iterator[tuple[int, str]]:
    """Number, from 1, and headline of every line that is not blank."""
    for number, data in enumerate(source, 1):
        line = decode(data, f"{name}, line {number}")[0].strip()
        if line:
            headline = _field(line, field, f"{name}, line {number}") if field else line
            if headline and headline.strip():
                yield number, headline


def _field(line: str, field: str, place: str) -> str | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FormatError(
            f"{place}: not JSON ({error}): leave --field out for plain lines"
        ) from error
    try:
        return text_of(record if isinstance(record, dict) else {}, field)
    except ValueError as error:
        message = f"{place}: {error}: --field names the one that holds the headline"
        raise FormatError(message) from error


def _grouped(texts: list[str]) -> list[list[int]]:
    if len(texts) < _LONG or not sys.stderr.isatty():
        return duplicate_headlines(texts)
    with click.progressbar(length=100, label="headlines", file=sys.stderr) as bar:
        return duplicate_headlines(
            texts, progress=lambda share: bar.update(int(100 * share) - bar.pos)
        )


def _print_groups(groups: Iterator[list[int]], found: dict[int, str], as_json: bool) -> None:
    for number, group in enumerate(groups):
        if as_json:
            row = {"lines": group, "headlines": [found[line] for line in group]}
            _print(json.dumps(row, ensure_ascii=False))
            continue
        if number:
            _print("")
        for line in group:
            _print(f"{line}\t{visible(found[line]) if sys.stdout.isatty() else found[line]}")


def _print(row: str) -> None:
    """UTF-8, as all that is printed for programs; half a surrogate pair becomes an escape."""
    sys.stdout.buffer.write(row.encode("utf-8", "backslashreplace") + b"\n")


def _print_rest(source: IO[bytes], dropped: set[int]) -> None:
    for number, data in enumerate(source, 1):
        if number not in dropped:
            sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
