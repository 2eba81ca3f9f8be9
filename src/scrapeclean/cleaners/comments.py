"""Comment counts, forms and rules."""

from __future__ import annotations

from scrapeclean.lexicon.cleaner import PhraseCleaner


class Comments(PhraseCleaner):
    """Comment counts, forms and rules.

    "12 comments", "Leave a reply", "Your email address will not be published". Beside furniture the
    rules go as well: what may be said, and what becomes of the rest. The comments themselves are
    text like any other, and are not recognised here.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Leave a reply\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Comments()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds = ("comments",)
    name = "comments"
