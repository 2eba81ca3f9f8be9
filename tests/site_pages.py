"""Made-up sites: pages of one template with stories of their own."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

TOP = ["Example Courier", "Home", "Politics", "Business & Money", "Weather", "Log in"]
END = ["Share this story", "Comments (12)", "Most read", "Contact us", "Terms and conditions"]
_SUBJECTS = (
    "council",
    "school",
    "harbour",
    "bakery",
    "library",
    "theatre",
    "orchard",
    "railway",
    "museum",
    "choir",
)
_VERBS = (
    "opened",
    "bought",
    "lost",
    "painted",
    "counted",
    "closed",
    "repaired",
    "praised",
    "moved",
    "found",
)
_OBJECTS = (
    "roofs",
    "bridges",
    "lamps",
    "gardens",
    "ovens",
    "boats",
    "statues",
    "windows",
    "fences",
    "clocks",
)
_PLACES = (
    "Aldham",
    "Borley",
    "Copford",
    "Dedham",
    "Elmsett",
    "Foxearth",
    "Glemsford",
    "Hadleigh",
    "Ixworth",
    "Kersey",
)


class Story:
    """One story, unlike all others: `headline` and `body`, each paragraph a line."""

    def __init__(self, number: int, paragraphs: int = 5) -> None:
        self._random = Random(number)
        self.headline = f"{self._pick(_PLACES)} {self._clause()} as {self._clause()}"
        self.body = [self.paragraph() for _ in range(paragraphs)]

    def paragraph(self) -> str:
        clauses = ", and ".join(f"the {self._clause()}" for _ in range(4))
        return f"In {self._pick(_PLACES)} {clauses}."

    def teaser(self) -> str:
        return f"{self._pick(_PLACES)}: {self._clause()}"

    def _clause(self) -> str:
        return f"{self._pick(_SUBJECTS)} {self._pick(_VERBS)} {self._pick(_OBJECTS)}"

    def _pick(self, words: Sequence[str]) -> str:
        return self._random.choice(words)


def article(story: Story) -> list[str]:
    """The lines that must stay."""
    return [story.headline, *story.body]


def page(*parts: str | list[str]) -> str:
    """One text of lines, or lists of lines."""
    lines = [line for part in parts for line in ([part] if isinstance(part, str) else part)]
    return "".join(f"{line}\n" for line in lines)


def plain_page(number: int, paragraphs: int = 5) -> str:
    """A page of the made-up site: title tag, menu, story, end, teasers, footer."""
    story = Story(number, paragraphs)
    title = f"{story.headline} | Example Courier"
    teasers = [story.teaser() for _ in range(3)]
    return page(title, TOP, article(story), END[:3], teasers, END[3:])


def site(count: int, first: int = 0) -> list[str]:
    return [plain_page(number) for number in range(first, first + count)]
