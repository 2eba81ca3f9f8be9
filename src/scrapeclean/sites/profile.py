"""`SiteProfile`: a cleaner that knows the furniture of one site, learned from its pages."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.facts import Facts
from scrapeclean.model import Slope, read_page
from scrapeclean.page import Page
from scrapeclean.sites.judging import FURNITURE_SHARE, Layout, Verdict, find_layout, judge
from scrapeclean.sites.learning import FEWEST_PAGES, Learned, learn
from scrapeclean.sites.rows import Row, code_of, read_rows, signature, unpack
from scrapeclean.sites.sample import Sampler, estimated_size
from scrapeclean.sites.weighing import Doubt, weigh

#: How sure an edit is that rests on a line's place alone: 9 of 10 such lines are no part of the
#: gold text in the development corpora.
PLACE_CONFIDENCE = 0.9
#: Of a line named in a reason, so many characters.
SHOWN_MARK = 40

#: Below these log-odds of the scorer a line is furniture, as far as the page alone can say. As the
#: site has a say, too, nothing leans towards keeping: on a dirty page even odds decide.
BAR = Slope(1.0, 4.0, -2.5, 0.1)


@dataclass(frozen=True)
class Furniture:
    """A line that many pages of the site have: its first words, on how many of how many pages."""

    words: str
    count: int
    pages: int


@dataclass(frozen=True)
class SiteProfile:
    """A cleaner for the pages of one site, which knows what stands on many of them.

    It goes in front of a preset: ``Pipeline((SiteProfile.learn(texts), *NEWS))``. Dropped are

    * lines that stand on half of the site's pages or more, whatever they say,
    * whatever stands below the line that ends the article on other pages, or above the last such
      line over the headline: teasers, feeds and comments, which are new on every page, and
    * what reads unlike an article, for the line scorer, outside the place of the site's articles,
      and what reads most unlike one in it.

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
        """Return a profile that has seen `texts` too, in whatever order and parts they come."""
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
        """Return a profile that keeps `lines` and their near variants."""
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
            f"the profile drops nothing: it needs {FEWEST_PAGES} pages with prose of their own and "
            f"has {self.learned.pages} (of {self.size} in all): learn from more pages of this site",
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
        """Yield a verdict on each line of `page` that the site alone says is furniture.

        Lines are counted among those that are not blank (`page.content`).
        """
        rows = self._rows(page)
        yield from judge(rows, self.learned, find_layout(rows, self.learned))

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield an edit for each line of `page` that is furniture of the site."""
        rows = self._rows(page)
        layout = find_layout(rows, self.learned)
        verdicts = list(judge(rows, self.learned, layout))
        edits = {verdict.line: self._edit(page, verdict) for verdict in verdicts}
        if layout and any(verdict.by_itself for verdict in verdicts):
            for doubt in self._doubts(page, rows, layout):
                edits.setdefault(doubt.line, self._doubted(page, doubt))
        for line in sorted(edits):
            yield edits[line]

    def _rows(self, page: Page) -> list[Row]:
        """The rows of `page`; none where too little was learned to judge them."""
        enough = self.learned.pages >= FEWEST_PAGES
        return read_rows(page.content_lines) if enough else []

    def _doubts(self, page: Page, rows: Sequence[Row], layout: Layout) -> Iterator[Doubt]:
        """Lines that the scorer, which sees the page with all its furniture, takes for furniture as
        well."""
        reading = read_page(page)
        lines = page.content_lines
        weighed = list(zip(lines, rows, reading.scores, strict=True))
        return weigh(weighed, BAR.at(reading.dirt), self.learned, layout)

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

    def _doubted(self, page: Page, doubt: Doubt) -> Edit:
        where = "though" if doubt.in_slot else "and not"
        why = f"reads unlike an article, {where} where the articles of this site stand"
        if doubt.pages > 1:
            why += f"; on {doubt.pages} of {self.learned.pages} pages"
        return page.drop(page.content[doubt.line], self.name, why, doubt.confidence)
