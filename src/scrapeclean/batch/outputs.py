"""Where cleaned text goes when the originals stay."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from scrapeclean.errors import FormatError
from scrapeclean.formats import corpus_of

_SEVERAL = "{}: must be a folder, as several files are to be cleaned into it"
_NO_KIND = (
    "{}: not a folder, and not the name of a file that can be made from {}: give it the same "
    "ending (a corpus may also become .jsonl), or make the folder first"
)


@dataclass(frozen=True)
class Outputs:
    """A file, or a folder in which the folders of the call are recreated.

    `folders` are those that were named in the call; `alone` says whether one file is all there is
    to be cleaned.
    """

    path: Path
    folders: tuple[Path, ...] = ()
    alone: bool = False

    def of(self, source: Path) -> Path:
        """Return where the file at `source` goes.

        Raises `FormatError` where the output cannot hold it under its name.
        """
        if self.path.is_dir():
            return self._inside(source)
        if self._fits(source):
            if not self.alone:
                raise FormatError(_SEVERAL.format(self.path))
            return self.path
        if self.path.suffix or self.path.exists():
            raise FormatError(_NO_KIND.format(self.path, source))
        return self._inside(source)

    def _fits(self, source: Path) -> bool:
        """Whether a file made from `source` may be called like the output."""
        if corpus_of(source):
            return corpus_of(self.path) is not None
        return bool(source.suffix) and self.path.suffix.lower() == source.suffix.lower()

    def _inside(self, source: Path) -> Path:
        roots = (folder for folder in self.folders if source.is_relative_to(folder))
        return self.path / source.relative_to(next(roots, source.parent))


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether `path` leads to something below `folder`."""
    return Path(os.path.realpath(folder)) in Path(os.path.realpath(path)).parents
