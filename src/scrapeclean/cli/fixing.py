"""What `fix` does: it finds what is to be cleaned, has it cleaned, and reports."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import click

from scrapeclean.batch.corpus import CorpusRun, clean_corpus
from scrapeclean.batch.folder import CleanFiles, clean_files
from scrapeclean.batch.journal import JournalFile
from scrapeclean.batch.outputs import Outputs, is_inside
from scrapeclean.batch.profiles import Profiles, folder_of
from scrapeclean.batch.records import CleanRecords, Mode
from scrapeclean.batch.state import RunState, fingerprint
from scrapeclean.cli.console import Console
from scrapeclean.cli.exits import ExitCode
from scrapeclean.cli.streams import STDIN, abandon_output
from scrapeclean.errors import FormatError
from scrapeclean.files.replacing import remove_strays
from scrapeclean.files.walking import PAGES, Choice, Trouble, find_files
from scrapeclean.formats import CORPORA, Corpus, check_pair, corpus_of
from scrapeclean.pipeline import Pipeline

_NEEDS_OUTPUT = "a corpus is cleaned into another file: name it with --output"
#: From so many bytes on workers are started; for less, starting them takes longer than it saves.
WORTH_WORKERS = 2 << 20


@dataclass(frozen=True)
class FixOptions:
    """The options of `fix`, under their names on the command line."""

    check: bool = False
    diff: bool = False
    journal: Path | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    gitignore: bool = False
    jobs: int | None = None
    resume: Path | None = None
    output: Path | None = None
    text_field: str = "text"
    mode: Mode = Mode.TEXT
    quiet: bool = False

    @property
    def write(self) -> bool:
        """Whether files are to be changed."""
        return not (self.check or self.diff)

    @property
    def choice(self) -> Choice:
        """Which files of a folder are meant."""
        pages = PAGES if self.mode is Mode.TEXT or not self.output else ()
        include = self.include or (*pages, *(CORPORA if self.output else ()))
        return Choice(include, self.exclude, self.gitignore)

    def jobs_for(self, size: int) -> int:
        """Return how many processes are to clean `size` bytes."""
        if self.jobs:
            return self.jobs
        return _cores() if size >= WORTH_WORKERS else 1

    def check_together(self) -> None:
        """Raise `click.UsageError` for options that cannot go together."""
        if self.output and self.journal:
            raise click.UsageError(
                "--journal is for files cleaned in place: with --output, use --mode edits"
            )
        if self.output == STDIN:
            raise click.UsageError("--output names a file or a folder: - is neither")
        if self.journal and not self.write:
            raise click.UsageError("--journal notes what is changed: leave out --check and --diff")
        if self.resume and not self.write:
            raise click.UsageError("--resume is for runs that write: leave out --check and --diff")


class Fixing:
    """One call of `fix`."""

    def __init__(
        self, options: FixOptions, pipeline: Pipeline, profiles: Profiles | None = None
    ) -> None:
        self.options = options
        self.pipeline = pipeline
        self.profiles = profiles
        self.console = Console(options.write, options.quiet)

    def run(self, paths: Sequence[str]) -> ExitCode:
        """Clean what `paths` mean, and return the exit code.

        Raises `ScrapecleanError` where nothing can be done at all.
        """
        try:
            self._fix(paths)
            return self.console.summary()
        except BrokenPipeError:
            abandon_output()
            return self.console.unheard()

    def _fix(self, paths: Sequence[str]) -> None:
        pages, corpora = self._sorted(paths)
        if pages and self.options.mode is not Mode.TEXT:
            raise click.UsageError(f"--mode is for the records of a corpus: {pages[0]} is a page")
        outputs = self._outputs(paths, len(pages) + len(corpora))
        with ExitStack() as files:
            state = self._opened_state(files)
            try:
                if pages:
                    self._fix_pages(pages, outputs, state)
                for corpus in corpora:
                    self._fix_corpus(corpus, outputs, state)
            except KeyboardInterrupt:
                self.console.interruption(resumable=state is not None)
                raise

    def _opened_state(self, files: ExitStack) -> RunState | None:
        options = self.options
        if options.resume is None:
            return None
        sites = self.profiles.described if self.profiles else ""
        done = fingerprint(self.pipeline, options.text_field, options.mode.value, sites)
        return files.enter_context(RunState(options.resume, done))

    def _sorted(self, paths: Sequence[str]) -> tuple[list[Path], list[Corpus]]:
        """The pages and the corpora that `paths` mean; what is neither is reported at once."""
        pages, corpora = [], []
        made = self._made_before(paths)
        for found in find_files(paths, self.options.choice):
            if isinstance(found, Trouble):
                self.console.trouble(found)
            elif made and is_inside(found, made):
                continue
            elif corpus := corpus_of(found):
                corpora.append(corpus)
            else:
                pages.append(found)
        if self.options.output is None and self.options.write:
            for corpus in corpora:
                self.console.trouble(Trouble(corpus.path, f"{corpus.path}: {_NEEDS_OUTPUT}"))
            return pages, []
        return pages, corpora

    def _made_before(self, paths: Sequence[str]) -> Path | None:
        """The output, if it lies in a folder that is cleaned: an earlier run has made it."""
        output = self.options.output
        below = output and any(is_inside(output, folder) for folder in _folders(paths))
        return output if below else None

    def _outputs(self, paths: Sequence[str], files: int) -> Outputs | None:
        output = self.options.output
        if output is None or not self.options.write:
            return None
        return Outputs(output, tuple(_folders(paths)), alone=files == 1)

    def _fix_pages(
        self, pages: list[Path], outputs: Outputs | None, state: RunState | None
    ) -> None:
        options = self.options
        try:
            targets = list(map(outputs.of, pages)) if outputs else pages
        except FormatError as error:
            self.console.trouble(Trouble(pages[0], str(error)))
            return
        if options.write:
            remove_strays({path.parent for path in targets})
        task = CleanFiles(
            self.pipeline,
            write=options.write,
            journal=bool(options.journal),
            diff=options.diff,
            profiles=self.profiles,
            outputs=outputs,
        )
        size = sum(map(_size, pages))
        jobs = options.jobs_for(size)
        self.console.begin("files", size)
        with JournalFile(options.journal) if options.journal else nullcontext() as journal:
            for cleaned in clean_files(pages, task, jobs, journal, state):
                self.console.page(cleaned)
        self.console.end()

    def _fix_corpus(self, corpus: Corpus, outputs: Outputs | None, state: RunState | None) -> None:
        options = self.options
        try:
            target = outputs.of(corpus.path) if outputs else None
            run = CorpusRun(corpus, target, self._records_task(corpus, target))
            size = _size(corpus.path)
            self.console.begin("records", size)
            for piece in clean_corpus(run, options.jobs_for(size), state):
                self.console.piece(corpus.path, piece)
            if target and not target.exists():
                self.console.nothing_read(corpus.path, target)
        except FormatError as error:
            self.console.trouble(Trouble(corpus.path, str(error)))
        self.console.end()

    def _records_task(self, source: Corpus, target: Path | None) -> CleanRecords:
        task = CleanRecords(
            self.pipeline,
            str(source.path),
            source.format,
            field=self.options.text_field,
            mode=self.options.mode,
            diff=self.options.diff,
            profiles=self.profiles,
            folder=folder_of(source.path),
        )
        made = corpus_of(target) if target else None
        if made is None:
            return task
        check_pair(source, made)
        return replace(task, target=made.format, compression=made.compression)


def near(path: str) -> Path:
    """Return the folder from which on the configuration for `path` is looked for."""
    return Path(path) if _is_folder(Path(path)) else Path(path).parent


def _folders(paths: Iterable[str]) -> Iterator[Path]:
    return filter(_is_folder, map(Path, paths))


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - is_dir raises where a parent is locked


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # whoever reads it says why
