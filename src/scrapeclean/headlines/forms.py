"""What a segment looks like: a domain, a clause, a date, one of a series."""

from __future__ import annotations

import re

from scrapeclean.headlines.parts import DIGIT, Segment, is_wide
from scrapeclean.headlines.wordlists import SERIAL
from scrapeclean.patterns import pattern

LONGEST_CLAUSE_FREE = 3  # words; a longer dashed part in lower case is a clause, a new fact
LONGEST_WITH_DOMAIN = 8  # words; with a domain at its end, but no headline "by Example.com"

DOMAIN = pattern(r"(?:https?://)?[\w-]+(?:\.[\w-]+){0,3}\.[a-z]{2,12}\)?", re.IGNORECASE)
PROTOCOL = frozenset({"http", "https", "www"})
YEAR = pattern(r"(?:19|20)\d\d$")
DAY = pattern(r"\d{1,2} [^\W\d]+ (?:19|20)\d\d|[^\W\d]+ \d{1,2}¤(?:19|20)\d\d")
DATE = pattern(r"\d{1,4}¤\d{1,2}¤\d{2,4}$")


def is_domain(segment: Segment) -> bool:
    """Return whether it ends in something like a domain: "Sacramento Bee sacbee.com"."""
    if len(segment.words) > LONGEST_WITH_DOMAIN:
        return False
    return "." in segment.text and DOMAIN.fullmatch(segment.text.rsplit(None, 1)[-1]) is not None


def is_clause(segment: Segment) -> bool:
    """Return whether it says something new, "– at least five dead"; a name would have capitals, in
    scripts that have them."""
    words = segment.text.split()
    if segment.text.islower():
        return len(words) > 1 and not is_date(segment)
    return len(words) > LONGEST_CLAUSE_FREE and 2 * sum(map(str.islower, words)) > len(words)


def is_one_of_a_series(segment: Segment) -> bool:
    """Return whether a number in it makes another story: "Part 2", "2024", "12:5"."""
    words = segment.words
    if not DIGIT.search(segment.key) or is_date(segment):
        return False
    for i, word in enumerate(words):
        if DIGIT.search(word) and not DATE.match(word):
            if is_wide(word) or (len(words) == 1 and not word.isalnum()):
                return True
            beside = SERIAL.intersection(words[max(0, i - 1) : i + 2])
            if word.isdigit() and (len(words) == 1 or YEAR.match(word) or beside):
                return True
    return False


def is_date(segment: Segment) -> bool:
    """Return whether it is a full date and nothing else: "4 January 2012"."""
    return segment.key[-1:].isdigit() and DAY.fullmatch(" ".join(segment.words)) is not None


def name(segment: Segment) -> str:
    """Return the key of a name without its domain: "neues-deutschland.de", "Neues Deutschland"."""
    if not is_domain(segment):
        return segment.key
    words = [word for word in segment.words[:-1] if word not in PROTOCOL]
    return "".join(words) or segment.key
