"""Text on its way to a terminal: no control characters of a page, colours only where wanted."""

from __future__ import annotations

import os
import re
import sys

import click

from scrapeclean.patterns import pattern

#: What moves the cursor, changes direction or is not seen: C0, C1, DEL, zero-width and
#: bidirectional marks, line and paragraph separators, byte order mark, half surrogates, tags.
_UNSEEN = pattern(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    r"""Return `text` with every character that a terminal would obey or hide spelt out.

    >>> visible("red \x1b[31m, and\u202e backwards")
    'red \\x1b[31m, and\\u202e backwards'
    """
    return _UNSEEN.sub(_spelt, text)


def _spelt(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def colour() -> bool | None:
    """Return whether to colour: no under NO_COLOR, yes under FORCE_COLOR, else None, which
    leaves it to whether the stream is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def width() -> int | None:
    """Return how many columns standard output has; None when it is no terminal."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size  # here, as it loads all that reads archives

    return get_terminal_size().columns


def complain(message: str) -> None:
    """Print `message` to standard error, under the program's name."""
    click.echo(f"scrapeclean: {visible(message)}", err=True)
