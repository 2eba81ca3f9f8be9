"""What the cleaners of furniture that is known by its phrases have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scrapeclean.edits import Edit
from scrapeclean.lexicon.outskirts import hits_and_outskirts
from scrapeclean.page import Page


@dataclass(frozen=True, init=False)
class PhraseCleaner:
    """Lines that the lexicon knows as one of `kinds` go.

    A subclass has a name, and the kinds that it takes unless it is told others:

    >>> class Players(PhraseCleaner):
    ...     kinds = ("player",)
    ...     name = "players"
    >>> Players(), Players(kinds=("player", "reading time"))
    (Players(kinds=('player',)), Players(kinds=('player', 'reading time')))
    """

    kinds: tuple[str, ...]
    name: ClassVar[str]
    daring: ClassVar[bool] = True

    # Written out, as the generated one would know the kinds of this class and not of a subclass.
    def __init__(self, kinds: tuple[str, ...] | None = None) -> None:
        object.__setattr__(self, "kinds", self.kinds if kinds is None else kinds)

    def __call__(self, page: Page) -> Iterator[Edit]:
        """Yield a deletion for each line of these kinds."""
        for index, hit in hits_and_outskirts(page).items():
            if hit.kind in self.kinds:
                yield page.drop(index, self.name, hit.why)
