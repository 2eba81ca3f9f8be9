"""Labels around advertisements, and disclosures of them."""

from __future__ import annotations

from scrapeclean.lexicon.cleaner import PhraseCleaner


class Advertising(PhraseCleaner):
    """Labels around advertisements, and disclosures of them.

    "Advertisement", "Story continues below advertisement", "This post contains affiliate links".
    The words of the advertisement itself are not recognised here.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Advertisement\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Advertising()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds = ("advertising",)
    name = "advertising"
