"""`noted`: what a function says of a line is found once, and kept in the notes of the line."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from scrapeclean.lines import Line

T = TypeVar("T")


def noted(tell: Callable[[Line], T]) -> Callable[[Line], T]:
    """Return `tell`, asked once a line; it may not say None."""

    @wraps(tell)
    def told(line: Line) -> T:
        known: T | None = line.notes.get(tell)
        if known is None:
            known = line.notes[tell] = tell(line)
        return known

    return told
