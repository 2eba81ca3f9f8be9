"""A report for people: an HTML page that shows what goes, where and why, and how much.

The page stands alone: it has no scripts and no fonts, and fetches nothing. Words that go are struck
out, words that come are underlined, and each change names its cleaner and its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import NamedTuple

from scrapeclean.edits import Edit
from scrapeclean.pipeline import Result

#: Characters of unchanged text that are shown around a change; what lies between is folded away.
CONTEXT = 400
#: Characters that HTML forbids, or that would hide or reverse what stands beside them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff]"
)


class ReportPage(NamedTuple):
    """One page of the report: its name, and what came of it."""

    name: str
    result: Result


def html(pages: Iterable[ReportPage]) -> Iterator[str]:
    """Yield the report on `pages`, in pieces; joined they are an HTML document.

    The summary stands at the end, as it is known only then; pages are taken one by one.
    """
    head, foot = _template().split("<!-- pages -->")
    yield head
    total = _Total()
    for page in pages:
        total.add(page.result)
        yield "".join(_page(page))
    yield Template(foot).substitute(summary="".join(total.rows()))


def _template() -> str:
    return Path(__file__).with_name("report.html").read_text(encoding="utf-8")


class _Total:
    """What is known of all pages together."""

    def __init__(self) -> None:
        self.pages = self.changed = self.before = self.after = 0
        self.edits: Counter[str] = Counter()
        self.gone: Counter[str] = Counter()

    def add(self, result: Result) -> None:
        """Count the page that `result` is of."""
        self.pages += 1
        self.changed += bool(result.edits)
        self.before += len(result.source)
        self.after += len(result.text)
        for edit in result.edits:
            self.edits[edit.cleaner] += 1
            self.gone[edit.cleaner] += len(edit.old) - len(edit.new)

    def rows(self) -> Iterator[str]:
        """The summary, in HTML."""
        yield (
            f"<p>{self.changed:,} of {self.pages:,} pages change; {self.before:,} characters "
            f"become {self.after:,} ({_share(self.after, self.before)} stay).</p>\n"
        )
        if self.edits:
            yield "<table>\n<tr><th>cleaner<th>edits<th>characters gone</tr>\n"
            for cleaner, number in self.edits.most_common():
                gone = self.gone[cleaner]
                yield f"<tr><td>{_safe(cleaner)}<td>{number:,}<td>{gone:,}</tr>\n"
            yield "</table>\n"


def _page(page: ReportPage) -> Iterator[str]:
    result = page.result
    yield f"<article>\n<h2>{_safe(page.name)}</h2>\n"
    kept = _share(len(result.text), len(result.source))
    yield f'<p class="counts">{len(result.edits):,} edits, {kept} of the characters stay</p>\n'
    for warning in result.warnings:
        yield f'<p class="doubt">In doubt: {_safe(warning)}</p>\n'
    yield f'<div class="text">{"".join(_text(result))}</div>\n</article>\n'


def _text(result: Result) -> Iterator[str]:
    """The source with its edits; a reason that several edits in a row share is given once."""
    position = 0
    edits = result.edits
    for at, edit in enumerate(edits):
        yield _unchanged(result.source[position : edit.start])
        yield f"<del>{_shown(edit.old)}</del>" if edit.old else ""
        yield f"<ins>{_shown(edit.new)}</ins>" if edit.new else ""
        if not _goes_on(edits, at):
            yield f'<span class="why">{_safe(edit.cleaner)}: {_safe(edit.why)}</span>'
            yield "" if edit.new or not edit.old.endswith(("\n", "\r")) else "\n"
        position = edit.end
    yield _unchanged(result.source[position:])


def _goes_on(edits: Sequence[Edit], at: int) -> bool:
    """Whether the next edit follows at once, and has the same reason."""
    if at + 1 == len(edits):
        return False
    this, following = edits[at : at + 2]
    same_reason = (this.cleaner, this.why) == (following.cleaner, following.why)
    return this.end == following.start and same_reason


def _unchanged(text: str) -> str:
    """`text`, the middle of a long one folded away, from line to line where there are any."""
    if len(text) <= 3 * CONTEXT:
        return _safe(text)
    start = text.rfind("\n", 0, CONTEXT) + 1 or CONTEXT
    stop = text.find("\n", len(text) - CONTEXT) + 1 or len(text) - CONTEXT
    return (
        f"{_safe(text[:start])}<details><summary>{stop - start:,} characters stay</summary>"
        f"{_safe(text[start:stop])}</details>{_safe(text[stop:])}"
    )


def _shown(text: str) -> str:
    """`text` of an edit: where it is nothing but white space, in words."""
    if text.strip():
        return _safe(text)
    ends = text.count("\n") or text.count("\r")
    if ends:
        return f"[{ends} line end{'s' * (ends > 1)}]"
    return f"[{len(text)} space{'s' * (len(text) > 1)}]"


def _safe(text: str) -> str:
    spelt = _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return escape(spelt.replace("\r\n", "\n").replace("\r", "\n"))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "all"
