"""Phrases of the user's own: lines to drop, lines to keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.facts import Facts
from scrapeclean.lexicon.matching import Lexicon
from scrapeclean.lexicon.phrases import HOOK, normalized
from scrapeclean.page import Page

ELLIPSIS = "…"


def fault(phrase: str) -> str:
    """Say what is wrong with `phrase`, which cannot be looked for; ``""`` for nothing.

    >>> fault("also … read")
    'has … in its middle, or twice: it can stand at the beginning or at the end'
    """
    if phrase.count(ELLIPSIS) > 1 or ELLIPSIS in phrase.strip()[1:-1]:
        return (
            f"has {ELLIPSIS} in its middle, or twice: it can stand at the beginning or at the end"
        )
    words = normalized(phrase).replace(ELLIPSIS, "").strip()
    if len(words) < (HOOK if ELLIPSIS in phrase else 1):
        return (
            f"is too short: a whole line needs a letter, a head or tail ({ELLIPSIS}) needs {HOOK} "
            "characters"
        )
    return ""


@dataclass(frozen=True)
class DropPhrases:
    """Lines that say one of `phrases` go.

    Phrases are declared as in the lexicon's files: ``"share on facebook"`` is a whole line,
    ``"also read: …"`` the head of one, ``"… all rights reserved"`` the tail; case, accents,
    quotes and the marks around a line do not count, and a number stands for any number.

    Spared: lines that merely hold a phrase in their middle.

    >>> from scrapeclean.page import Page
    >>> page = Page.from_text("Rain fell.\\nBrought to you by the Ghent Rain Board\\n")
    >>> page.apply(DropPhrases(("brought to you by …",))(page)).text
    'Rain fell.\\n'
    """

    phrases: tuple[str, ...] = ()
    name: ClassVar[str] = "drop_phrases"
    scope: ClassVar[str] = "page"

    @cached_property
    def lexicon(self) -> Lexicon:
        """The phrases, ready to be matched."""
        return Lexicon.of(self.phrases)

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line that says one of the phrases."""
        for index in page.content if self.phrases else ():
            match = self.lexicon.look_up(page.lines[index])
            if match:
                why = f"the configuration drops {match.phrase!r}"
                yield page.drop(index, self.name, why)


@dataclass(frozen=True)
class KeepPhrases:
    """Says of a line whether it is to be kept: the `keep` of a `Pipeline`.

    >>> KeepPhrases(("corrections: …",))(Facts("Corrections: the bridge is in Ghent."))
    True
    """

    phrases: tuple[str, ...] = ()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The phrases, ready to be matched."""
        return Lexicon.of(self.phrases)

    def __call__(self, line: Facts) -> bool:
        """Return whether `line` says one of the phrases."""
        return self.lexicon.look_up(line) is not None
