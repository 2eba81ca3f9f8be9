"""What a line has to do with the page's prose, and with furniture, judged by its words.

The page's own prose is the word list: a line whose words come back in the paragraphs belongs to
their story, in any language. Beside it stands one short list of what furniture is about, in many
languages (`furniture_words.txt`): a hint to be weighed, never a verdict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from scrapeclean.model.columns import Columns, Sums, count_column, share_column

#: What parts words: ASCII marks but hyphen and apostrophe, which stand inside words.
_PARTS = bytes(
    byte if byte >= 0x80 or chr(byte).isalnum() or chr(byte) in "\n-'" else ord(" ")
    for byte in range(256)
)
#: Shorter words are mostly small change: articles, prepositions, auxiliaries.
_TELLING_LENGTH = 5
#: How many lines to either side share their furniture words.
_REACH = 4


class FurnitureWords(NamedTuple):
    """Words of furniture: `telling` ones are rare in articles, `common` ones are not; `phrases`
    are looked for as they stand, in scripts without spaces. All as UTF-8."""

    telling: frozenset[bytes]
    common: frozenset[bytes]
    phrases: tuple[bytes, ...]


@cache
def furniture_words() -> FurnitureWords:
    """Return the words of `furniture_words.txt`: a language, a kind and words on each line."""
    found: dict[str, set[bytes]] = {"telling": set(), "common": set(), "phrases": set()}
    text = (files("scrapeclean.model") / "furniture_words.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            _, kind, *words = line.split()
            found[kind].update(word.encode() for word in words)
    common = frozenset(found["common"] - found["telling"])
    return FurnitureWords(frozenset(found["telling"]), common, tuple(sorted(found["phrases"])))


def word_columns(data: bytes, prose: Sequence[int]) -> Columns:
    """Return columns about the words of the lines of `data`; `prose` marks the paragraphs."""
    lowered = data.decode("utf-8", "surrogatepass").lower().encode("utf-8", "surrogatepass")
    words = [set(line.split()) for line in lowered.translate(_PARTS).split(b"\n")]
    sizes = [len(line) or 1 for line in words]
    return _cohesion(words, sizes, prose) | _furniture(words, sizes, data)


def _cohesion(words: list[set[bytes]], sizes: list[int], prose: Sequence[int]) -> Columns:
    lines_with: Counter[bytes] = Counter()
    for line, is_prose in zip(words, prose, strict=True):
        if is_prose:
            lines_with.update(line)
    known = frozenset(lines_with)
    shared = frozenset([word for word, lines in lines_with.items() if lines > 1])
    # a paragraph knows all of its own words: what counts is what another paragraph says too
    own = [len(line & (shared if p else known)) for line, p in zip(words, prose, strict=True)]
    topics = frozenset([word for word in known if len(word) >= _TELLING_LENGTH])
    others = topics & shared
    topic = [len(line & (others if p else topics)) for line, p in zip(words, prose, strict=True)]
    return {
        "known share": share_column(own, sizes),
        "topic words": count_column(topic),
        "topic share": share_column(topic, sizes),
    }


def _furniture(words: list[set[bytes]], sizes: list[int], data: bytes) -> Columns:
    listed = furniture_words()
    vocabulary: set[bytes] = set().union(*words)
    telling, common = vocabulary & listed.telling, vocabulary & listed.common
    sure = [len(line & telling) for line in words] if telling else [0] * len(words)
    hints = [len(line & common) for line in words] if common else [0] * len(words)
    phrases = [phrase for phrase in listed.phrases if phrase in data]
    if phrases:
        for index, line in enumerate(data.split(b"\n")):
            hints[index] += sum([phrase in line for phrase in phrases])
    sums, hint_sums = Sums(sure), Sums(hints)
    return {
        "furniture words": count_column(sure),
        "furniture share": share_column([8 * n for n in sure], sizes),
        "hint share": share_column(hints, sizes),
        "furniture words near": count_column(_around(sums, sure)),
        "hints near": count_column(_around(hint_sums, hints)),
    }


def _around(sums: Sums, own: list[int]) -> list[int]:
    near = zip(sums.above(_REACH), sums.below(_REACH), own, strict=True)
    return [above + below + mine for above, below, mine in near]
