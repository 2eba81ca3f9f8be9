"""Where a phrase may end inside a line, and what may stand around its words there."""

from __future__ import annotations

from collections.abc import Iterable

from scrapeclean.facts import Facts
from scrapeclean.lexicon.folding import SPACELESS, fold
from scrapeclean.lexicon.phrases import GAP

#: What may part a marked head from the rest of the line, a lone hyphen aside.
_MARKS = frozenset(":|»>→•·›/")
#: So many characters may stand behind the last words of a frame: the name of a site.
FRAME_END = 60


def is_mark(rest: str) -> bool:
    """Return whether `rest`, what stands behind a head, begins with a mark that parts them."""
    return rest.lstrip()[:1] in _MARKS or rest.startswith(" - ")


def is_border(inner: str, outer: str) -> bool:
    """Return whether a phrase may end between its own character and the next one outside."""
    return not outer.isalnum() or inner >= SPACELESS


def filled(frames: Iterable[str], head: str, line: Facts) -> str | None:
    """Return which of the `frames` that begin with `head`, as `line` does, it fills."""
    begun = head + GAP
    for frame in frames:
        if frame.startswith(begun):
            words = frame[len(begun) :]
            if words in fold(line.text)[-FRAME_END - len(words) :]:
                return frame
    return None
