"""Phrases as data: one file a language, read when the first line is looked up.

A file holds sections, ``[share]`` or ``[share, in company]``, and under each its phrases, one a
line, sorted, unique, in lower case. A phrase is matched as it is declared::

    share on facebook       the whole line
    also read: …            the head of a line; a colon stands for any mark (":", "|", " - ", "»")
    … all rights reserved   the tail of a line
    the post … appeared on …  the head of a line, and words near its end
    {n} min read            with a number

Phrases of a section "in company" are ordinary words as well, so they count only beside other
furniture. ``# `` begins a comment.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from scrapeclean.errors import LexiconError
from scrapeclean.lexicon.folding import EDGES, SPACELESS, fold, fold_label, spaced, unaccented

KINDS = {
    "navigation": "a menu entry",
    "account": "a log-in or subscription button",
    "share": "a share button",
    "widget": "a page tool",
    "reading time": "a reading time",
    "player": "a player's label",
    "consent": "a cookie or consent notice",
    "appeal": "an appeal to readers",
    "payment": "a payment label",
    "newsletter": "a newsletter form",
    "related": "a pointer to other stories",
    "feed": "a news feed",
    "comments": "a comment label",
    "advertising": "an advertising label",
    "legal": "a legal notice",
    "own": "a phrase of your own",
}
#: So many characters of a head or tail lead to it; a shorter one would never be found.
HOOK = 4
#: What may stand between labels side by side.
BETWEEN = " |·•/,;+&-»>›*:\\"
_ELLIPSIS = "…"
#: Stands in a frame for what a line says between its head and the words near its end.
GAP = " … "
COMPANY = "in company"


class Section(NamedTuple):
    """What the phrases of one section have in common; `sure` is False for "in company"."""

    kind: str
    language: str
    sure: bool


@dataclass
class Phrases:
    """All phrases, folded, by how they match, each leading to its section.

    A key of `frames` is a head and the words near the end, parted by `GAP`, or such a head alone.

    `spellings` has the phrases that folding changes, as their files spell them. `head_lengths` and
    `tail_lengths` lead from the first or last four characters to the lengths of the heads or
    tails that begin or end so, longest first; `words` are those of whole-line phrases.
    """

    lines: dict[str, Section] = field(default_factory=dict)
    heads: dict[str, Section] = field(default_factory=dict)
    marked: dict[str, Section] = field(default_factory=dict)
    tails: dict[str, Section] = field(default_factory=dict)
    frames: dict[str, Section] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    head_lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    tail_lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)

    def add(self, section: Section, phrases: list[str]) -> None:
        """Enter the phrases of one section; one that is known already moves to this section."""
        text = "\n".join(phrases)
        keys = phrases if text.isascii() else spaced(unaccented(folded_case(text))).split("\n")
        self.lines.update(dict.fromkeys(keys, section))
        spelled = dict(zip(keys, phrases, strict=True)) if keys != phrases else {}
        for key in [key for key in keys if _ELLIPSIS in key] if _ELLIPSIS in text else ():
            del self.lines[key]
            self._add_part(section, key)
            if key in spelled:
                spelled[_bare(key)] = _bare(spelled.pop(key))
        self.spellings.update(spelled)

    def _add_part(self, section: Section, key: str) -> None:
        part = _bare(key)
        if GAP in part:
            self.frames[part] = self.frames[part.partition(GAP)[0]] = section
        elif key.startswith(_ELLIPSIS):
            self.tails[part] = section
        elif key.endswith((":…", ": …")):
            self.marked[part] = section
            single = " " not in part and part[0] < SPACELESS
            self.lines[part] = section._replace(sure=section.sure and not single)
        else:
            self.heads[part] = section

    def expect(self, texts: Iterable[str]) -> None:
        """Make sure that all phrases are there that could stand in `texts`; here, they are."""

    def spelling(self, key: str) -> str:
        """Return the phrase `key` as its file spells it."""
        return self.spellings.get(key, key)

    def index(self) -> Phrases:
        """Make the tables of lengths, once all phrases are in."""
        framed = {key.partition(GAP)[0] for key in self.frames}
        heads = (*self.heads, *self.marked, *framed)
        self.head_lengths = _lengths((key[:HOOK], key) for key in heads)
        self.tail_lengths = _lengths((key[-HOOK:], key) for key in self.tails)
        self.words = set(" ".join(self.lines).split())
        return self


def quick_look(phrases: Phrases) -> Callable[[str], bool]:
    """Return a function that says of a folded label whether `phrases` could match it: mostly,
    they cannot."""
    lines, heads, tails = phrases.lines, phrases.head_lengths, phrases.tail_lengths
    words = phrases.words

    def may_match(label: str) -> bool:
        if label in lines or label[:HOOK] in heads or label[-HOOK:] in tails:
            return True
        return may_be_row(label, words)

    return may_match


def may_be_row(label: str, words: Collection[str]) -> bool:
    """Return whether `label` may be phrases side by side; `words` are those of the phrases."""
    last = label.rfind(" ") + 1
    if not last or label[last:] not in words:
        return False
    first = label[: label.find(" ")]
    return first in words or first.rstrip(BETWEEN) in words


def folded_case(text: str) -> str:
    """Return `text`, which is in lower case, case-folded: all that is left to do in the files of
    the package, and ten times quicker than `str.casefold`."""
    return text.replace("ß", "ss").replace("ς", "σ")


def _bare(phrase: str) -> str:
    """A head or tail without its ellipsis and mark."""
    return phrase.strip(_ELLIPSIS + " ").rstrip(" :")


def _lengths(hooked: Iterable[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for hook, key in hooked:
        if hook in found:
            found[hook].add(len(key))
        else:
            found[hook] = {len(key)}
    return {hook: tuple(sorted(lengths, reverse=True)) for hook, lengths in found.items()}


def normalized(phrase: str) -> str:
    """Return `phrase` as a file would declare it, whatever its case, marks and numbers."""
    words = phrase.strip()
    if words.endswith(_ELLIPSIS):
        return fold(words.strip(_ELLIPSIS).lstrip(EDGES)).rstrip() + " " + _ELLIPSIS
    if words.startswith(_ELLIPSIS):
        return _ELLIPSIS + " " + fold(words.strip(_ELLIPSIS).rstrip(EDGES)).lstrip()
    return fold_label(words)


def language_files() -> list[Path]:
    """Return the phrase files of the package, one a language."""
    return sorted(Path(__file__).with_name("phrases").glob("*.txt"))


def read_phrases(files: Iterable[Path]) -> Phrases:
    """Return the phrases of `files`, each named after its language.

    Of a phrase in several files English has it, because its labels stand on pages of all
    languages, or else the first; where one file is sure and another is not, it needs company.
    Raises `LexiconError` for a section that is not known.
    """
    sections = [part for file in files for part in parse(file.read_text(encoding="utf-8"), file)]
    sections.sort(key=lambda part: (not part[0].sure, part[0].language == "en"))
    phrases = Phrases()
    for section, words in sections:
        phrases.add(section, words)
    return phrases.index()


def parse(text: str, file: Path) -> Iterator[tuple[Section, list[str]]]:
    """Yield the sections of one file's `text`, each with its phrases; raises as `read_phrases`."""
    language = file.stem
    for block in text.split("\n["):
        block = block.strip()
        header, *lines = block.split("\n")
        kind, _, grade = header.strip("[]").partition(", ")
        if kind not in KINDS or grade not in ("", COMPANY):
            raise LexiconError(
                f"{file}: no section [{header.strip('[]')}]: a section is named after one of "
                f"{', '.join(KINDS)}, with or without {COMPANY!r} after it"
            )
        if "\n# " in block or "\n\n" in block:
            lines = [line for line in lines if line and not line.startswith("# ")]
        yield Section(kind, language, grade != COMPANY), lines
