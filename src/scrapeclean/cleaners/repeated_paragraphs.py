"""The paragraph that was extracted twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.page import Page


@dataclass(frozen=True)
class RepeatedParagraphs:
    """Further copies of a long paragraph go, and of paragraphs that come back as a run.

    Extractors put a body twice into their output, as a whole (p1, p2, p1, p2) or paragraph by
    paragraph (trafilatura#768, #879). Only exact copies go, apart from quotes, dashes and case.

    Spared: a single short paragraph that comes back; it may be a refrain, a label, an answer. On
    a page where nothing else has gone, all but a body that stands there exactly twice: plans,
    price lists and letters repeat whole sentences for good reasons.

    >>> from scrapeclean.page import Page
    >>> body = "Rain fell on the old town all night. " * 3 + "\\n" + "The dam held. " * 9 + "\\n"
    >>> page = Page.from_text(body + body)
    >>> page.apply(RepeatedParagraphs()(page)).text == body
    True
    """

    long: int = 200  # in characters; shorter lines repeat in plans, recipes and price lists
    doubled: float = 0.45  # the share of copies in a doubled body: half, but for a line or two
    name: ClassVar[str] = "repeated_paragraphs"

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each further copy."""
        first: dict[str, int] = {}
        order: list[int] = []
        twins: dict[int, int] = {}
        for index in (i for i in page.content if page.lines[i].is_prose):
            order.append(index)
            kept = first.setdefault(page.lines[index].key, index)
            if kept != index:
                twins[index] = kept
        for index in self._certain(page, order, twins) if twins else ():
            number = page.lines[twins[index]].number
            yield page.drop(index, self.name, f"the same paragraph stands on line {number}")

    def _certain(self, page: Page, order: list[int], twins: dict[int, int]) -> Iterator[int]:
        """The copies that are long, or in a run of copies, where that may not be on purpose."""
        run = _in_runs(order, twins)
        twice = len(set(twins.values())) == len(twins)
        if not page.dropped and not (twice and len(run) >= len(order) * self.doubled):
            return
        for index in twins:
            if index in run or (page.dropped and page.lines[index].width >= self.long):
                yield index


def _in_runs(order: list[int], twins: dict[int, int]) -> set[int]:
    """The copies that follow or precede a copy as their originals do."""
    following = dict(pairwise(order))
    run = set()
    for index, kept in twins.items():
        after = following.get(index)
        if after in twins and twins[after] == following[kept]:
            run |= {index, after}
    return run
