"""Broken characters, odd white space, mixed line ends."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scrapeclean.characters import PERHAPS_SUSPECT, SUSPECT
from scrapeclean.edits import Edit, shifted
from scrapeclean.page import Page
from scrapeclean.repair import CLEANER, even_spaces, is_composed, is_even, repair


@dataclass(frozen=True)
class TextRepair:
    r"""Characters as they were meant, evenly spaced, and one kind of line end.

    What is put right: mojibake, HTML entities, half characters and ligatures (all by ftfy's
    fixers); characters that show nothing; white space at either end of a line, or more of it
    than one space; letters and accents apart; line ends other than the page's commonest.

    What is left alone: quotes, dashes and full-width punctuation; a single no-break or thin
    space; entities on a line about HTML (``&lt;b&gt;``); soft hyphens, which
    typesetters mean (`SoftHyphens` takes them); joiners where they spell words or emoji;
    marks of direction on lines with letters that run from right to left; characters for which
    NFC would only put others (the Kelvin sign, Hindi letters with a dot, Han characters).

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Caf\xc3\xa9  Noir\u200b\r\n&copy; 2024\n")
    >>> page.apply(TextRepair()(page)).text
    'Café Noir\n© 2024\n'
    """

    name: ClassVar[str] = CLEANER
    scope: ClassVar[str] = "page"

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield the edits that repair `page`; repairing it again yields none."""
        if "\r" not in page.text:
            return _inside(page)
        return iter(sorted([*_inside(page), *_ends(page)], key=lambda edit: edit.start))


def _inside(page: Page) -> Iterator[Edit]:
    """Edits inside lines; only lines that can need it go the slow way of `repair`."""
    text, position = page.text, 0
    even = is_even(text)
    for index in _suspects(page):
        start = page.starts[index]
        if not even:
            yield from even_spaces(text, position, start)
        yield from shifted(repair(page.lines[index].text), start)
        position = page.starts[index + 1]
    if not even:
        yield from even_spaces(text, position)


def _suspects(page: Page) -> list[int]:
    """Indices of the lines that `repair` would change, and of few others."""
    found = []
    match = PERHAPS_SUSPECT.search(page.text) and SUSPECT.search(page.text)
    while match:
        found.append(bisect_right(page.starts, match.start()) - 1)
        match = SUSPECT.search(page.text, page.starts[found[-1] + 1])
    if not unicodedata.is_normalized("NFC", page.text):
        apart = (i for i, line in enumerate(page.lines) if not is_composed(line.text))
        found = sorted({*found, *apart})
    return found


def _ends(page: Page) -> Iterator[Edit]:
    r"""Line ends become the commoner of ``\n`` and ``\r\n``; a lone ``\r`` is never kept."""
    windows = page.text.count("\r\n")
    kind = "\r\n" if 2 * windows > page.text.count("\n") else "\n"
    said = (CLEANER, "a line end unlike the page's others")
    for index, line in enumerate(page.lines):
        if line.end not in ("", kind):
            yield page.replace(index, (len(line.text), len(line.raw)), kind, said)
