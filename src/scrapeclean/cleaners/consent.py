"""Cookie banners and what hangs on them."""

from __future__ import annotations

from scrapeclean.lexicon.cleaner import PhraseCleaner


class Consent(PhraseCleaner):
    """Cookie banners and what hangs on them.

    "Accept all", "Cookie settings", "We use cookies to …": the notice goes with its buttons, and
    beside them whole paragraphs that speak of cookies, data, purposes, a choice and us in one
    breath. An article about cookies stays.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Accept all cookies\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Consent()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds = ("consent",)
    name = "consent"
