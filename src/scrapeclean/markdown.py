"""What a line of Markdown says, without its links, stars and hashes.

Lines keep them, in the text and in the body; here is what is read of a line where only its words
count: what a label says, whose name a byline prints.
"""

from __future__ import annotations

from scrapeclean.patterns import pattern

#: Stands in every link.
LINKED = "]("
#: "[words](address)" and "![words](address)", with a title behind the address or without.
_LINK = pattern(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?: \"[^\"]*\")?\)")
#: Words between two stars or underlines, or one: "**By Ann Poe**", "_Ann Poe_". No name is longer.
_STRESSED = pattern(r"(?<!\w)(\*{1,3}|_{1,3})(?=[^\s*_])(.{1,80}?)(?<=[^\s*_])\1(?!\w)")
_HEADING = pattern("#{1,6} ")


def unlinked(text: str) -> str:
    """Return `text` with nothing but their words left of links and pictures.

    >>> unlinked("* [News](/news) | [Sport](/sport)")
    '* News | Sport'
    """
    return _LINK.sub(r"\1", text) if LINKED in text else text


def unmarked(text: str) -> str:
    """Return `text` without links, stress and a heading's hashes.

    >>> unmarked("## By **[Ann Poe](/ann)** and _Bo Diaz_")
    'By Ann Poe and Bo Diaz'
    """
    text = unlinked(text)
    if _HEADING.match(text):
        text = text.strip("# ")
    return _STRESSED.sub(r"\2", text) if "*" in text or "_" in text else text
