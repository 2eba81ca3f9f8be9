"""How far a run has come: a bar on a terminal, elsewhere a plain line now and then."""

from __future__ import annotations

import sys
import time
from typing import TextIO

#: Seconds between two pictures of the bar, and between two plain lines.
_BAR_EVERY, _LINE_EVERY = 0.1, 10.0
_WIDTH = 24
_MIB = 1 << 20


class Progress:
    """Shows how many of `total` bytes are done, and how many of what `unit` names.

    Nothing is shown with `quiet`, nor for a run that ends before the first line is due.
    """

    def __init__(self, total: int, unit: str, quiet: bool = False) -> None:
        self._total = total
        self._unit = unit
        self._out: TextIO = sys.stderr
        self._bar = self._out.isatty()
        self._every = _BAR_EVERY if self._bar else _LINE_EVERY
        self._began = self._shown = time.monotonic()
        self._quiet = quiet
        self._drawn = False

    def show(self, done: int, items: int) -> None:
        """Say that `done` bytes and `items` documents are done."""
        now = time.monotonic()
        if self._quiet or now - self._shown < self._every:
            return
        self._shown = now
        words = self._words(done, items, now - self._began)
        if self._bar:
            self._out.write(f"\r\x1b[K{_bar(done, self._total)} {words}")
            self._drawn = True
        else:
            self._out.write(words + "\n")
        self._out.flush()

    def clear(self) -> None:
        """Take the bar away, so that something else can be written there."""
        if self._drawn:
            self._out.write("\r\x1b[K")
            self._out.flush()
            self._drawn = False

    def _words(self, done: int, items: int, seconds: float) -> str:
        left = (self._total - done) * seconds / done if done else 0
        return (
            f"{items:,} {self._unit}, {done / _MIB:,.1f} of {self._total / _MIB:,.1f} MiB, "
            f"{items / seconds:,.0f} {self._unit}/s, {done / _MIB / seconds:,.1f} MiB/s, "
            f"{_clock(left)} left"
        )


def _bar(done: int, total: int) -> str:
    full = min(_WIDTH, _WIDTH * done // total) if total else _WIDTH
    return f"[{'#' * full}{'.' * (_WIDTH - full)}]"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
