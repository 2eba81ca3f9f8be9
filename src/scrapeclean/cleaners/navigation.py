"""Menus, search, paging, log-in and section names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.frozen import dataclass
from scrapeclean.lexicon.hits import phrase_edits
from scrapeclean.page import Page


@dataclass(frozen=True)
class Navigation:
    """Menus, search, paging, log-in and section names.

    "Skip to content", "Next article", "Log in", a row "News Sport Weather". Section names are
    ordinary words as well, so they go only beside other furniture: a subhead "Health" stays.

    >>> page = Page.from_text("skip to content\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Navigation()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds: tuple[str, ...] = ("navigation", "account")
    name: ClassVar[str] = "navigation"
    daring: ClassVar[bool] = True

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line of these kinds."""
        return phrase_edits(page, self.kinds, self.name)
