"""`scrapeclean split [FILE]`: a page in, its articles out, each with its parts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

import click

from scrapeclean.articles.parts import Article
from scrapeclean.cli.options import Wanted, chosen_pipeline, page_options
from scrapeclean.cli.streams import read_page, write_page
from scrapeclean.cli.terminal import complain, visible

#: File systems take names of 255 bytes; a headline of so many characters of four bytes fits,
#: with a number and the ending behind it.
NAME_LENGTH = 60


@click.command("split", short_help="Split one page into its articles, as JSON lines.")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write each article to a new file in DIR, named by its headline.",
)
@page_options
def split_command(file: Path | None, output: Path | None, wanted: Wanted) -> None:
    """Split FILE, or standard input, into its articles: one JSON object a line."""
    text, _ = read_page(file)
    result = chosen_pipeline(wanted, file).clean(text)
    for warning in result.warnings:
        complain(f"warning: {warning}")
    rows = [_as_json(article) for article in result.articles]
    if output is None:
        write_page("".join(row + "\n" for row in rows), b"")
        return
    output.mkdir(parents=True, exist_ok=True)
    for article in result.articles:
        click.echo(visible(str(_write(output, article))))


def _as_json(article: Article) -> str:
    return json.dumps(asdict(article), ensure_ascii=False)


def _write(folder: Path, article: Article) -> Path:
    """Write the article's text to a new file of `folder` and return its path."""
    for name in _names(article):
        path = folder / f"{name}.txt"
        try:
            file = path.open("xb")
        except FileExistsError:
            continue
        with ExitStack() as on_error:  # as of a full disk: half an article is none
            on_error.callback(path.unlink)
            with file:
                file.write(_as_text(article).encode("utf-8", "surrogatepass"))
            on_error.pop_all()
        return path
    raise AssertionError("the names never end")


def _as_text(article: Article) -> str:
    signed = " · ".join(part for part in (article.byline, article.date) if part)
    parts = (article.headline, signed, *article.captions, article.body)
    return "\n\n".join(part for part in parts if part) + "\n"


def _names(article: Article) -> Iterator[str]:
    """The headline as a file name, then with -2, -3 and so on."""
    kept = "".join(c if c.isalnum() else " " for c in article.headline or "")
    name = "-".join(kept.split())[:NAME_LENGTH].strip("-") or "article"
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
