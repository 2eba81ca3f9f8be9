"""Reasons: the evidence for a cut, in words."""

from __future__ import annotations

from collections.abc import Mapping

#: What evidence says to a reader. Terms that only correct others say nothing.
WORDS = {
    "headline": "a headline whose words come back below and did not stand above",
    "headline_echo": "a headline whose words come back below",
    "headline_again": "the headline comes back below the caption",
    "is_headline_again": "the headline comes back below the caption",
    "pair": "the headline stands there twice",
    "gap": "more blank lines than elsewhere",
    "gap_rare": "more blank lines than elsewhere",
    "gap_alone": "more blank lines than elsewhere",
    "widest_gap": "the page's largest gap",
    "gap_of_two": "two blank lines, as nowhere else",
    "unlinked": "the vocabulary changes",
    "flat_unlinked": "the vocabulary changes",
    "single_unlinked": "the vocabulary changes",
    "is_headline_unlinked": "the vocabulary changes",
    "valley": "the vocabulary changes",
    "title_gone": "the words of the page's title are gone",
    "dateline": "a dateline follows",
    "byline_new": "a byline follows",
    "doubled": "a caption stands there twice",
    "page_start": "the line that opens the page comes back",
    "aligned": "the lines that open the page come back",
    "like_top": "the lines that open the page come back",
    "edge": "a page's top begins",
    "edge_top": "a page's top begins",
    "above_is_page_end": "the line that ends the page stands above",
    "closing": "the lines that end the page stand above",
    "like_bottom": "the lines that end the page stand above",
    "above_ending": "rights, tags or comments end the story above",
}
#: So many reasons are given, the weightiest first.
GIVEN = 3


def reason(terms: Mapping[str, float]) -> str:
    """Return why a story begins where the evidence adds up to these `terms`, the weightiest
    reasons first."""
    telling = sorted(
        (-term, WORDS[name]) for name, term in terms.items() if term > 0 and name in WORDS
    )
    said = list(dict.fromkeys(words for _, words in telling))[:GIVEN]
    return "; ".join(said) or "a new story begins"
