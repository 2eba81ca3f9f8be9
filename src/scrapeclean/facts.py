"""Facts about the words of one line, each computed once, when first asked for.

Facts are about the line alone and free of language: what a line *means* on its page is for the
cleaners, the model and the splitter to say.
"""

from __future__ import annotations

import re
from typing import Any

from scrapeclean.cached import cached_property
from scrapeclean.credits import has_credit

#: What ends a sentence, in the scripts of the lexicons: Latin, Greek, CJK, Arabic, Urdu,
#: Devanagari, Armenian, Ethiopic, Burmese.
SENTENCE_ENDS = ".!?…。！？｡؟۔।։።။;"
_ENDS = tuple(SENTENCE_ENDS)
#: What may close a quotation or bracket behind a sentence's end.
CLOSERS = "\"'”’»›)]}」』】）］〉》"
#: From this width on a line that ends a sentence is taken for prose; shorter ones are teasers,
#: subheads and labels more often than not (jusText calls lines under 70 characters short).
PROSE_WIDTH = 70
#: Scripts without spaces say in one character what others say in two to three.
_WIDE = re.compile(
    "[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
#: What readers take for the same, by what it is folded to. `str.replace`, mark by mark, takes a
#: fifth of the time of `str.translate`.
_ALIKE = {'"': "“”„«»", "'": "‘’´", "-": "–—−‐‑", "...": "…"}
_FOLDS = tuple((mark, plain) for plain, marks in _ALIKE.items() for mark in marks)


class Facts:
    """Facts about `text`, a line without its end.

    `notes` is where the lexicon and the model keep what they found out about the line, under keys
    of their own, so that no two cleaners ask twice.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        #: The line without the white space around it; empty for a blank line.
        self.words = text.strip()

    @cached_property
    def notes(self) -> dict[object, Any]:
        """What others found out about the line."""
        return {}

    @cached_property
    def key(self) -> str:
        """The words as a reader compares them: case, quotes, dashes and spaces folded."""
        folded = self.text.casefold()
        if not folded.isascii():
            for mark, plain in _FOLDS:
                folded = folded.replace(mark, plain)
        return " ".join(folded.split())

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends here, a closing quote or bracket aside."""
        return self.words.rstrip(CLOSERS).endswith(_ENDS)

    @cached_property
    def width(self) -> int:
        """How much the line says: its characters, those of scripts without spaces twice."""
        words = self.words
        return len(words) if words.isascii() else len(words) + len(_WIDE.findall(words))

    @cached_property
    def credited(self) -> bool:
        """Whether the line holds what looks like the credit of a picture."""
        return has_credit(self.text)

    @cached_property
    def is_prose(self) -> bool:
        """Whether the line, seen alone, reads like a paragraph."""
        may_be = 2 * len(self.words) >= PROSE_WIDTH  # no line is more than twice as wide as long
        return may_be and self.ends_sentence and self.width >= PROSE_WIDTH
