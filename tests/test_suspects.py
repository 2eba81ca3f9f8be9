"""No line that needs repair is overlooked: `SUSPECT` matches in every line that ftfy changes."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import ftfy
import pytest
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES
from ftfy.chardata import CHARMAP_ENCODINGS
from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.characters import PERHAPS_SUSPECT, SUSPECT
from scrapeclean.edits import apply
from scrapeclean.repair import even_spaces, is_even, repair

try:
    from re import _parser as sre
except ImportError:  # before Python 3.11
    import sre_parse as sre

#: ftfy with what `repair` asks of it.
PLAIN = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_character_width=False,
    fix_line_breaks=False,
)

#: Stands for the characters of an open class, such as [^A-Za-z], in the proof.
SOME = [*map(chr, range(0x20, 0x250)), *"\u0301ЖяΩωق中あ한—’…\u3000👍"]


def _alternatives(node) -> list:
    """The branches of a parsed pattern."""
    (operator, value), *rest = node
    assert str(operator) == "BRANCH" and not rest
    return value[1]


def _positions(branch) -> list[set[str]]:
    """For each character a branch consumes, the characters it can be."""
    positions = []
    for operator, value in branch:
        kind = str(operator)
        if kind == "IN":
            positions.append(_members(value))
        elif kind == "LITERAL":
            positions.append({chr(value)})
        elif kind == "ANY":
            positions.append(set(SOME))
        elif kind == "MAX_REPEAT":  # \s? : neighbours on its two sides need not touch
            positions.append(set())
        elif kind == "NOT_LITERAL":
            positions.append({c for c in SOME if c != chr(value)})
        else:
            assert kind == "AT", kind
    return positions


def _members(items) -> set[str]:
    members: set[str] = set()
    negated = str(items[0][0]) == "NEGATE"
    for operator, value in items[negated:]:
        kind = str(operator)
        if kind == "LITERAL":
            members.add(chr(value))
        elif kind == "RANGE":
            members.update(map(chr, range(value[0], value[1] + 1)))
        else:
            space = str(value) == "CATEGORY_SPACE"
            assert space or str(value) == "CATEGORY_WORD"
            members.update(c for c in SOME if (c.isspace() if space else c.isalnum()))
    return {c for c in SOME if c not in members} if negated else members


def _is_covered(positions: list[set[str]]) -> bool:
    """Whether one character of the branch, or two neighbours, are enough to be suspected."""
    if any(p and all(map(SUSPECT.search, p)) for p in positions):
        return True
    return any(
        first and second and all(SUSPECT.search(a + b) for a in first for b in second)
        for first, second in pairwise(positions)
    )


def test_every_pattern_that_ftfy_takes_for_mojibake_is_suspected() -> None:
    branches = _alternatives(sre.parse(BADNESS_RE.pattern, BADNESS_RE.flags))
    assert len(branches) > 20
    assert [str(b) for b in branches if not _is_covered(_positions(b))] == []


def test_the_quick_look_doubts_all_that_is_suspected() -> None:
    doubtful = [a + b for a in SOME for b in SOME if SUSPECT.search(a + b)]
    assert len(doubtful) > 1000
    assert [pair for pair in doubtful if not PERHAPS_SUSPECT.search(pair)] == []


@given(st.text())
def test_the_quick_look_doubts_any_text_that_is_suspected(text: str) -> None:
    assert PERHAPS_SUSPECT.search(text) or not SUSPECT.search(text)


@pytest.mark.parametrize(
    "text", ["“It’s late”, she said — at 5%…", "L’été déjà vu à côté", "• mañana • no", "R&D & co"]
)
def test_the_quick_look_lets_plain_text_go(text: str) -> None:
    assert not PERHAPS_SUSPECT.search(text)


def overlooked(line: str) -> bool:
    """Whether ftfy would change a line that nothing but its white space speaks against."""
    line = apply(line, even_spaces(line))
    if SUSPECT.search(line) or not unicodedata.is_normalized("NFC", line):
        return False
    return ftfy.fix_text_segment(line, PLAIN) != line


WORDS = (
    *("naïve", "l’été", "“déjà vu”", "Größe", "mañana", "ação", "żółć", "dvůr", "război", "Ağrı"),
    *("søster", "правда", "Київ", "γλώσσα", "שלום", "سلام", "हिन्दी", "中文", "日本", "한국", "€5"),
    *("—", "…", "½", "🎉", "•", "\xa0", "™"),
)


@pytest.mark.parametrize("encoding", CHARMAP_ENCODINGS)
@pytest.mark.parametrize("word", WORDS)
def test_mojibake_of_every_kind_is_seen_and_put_right_as_ftfy_does(
    word: str, encoding: str
) -> None:
    broken = word.encode().decode(encoding, "replace")
    for line in (broken, f"before {broken} after", f"{broken}{broken}", f"«{broken}»"):
        assert not overlooked(line)
        plain = apply(line, repair(line))
        fixed = ftfy.fix_text_segment(line, PLAIN)
        assert apply(fixed, repair(fixed)) == plain


ODD = (
    *(
        " ",
        "  ",
        "a",
        "Z",
        "&amp;",
        "&lt;",
        "&#10;",
        "<",
        "\x1b[0m",
        "\x00",
        "\t",
        "\x85",
        "\u2028",
    ),
    *("\u200b", "\u200c", "\u200d", "\u200f", "\xad", "\ufeff", "\u0301", "\ud800", "ﬁ"),
    *("â€", "Ã", "Â", "œ", "ж", "Ђ", "β", "ก"),
)
PIECES = st.one_of(
    st.sampled_from(WORDS + ODD),
    st.sampled_from("".join(MOJIBAKE_CATEGORIES.values())),
    st.characters(exclude_characters="\r\n"),
)
LINES = st.lists(PIECES, max_size=12).map("".join)


@given(LINES)
def test_no_line_is_overlooked(line: str) -> None:
    assert not overlooked(line)
    if not SUSPECT.search(line) and unicodedata.is_normalized("NFC", line):
        assert repair(line) == tuple(even_spaces(line))


@given(LINES)
def test_repairing_again_changes_nothing(line: str) -> None:
    repaired = apply(line, repair(line))
    assert repair(repaired) == ()
    assert not set(repaired) & set("\r\n")


@given(LINES)
def test_a_line_called_even_is_even(line: str) -> None:
    assert not is_even(line) or not list(even_spaces(line))
