"""The phrases of all languages as they are looked up, read in a tenth of the time of the lists.

The files in `packed/` hold what `read_phrases` makes of the lists in `phrases/`, and are written
anew, once a list has changed, by::

    python -m scrapeclean.lexicon.packed

``near.txt`` has the phrases in Latin letters, ``far.txt`` all others, which are read when the first
line comes that has such letters. Both hold blocks, one a table: its name; what keys lead to, and
how many of them lead there; the keys, one a line. ``spellings.txt``, in the order of its keys, is
only cut into lines: few phrases are ever quoted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from scrapeclean.characters import led_by
from scrapeclean.lexicon.phrases import Phrases, Section, language_files, read_phrases

FOLDER = Path(__file__).with_name("packed")
NEAR, FAR, SPELLINGS = "near.txt", "far.txt", "spellings.txt"
#: Says whether a text holds a letter that is not Latin: no mark or sign is led by these bytes.
is_far = led_by({*range(0xC9, 0xE2), *range(0xE3, 0xF0)})
#: Tables whose keys lead to sections, and those whose keys lead to lengths.
_SECTIONS = ("lines", "heads", "marked", "tails", "frames")
_LENGTHS = ("head_lengths", "tail_lengths")
_WORDS = "words"
_SURE, _COMPANY = "sure", "in company"


class PackedPhrases(Phrases):
    """The phrases of the package; those of far scripts come when they are needed."""

    def __init__(self) -> None:
        super().__init__()
        self._has_far = False
        self._enter(NEAR)

    def expect(self, texts: Iterable[str]) -> None:
        """Make sure that all phrases are there that could stand in one of `texts`."""
        if not self._has_far and is_far("\n".join(texts)):
            self._enter(FAR)
            self._has_far = True

    def spelling(self, key: str) -> str:
        """Return the phrase `key` as its file spells it."""
        return _spelling(key)

    def _enter(self, file: str) -> None:
        for block in (FOLDER / file).read_bytes()[:-1].split(b"\n\n"):
            name, values, *keys = block.decode().split("\n")
            if name == _WORDS:
                self.words.update(keys)
            else:
                getattr(self, name).update(zip(keys, _repeated(name, values), strict=True))


@cache
def _spelling(key: str) -> str:
    lines, wanted = _spellings(), f"{key}\t".encode()
    at = bisect_left(lines, wanted)
    if at == len(lines) or not lines[at].startswith(wanted):
        return key
    return lines[at][len(wanted) :].decode()


@cache
def _spellings() -> list[bytes]:
    """The lines of the file, which stand in order."""
    return (FOLDER / SPELLINGS).read_bytes().splitlines()


def _repeated(name: str, values: str) -> Iterator[Section | tuple[int, ...]]:
    """What the keys of a table lead to, one after another."""
    read = _lengths if name in _LENGTHS else _section
    counted = [value.split("|") for value in values.split("\t")]
    return chain.from_iterable([repeat(read(about), int(count)) for count, *about in counted])


def _section(about: Sequence[str]) -> Section:
    kind, language, grade = about
    return Section(kind, language, grade == _SURE)


def _lengths(about: Sequence[str]) -> tuple[int, ...]:
    return tuple(map(int, about[0].split()))


def pack(phrases: Phrases) -> dict[str, str]:
    """Return what the files hold for `phrases`, by their names."""
    spelled = sorted(phrases.spellings.items())
    return {
        NEAR: _packed(_part(phrases, far=False)),
        FAR: _packed(_part(phrases, far=True)),
        SPELLINGS: "".join(f"{key}\t{phrase}\n" for key, phrase in spelled),
    }


def _part(phrases: Phrases, *, far: bool) -> Phrases:
    """The `phrases` with letters that are not Latin, or those without."""
    part = Phrases()
    for name in _SECTIONS:
        table = getattr(phrases, name)
        getattr(part, name).update({key: table[key] for key in table if is_far(key) == far})
    part.index()
    for name in _LENGTHS if far else ():  # what is near may begin or end so as well
        own, table = getattr(part, name), getattr(phrases, name)
        own.update({hook: table[hook] for hook in own})
    return part


def _packed(part: Phrases) -> str:
    tables = [(name, _grouped(getattr(part, name))) for name in (*_SECTIONS, *_LENGTHS)]
    blocks = [
        [name, "\t".join([f"{len(keys)}|{_written(value)}" for value, keys in groups])]
        + [key for _, keys in groups for key in keys]
        for name, groups in tables
    ]
    blocks.append([_WORDS, str(len(part.words)), *sorted(part.words)])
    return "\n\n".join(map("\n".join, blocks)) + "\n"


def _written(value: Section | tuple[int, ...]) -> str:
    if isinstance(value, Section):
        return f"{value.kind}|{value.language}|{_SURE if value.sure else _COMPANY}"
    return " ".join(map(str, value))


def _grouped(table: Mapping[str, Any]) -> list[tuple[Any, list[str]]]:
    """The keys of `table` by what they lead to, in order."""
    groups: dict[Any, list[str]] = {}
    for key, value in sorted(table.items()):
        groups.setdefault(value, []).append(key)
    return sorted(groups.items())


def main() -> None:
    """Write the files anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in pack(read_phrases(language_files())).items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
