"""The headline that stands on the page again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.page import Line, Page
from scrapeclean.patterns import pattern

_WORDS = pattern(r"\w+")
_PAIRS = pattern(r"(?=(..))")
#: Under this name, and the bar, a line's notes say of which other lines it is a near copy.
_COMPARED = "near copies"


@dataclass(frozen=True)
class RepeatedHeadlines:
    """Further copies of the headline go; of an exact repeat the first stays.

    The headline is one of the lines above the first paragraph. A near copy (the page's title with
    the outlet's name, other quotes, cut short with "…") goes too, and there the one that is
    nothing but the headline stays, even if it is spelled otherwise. Below the first paragraph only
    exact copies go, and only when other lines have gone before: an article may quote its own
    headline as a subhead.

    Spared: two copies with nothing but white space between them on a page where nothing else has
    gone. All else on such a text is clean, so it is left as it is.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Rain floods the old town\\nBy Ann Poe\\nRain floods the old town\\n")
    >>> page.apply(RepeatedHeadlines()(page)).text
    'Rain floods the old town\\nBy Ann Poe\\n'
    """

    shortest: int = 12  # in characters; "Sport" may stand twice for good reasons
    longest: int = 250  # no headline of the development corpora is longer
    top: int = 16  # lines above the first paragraph that are compared with one another
    alike: float = 80  # least rapidfuzz partial ratio of two lines that are compared in earnest
    outlet: float = 0.45  # a larger share of a title, behind its last bar, says more than that name
    name: ClassVar[str] = "repeated_headlines"

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each further copy."""
        first_prose = next((i for i in page.content if page.lines[i].is_prose), len(page.lines))
        top = self._top(page, first_prose)
        gone = self._copies(page, top)
        if page.dropped and top:
            gone |= self._copies_below(page, top, first_prose)
        for index, kept in sorted(gone.items()):
            number = page.lines[kept].number
            yield page.drop(index, self.name, f"the same headline stands on line {number}")

    def _top(self, page: Page, first_prose: int) -> list[int]:
        """Headline-like lines above the first paragraph, not too many."""
        above = takewhile(lambda i: i < first_prose, page.content)
        return list(islice((i for i in above if self._fits(page.lines[i])), self.top))

    def _copies_below(self, page: Page, top: list[int], first_prose: int) -> dict[int, int]:
        """Headline-like lines below the first paragraph that stand in `top` as well."""
        known = {page.lines[i].key: i for i in reversed(top)}
        below = page.content[bisect_right(page.content, first_prose) :]
        return {
            i: known[key]
            for i in below
            if (key := page.lines[i].key) in known and self._fits(page.lines[i])
        }

    def _fits(self, line: Line) -> bool:
        right = self.shortest <= line.width <= self.longest
        return right and not line.is_prose and not line.credited

    def _copies(self, page: Page, top: list[int]) -> dict[int, int]:
        """The copies in `top` that go, each with the line that stays."""
        gone: dict[int, int] = {}
        kept: list[int] = []
        pieces = dict(zip(top, _pieces([page.lines[index] for index in top]), strict=True))
        for index in top:
            near = (k for k in kept if not pieces[index].isdisjoint(pieces[k]))
            twin = next((k for k in near if self._same(page, k, index)), None)
            if twin is None:
                kept.append(index)
            elif self._is_title(page.lines[twin], page.lines[index]):
                gone[twin] = index
                kept[kept.index(twin)] = index
            else:
                gone[index] = twin
        return gone

    def _same(self, page: Page, above: int, below: int) -> bool:
        a, b = page.lines[above], page.lines[below]
        if a.key != b.key and not self._near_copy(a, b):
            return False
        bare = below - above > 1 and not any(page.lines[i].words for i in range(above + 1, below))
        return bool(page.dropped) or not bare

    def _near_copy(self, a: Line, b: Line) -> bool:
        # the next pass asks again, and another cleaner with a bar of its own may
        known: dict[str, bool] = a.notes.setdefault((_COMPARED, self.alike), {})
        if b.key not in known:
            known[b.key] = self._compare(a, b)
        return known[b.key]

    def _compare(self, a: Line, b: Line) -> bool:
        """The quick look first: a near copy holds nearly all of the shorter one."""
        from rapidfuzz import fuzz  # here, as many pages need neither this nor what follows

        if not fuzz.partial_ratio(a.key, b.key, score_cutoff=self.alike):
            return False
        # Loaded here because its tables cost more than all else that a clean page needs.
        from scrapeclean.headlines import compare_headlines

        return compare_headlines(a.words, b.words).same

    def _is_title(self, above: Line, below: Line) -> bool:
        """Whether `above` is the page's title, with the outlet's name behind a bar or dash, and
        `below` the headline, without."""
        if len(above.key) > len(below.key) and below.key in above.key:
            return True
        outlet = _last_part(above.key)
        short = len(outlet) < self.outlet * len(above.key)
        return bool(outlet) and short and outlet not in below.key


def _pieces(lines: Sequence[Line]) -> list[frozenset[str]]:
    """For each of `lines` what all spellings of a headline have in common with it, one of these at
    least: its words; in scripts without spaces pairs of characters, without which the partial
    ratio is low. A line without either has its key."""
    spaceless = any(line.width > len(line.words) for line in lines)
    pattern = _PAIRS if spaceless else _WORDS
    return [frozenset(pattern.findall(line.key) or [line.key]) for line in lines]


def _last_part(key: str) -> str:
    """What stands behind the last bar or dash of `key`; nothing without one."""
    at = max(key.rfind(" | "), key.rfind(" - "))
    return key[at + 3 :] if at > 0 else ""
