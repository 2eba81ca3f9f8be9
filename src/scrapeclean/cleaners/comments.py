"""Comment counts, forms and rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.frozen import dataclass
from scrapeclean.lexicon.hits import phrase_edits
from scrapeclean.page import Page


@dataclass(frozen=True)
class Comments:
    """Comment counts, forms and rules.

    "12 comments", "Leave a reply", "Your email address will not be published"; beside furniture
    the rules as well: what may be said, and what becomes of the rest. What readers wrote is text
    like any other, and not known here.

    >>> page = Page.from_text("Leave a reply\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Comments()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds: tuple[str, ...] = ("comments",)
    name: ClassVar[str] = "comments"
    daring: ClassVar[bool] = True

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line of these kinds."""
        return phrase_edits(page, self.kinds, self.name)
