"""Menus, search, paging, log-in and section names."""

from __future__ import annotations

from scrapeclean.lexicon.cleaner import PhraseCleaner


class Navigation(PhraseCleaner):
    """Menus, search, paging, log-in and section names.

    "Skip to content", "Next article", "Log in", a row "News Sport Weather". Section names are
    ordinary words as well, so they go only beside other furniture: a subhead "Health" stays.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("skip to content\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Navigation()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds = ("navigation", "account")
    name = "navigation"
