"""Putting back what `fix` changed, from its journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scrapeclean.batch.journal import Entry, digest, read_backwards
from scrapeclean.edits import apply, invert
from scrapeclean.errors import EditError, FormatError, JournalError
from scrapeclean.files.coding import encode
from scrapeclean.files.reading import read_source
from scrapeclean.files.replacing import remove_strays, replace_file

_CHANGED = "{}: changed since it was cleaned, so it was left as it is: undo would lose that change"


class Undone(NamedTuple):
    """What came of one file: put back, or why not."""

    path: Path
    refused: str = ""


def undo_journal(path: Path) -> Iterator[Undone]:
    """Put back the old text of every file in the journal at `path`, the last change first.

    Yields each file that was put back, or could not be, once. A file that is as it was before
    the change is passed over: the change has been undone already, or was never made. Raises
    `FormatError` when the journal cannot be read.
    """
    refused: set[Path] = set()
    for entry in read_backwards(path):
        if isinstance(entry, JournalError):
            yield Undone(path, str(entry))
        elif entry.file not in refused:
            remove_strays([entry.file.parent])
            try:
                if _put_back(entry):
                    yield Undone(entry.file)
            except (FormatError, EditError) as error:
                refused.add(entry.file)
                yield Undone(entry.file, str(error))


def _put_back(entry: Entry) -> bool:
    source = read_source(entry.file)
    now = digest(source.data)
    if now == entry.before:
        return False
    if now != entry.after:
        raise FormatError(_CHANGED.format(entry.file))
    old = encode(apply(source.text, invert(entry.edits)), source.bom)
    if digest(old) != entry.before:
        raise FormatError(
            f"{entry.file}: the journal's edits do not lead back to the old text, so it was left "
            "as it is: was the journal edited?"
        )
    replace_file(entry.file, old, source.stat)
    return True
