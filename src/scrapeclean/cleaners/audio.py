"""Labels of audio and video players, and reading times that stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.frozen import dataclass
from scrapeclean.lexicon.hits import phrase_edits
from scrapeclean.page import Page


@dataclass(frozen=True)
class Audio:
    """Labels of audio and video players, and reading times that stand alone.

    "Listen to this article", "This audio is created with AI assistance", "5 min read". A
    reading time at the end of a byline is for `LineTails`.

    >>> page = Page.from_text("Listen to this article\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Audio()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds: tuple[str, ...] = ("player", "reading time")
    name: ClassVar[str] = "audio"
    daring: ClassVar[bool] = True

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line of these kinds."""
        return phrase_edits(page, self.kinds, self.name)
