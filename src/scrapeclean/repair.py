r"""Repair of the characters of one line, in edits that say what was wrong.

A line is taken through `_STAGES`, from what was done to the text last (entities) to what was done
to it first (letters and accents apart), again and again until no stage has anything to say. The
heavy stages are ftfy's own fixers; those of its fixers that are a matter of taste are left out:
curly quotes and full-width punctuation stay as they are, and line ends are the page's business.
ftfy is loaded when a stage first needs it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import TypeAlias

from scrapeclean.characters import (
    BLANKS,
    DIRECTION,
    ODD_BLANKS,
    SILENT,
    SUSPECT,
    ZERO_WIDTH,
)
from scrapeclean.edits import Edit, Journal, apply, compose, shifted
from scrapeclean.patterns import pattern

CLEANER = "text_repair"
#: Lines of the development corpora settle in two rounds, three at most, counting the one that
#: finds nothing. A line that does not settle (entities nested by the dozen) is left alone.
MAX_ROUNDS = 6

Stage: TypeAlias = Callable[[str], Iterator[Edit]]

#: At most eight levels of escaping in one round, so that the search stays linear.
_ENTITY = pattern(r"&(?:amp;){0,8}(#?[0-9A-Za-z]{1,24};)")
#: One of these stands in every text that is uneven, its two ends aside. Looking for them one after
#: another is quicker than one expression.
_UNEVEN = ("  ", " \n", "\n ", *ODD_BLANKS)
_WORD = pattern(r"\s+|\S+")
_NAMES = {
    "\t": "a tab instead of a space",
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width non-joiner that parts nothing",
    "\u200d": "a zero-width joiner that joins nothing",
    "\u2060": "a word joiner",
    "\ufeff": "a byte order mark",
}
_APART = "letters and accents apart (not in NFC)"
_ENCODINGS = {"utf-8": "UTF-8", "utf-8-variants": "UTF-8", "macroman": "MacRoman", "": "another"}


def repair(text: str) -> Journal:
    """Return the edits that put the characters of `text`, a line without its end, right.

    They count from the start of the line. Repairing what they make of it changes nothing.

    >>> for edit in repair("Itâ€™s  late"):
    ...     print(f"{edit.old!r} -> {edit.new!r}: {edit.why}")
    'â€™' -> '’': mojibake: UTF-8 read as Windows-1252
    '  ' -> ' ': several spaces in a row
    """
    journal: Journal = ()
    line = text
    for _ in range(MAX_ROUNDS):
        if journal and not may_need_repair(line):
            return journal
        before = line
        for stage in _STAGES:
            edits = tuple(stage(line))
            if edits:
                journal = compose(text, journal, edits)
                line = apply(line, edits)
        if line == before:
            return journal
    return ()


def may_need_repair(line: str) -> bool:
    """Whether a stage could have something to do: False only where none has."""
    return SUSPECT.search(line) is not None or not is_even(line) or not is_composed(line)


def is_composed(text: str) -> bool:
    """Whether no letter of `text` stands apart from its accent."""
    return unicodedata.is_normalized("NFC", text) or next(_composed(text), None) is None


def is_even(text: str) -> bool:
    """Whether `even_spaces` has nothing to do; a quick look, which doubts typographic blanks."""
    if any(sign in text for sign in _UNEVEN) or text.startswith(" ") or text.endswith(" "):
        return False
    return "\r" not in text or not (" \r" in text or "\r " in text)


def even_spaces(text: str, start: int = 0, stop: int | None = None) -> Iterator[Edit]:
    """Yield the edits that even out the white space of `text` between `start` and `stop`.

    None is left at either end of a line, and one space where there was more, or a tab.
    """
    for match in BLANKS.finditer(text, start, len(text) if stop is None else stop):
        run, first, last = match[0], match.start(), match.end()
        if first == 0 or text[first - 1] in "\r\n":
            yield _edit(first, run, "", "white space at the line's start")
        elif last == len(text) or text[last] in "\r\n":
            yield _edit(first, run, "", "white space at the line's end")
        elif len(run) > 1:
            yield _edit(first, run, " ", "several spaces in a row")
        else:
            yield _edit(first, run, " ", _NAMES.get(run, "a separator instead of a space"))


def _edit(start: int, old: str, new: str, why: str) -> Edit:
    return Edit(start, start + len(old), old, new, CLEANER, why)


def _entities(text: str) -> Iterator[Edit]:
    """HTML entities become their characters, except on a line where that would make a tag, or
    that holds one: such a line is about HTML, or is HTML, and is left as it is."""
    found = [(match, _decoded(match[1])) for match in _ENTITY.finditer(text)]
    if "<" in text or any("<" in new for _, new in found):
        return
    for match, new in found:
        if new != match[0]:
            yield _edit(match.start(), match[0], new, "an HTML entity")


def _decoded(name: str) -> str:
    from ftfy.fixes import unescape_html

    return unescape_html(f"&{name}").replace("\r", " ").replace("\n", " ")


def _mojibake(text: str) -> Iterator[Edit]:
    """Text that was read in a wrong encoding, as ftfy tells by its looks."""
    from ftfy import fix_encoding_and_explain

    fixed, steps = fix_encoding_and_explain(text)
    if fixed != text:
        told = {step.action: step.parameter for step in reversed(steps or [])}
        meant, read_as = _spoken(told.get("decode", "utf-8")), _spoken(told.get("encode", ""))
        yield from _differences(text, fixed, f"mojibake: {meant} read as {read_as}")


def _spoken(encoding: str) -> str:
    plain = encoding.removeprefix("sloppy-")
    return _ENCODINGS.get(plain, plain.capitalize())


def _fixer(name: str, why: str) -> Stage:
    """A stage made of the function `name` of `ftfy.fixes`."""

    def stage(text: str) -> Iterator[Edit]:
        from ftfy import fixes

        return _differences(text, getattr(fixes, name)(text), why)

    return stage


def _without_silent(text: str) -> Iterator[Edit]:
    for match in SILENT.finditer(text):
        yield _edit(match.start(), match[0], "", _NAMES.get(match[0][0], "a control character"))


def _without_joiners(text: str) -> Iterator[Edit]:
    for match in ZERO_WIDTH.finditer(text):
        yield _edit(match.start(), match[0], "", _NAMES[match[0]])


def _without_direction(text: str) -> Iterator[Edit]:
    """Marks of direction mean something only where letters run from right to left."""
    marks = list(DIRECTION.finditer(text))
    if marks and not any(map(_runs_left, text)):
        for mark in marks:
            yield _edit(mark.start(), mark[0], "", "a mark of direction among left-to-right text")


def _runs_left(character: str) -> bool:
    return character.isalpha() and unicodedata.bidirectional(character) in ("R", "AL")


def _composed(text: str) -> Iterator[Edit]:
    """A letter and its accent become one character, where there is one for both.

    Composition makes a word shorter. What NFC does besides is no repair: it takes Hindi and Hebrew
    letters apart, puts one Han character for another (in Korean names), orders vowel points anew.
    """
    for match in _WORD.finditer(text):
        new = unicodedata.normalize("NFC", match[0])
        if len(new) < len(match[0]):
            yield from shifted([_difference(match[0], new, _APART)], match.start())


def _differences(old: str, new: str, why: str) -> Iterator[Edit]:
    """Edits that lead from `old` to `new`, word by word where both have as many words."""
    if old == new:
        return
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) != len(after):
        before, after = [old], [new]
    start = 0
    for was, becomes in zip(before, after, strict=True):
        if was != becomes:
            yield from shifted([_difference(was, becomes, why)], start)
        start += len(was)


def _difference(old: str, new: str, why: str) -> Edit:
    """One edit for all in which `old` and `new` differ."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    return _edit(head, old[head : len(old) - tail], new[head : len(new) - tail], why)


def _shared(a: str, b: str) -> int:
    """How many characters `a` and `b` have in common at their start."""
    pairs = enumerate(zip(a, b, strict=False))
    return next((at for at, (x, y) in pairs if x != y), min(len(a), len(b)))


_STAGES: tuple[Stage, ...] = (
    _entities,
    _mojibake,
    _fixer("fix_c1_controls", "a control character: Windows-1252 read as Latin-1"),
    _fixer("fix_latin_ligatures", "a ligature"),
    _fixer("fix_surrogates", "half a character (a lone surrogate)"),
    _fixer("remove_terminal_escapes", "a terminal's colour code"),
    _without_silent,
    _without_joiners,
    _without_direction,
    even_spaces,
    _composed,
)
