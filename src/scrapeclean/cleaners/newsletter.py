"""Newsletter forms, with their fields, check marks and messages."""

from __future__ import annotations

from collections.abc import Iterator

from scrapeclean.edits import Edit
from scrapeclean.lexicon.cleaner import PhraseCleaner
from scrapeclean.lexicon.hits import hits
from scrapeclean.page import Line, Page

#: So many lines, each no longer than that, may stand between two lines of one form: the names of
#: newsletters to choose from.
ENCLOSED_LINES = 2
ENCLOSED_WIDTH = 80


class Newsletter(PhraseCleaner):
    """Newsletter forms, with their fields, check marks and messages.

    "Enter your email", "* indicates required", "Thank you for signing up". At an end of the page or
    beside furniture a pitch goes as well: a paragraph that speaks of a newsletter or channel, what
    is in it, how to get it, and us. A short line between two lines of a form is the name of a
    newsletter, and goes with it.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("* indicates required\\nRivers Weekly\\n* indicates required\\n")
    >>> page.apply(Newsletter()(page)).text
    ''
    """

    kinds = ("newsletter",)
    name = "newsletter"

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line of a form."""
        found = hits(page)
        since: list[int] | None = None  # the lines since the last one of a form, if they are few
        for index in page.content:
            if index in found and found[index].kind in self.kinds:
                for inside in since or ():
                    yield page.drop(inside, self.name, "a line inside a newsletter form")
                yield page.drop(index, self.name, found[index].why)
                since = []
            elif since is not None:
                since.append(index)
                if len(since) > ENCLOSED_LINES or not _may_be_enclosed(page.lines[index]):
                    since = None


def _may_be_enclosed(line: Line) -> bool:
    return line.width <= ENCLOSED_WIDTH and not line.ends_sentence
