"""What every test of cleaned text asks: the expected text, and all laws."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scrapeclean.edits import Edit, apply, from_json, invert, to_json
from scrapeclean.pipeline import Cleaner, Pipeline, Result

TESTS = Path(__file__).parent
CASES = TESTS / "cases"
FIXTURES = TESTS / "fixtures"


def check(cleaners: Pipeline | Iterable[Cleaner], text: str, expected: str) -> Result:
    """Clean `text`, compare with `expected`, check every law; the result, for more questions."""
    pipeline = cleaners if isinstance(cleaners, Pipeline) else Pipeline(cleaners)
    result = pipeline.clean(text)
    assert result.text == expected
    check_laws(pipeline, result)
    return result


def check_laws(pipeline: Pipeline, result: Result) -> None:
    """Undo, replay, second pass, same again: what holds for any text whatever."""
    check_journal(result.source, result.edits, result.text)
    assert result.undo() == result.source
    again = pipeline.clean(result.source)
    assert (again.text, again.edits) == (result.text, result.edits)
    second = pipeline.clean(result.text)
    assert second.text == result.text
    assert second.edits == ()


def check_journal(source: str, edits: Sequence[Edit], text: str) -> None:
    """The journal leads from `source` to `text` and back, in order, apart, and for a reason."""
    position = 0
    for edit in edits:
        assert position <= edit.start <= edit.end <= len(source)
        assert source[edit.start : edit.end] == edit.old
        assert edit.old != edit.new
        assert edit.cleaner
        assert edit.why
        position = edit.end
    assert apply(source, edits) == text
    assert apply(text, invert(edits)) == source
    assert from_json(to_json(edits)) == tuple(edits)


@dataclass(frozen=True)
class Case:
    """One case of a case file: `text` becomes `expected`."""

    title: str
    text: str
    expected: str

    @property
    def keeps(self) -> bool:
        """Whether the text must stay as it is."""
        return self.text == self.expected


def read_cases(path: Path) -> tuple[dict[str, str], list[Case]]:
    """Return the settings (``# key: value``) and the cases of a case file.

    A case is a title, a line ``.``, the text, a line ``.``, the expected text, a line ``.``;
    where the text must stay as it is, ``=`` and ``.`` end it, in place of ``.``, the same text
    again and ``.``. Under a title that ends in ``(escaped)``, ``\\t``, ``\\r``, ``\\u200b`` and
    the like stand for the character.
    """
    lines = path.read_bytes().decode("utf-8").split("\n")
    while lines and lines[-1] == "":
        lines.pop()
    head = [line for line in lines[: _first_title(lines)] if line.startswith("# ")]
    pairs = (line[2:].partition(":") for line in head)
    settings = {key.strip(): value.strip() for key, colon, value in pairs if colon}
    return settings, list(_cases(path, lines[_first_title(lines) :]))


def _first_title(lines: list[str]) -> int:
    for index, line in enumerate(lines):
        if line and not line.startswith("#"):
            return index
    return len(lines)


def _cases(path: Path, lines: list[str]) -> Iterator[Case]:
    rows = iter(lines)
    for title in rows:
        if not title.strip():
            continue
        where = f"{path.name}, {title!r}"
        assert next(rows, None) == ".", f"{where}: a line '.' must follow the title"
        text, end = _block(rows, where)
        expected, end = (text, end) if end == "=" else _block(rows, where)
        if end == "=":
            assert next(rows, None) == ".", f"{where}: a line '.' must follow the line '='"
            expected = text
        if title.endswith("(escaped)"):
            text, expected = _unescaped(text), _unescaped(expected)
        yield Case(title, text, expected)


def _block(rows: Iterator[str], where: str) -> tuple[str, str]:
    """The lines up to the next ``.`` or ``=``, each with a line end; and which it was."""
    block = []
    for row in rows:
        if row in {".", "="}:
            return "".join(line + "\n" for line in block), row
        block.append(row)
    raise AssertionError(f"{where}: the case is not closed by a line '.'")


def _unescaped(text: str) -> str:
    # ASCII-only escapes would mangle the rest: latin-1 carries what it can, \\uXXXX the others.
    return codecs.decode(text.encode("latin-1", "backslashreplace"), "unicode_escape")
