"""`SiteProfile`: the furniture of one site, learned from its pages, and the cleaner it makes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.facts import Facts
from scrapeclean.page import Page
from scrapeclean.sites.judging import FURNITURE_SHARE, Verdict, judge
from scrapeclean.sites.learning import FEWEST_PAGES, Learned, learn
from scrapeclean.sites.rows import code_of, read_rows, signature, unpack
from scrapeclean.sites.sample import Sampler, estimated_size

#: How sure an edit is that rests on a line's place alone: 9 of 10 such lines are no part of the
#: gold text in the development corpora.
PLACE_CONFIDENCE = 0.9
#: Of a line named in a reason, so many characters.
SHOWN_MARK = 40


@dataclass(frozen=True)
class Furniture:
    """A line that many pages of the site have: its first words, on how many of how many pages."""

    words: str
    count: int
    pages: int


@dataclass(frozen=True)
class SiteProfile:
    """A cleaner for the pages of one site, which knows what stands on many of them.

    To be put in front of a preset: ``Pipeline((SiteProfile.learn(texts), *NEWS))``. Dropped are

    * lines that stand on half of the site's pages or more, whatever they say, and
    * whatever stands below the line that ends the article on other pages, or above the last such
      line over the headline: teasers, feeds and comments, which are new on every page.

    Spared are the article's own lines, dates, prose that opens stories time and again (a column's
    introduction), a line that merely begins like others, and the lines in `kept`. Pages with the
    same story count once. From fewer than five pages nothing is learned, and nothing dropped.

    >>> menu, end = "Home\\nSport\\nWeather\\n", "\\nMost read\\n"
    >>> own = "The council of {0} voted {0} times in {0} on Monday, and {0} again on Tuesday. "
    >>> towns = ["Aldham", "Borley", "Copford", "Dedham", "Elmsett"]
    >>> texts = [menu + 4 * own.format(town) + end + f"{town} in pictures" for town in towns]
    >>> profile = SiteProfile.learn(texts)
    >>> page = Page.from_text(menu + 4 * own.format("Foxearth") + end + "Foxearth in pictures")
    >>> page.apply(profile(page)).text == 4 * own.format("Foxearth") + "\\n"
    True
    """

    pages: Mapping[int, array[int]] = field(default_factory=dict, repr=False)
    kept: frozenset[str] = frozenset()
    shown: Mapping[int, str] = field(default_factory=dict, repr=False, compare=False)
    name: ClassVar[str] = "site_profile"
    scope: ClassVar[str] = "page"
    daring: ClassVar[bool] = True

    @classmethod
    def learn(cls, texts: Iterable[str]) -> SiteProfile:
        """Return the profile of the site that `texts` are pages of, read once, one at a time."""
        return cls().update(texts)

    def update(self, texts: Iterable[str]) -> SiteProfile:
        """Return a profile that has seen `texts` too; the order and parts make no difference."""
        sampler = Sampler(self.pages, self.shown)
        for text in texts:
            sampler.add(text)
        return replace(self, pages=sampler.pages, shown=sampler.shown())

    def __or__(self, other: SiteProfile) -> SiteProfile:
        """Return the profile of all pages that either has seen."""
        sampler = Sampler(self.pages, self.shown)
        sampler.merge(other.pages, other.shown)
        return SiteProfile(sampler.pages, self.kept | other.kept, sampler.shown())

    def keep(self, *lines: str) -> SiteProfile:
        """Return a profile for which `lines`, and their near variants, are no furniture."""
        return replace(self, kept=self.kept | set(lines))

    @cached_property
    def learned(self) -> Learned:
        """What the pages have in common, worked out when first asked for."""
        kept = frozenset(code_of(signature(Facts(line))) for line in self.kept)
        ordered = sorted(self.pages)  # so that the order of learning makes no difference
        return learn([tuple(unpack(self.pages[key])) for key in ordered], kept)

    @property
    def size(self) -> int:
        """How many distinct pages were seen: exact up to 99, from there an estimate."""
        return estimated_size(self.pages)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is wrong with the profile, and what to do; empty if nothing is."""
        if self.learned.pages >= FEWEST_PAGES:
            return ()
        return (
            f"the profile drops nothing: of {self.size} pages it was learned from, "
            f"{self.learned.pages} have prose of their own, and it takes {FEWEST_PAGES}: "
            "learn from more pages of this site",
        )

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """The lines that go wherever they stand, those on most pages first."""
        learned = self.learned
        enough = FURNITURE_SHARE * learned.pages
        found = [
            Furniture(
                self.shown.get(code, "(words not stored)"), learned.counts[code], learned.pages
            )
            for code in learned.constants
            if learned.counts[code] >= enough and learned.pages >= FEWEST_PAGES
        ]
        return tuple(sorted(found, key=lambda line: (-line.count, line.words)))

    def judge(self, page: Page) -> Iterator[Verdict]:
        """Yield a verdict on each line of `page` that is furniture of the site.

        Lines are counted among those that are not blank (`page.content`).
        """
        if self.learned.pages >= FEWEST_PAGES:
            yield from judge(read_rows([page.lines[i] for i in page.content]), self.learned)

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield an edit for each line of `page` that is furniture of the site."""
        for verdict in self.judge(page):
            yield self._edit(page, verdict)

    def _edit(self, page: Page, verdict: Verdict) -> Edit:
        pages = self.learned.pages
        share = f"on {verdict.pages} of {pages} pages of this site"
        index = page.content[verdict.line]
        if verdict.by_itself:
            return page.drop(index, self.name, share, verdict.pages / pages)
        words = page.lines[page.content[verdict.mark]].words[:SHOWN_MARK]
        if verdict.mark < verdict.line:
            why = f"below “{words}”, which ends the article and stands {share}"
        else:
            why = f"above the headline and “{words}”, which stands {share}"
        return page.drop(index, self.name, why, PLACE_CONFIDENCE)
