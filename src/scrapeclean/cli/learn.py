"""`scrapeclean learn`: pages in, the furniture of their sites out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from scrapeclean.batch.profiles import FOLDER, folder_of
from scrapeclean.cli.exits import ExitCode
from scrapeclean.cli.terminal import complain
from scrapeclean.errors import FormatError
from scrapeclean.files.reading import read_source
from scrapeclean.files.walking import Choice, Trouble, find_files
from scrapeclean.formats import FORMATS, Corpus, Reject, corpus_of
from scrapeclean.sites import SiteProfile, learn_sites, load_profiles, save_profiles, site_of

_INCLUDE = (
    "*.txt",
    *(f"*{suffix}{packed}" for suffix in FORMATS for packed in ("", ".gz", ".zst")),
)


class _Pages:
    """The pages under some paths, each with its site; counts what could not be read."""

    def __init__(self, by: str, field: str) -> None:
        self.by = by
        self.field = field
        self.troubles = 0

    def read(self, paths: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        for found in find_files(paths, Choice(_INCLUDE)):
            if isinstance(found, Trouble):
                self._report(found.message, failed=found.failed)
                continue
            try:
                yield from self._file(found)
            except FormatError as error:
                self._report(str(error))

    def _file(self, path: Path) -> Iterator[tuple[str, str]]:
        corpus = corpus_of(path)
        if corpus is None:
            yield folder_of(path), read_source(path).text
        elif self.by == FOLDER:
            for _, text in self._records(corpus, self.field):
                yield folder_of(path), text
        else:
            for site, text in self._records(corpus, self.by):
                yield site_of(site), text

    def _records(self, corpus: Corpus, by: str) -> Iterator[tuple[str, str]]:
        """What the fields `by` and `self.field` of each record hold."""
        for chunk in corpus.format.chunks(corpus.path):
            sites = corpus.format.decode(chunk, by)
            for site, page in zip(sites, corpus.format.decode(chunk, self.field), strict=True):
                if isinstance(site, Reject) or isinstance(page, Reject):
                    rejects = [found for found in (site, page) if isinstance(found, Reject)]
                    self._report(f"{corpus.path}: record {site.number}: {rejects[0].reason}")
                elif site.text and page.text:
                    yield site.text, page.text

    def _report(self, message: str, *, failed: bool = True) -> None:
        self.troubles += failed
        complain(message)


@click.command("learn")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="Where the profiles go.",
)
@click.option(
    "--by",
    default=FOLDER,
    show_default=True,
    metavar="FIELD|FOLDER",
    help="The field of a record that names its site, or its address; 'folder' takes the name of "
    "the folder a file is in.",
)
@click.option("--field", default="text", show_default=True, help="The field that holds the text.")
@click.option("--update", is_flag=True, help="Add to the profiles that the output holds already.")
def learn_command(
    paths: tuple[str, ...], output: Path, by: str, field: str, update: bool
) -> ExitCode:
    """Learn the furniture of sites from the pages in PATHs: text files, folders, corpora."""
    before = load_profiles(output) if update and output.exists() else {}
    pages = _Pages(FOLDER if by.lower() == FOLDER else by, field)
    learned = learn_sites(pages.read(paths))
    profiles = before | {s: before.get(s, SiteProfile()) | p for s, p in learned.items()}
    for site in sorted(learned):
        for warning in profiles[site].warnings:
            complain(f"warning: {site}: {warning}")
    save_profiles(output, profiles)
    click.echo(f"{output}: {len(profiles)} sites", err=True)
    return ExitCode.TROUBLE if pages.troubles else ExitCode.DONE
