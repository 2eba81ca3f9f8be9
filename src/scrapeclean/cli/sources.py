"""What the commands that only read find under their paths; what cannot be read is reported, and
the rest is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from scrapeclean.cli.exits import ExitCode
from scrapeclean.cli.terminal import complain
from scrapeclean.errors import FormatError
from scrapeclean.files.failures import explain
from scrapeclean.files.walking import Choice, Trouble, find_files
from scrapeclean.formats import Chunk, Corpus, Record, Reject
from scrapeclean.formats.records import FieldError

Found = TypeVar("Found")

#: So many unreadable records of one corpus are named: that is enough to see that a field is wrong.
NAMED = 10


class Sources:
    """The files that are meant, read one after another; `code` says whether all could be read."""

    def __init__(self, choice: Choice) -> None:
        self.code = ExitCode.DONE
        self._choice = choice
        self._rejected: Counter[Path] = Counter()

    def read(
        self, paths: Sequence[str], read: Callable[[Path], Iterable[Found]]
    ) -> Iterator[Found]:
        """Yield what `read` finds in each file that `paths` mean."""
        for found in find_files(paths, self._choice):
            if isinstance(found, Trouble):
                self._tell(found.message, failed=found.failed)
                continue
            try:
                yield from read(found)
            except FormatError as error:
                self._tell(str(error))
            except OSError as error:
                self._tell(explain(found, error))

    def records(self, corpus: Corpus, *fields: tuple[str, str]) -> Iterator[tuple[Record, ...]]:
        """Yield each record of `corpus` once for each of `fields`, with what it holds there.

        `fields` are names of fields, each with the option that chooses it. A record that does not
        hold them all is reported.
        """
        for chunk in corpus.format.chunks(corpus.path):
            self._reject(corpus.path, chunk.rejects)
            columns = [_decoded(corpus, chunk, *field) for field in fields]
            for row in zip(*columns, strict=True):
                rejects = [found for found in row if isinstance(found, Reject)]
                self._reject(corpus.path, rejects[:1])
                if not rejects:
                    yield tuple(found for found in row if isinstance(found, Record))

    def _reject(self, path: Path, rejects: Iterable[Reject]) -> None:
        for reject in rejects:
            self._rejected[path] += 1
            if self._rejected[path] <= NAMED:
                self._tell(f"{path}: record {reject.number}: {reject.reason}")
            elif self._rejected[path] == NAMED + 1:
                self._tell(f"{path}: and more, not listed here")

    def _tell(self, message: str, failed: bool = True) -> None:
        complain(message)
        if failed:
            self.code = ExitCode.TROUBLE


def _decoded(corpus: Corpus, chunk: Chunk, field: str, option: str) -> list[Record | Reject]:
    try:
        return list(corpus.format.decode(chunk, field))
    except FieldError as error:
        raise FormatError(f"{corpus.path}: {error}: choose one with {option}") from error
