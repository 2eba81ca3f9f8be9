"""The caption that stands on the page two to four times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.page import Line, Page
from scrapeclean.patterns import pattern

_WORD = pattern(r"\w+")


@dataclass(frozen=True)
class RepeatedCaptions:
    """Further copies of a caption go; the first stays, or the fuller of two.

    A copy stands close to the first with no paragraph between them. Quotes, dashes and case do
    not count; a near copy may lack the credit, or be cut short with "…". A caption with a credit
    that comes back further away (a gallery) goes as well.

    Spared: short lines that are repeated in lists and tables ("What we like"), lines with another
    number, paragraphs. On a page where nothing else has gone, lines without a credit go only when
    they stand directly under their copy.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Rain in Ghent (AFP)\\nRain in Ghent (AFP)\\nIt rained.\\n")
    >>> page.apply(RepeatedCaptions()(page)).text
    'Rain in Ghent (AFP)\\nIt rained.\\n'
    """

    shortest: int = 12  # in characters
    telling: int = 40  # from here on a line is long enough to be a copy without being adjacent
    telling_far: int = 60  # "© The Daily Dyke" may stand under every picture
    reach: int = 4  # how many lines with words further down a copy may stand
    name: ClassVar[str] = "repeated_captions"

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each further copy."""
        for index, (kept, how) in sorted(self._copies(page).items()):
            why = f"the same caption stands{how} on line {page.lines[kept].number}"
            yield page.drop(index, self.name, why)

    def _copies(self, page: Page) -> dict[int, tuple[int, str]]:
        """The lines that go, each with the one that stays, and how that one says it."""
        gone: dict[int, tuple[int, str]] = {}
        recent: list[int] = []  # the lines above within reach
        seen: dict[str, int] = {}  # where each key stands first
        for index in page.content:
            line = page.lines[index]
            if line.width >= self.shortest:
                twin = self._twin(page, index, recent, seen)
                if twin is not None:
                    copy, kept = _judged(page, twin, index)
                    gone[copy] = kept
                    recent = [i for i in recent if i not in gone]
            if index not in gone:
                seen.setdefault(line.key, index)
                recent.append(index)
                del recent[: -self.reach]
        return gone

    def _twin(self, page: Page, index: int, recent: list[int], seen: dict[str, int]) -> int | None:
        """The line above that says the same, if it is near enough."""
        line = page.lines[index]
        start = line.key[: self.shortest]  # which all near copies have in common
        alike = any(page.lines[above].key.startswith(start) for above in recent)
        for above in reversed(recent) if alike else ():  # mostly none, and no need to look closer
            other = page.lines[above]
            if self._near_copy(other, line):
                return above if self._is_caption(page, above, index, recent) else None
            if other.is_prose and not other.credited:
                break
        far = seen.get(line.key, index)
        wide = far != index and line.width >= self.telling_far
        return far if wide and line.credited else None

    def _is_caption(self, page: Page, above: int, below: int, recent: list[int]) -> bool:
        """Whether a pair is more than a label that a list repeats."""
        if page.lines[below].credited or page.lines[above].credited:
            return True
        if above != recent[-1]:
            return page.dropped > 0 and page.lines[below].width >= self.telling
        return below - above == 1 or page.dropped > 0

    def _near_copy(self, a: Line, b: Line) -> bool:
        if a.key == b.key:
            return True
        if min(a.width, b.width) < self.telling:
            return False
        short, full = sorted((a, b), key=lambda line: len(line.key))
        if not full.key.startswith(short.key[: self.shortest]):
            return False
        head = _WORD.findall(short.key)
        words = _WORD.findall(full.key)
        if words[: len(head)] != head:
            return False
        rest = len(words) - len(head)
        return rest == 0 or short.key.endswith("...") or (rest <= 12 and full.credited)


def _judged(page: Page, above: int, below: int) -> tuple[int, tuple[int, str]]:
    """Which of two copies goes, which stays, and how that one says it: the fuller one stays."""
    if len(page.lines[below].key) > len(page.lines[above].key):
        return above, (below, " in full")
    return below, (above, "")
