"""White space between paragraphs and between articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.page import Page


@dataclass(frozen=True)
class Spacing:
    """One blank line between paragraphs, two between articles, none at either end.

    Blank lines beyond these go; between articles missing ones are added. Lines that stand
    together stay together, and the text ends as the source did: with a line end, or without.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("One.\\n\\n\\n\\nTwo.\\nThree.\\n\\n")
    >>> page.apply(Spacing()(page)).text
    'One.\\n\\nTwo.\\nThree.\\n'
    """

    between_paragraphs: int = 1
    between_articles: int = 2
    name: ClassVar[str] = "spacing"
    scope: ClassVar[str] = "page"

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield the blank lines that go or come, from the top of the page down."""
        content = page.content
        cuts = set(page.cuts)
        yield from self._surplus(page, 0, content[0] if content else len(page.lines), 0)
        for above, below in pairwise(content):
            apart = not cuts.isdisjoint(range(above + 1, below + 1))
            if below == above + 1 and not apart:
                continue
            allowed = self.between_articles if apart else self.between_paragraphs
            yield from self._surplus(page, above + 1, below, allowed)
            if apart and below - above - 1 < allowed:
                yield self._more(page, below, allowed - (below - above - 1))
        if content:
            yield from self._last_end(page, content[-1])
            yield from self._surplus(page, content[-1] + 1, len(page.lines), 0)

    def _surplus(self, page: Page, first: int, last: int, allowed: int) -> Iterator[Edit]:
        for index in range(first + allowed, last):
            yield page.drop(index, self.name, "a blank line too many")

    def _more(self, page: Page, below: int, missing: int) -> Edit:
        end = page.lines[below - 1].end * missing
        return page.replace(below, (0, 0), end, (self.name, "two blank lines part two articles"))

    def _last_end(self, page: Page, index: int) -> Iterator[Edit]:
        """Nothing new is left at the end: a source without a last line end gives none."""
        line = page.lines[index]
        if line.end and not page.source.endswith(("\n", "\r")):
            why = "the text ends without a line end, as the source does"
            yield page.replace(index, (len(line.text), len(line.raw)), "", (self.name, why))
