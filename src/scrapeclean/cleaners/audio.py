"""Labels of audio and video players, and reading times that stand alone."""

from __future__ import annotations

from scrapeclean.lexicon.cleaner import PhraseCleaner


class Audio(PhraseCleaner):
    """Labels of audio and video players, and reading times that stand alone.

    "Listen to this article", "This audio is created with AI assistance", "5 min read". A
    reading time at the end of a byline is for `LineTails`.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Listen to this article\\n\\nThe river rose overnight.\\n")
    >>> page.apply(Audio()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds = ("player", "reading time")
    name = "audio"
