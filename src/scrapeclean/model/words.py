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
from itertools import chain, compress

from scrapeclean.model.columns import Columns, Sums, count_column, share_column

#: What parts words: ASCII marks but hyphen and apostrophe, which stand inside words.
_PARTS = bytes(
    byte if byte >= 0x80 or chr(byte).isalnum() or chr(byte) in "\n-'" else ord(" ")
    for byte in range(256)
)
#: Shorter words are mostly small change: articles, prepositions, auxiliaries. In letters.
_TELLING_LENGTH = 5
#: Scripts without spaces take three bytes a letter, and so do scripts of India, with spaces. From
#: so many letters a space on, pairs of letters stand in for words.
_SPACELESS_BYTES, _LETTERS_PER_SPACE = 2.0, 12
#: How many lines to either side share their furniture words.
_REACH = 4


@cache
def furniture_words() -> frozenset[bytes]:
    """Return the words of `furniture_words.txt`, as UTF-8: on each line a language, then words."""
    text = (files("scrapeclean.model") / "furniture_words.txt").read_text("utf-8")
    lines = [line.split()[1:] for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word.encode() for word in chain.from_iterable(lines))


def word_columns(text: str, prose: Sequence[int]) -> Columns:
    """Return columns about the words of the lines of `text`; `prose` marks the paragraphs."""
    lowered = text.lower()
    data = lowered.encode("utf-8", "surrogatepass")
    letter = len(data) / len(text)  # in bytes
    words = [line.split() for line in data.translate(_PARTS).split(b"\n")]
    furniture = _furniture(words)
    telling = round(_TELLING_LENGTH * letter)
    if letter > _SPACELESS_BYTES and len(text) > _LETTERS_PER_SPACE * text.count(" "):
        words = [_pairs(line) for line in lowered.split("\n")]
        telling = 0
    return furniture | _cohesion(words, prose, telling)


def _pairs(line: str) -> list[bytes]:
    return [line[i : i + 2].encode("utf-8", "surrogatepass") for i in range(len(line) - 1)]


def _cohesion(words: list[list[bytes]], prose: Sequence[int], telling: int) -> Columns:
    """How many words of each line come back in the page's paragraphs; `telling` is the least
    length of a word that says what the text is about, in bytes."""
    times = Counter(chain.from_iterable(compress(words, prose)))
    known = frozenset(times)
    # a paragraph knows all of its own words: what counts is what the prose says again
    shared = frozenset([word for word, count in times.items() if count > 1])
    own = [
        (shared if is_prose else known).intersection(line)
        for line, is_prose in zip(words, prose, strict=True)
    ]
    topics = [len([word for word in line if len(word) >= telling]) for line in own]
    sizes = [len(line) or 1 for line in words]
    return {
        "known share": share_column(map(len, own), sizes),
        "topic words": count_column(topics),
        "topic share": share_column(topics, sizes),
    }


def _furniture(words: list[list[bytes]]) -> Columns:
    here = furniture_words().intersection(chain.from_iterable(words))
    counts = [len(here.intersection(line)) for line in words] if here else [0] * len(words)
    sums = Sums(counts)
    near = zip(sums.above(_REACH), sums.below(_REACH), counts, strict=True)
    return {
        "furniture words": count_column(counts),
        "furniture words near": count_column([above + below + own for above, below, own in near]),
    }
