"""Soft hyphens, for those who count words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.page import Page
from scrapeclean.patterns import pattern

_SOFT_HYPHENS = pattern("\xad+")


@dataclass(frozen=True)
class SoftHyphens:
    """Soft hyphens (U+00AD) go; words are whole again.

    In no preset: sites set them on purpose, to say where a long word may be broken, and a text
    that keeps them is a clean text. Put this in front of one where words are counted or compared:
    ``Pipeline((SoftHyphens(), *NEWS))``.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Donau\\u00addampf\\n")
    >>> page.apply(SoftHyphens()(page)).text
    'Donaudampf\\n'
    """

    name: ClassVar[str] = "soft_hyphens"
    scope: ClassVar[str] = "page"

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each run of soft hyphens."""
        if "\xad" not in page.text:
            return
        for run in _SOFT_HYPHENS.finditer(page.text):
            yield Edit(*run.span(), run.group(), "", self.name, "a soft hyphen")
