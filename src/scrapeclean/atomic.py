"""A file that is written anew as a whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def in_one_move(path: Path) -> Iterator[Path]:
    """Yield a file beside `path` to be written; at the end it takes the place of `path`, unless
    something was raised: then it is removed, and what stood at `path` stays."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
