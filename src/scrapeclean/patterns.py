"""Regular expressions that are compiled when they are first used.

Compiling all of the package's expressions takes as long as cleaning forty pages. Most pages need
few of them: a page in Latin letters none of those with the ranges of Han and hangul.
"""

from __future__ import annotations

import re
from typing import cast


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Return `expression`, to be compiled when the first of its methods is called.

    >>> pattern(r"\\d+").findall("3 of 14")
    ['3', '14']
    """
    return cast("re.Pattern[str]", _Pattern(expression, flags))


class _Pattern:
    """Stands in for a compiled expression, whose methods become its own."""

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern, self.flags = expression, flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        methods = [name for name in dir(compiled) if callable(getattr(compiled, name))]
        self.__dict__ |= {name: getattr(compiled, name) for name in methods if name[0] != "_"}
        return getattr(compiled, name)
