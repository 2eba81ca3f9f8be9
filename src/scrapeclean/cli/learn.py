"""`scrapeclean learn`: pages in, the furniture of their sites out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from scrapeclean.batch.profiles import FOLDER, folder_of
from scrapeclean.cli.exits import ExitCode
from scrapeclean.cli.options import text_field_option
from scrapeclean.cli.sources import NAMED, Sources
from scrapeclean.cli.terminal import complain, visible
from scrapeclean.errors import ProfileError
from scrapeclean.files.reading import read_source
from scrapeclean.files.walking import PAGES, Choice
from scrapeclean.formats import CORPORA, Corpus, corpus_of
from scrapeclean.sites import SiteProfile, learn_sites, load_profiles, save_profiles, site_of
from scrapeclean.sites.store import holds_profiles


class _Pages:
    """The pages under some paths, each with its site."""

    def __init__(self, by: str, field: str) -> None:
        self.sources = Sources(Choice((*PAGES, *CORPORA)))
        self._by = FOLDER if by.lower() == FOLDER else by
        self._field = (field, "--text-field")

    def read(self, paths: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        return self.sources.read(paths, self._file)

    def _file(self, path: Path) -> Iterator[tuple[str, str]]:
        corpus = corpus_of(path)
        if corpus is None:
            yield site_of(folder_of(path)), read_source(path).text
        elif self._by == FOLDER:
            for (page,) in self.sources.records(corpus, self._field):
                if page.text:
                    yield site_of(folder_of(path)), page.text
        else:
            yield from self._records(corpus)

    def _records(self, corpus: Corpus) -> Iterator[tuple[str, str]]:
        for site, page in self.sources.records(corpus, (self._by, "--by"), self._field):
            if site.text and page.text:
                yield site_of(site.text), page.text


@click.command("learn", short_help="Learn the furniture of sites from their pages.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="Where the profiles go.",
)
@click.option(
    "--by",
    default=FOLDER,
    show_default=True,
    metavar="FIELD|FOLDER",
    help="The field that holds a record's site or its address; 'folder' for the name of the folder "
    "that a file is in.",
)
@text_field_option
@click.option("--update", is_flag=True, help="Add to the profiles that FILE already holds.")
def learn_command(
    paths: tuple[str, ...], output: Path, by: str, text_field: str, update: bool
) -> ExitCode:
    """Learn the furniture of sites from their pages: PATH is a text file, a folder or a corpus."""
    if output.exists() and not holds_profiles(output):
        raise ProfileError(f"{output}: already exists and holds no profiles: name another file")
    before = load_profiles(output) if update and output.exists() else {}
    pages = _Pages(by, text_field)
    learned = learn_sites(pages.read(paths))
    if not learned:
        raise ProfileError("no page was found to learn from, so nothing was written: check PATH")
    profiles = before | {s: before.get(s, SiteProfile()) | p for s, p in learned.items()}
    _warn({site: profiles[site] for site in sorted(learned)})
    save_profiles(output, profiles)
    count = len(profiles)
    click.echo(f"{visible(str(output))}: {count} site{'s' * (count != 1)}", err=True)
    return pages.sources.code


def _warn(profiles: Mapping[str, SiteProfile]) -> None:
    doubts = [
        f"{site}: {words}" for site, profile in profiles.items() for words in profile.warnings
    ]
    for doubt in doubts[:NAMED]:
        complain(f"warning: {doubt}")
    if len(doubts) > NAMED:
        more = len(doubts) - NAMED
        complain(f"warning: and {more:,} more: `scrapeclean profile show` lists them")
