"""Lines that may say what furniture says and be the article's yet: items of lists, rows of tables,
speech."""

from __future__ import annotations

from scrapeclean.facts import CLOSERS, Facts

#: A line that begins so is speech, which may begin like a notice.
_QUOTES = tuple("\"'“”„«‘「『")
#: Speech begins so as well, in books and in the papers of many countries; so do labels.
_DASHES = ("– ", "— ")
#: A line that begins so is an item of a list or a row of a table, which articles have too.
_ITEM = ("- ", "• ", "|")
#: How lines of all these kinds begin.
DOUBTFUL = frozenset(start[0] for start in (*_QUOTES, *_DASHES, *_ITEM))


def is_item(line: Facts) -> bool:
    """Return whether `line` is an item of a list or a row of a table."""
    return line.words.startswith(_ITEM)


def is_quoted(line: Facts) -> bool:
    """Return whether `line` begins with a quotation."""
    return line.words.startswith(_QUOTES)


def is_said(line: Facts) -> bool:
    """Return whether `line` is a sentence that begins as speech: "“No, thanks.”", "– Write to us!";
    a label has no full stop, or three."""
    spoken = is_quoted(line) or line.words.startswith(_DASHES)
    return spoken and line.ends_sentence and not line.key.rstrip(CLOSERS).endswith("...")
