"""Cleaning the records of a chunk: the task of a worker on a corpus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import repeat
from typing import Any

from scrapeclean.batch.diffs import diff
from scrapeclean.batch.profiles import FOLDER, Profiles
from scrapeclean.batch.tally import Tally
from scrapeclean.errors import FormatError, ScrapecleanError
from scrapeclean.formats import Chunk, Format, Record, Reject
from scrapeclean.formats.compression import compress
from scrapeclean.formats.records import EXCERPT, FieldError
from scrapeclean.pipeline import Pipeline, Result


class Mode(str, Enum):
    """What becomes of a record: its text is replaced; its edits are added, too; or it becomes one
    record for each of its articles, `text` being the body and the rest under `article`."""

    TEXT = "text"
    EDITS = "edits"
    ARTICLES = "articles"

    @property
    def added(self) -> tuple[str, ...]:
        """The fields that a record gets."""
        return {Mode.TEXT: (), Mode.EDITS: ("edits",), Mode.ARTICLES: ("article",)}[self]


@dataclass(frozen=True)
class Piece:
    """What came of a chunk: the output's bytes, the records that could not be read, how far the
    input has been read, and the diffs where they are wanted."""

    data: bytes
    tally: Tally
    rejects: tuple[Reject, ...]
    position: int
    diff: str


@dataclass(frozen=True)
class CleanRecords:
    """The task of a worker: decode, clean and encode a chunk.

    `name` is what the file is called, `source` and `target` are the formats; without a target
    nothing is encoded. `field` is where a record's text is; `diff` says whether diffs are wanted.
    With `profiles`, the one of a record's site goes in front; `folder` is what the folder of the
    file is called.
    """

    pipeline: Pipeline
    name: str
    source: Format
    target: Format | None = None
    compression: str = ""
    field: str = "text"
    mode: Mode = Mode.TEXT
    diff: bool = False
    profiles: Profiles | None = None
    folder: str = ""

    @property
    def written(self) -> Format:
        """The format of the output."""
        return self.target or self.source

    def __call__(self, chunk: Chunk) -> Piece:
        """Return the chunk, cleaned.

        Raises `FormatError` when the file as a whole has no text in `field`.
        """
        try:
            return self._cleaned(chunk)
        except FieldError as error:
            message = f"{self.name}: {error}: choose one with --text-field"
            raise FormatError(message) from error
        except FormatError as error:
            raise FormatError(f"{self.name}: {error}") from error

    def _cleaned(self, chunk: Chunk) -> Piece:
        form = self.source
        if self.target is not None and self.target != self.source:
            next(form.decode(chunk, self.field), None)  # raises where there is no such field
            chunk, form = form.as_jsonl(chunk), self.target
        work = _Work(self, list(chunk.rejects))
        pairs = zip(form.decode(chunk, self.field), self._pipelines(form, chunk))  # noqa: B905 - the second may have no end
        records = [new for record, pipeline in pairs for new in work.clean(record, pipeline)]
        pieces = form.encode(chunk, records, self.mode.added) if self.target else ()
        data = b"".join(compress(piece, self.compression) for piece in pieces if piece)
        rejects = tuple(sorted(work.rejects))
        work.tally.failed = len(rejects)
        work.tally.seen += len(rejects)
        return Piece(data, work.tally, rejects, chunk.position, "".join(work.diffs))

    def _pipelines(self, form: Format, chunk: Chunk) -> Iterator[Pipeline]:
        """The pipeline for each record of `chunk`; one that names no site gets the common one."""
        profiles = self.profiles
        if profiles is None:
            yield from repeat(self.pipeline)
        elif profiles.by == FOLDER:
            yield from repeat(profiles.in_front_of(self.pipeline, self.folder))
        else:
            for site in _sites(form, chunk, profiles.by):
                yield profiles.in_front_of(self.pipeline, site)


def _sites(form: Format, chunk: Chunk, by: str) -> list[str | None]:
    """What each record of `chunk` gives as its site. Raises `FormatError` where no record at the
    start of the file gives one: then the field is wrong."""
    try:
        found = list(form.decode(chunk, by))
    except FieldError as error:
        raise FormatError(f"{error}: choose one with --by") from error
    sites = [record.text if isinstance(record, Record) else None for record in found]
    first = found[0] if found else None
    if chunk.opening and isinstance(first, Reject) and not any(sites):
        raise FormatError(f"no record names its site ({first.reason}): choose a field with --by")
    return sites


@dataclass
class _Work:
    """What is gathered on the way through a chunk."""

    task: CleanRecords
    rejects: list[Reject]
    tally: Tally = field(default_factory=Tally)
    diffs: list[str] = field(default_factory=list)

    def clean(self, record: Record | Reject, pipeline: Pipeline) -> list[Record]:
        """Return what becomes of `record`: nothing, one, or one for each article."""
        if isinstance(record, Reject):
            self.rejects.append(record)
            return []
        known = [name for name in self.task.mode.added if name in record.names]
        if known:
            reason = f"it has a field {known[0]!r} already: rename that field, or use another mode"
            return self._rejected(record, reason)
        try:
            result = pipeline.clean(record.text or "")
        except ScrapecleanError as error:  # most likely from a cleaner of the user's
            return self._rejected(record, str(error))
        return self._rewritten(record, result)

    def _rejected(self, record: Record, reason: str) -> list[Record]:
        self.rejects.append(Reject(record.number, reason, (record.text or "")[:EXCERPT]))
        return []

    def _rewritten(self, record: Record, result: Result) -> list[Record]:
        self.tally.count(result.edits)
        if self.task.diff and result.edits:
            place = f"{self.task.name}:{record.number}"
            self.diffs.append(diff(place, result.source, result.edits))
        return [replace(record, changes=changes) for changes in _changes(self.task, result)]


def _changes(task: CleanRecords, result: Result) -> Iterator[dict[str, Any]]:
    if task.mode is Mode.ARTICLES and result.articles:
        for number, article in enumerate(result.articles, 1):
            parts: dict[str, Any] = {"number": number}
            parts |= {"headline": article.headline, "byline": article.byline, "date": article.date}
            parts |= {"captions": list(article.captions)}
            parts |= {"start": article.start, "end": article.end}
            yield {task.field: article.body, "article": parts}
        return
    changes: dict[str, Any] = {task.field: result.text} if result.edits else {}
    if task.mode is Mode.EDITS:
        changes["edits"] = [edit._asdict() for edit in result.edits]
    if task.mode is Mode.ARTICLES:
        changes["article"] = None
    yield changes
