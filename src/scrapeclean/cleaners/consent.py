"""Cookie banners, with their notices and buttons."""

from __future__ import annotations

from scrapeclean.lexicon.cleaner import PhraseCleaner


class Consent(PhraseCleaner):
    """Cookie banners, with their notices and buttons.

    "Accept all", "Cookie settings", "We use cookies to …". Beside them whole paragraphs go that
    speak of cookies, data, purposes, a choice and us. An article about cookies stays.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Accept all cookies\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Consent()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds = ("consent",)
    name = "consent"
