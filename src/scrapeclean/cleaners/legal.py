"""Copyright lines and the links of a footer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.frozen import dataclass
from scrapeclean.lexicon.hits import phrase_edits
from scrapeclean.page import Page


@dataclass(frozen=True)
class Legal:
    """Copyright lines and the links of a footer.

    "© 2024 The Daily Example. All rights reserved.", "Terms of use", "Privacy policy".

    >>> page = Page.from_text("All rights reserved.\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Legal()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds: tuple[str, ...] = ("legal",)
    name: ClassVar[str] = "legal"
    daring: ClassVar[bool] = True

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line of these kinds."""
        return phrase_edits(page, self.kinds, self.name)
