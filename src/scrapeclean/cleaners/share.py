"""Share bars, and tools for the page: text size, print, save, translate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.frozen import dataclass
from scrapeclean.lexicon.hits import phrase_edits
from scrapeclean.page import Page


@dataclass(frozen=True)
class Share:
    """Share bars, and tools for the page: text size, print, save, translate.

    "Share on Facebook", "Facebook Twitter WhatsApp", "TT", "This article is more than 3 years old".
    A lone "Facebook" stays, unless other furniture stands beside it.

    >>> page = Page.from_text("Share this article\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Share()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds: tuple[str, ...] = ("share", "widget")
    name: ClassVar[str] = "share"
    daring: ClassVar[bool] = True

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line of these kinds."""
        return phrase_edits(page, self.kinds, self.name)
