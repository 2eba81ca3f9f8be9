"""Comment counts, forms and rules."""

from __future__ import annotations

from scrapeclean.lexicon.cleaner import PhraseCleaner


class Comments(PhraseCleaner):
    """Comment counts, forms and rules.

    "12 comments", "Leave a reply", "Your email address will not be published"; beside furniture
    the rules as well: what may be said, and what becomes of the rest. What readers wrote is text
    like any other, and not known here.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Leave a reply\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Comments()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds = ("comments",)
    name = "comments"
