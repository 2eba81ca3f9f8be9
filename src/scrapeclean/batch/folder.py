"""Files of one page each, cleaned in place or into other files.

Workers read, clean and encode. The process that started them writes: for a handful of files at a
time the new bytes beside each, then the journal, then one move per file. So a file is always its
old or its new self, and no change is without its entry.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from scrapeclean.batch.diffs import diff
from scrapeclean.batch.journal import JournalFile, to_line
from scrapeclean.batch.outputs import Outputs
from scrapeclean.batch.profiles import Profiles, folder_of
from scrapeclean.batch.state import RunState
from scrapeclean.batch.tally import Tally
from scrapeclean.batch.workers import ordered_map
from scrapeclean.errors import FormatError, ScrapecleanError
from scrapeclean.files.coding import encode
from scrapeclean.files.reading import BinaryFileError, Source, read_source
from scrapeclean.files.replacing import Staged, StagedNew
from scrapeclean.files.walking import Trouble
from scrapeclean.pipeline import Pipeline, Result

#: Files that are sent to a worker together: enough that sending costs little, few enough that
#: progress is seen.
FILES_AT_ONCE = 16


@dataclass(frozen=True)
class Cleaned:
    """What came of one file: its new bytes (None where there is nothing to write), where they go
    (None for its own place), its journal entry, its diff, or the trouble with it."""

    path: Path
    size: int = 0
    tally: Tally = field(default_factory=Tally)
    warnings: tuple[str, ...] = ()
    data: bytes | None = None
    target: Path | None = None
    state: os.stat_result | None = None
    entry: bytes = b""
    diff: str = ""
    trouble: Trouble | None = None


@dataclass(frozen=True)
class CleanFiles:
    """The task of a worker: read and clean some files.

    `write` says whether new bytes are wanted, `journal` and `diff` whether these are. With
    `profiles`, the one of a file's folder goes in front; with `outputs`, new bytes go there, also
    where nothing changes.
    """

    pipeline: Pipeline
    write: bool = True
    journal: bool = False
    diff: bool = False
    profiles: Profiles | None = None
    outputs: Outputs | None = None

    def __call__(self, paths: Sequence[Path]) -> list[Cleaned]:
        """Return what comes of each of `paths`."""
        return [self._cleaned(path) for path in paths]

    def _cleaned(self, path: Path) -> Cleaned:
        try:
            source = read_source(path)
            result = self._pipeline(path).clean(source.text)
            return self._outcome(source, result)
        except BinaryFileError as error:
            return _troubled(Trouble(path, str(error), failed=False))
        except FormatError as error:
            return _troubled(Trouble(path, str(error)))
        except ScrapecleanError as error:  # most likely from a cleaner of the user's
            return _troubled(Trouble(path, f"{path}: {error}"))

    def _pipeline(self, path: Path) -> Pipeline:
        if self.profiles is None:
            return self.pipeline
        return self.profiles.in_front_of(self.pipeline, folder_of(path))

    def _outcome(self, source: Source, result: Result) -> Cleaned:
        tally = Tally()
        tally.count(result.edits)
        cleaned = Cleaned(source.path, len(source.data), tally, result.warnings)
        target = self.outputs.of(source.path) if self.outputs else None
        if not result.edits and target is None:
            return cleaned
        data = encode(result.text, source.bom)
        return replace(
            cleaned,
            data=data if self.write else None,
            target=target,
            state=source.stat,
            entry=to_line(source.path, source.data, data, result.edits) if self.journal else b"",
            diff=diff(str(source.path), source.text, result.edits) if self.diff else "",
        )

    def is_made(self, path: Path) -> bool:
        """Return whether what is made of the file at `path` is where it should be."""
        return self.outputs is None or self.outputs.of(path).exists()


def clean_files(
    paths: Iterable[Path],
    task: CleanFiles,
    jobs: int = 1,
    journal: JournalFile | None = None,
    state: RunState | None = None,
) -> Iterator[Cleaned]:
    """Clean the files at `paths` and yield what came of each, in order, when it is done.

    Raises `FormatError` when the journal or the state cannot be written: the files of which
    nothing was yielded are then as they were.
    """
    todo = (p for p in paths if state is None or not (state.is_done(p) and task.is_made(p)))
    handfuls = iter(lambda: list(islice(todo, FILES_AT_ONCE)), [])
    for handful in ordered_map(task, handfuls, jobs):
        done = _written(handful, journal)
        if state is not None and task.write:
            state.done(cleaned.path for cleaned in done if cleaned.trouble is None)
        yield from done


def _written(handful: list[Cleaned], journal: JournalFile | None) -> list[Cleaned]:
    staged: list[Staged | None] = []
    try:
        for place, cleaned in enumerate(handful):
            staged.append(None)
            if cleaned.data is not None and cleaned.state is not None:
                with _noting(handful, place):
                    staged[place] = _staged(cleaned, cleaned.data, cleaned.state)
        if journal is not None and any(staged):
            journal.write(c.entry for c, new in zip(handful, staged, strict=True) if new)
        for place, new in enumerate(staged):
            if new is not None:
                with _noting(handful, place):
                    new.commit()
    finally:
        for new in filter(None, staged):
            new.discard()
    return handful


def _staged(cleaned: Cleaned, data: bytes, state: os.stat_result) -> Staged:
    if cleaned.target is None:
        return Staged(cleaned.path, data, state)
    return StagedNew(cleaned.target, data, state)


@contextmanager
def _noting(handful: list[Cleaned], place: int) -> Iterator[None]:
    """Put a failure into the place of the result."""
    try:
        yield
    except FormatError as error:
        handful[place] = _troubled(Trouble(handful[place].path, str(error)))


def _troubled(trouble: Trouble) -> Cleaned:
    tally = Tally(seen=1, failed=int(trouble.failed), skipped=int(not trouble.failed))
    return Cleaned(trouble.path, tally=tally, trouble=trouble)
