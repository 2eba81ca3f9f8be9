"""Evidence for a new story, as named numbers: what the words around a stretch say, and those of
its likeliest headline.

The numbers are the terms of the fitted decisions (`cuts.trees`); their names are its words. All
are between about -1 and 8, computed from the page alone and free of language but for the byline
words, months, credits and words of edges in the tables beside this file.
"""

from __future__ import annotations

from typing import NamedTuple

from scrapeclean.articles.cohesion import Cohesion, Links
from scrapeclean.articles.decisions import Evidence
from scrapeclean.articles.marks import has_dateline, like_headline
from scrapeclean.articles.outline import Outline, Stretch
from scrapeclean.articles.vocabulary import Words, stems, telling
from scrapeclean.lines import Line

#: The width of prose above a stretch where its headline's words are looked for, and below it.
ABOVE = 2500
BELOW = 900
#: The cohesion across two stories is about this, that inside of one story more.
FRESH = 0.15
STALE = 0.2
#: How far above the first paragraph a headline may stand, in lines.
HEADLINE_REACH = 25
#: The page's title stands so many lines above its first paragraph at most, and its words come back
#: in the first so many paragraphs.
TITLE_REACH, TITLE_BODY = 10, 6
_NONE: Words = frozenset()

COHESION = (
    "linked",
    "unlinked",
    "flat_unlinked",
    "single_unlinked",
    "valley",
    "valley_above",
    "valley_below",
    "usual_link",
    "below_usual",
    "link_rank",
    "dateline",
)


def cohesion_evidence(outline: Outline, stretch: Stretch, links: Links, usual: float) -> Evidence:
    """Return what the links between the prose above and below say; `usual` is their median."""
    here, above, below, rank = links
    missing = STALE - here
    return (
        here,
        max(0.0, FRESH - here) / STALE,
        missing if outline.widest_gap == outline.usual_gap else 0.0,
        missing if stretch.last - stretch.first == 1 else 0.0,
        min(above, below) - here,
        above - here,
        below - here,
        usual,
        usual - here,
        rank,
        float(has_dateline(outline.lines[stretch.last])),
    )


WORDS = (
    "common",
    "known_below",
    "back_above",
    "title",
    "title_above",
    "title_below",
    "title_gone",
    "title_lost",
)


def words_evidence(cohesion: Cohesion, paragraph: int, title: Words) -> Evidence:
    """Return how many words the prose above the `paragraph`th has in common with that below, near
    and far, and what becomes of those of the page's `title`."""
    above, below = cohesion.near(paragraph)
    size = 1 + len(title)
    kept, gone = len(title & above) / size, len(title & below) / size
    return (
        len(above & below) / (1 + min(len(above), len(below))),
        cohesion.known(below, paragraph),
        cohesion.back(above, paragraph),
        float(len(title)),
        kept,
        gone,
        kept - gone,
        cohesion.back(title, paragraph),
    )


def page_title(outline: Outline, cohesion: Cohesion) -> Words:
    """Return the words of the headlines above the page's first paragraph that come back in it."""
    first = outline.paragraphs[0]
    top = outline.lines[max(0, first - TITLE_REACH) : first]
    said = _NONE.union(*[telling(line) for line in top if like_headline(line)])
    return said & _NONE.union(*cohesion.words[:TITLE_BODY])


class Prose(NamedTuple):
    """The words of the paragraphs above a stretch, and of those below."""

    above: str
    below: str


class Headline(NamedTuple):
    """The likeliest headline in a stretch, by its words: they come back, and are new."""

    position: int
    score: float
    echo: float
    known: float
    again: bool


def prose_around(outline: Outline, paragraph: int) -> Prose:
    """Return the words of the paragraphs above the `paragraph`th, and from it on."""
    places, lines, mass = outline.paragraphs, outline.lines, outline.mass
    here = mass[places[paragraph]]
    first = last = paragraph
    while first > 0 and here - mass[places[first]] < ABOVE:
        first -= 1
    while last < len(places) and mass[places[last]] - here < BELOW:
        last += 1
    above, below = places[first:paragraph], places[paragraph:last]
    return Prose(" ".join([lines[i].key for i in above]), " ".join([lines[i].key for i in below]))


def find_headline(outline: Outline, stretch: Stretch, prose: Prose) -> Headline | None:
    """Return the line that is the likeliest headline of what follows `stretch`."""
    found = []
    for position in range(max(stretch.first, stretch.last - HEADLINE_REACH), stretch.last):
        line = outline.lines[position]
        if like_headline(line):
            echo, known = share(line, prose.below), share(line, prose.above)
            again = line.key in outline.keys[position + 2 : min(stretch.last, position + 12)]
            score = echo - known + 0.5 * again + min(0.3, line.width / 200)
            score -= 0.01 * (stretch.last - position)
            found.append(Headline(position, score, echo, known, again))
    return max(found, key=lambda headline: headline.score, default=None)


def share(line: Line, prose: str) -> float:
    """Return the share of the words of `line` that stand in `prose`."""
    words = stems(line)
    return sum([word in prose for word in words]) / len(words) if words else 0.4


HEADLINE = (
    "opens_as_headline",
    "no_headline",
    "headline",
    "headline_echo",
    "headline_known",
    "headline_again",
    "headline_before",
    "headline_width",
)


def headline_evidence(outline: Outline, stretch: Stretch, headline: Headline | None) -> Evidence:
    """Return what the words of the headline and its copies say."""
    opens = float(like_headline(outline.lines[stretch.first]))
    if headline is None:
        return opens, 1.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0
    key = outline.keys[headline.position]
    return (
        opens,
        0.0,
        max(headline.score, -1.0),
        headline.echo,
        headline.known,
        float(headline.again),
        float(outline.first_at[key] < stretch.first),
        min(2.0, outline.lines[headline.position].width / 60),
    )
