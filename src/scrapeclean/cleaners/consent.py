"""Cookie banners and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.frozen import dataclass
from scrapeclean.lexicon.hits import phrase_edits
from scrapeclean.page import Page


@dataclass(frozen=True)
class Consent:
    """Cookie banners and what hangs on them.

    "Accept all", "Cookie settings", "We use cookies to …": the notice goes with its buttons, and
    beside them whole paragraphs that speak of cookies, data, purposes, a choice and us in one
    breath. An article about cookies stays.

    >>> page = Page.from_text("Accept all cookies\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Consent()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds: tuple[str, ...] = ("consent",)
    name: ClassVar[str] = "consent"
    daring: ClassVar[bool] = True

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line of these kinds."""
        return phrase_edits(page, self.kinds, self.name)
