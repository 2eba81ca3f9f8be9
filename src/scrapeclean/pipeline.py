"""The loop: cleaners one after another, until nothing changes.

One *pass* takes a page through all cleaners. The clean text is a fixed point of that pass, so
cleaning it again changes nothing; the last pass of `Pipeline.clean` is the proof. A page that
has not settled after `MAX_PASSES` is kept as it came, which settles it, and a warning says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from scrapeclean.articles.splitting import AS_CUT, find_cuts
from scrapeclean.edits import Edit, Journal, apply, invert, shifted
from scrapeclean.lexicon import lexicon
from scrapeclean.page import Line, Page

if TYPE_CHECKING:
    from scrapeclean.articles.parts import Article

#: Pages of the development corpora settle in two or three passes; the last changes nothing.
MAX_PASSES = 6
#: A page of at least this much prose (in characters) that would keep less than this share of it
#: is kept: such a page is more likely misread than empty.
GUARDED_PROSE = 400
GUARDED_SHARE = 0.05

UNSETTLED = (
    f"the page did not settle within {MAX_PASSES} passes and was kept as it came: "
    "please report it, with the cleaners used"
)
GUARDED = (
    "nearly all of the page's prose looked like furniture, so no furniture was removed: "
    "is there an article on this page?"
)


class Cleaner(Protocol):
    """Looks at a page and yields edits, in order and apart, in the coordinates of `page.text`.

    Two attributes are read where a cleaner has them. `scope`: "article" (default; the cleaner
    sees one article at a time) or "page". `daring`: True for a cleaner that takes furniture away,
    which the loss guard may overrule (default False).
    """

    def __call__(self, page: Page, /) -> Iterable[Edit]:
        """Yield the edits that `page` needs."""
        ...


@dataclass(frozen=True)
class Result:
    """What came of one page: the clean `text`, every edit in the coordinates of `source`, and
    `warnings` where the cleaners were in doubt. `first` is the page as it came, with what the first
    pass has found out about it."""

    source: str
    text: str
    edits: Journal
    warnings: tuple[str, ...]
    page: Page = field(repr=False, compare=False)
    first: Page | None = field(default=None, repr=False, compare=False)

    def undo(self) -> str:
        """Return the source, rebuilt from the clean text and the edits."""
        return apply(self.text, invert(self.edits))

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the clean text, in their order."""
        # here, as who wants the text alone need not load it
        from scrapeclean.articles.parts import read_articles

        return read_articles(self.page, self.first)


class Pipeline:
    """Cleaners in their order, to be used on any number of texts.

    >>> from scrapeclean.cleaners.spacing import Spacing
    >>> Pipeline([Spacing()]).clean("One.\\n\\n\\nTwo.").text
    'One.\\n\\nTwo.'
    """

    def __init__(
        self, cleaners: Iterable[Cleaner], keep: Callable[[Line], bool] | None = None
    ) -> None:
        """`keep` is asked about each line that an edit touches; where it says True, the edit is
        not made, whichever cleaner wants it."""
        self.cleaners: tuple[Cleaner, ...] = tuple(cleaners)
        self.keep = keep

    def __repr__(self) -> str:
        return f"Pipeline({list(self.cleaners)!r})"

    def clean(self, text: str) -> Result:
        """Return the `Result` of cleaning `text`, which may be any string.

        Raises `EditError` when a cleaner yields edits that do not fit the page it was given,
        `TypeError` for what is no string.
        """
        if not isinstance(text, str):
            raise TypeError(f"a page is a str, not {type(text).__name__}: bytes are to be decoded")
        page = Page.from_text(text)
        first = None if page.is_large else page
        warnings: list[str] = []
        for _ in range(MAX_PASSES):
            after = self._guarded_pass(page, warnings)
            if after.lines is page.lines or after.text == page.text:
                said = tuple(dict.fromkeys(warnings))
                return Result(text, page.text, page.journal, said, page, first)
            page = after.with_cuts(())
        return Result(text, text, (), (UNSETTLED,), Page.from_text(text))

    def _guarded_pass(self, page: Page, warnings: list[str]) -> Page:
        after = self._pass(page, self.cleaners)
        if not _loses_prose(page, after):
            return after
        del after  # which takes as much room as the page that comes instead
        warnings.append(GUARDED)
        return self._pass(page, [c for c in self.cleaners if not getattr(c, "daring", False)])

    def _pass(self, page: Page, cleaners: Sequence[Cleaner]) -> Page:
        """One pass; the page is cut into its articles before the first cleaner of articles, and
        before furniture goes, which tells where one article ends and the next begins."""
        cut = False
        for cleaner in cleaners:
            by_article = getattr(cleaner, "scope", "article") == "article"
            if not cut and (by_article or getattr(cleaner, "daring", False)):
                page, cut = _cut(page), True
            edits = _by_article(cleaner, page) if by_article and page.cuts else cleaner(page)
            page = page.apply(edits if self.keep is None else self._allowed(page, edits))
        return page

    def _allowed(self, page: Page, edits: Iterable[Edit]) -> Iterator[Edit]:
        assert self.keep is not None
        for edit in edits:
            touched = page.lines_between(edit.start, edit.end)
            if not any(self.keep(line) for line in touched):
                yield edit


def _cut(page: Page) -> Page:
    """The page in its articles; `page` remembers it, unless it is large."""
    lexicon().read(page.content_lines)  # all at one go
    cut = page.with_cuts(tuple(found.at for found in find_cuts(page)))
    if not page.is_large:
        page.notes.setdefault(AS_CUT, cut)
    return cut


def _by_article(cleaner: Cleaner, page: Page) -> Iterator[Edit]:
    """What `cleaner` says of each article of a page with several."""
    for offset, part in page.parts:
        yield from shifted(cleaner(part), offset)


def _loses_prose(before: Page, after: Page) -> bool:
    if after.lines is before.lines or _has_prose(after, GUARDED_SHARE * len(before.text)):
        return False
    prose = _prose(before)
    return prose >= GUARDED_PROSE and _prose(after) < prose * GUARDED_SHARE


def _has_prose(page: Page, enough: float) -> bool:
    """Whether there is so much prose on `page`, in characters: it is soon found, where there is."""
    for index in page.content:
        line = page.lines[index]
        if line.is_prose:
            enough -= len(line.text)
            if enough <= 0:
                return True
    return False


def _prose(page: Page) -> int:
    lines = page.lines
    return sum([len(lines[i].text) for i in page.content if lines[i].is_prose])
