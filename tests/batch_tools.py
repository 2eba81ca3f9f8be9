"""Things of module level, as workers can only be sent what they can import."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass

from scrapeclean.cleaners.spacing import Spacing
from scrapeclean.edits import Edit
from scrapeclean.errors import FormatError
from scrapeclean.page import Page
from scrapeclean.pipeline import Pipeline


def slow_at_first(number: int) -> int:
    time.sleep(0.2 if number == 0 else 0)
    return number


def refusing(number: int) -> int:
    if number == 3:
        raise FormatError("three is refused")
    return number


def dying(number: int) -> int:
    if number == 3:
        os._exit(7)
    return number


def only_spacing(*_: object) -> Pipeline:
    """Stands in for `common_pipeline`: what is cleaned is not what these tests are about."""
    return Pipeline([Spacing()])


@dataclass(frozen=True)
class Misplaced:
    """A cleaner with a fault: its edit does not fit the page."""

    name: str = "misplaced"

    def __call__(self, page: Page) -> Iterator[Edit]:
        if "trip" in page.text:
            yield Edit(0, 4, "gone", "", self.name, "it trips")
