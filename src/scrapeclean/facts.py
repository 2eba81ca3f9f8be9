"""Facts about the words of a line, each found once.

Facts are about the line alone and free of language: what a line *means* on its page is for the
cleaners, the model and the splitter to say. A page's lines are looked at together (`find_facts`),
because C reads a whole text in the time that Python takes for a line of it. All facts but the
dearest are there from the start: an attribute that Python had to be asked for (`__getattr__`) would
make every other one of the line slower.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from scrapeclean.characters import ODD_BLANKS, led_by
from scrapeclean.credits import has_credit
from scrapeclean.patterns import pattern

#: Full stops: of Latin, CJK and Urdu; then those that look like one another, the dandas of Hindi
#: and its neighbours, and those of Armenian, Tibetan, Ethiopic, Burmese and Khmer.
FULL_STOPS = ".。｡۔" + "\u0964\u0965\u0589\u0f0d\u1362\u104b\u17d4\u17d5"
#: What ends a sentence; a semicolon asks in Greek.
SENTENCE_ENDS = FULL_STOPS + "!?…;！？؟"
_ENDS = tuple(SENTENCE_ENDS)
#: What may close a quotation or bracket behind a sentence's end.
CLOSERS = "\"'”“’»«›‹)]}」』】）］〉》"
#: From this width on a line that ends a sentence is taken for prose; shorter ones are teasers,
#: subheads and labels more often than not (jusText calls lines under 70 characters short).
PROSE_WIDTH = 70
#: Thai and Lao end no sentence with a mark. Where one of their letters ends a line of so many
#: characters it ends a sentence; headlines have 40 to 70.
UNMARKED, UNMARKED_LENGTH = ("\u0e01", "\u0eff"), 100
#: Scripts without spaces say in one character what others say in two to three.
_WIDE = pattern("[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
#: Says whether a text may hold one of them, False only where it holds none. Most pages are let go
#: by this look, for which no expression with tens of thousands of letters need be compiled.
may_be_wide = led_by({0xE0, 0xE1, *range(0xE3, 0xF0)})
#: What readers take for the same, by what it is folded to. `str.replace`, mark by mark, takes a
#: fifth of the time of `str.translate`.
_ALIKE = {'"': "“”„«»", "'": "‘’´", "-": "–—−‐‑", "...": "…"}
_FOLDS = tuple((mark, plain) for plain, marks in _ALIKE.items() for mark in marks)
#: One of these stands in every text whose words more, or other, than one space parts.
_UNEVEN = ("  ", "\x85", *ODD_BLANKS)
#: A year of the last century or of this one.
YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: So many lines are looked at together: enough for C to be quick, few enough that the copies of
#: their text do not count beside the text of a large page.
AT_ONCE = 2000
#: What `Facts.match` holds before the lexicon has been asked.
UNREAD: Any = object()


class Facts:
    """Facts about `text`, a line without its end.

    `words` is the line without the white space around it, empty for a blank line; `key` the words
    as a reader compares them, with case, quotes, dashes and spaces folded; `width` how much they
    say: the characters, those of scripts without spaces twice. `ends_sentence` says whether a
    sentence ends here, a closing quote or bracket aside, `is_prose` whether the line, seen alone,
    reads like a paragraph, and `credited` whether it holds what looks like a picture's credit.

    `match`, `hit`, `vouched` and `topics` are what the lexicon has found out about the line, and
    `notes` is where others keep what they have, under keys of their own, so that no two cleaners
    ask twice.
    """

    __slots__ = (
        "_credited",
        "_notes",
        "ends_sentence",
        "hit",
        "is_prose",
        "key",
        "match",
        "text",
        "topics",
        "vouched",
        "width",
        "words",
    )

    text: str
    words: str
    key: str
    width: int
    ends_sentence: bool
    is_prose: bool
    match: Any
    hit: Any
    vouched: bool
    topics: frozenset[str] | None
    _credited: bool | None
    _notes: dict[object, Any] | None

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = text.strip()
        self.match = UNREAD
        self.hit = self.topics = self._credited = self._notes = None
        self.vouched = False
        self.find_facts()

    def find_facts(self) -> None:
        """Find key, width, sentence and prose of this line alone."""
        words = self.words
        self.key = _evened(_folded(words))
        self.width = _width(words)
        self.ends_sentence = _ends_sentence(words)
        self.is_prose = self.ends_sentence and self.width >= PROSE_WIDTH

    @property
    def credited(self) -> bool:
        """Whether the line holds what looks like a picture's credit."""
        if self._credited is None:
            self._credited = has_credit(self.text)
        return self._credited

    @property
    def notes(self) -> dict[object, Any]:
        """Where others keep what they have found out about the line."""
        if self._notes is None:
            self._notes = {}
        return self._notes


def forget(lines: Iterable[Facts]) -> None:
    """Throw away the `notes` of `lines`; who keeps something there will find it again."""
    for line in lines:
        line._notes = None


def _width(words: str) -> int:
    return len(words) + (len(_WIDE.findall(words)) if may_be_wide(words) else 0)


def _ends_sentence(words: str) -> bool:
    said = words.rstrip(CLOSERS)
    if said.endswith(_ENDS):
        return True
    first, last = UNMARKED
    return len(said) >= UNMARKED_LENGTH and first <= said[-1] <= last


def _folded(text: str) -> str:
    """`text` with case, quotes and dashes folded."""
    folded = text.casefold()
    if not folded.isascii():
        for mark, plain in _FOLDS:
            folded = folded.replace(mark, plain)
    return folded


def _evened(text: str) -> str:
    return " ".join(text.split())


def _keys(folded: str) -> list[str]:
    keys = folded.split("\n")
    uneven = any(blank in folded for blank in _UNEVEN)
    return list(map(_evened, keys)) if uneven else keys


def find_facts(lines: Sequence[Facts]) -> None:
    """Find key, width, sentence and prose of `lines`, many at one go."""
    for first in range(0, len(lines), AT_ONCE):
        _find_facts(lines[first : first + AT_ONCE])


def _find_facts(lines: Sequence[Facts]) -> None:
    folded = _folded("\n".join([line.words for line in lines]))
    wide = may_be_wide(folded)
    for line, key in zip(lines, _keys(folded), strict=True):
        words = line.words
        line.key = key
        line.width = width = _width(words) if wide and not key.isascii() else len(words)
        line.ends_sentence = ends = (wide or words[-1:] in _LAST) and _ends_sentence(words)
        line.is_prose = ends and width >= PROSE_WIDTH


_LAST = frozenset((*SENTENCE_ENDS, *CLOSERS))
