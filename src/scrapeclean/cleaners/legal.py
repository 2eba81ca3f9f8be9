"""Copyright lines and the links of a footer."""

from __future__ import annotations

from scrapeclean.lexicon.cleaner import PhraseCleaner


class Legal(PhraseCleaner):
    """Copyright lines and the links of a footer.

    "© 2024 The Daily Example. All rights reserved.", "Terms of use", "Privacy policy".

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("All rights reserved.\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Legal()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds = ("legal",)
    name = "legal"
