"""Appeals to readers: become a member, donate, get the app; and the means of payment."""

from __future__ import annotations

from scrapeclean.lexicon.cleaner import PhraseCleaner


class Appeals(PhraseCleaner):
    """Appeals to readers: become a member, donate, get the app; and the means of payment.

    Buttons are recognised by their phrases, paragraphs by what they speak of: money, the press,
    "our" and the reader, or three of these beside another appeal. Quoted speech stays.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text(
    ...     "Our reporting is funded by readers like you.\\n\\nThe river rose overnight.\\n"
    ... )
    >>> page.apply(Appeals()(page)).text
    '\\nThe river rose overnight.\\n'
    """

    kinds = ("appeal", "payment")
    name = "appeals"
