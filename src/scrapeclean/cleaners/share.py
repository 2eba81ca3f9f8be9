"""Share bars, and tools for the page: text size, print, save, translate."""

from __future__ import annotations

from scrapeclean.lexicon.cleaner import PhraseCleaner


class Share(PhraseCleaner):
    """Share bars, and tools for the page: text size, print, save, translate.

    "Share on Facebook", "Facebook Twitter WhatsApp", "TT", "This article is more than 3 years old".
    A lone "Facebook" stays, unless other furniture stands beside it.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Share this article\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Share()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds = ("share", "widget")
    name = "share"
