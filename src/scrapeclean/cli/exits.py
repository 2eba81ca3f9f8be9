"""Exit codes, the same for all commands."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command says to the shell; of several the highest counts."""

    DONE = 0  # nothing to do, or a filter has done it
    CHANGED = 1  # a file was changed, or would be under --check and --diff
    TROUBLE = 2  # a wrong call, or something unreadable, undecodable, unusable
    INTERRUPTED = 130  # as shells report a process that SIGINT ended
