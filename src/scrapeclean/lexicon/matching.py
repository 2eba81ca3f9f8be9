"""Matching: one look at a line, for all kinds and languages at once.

A look costs a handful of dictionary lookups, however many phrases there are: the folded line; the
heads that begin with its first three characters; the tails that end with its last three; and, word
by word, whether the line is a row of several labels side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from scrapeclean.facts import AT_ONCE, UNREAD, Facts
from scrapeclean.lexicon.borders import filled, is_border, is_mark
from scrapeclean.lexicon.doubts import DOUBTFUL, is_item, is_quoted, is_said
from scrapeclean.lexicon.folding import EDGES, fold, fold_keys, spaced, unaccented, unnumbered
from scrapeclean.lexicon.packed import PackedPhrases
from scrapeclean.lexicon.phrases import (
    BETWEEN,
    HOOK,
    KINDS,
    Phrases,
    Section,
    may_be_row,
    normalized,
    quick_look,
)

#: Longer lines are never a label or a row of labels: the longest of either on the development
#: pages are notices of about 150 characters.
LABEL_WIDTH = 160
#: Longer lines are no pointers or notices either, but text that begins like one.
NOTICE_WIDTH = 600
#: Labels in a row have so many words at most.
LABEL_WORDS = 5
#: So many characters of a long line are folded in search of a head or a tail.
REACH = 80
_NUMBER = "{n}"


#: Kinds whose tails are cut off a line, which itself stays.
TRIMMED = frozenset({"reading time", "comments", "player"})


class Match(NamedTuple):
    """What a line is taken for: `phrase` of `kind` and `language`, matching as `how` says:
    "line", "head", "tail" or "row" (labels side by side). `sure` is False where the phrase needs
    company."""

    kind: str
    phrase: str
    language: str
    how: str
    sure: bool

    @property
    def why(self) -> str:
        """The reason in words, the phrase quoted."""
        return f"{KINDS[self.kind]}: {self.phrase!r}"


class Lexicon:
    """Phrases ready to be matched.

    >>> match = lexicon().match(Facts("Skip to content"))
    >>> match.kind, match.how, match.sure
    ('navigation', 'line', True)
    """

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self._wholes: dict[str, Match] = {}
        self._may_say = quick_look(phrases)

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Lexicon:
        """Return a lexicon of a user's own `phrases`, spelled in any way."""
        own = Phrases()
        own.add(Section("own", "", True), [normalized(phrase) for phrase in phrases])
        return cls(own.index())

    def match(self, line: Facts) -> Match | None:
        """Return what `line` is taken for, or None; the answer is kept in `line.match`."""
        if line.match is UNREAD:
            _keep(line, self.look_up(line))
        return line.match  # type: ignore[no-any-return]

    def read(self, lines: Sequence[Facts]) -> None:
        """Match all of `lines` that have not been matched, many at one go."""
        unread = [line for line in lines if line.match is UNREAD]
        for first in range(0, len(unread), AT_ONCE):
            self._read(unread[first : first + AT_ONCE])

    def _read(self, unread: Sequence[Facts]) -> None:
        self.phrases.expect(line.key for line in unread)
        short = [line for line in unread if len(line.text) <= LABEL_WIDTH]
        labels = fold_keys([line.key for line in short]) if short else []
        for line, label in zip(short, labels, strict=True):
            line.match = line.hit = None
            if self._may_say(label):
                _keep(line, self._look_up_label(line, label))
        for line in unread:
            if len(line.text) > LABEL_WIDTH:
                _keep(line, self._look_up_long(line))

    def look_up(self, line: Facts) -> Match | None:
        """Return what `line` is taken for, or None, without keeping the answer."""
        self.phrases.expect([line.key])
        if len(line.text) > LABEL_WIDTH:
            return self._look_up_long(line)
        return self._look_up_label(line, *fold_keys([line.key]))

    def _look_up_label(self, line: Facts, label: str) -> Match | None:
        found: Match | None
        if label in self.phrases.lines:
            found = self._wholes.get(label) or self._whole(label)
        else:
            found = self._frame(label, line) or self._part(label)
        doubtful = found is not None and line.words[:1] in DOUBTFUL
        return _doubted(found, line) if found and doubtful else found

    def _whole(self, label: str) -> Match:
        """What a line that is `label` and nothing else is taken for; a phrase is read once."""
        found = self._wholes[label] = self._as_match(self.phrases.lines[label], label, "line")
        return found

    def _part(self, key: str) -> Match | None:
        """The first of head, tail and row that is sure, or else the first."""
        found = self._head(key)
        if found is None or not found.sure:
            found = _surer(found, self._tail(key))
        if found is None or not found.sure:
            found = _surer(found, self._row(key))
        return found

    def _look_up_long(self, line: Facts) -> Match | None:
        """As `look_up`, with as little of the line folded as will do; no tail is sure here."""
        if len(line.text) > NOTICE_WIDTH:
            return None
        key = _bare(line.key)
        if spaced(unaccented(key[:HOOK]))[:HOOK] in self.phrases.head_lengths:
            start = fold(_bare(line.words)[:REACH])
            found = self._frame(start, line) or self._head(start)
            if found:
                return found
        if unaccented(key[-HOOK:]) in self.phrases.tail_lengths:
            found = self._tail(fold(line.text.strip(EDGES)[-REACH:]))
            return found and found._replace(sure=False)
        return None

    def _head(self, key: str) -> Match | None:
        for length in self.phrases.head_lengths.get(key[:HOOK], ()):
            head, rest = key[:length], key[length : length + HOOK]
            section = self.phrases.marked.get(head)
            if section is not None and is_mark(rest):
                return self._as_match(section, head, "head")
            section = self.phrases.heads.get(head)
            if section is not None and is_border(head[-1], rest[:1]):
                return self._as_match(section, head, "head")
        return None

    def _frame(self, start: str, line: Facts) -> Match | None:
        """The frame that `line` fills, whose folded text begins with `start`."""
        frames = self.phrases.frames
        for length in self.phrases.head_lengths.get(start[:HOOK], ()):
            head = start[:length]
            if head in frames and is_border(head[-1], start[length : length + 1]):
                frame = filled(frames, head, line)
                if frame:
                    return self._as_match(frames[frame], frame, "head")
        return None

    def _tail(self, key: str) -> Match | None:
        for length in self.phrases.tail_lengths.get(key[-HOOK:], ()):
            tail = key[-length:]
            section = self.phrases.tails.get(tail)
            if section is not None and is_border(tail[0], key[-length - 1 : -length]):
                return self._as_match(section, tail, "tail")
        return None

    def _row(self, key: str) -> Match | None:
        """Labels side by side, the longest first; sure when most of them are."""
        if not may_be_row(key, self.phrases.words):
            return None
        row: list[str] = []
        position = 0
        while position < len(key):
            label = self._label_at(key, position)
            if not label:
                return None
            if label != _NUMBER:
                row.append(label)
            position += len(label)
            while position < len(key) and key[position] in BETWEEN:
                position += 1
        return self._as_row(row) if len(row) > 1 else None

    def _label_at(self, key: str, position: int) -> str:
        ends = [key.find(" ", position)]
        while ends[-1] >= 0 and len(ends) < LABEL_WORDS:
            ends.append(key.find(" ", ends[-1] + 1))
        for end in reversed(ends):
            label = key[position : end if end >= 0 else len(key)].rstrip(BETWEEN)
            if label in self.phrases.lines:
                return label
        return ""

    def _as_match(self, section: Section, key: str, how: str) -> Match:
        phrase = self.phrases.spelling(key)
        return Match(section.kind, phrase, section.language, how, section.sure)

    def _as_row(self, row: list[str]) -> Match:
        sections = [self.phrases.lines[label] for label in row]
        first = next((section for section in sections if section.sure), sections[0])
        words = " + ".join(map(self.phrases.spelling, row))
        sure = sum(section.sure for section in sections) * 2 > len(row)
        return Match(first.kind, words, first.language, "row", sure)


def _keep(line: Facts, found: Match | None) -> None:
    """Keep with `line` what it is taken for, which is nothing for a tail to be cut off."""
    line.match = line.hit = found
    if found is not None and found.how == "tail" and found.kind in TRIMMED:
        line.hit = None


def _doubted(found: Match, line: Facts) -> Match | None:
    """The match, less sure where the line is an item of a list or begins as speech."""
    if is_item(line) or (found.how == "line" and is_said(line)):
        return found._replace(sure=False) if found.sure else None
    if found.how == "head" and is_quoted(line):
        return found._replace(sure=False)
    return found


def _surer(first: Match | None, second: Match | None) -> Match | None:
    return second if first is None or (second is not None and second.sure) else first


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the package, read when first asked for."""
    return Lexicon(PackedPhrases())


def _bare(words: str) -> str:
    """`words` without the marks and the number in front of them."""
    return (unnumbered(words) if words[:1].isnumeric() else words).strip(EDGES)
