"""Pointers to other stories: single lines, cards and feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from scrapeclean.edits import Edit
from scrapeclean.lexicon.cleaner import PhraseCleaner
from scrapeclean.lexicon.matching import Match
from scrapeclean.lexicon.outskirts import hits_and_outskirts
from scrapeclean.page import Page
from scrapeclean.patterns import pattern

_CLOCK = pattern(r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
#: An item of a feed is a time and at most so many lines.
ITEM_LINES = 3
#: A card's headline is at least as wide as that (shorter lines above a paragraph are subheads),
#: its teaser at most as wide as that.
HEADLINE_WIDTH = 35
TEASER_WIDTH = 400


class Related(PhraseCleaner):
    """Pointers to other stories: single lines, cards and feeds.

    "Also read: …", "Most read", "More from this section" go as lines. A feed goes as a block: its
    heading and, under it, times with a few lines each. A card goes as a block: a headline and its
    teaser with nothing but furniture directly under them, on a page that parts its paragraphs by
    blank lines.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("The river rose.\\n\\nAlso read: Dams of the north, in pictures\\n")
    >>> page.apply(Related()(page)).text
    'The river rose.\\n\\n'
    """

    kinds = ("related", "feed")
    name = "related"

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line of a pointer, card or feed."""
        found = hits_and_outskirts(page)
        gone = {index: hit.why for index, hit in found.items() if hit.kind in self.kinds}
        if gone or any(hit.kind == "appeal" for hit in found.values()):
            gone |= _feeds(page, found) | _cards(page, found)
        for index in sorted(gone):
            yield page.drop(index, self.name, gone[index])


def _feeds(page: Page, found: Mapping[int, Match]) -> dict[int, str]:
    gone: dict[int, str] = {}
    for place, index in enumerate(page.content[:-1]):
        heading = found.get(index)
        if heading and heading.kind == "feed" and _is_time(page, page.content[place + 1]):
            for item in _feed_items(page, found, place + 1):
                gone[item] = f"an item of the feed under {heading.phrase!r}"
    return gone


def _feed_items(page: Page, found: Mapping[int, Match], place: int) -> list[int]:
    """The lines of a feed: times, and the few lines under each, up to the next furniture."""
    items: list[int] = []
    below: list[int] = []
    longest = 0
    for index in page.content[place:]:
        if _is_time(page, index):
            longest = max(longest, len(below))
            items += [*below, index]
            below = []
        elif index in found:
            return items + below
        else:
            below.append(index)
        if len(below) > ITEM_LINES:
            return items + below[:longest]
    return items + below


def _is_time(page: Page, index: int) -> bool:
    return bool(_CLOCK.fullmatch(page.lines[index].words))


def _cards(page: Page, found: Mapping[int, Match]) -> dict[int, str]:
    gone: dict[int, str] = {}
    blocks = _blocks(page)
    if sum(len(block) == 1 for block in blocks) * 2 < len(blocks):
        return {}
    for block in blocks[1:]:
        if _is_card(page, found, block):
            why = "a story card: headline and teaser, and under them nothing but furniture"
            gone |= dict.fromkeys(block[:2], why)
    return gone


def _blocks(page: Page) -> list[list[int]]:
    """Runs of lines without a blank line between them."""
    content = page.content
    apart = [place for place, index in enumerate(content[1:], 1) if content[place - 1] < index - 1]
    return [content[first:last] for first, last in pairwise([0, *apart, len(content)])]


def _is_card(page: Page, found: Mapping[int, Match], block: list[int]) -> bool:
    if len(block) < 3 or not all(index in found for index in block[2:]):
        return False
    headline, teaser = page.lines[block[0]], page.lines[block[1]]
    if block[0] in found or block[1] in found or headline.ends_sentence:
        return False
    return headline.width >= HEADLINE_WIDTH and teaser.is_prose and teaser.width <= TEASER_WIDTH
