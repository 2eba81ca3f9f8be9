"""What announces an advertisement, and what owns up to one."""

from __future__ import annotations

from scrapeclean.lexicon.cleaner import PhraseCleaner


class Advertising(PhraseCleaner):
    """What announces an advertisement, and what owns up to one.

    "Advertisement", "Story continues below advertisement", "This post contains affiliate links":
    the words around the advertisement, whose own words are not known here.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Advertisement\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Advertising()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds = ("advertising",)
    name = "advertising"
