"""Which stretches of a page may hold the beginning of a story: a cascade of screens, of which each
looks only at what the one before has left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrapeclean.articles.cohesion import Cohesion
from scrapeclean.articles.decisions import Decisions, Evidence
from scrapeclean.articles.evidence import (
    COHESION,
    HEADLINE,
    WORDS,
    cohesion_evidence,
    find_headline,
    headline_evidence,
    page_title,
    prose_around,
    words_evidence,
)
from scrapeclean.articles.outline import Outline, Stretch
from scrapeclean.articles.places import Place
from scrapeclean.articles.surroundings import FURNITURE, SURROUNDINGS, Furniture, surroundings
from scrapeclean.articles.vocabulary import Words
from scrapeclean.cached import cached_property

#: The names of the evidence of a stretch, in its order, once all screens have looked.
STRETCH = (*SURROUNDINGS, *FURNITURE, *COHESION, *WORDS, *HEADLINE)


class Looks:
    """What the looks at the stretches of `outline` share; each costs more than the one before."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline

    @cached_property
    def _furniture(self) -> Furniture:
        return Furniture(self.outline)

    @cached_property
    def _cohesion(self) -> Cohesion:
        return Cohesion(self.outline)

    @cached_property
    def _title(self) -> Words:
        return page_title(self.outline, self._cohesion)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        """Which paragraph stands at a position."""
        return {position: number for number, position in enumerate(self.outline.paragraphs)}

    def cohesion(self, stretch: Stretch) -> Evidence:
        """Return what furniture there is, and how the prose hangs together across it."""
        links = self._cohesion.across(self._numbers[stretch.last])
        said = cohesion_evidence(self.outline, stretch, links, self._cohesion.usual)
        return self._furniture.evidence(stretch) + said

    def words(self, stretch: Stretch) -> Evidence:
        """Return which words the prose above and below have in common."""
        return words_evidence(self._cohesion, self._numbers[stretch.last], self._title)

    def headline(self, stretch: Stretch) -> tuple[Evidence, Place]:
        """Return what the likeliest headline says, and the stretch as a place."""
        number = self._numbers[stretch.last]
        prose = prose_around(self.outline, number)
        headline = find_headline(self.outline, stretch, prose)
        linked = self._cohesion.across(number).here
        place = Place(self.outline, stretch, prose, headline, linked)
        return headline_evidence(self.outline, stretch, headline), place


def promising(
    outline: Outline, stretches: Sequence[Stretch], decisions: Decisions
) -> Iterator[tuple[Place, Evidence]]:
    """Yield those of `stretches` that no screen rules out, with the evidence for them."""
    looks = Looks(outline)
    found = zip(stretches, surroundings(outline, stretches), strict=True)
    for stretch, evidence in found:
        if decisions.surroundings.weigh(evidence) > 0:
            evidence += looks.cohesion(stretch)
            if decisions.cohesion.weigh(evidence) > 0:
                evidence += looks.words(stretch)
                if decisions.words.weigh(evidence) > 0:
                    said, place = looks.headline(stretch)
                    evidence += said
                    if decisions.headline.weigh(evidence) > 0:
                        yield place, evidence
                    outline.forget(outline.lines[stretch.first : stretch.last])
