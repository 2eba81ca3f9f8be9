"""What announces an advertisement, and what owns up to one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.frozen import dataclass
from scrapeclean.lexicon.hits import phrase_edits
from scrapeclean.page import Page


@dataclass(frozen=True)
class Advertising:
    """What announces an advertisement, and what owns up to one.

    "Advertisement", "Story continues below advertisement", "This post contains affiliate links":
    the words around the advertisement, whose own words are not known here.

    >>> page = Page.from_text("Advertisement\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Advertising()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds: tuple[str, ...] = ("advertising",)
    name: ClassVar[str] = "advertising"
    daring: ClassVar[bool] = True

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line of these kinds."""
        return phrase_edits(page, self.kinds, self.name)
