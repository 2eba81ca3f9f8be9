"""Appeals to readers: become a member, donate, get the app; and the cards one may pay with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.frozen import dataclass
from scrapeclean.lexicon.hits import phrase_edits
from scrapeclean.page import Page


@dataclass(frozen=True)
class Appeals:
    """Appeals to readers: become a member, donate, get the app; and the cards one may pay with.

    Buttons are known by their phrases, paragraphs by their words: money, the press, "our" and
    the reader in one breath, or three of these beside another appeal. Quoted speech stays.

    >>> page = Page.from_text(
    ...     "Our reporting is funded by readers like you.\\n\\nThe river rose overnight.\\n"
    ... )
    >>> page.apply(Appeals()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds: tuple[str, ...] = ("appeal", "payment")
    name: ClassVar[str] = "appeals"
    daring: ClassVar[bool] = True

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line of these kinds."""
        return phrase_edits(page, self.kinds, self.name)
