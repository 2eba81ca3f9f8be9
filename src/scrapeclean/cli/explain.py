"""`scrapeclean explain [FILE]`: every edit with its place, its cleaner and its reason."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from pathlib import Path

import click

from scrapeclean.cli.options import Wanted, chosen_pipeline, page_options
from scrapeclean.cli.streams import read_page
from scrapeclean.cli.terminal import visible, width
from scrapeclean.edits import Edit
from scrapeclean.lines import split_lines
from scrapeclean.pipeline import Result

#: Characters of the line shown before and after words that change inside it.
CONTEXT = 24
#: The number of the line, right-aligned, and what happens to it.
_PLACE = "{:>6} {} "
_INDENT = " " * len(_PLACE.format("", "-"))


@click.command("explain", short_help="Show what would change on one page, and why.")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@page_options
def explain_command(file: Path | None, wanted: Wanted) -> None:
    """Show what cleaning FILE, or standard input, would change, where and why."""
    text, _ = read_page(file)
    result = chosen_pipeline(wanted, file).clean(text)
    click.secho(visible(str(file or "standard input")), bold=True)
    for row in Explanation(result, width()).rows():
        click.echo(row)


class Explanation:
    """`result` in words, styled for a terminal; `columns` cuts long rows short."""

    def __init__(self, result: Result, columns: int | None = None) -> None:
        self.result = result
        self.room = columns and max(columns, 2 * len(_INDENT)) - len(_INDENT)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line of the source starts, and at last where the source ends."""
        return list(accumulate(map(len, split_lines(self.result.source)), initial=0))

    def rows(self) -> Iterator[str]:
        """Yield the rows: edits, those for one reason together; doubts; a summary."""
        for reason, group in groupby(self.result.edits, lambda edit: (edit.cleaner, edit.why)):
            edits = list(group)
            said = click.style(f"{reason[0]}: {visible(reason[1])}", fg="cyan")
            if all(map(self._is_blank, edits)):
                yield f"{self._blank(edits)} {said}"
            else:
                yield from self._edits(edits)
                yield f"{_INDENT}{said}"
        for warning in self.result.warnings:
            yield click.style(f"{_INDENT}in doubt: {visible(warning)}", fg="yellow")
        for row in _summary(self.result):
            yield click.style(f"{_INDENT}{visible(row)}", bold=True)

    def _edits(self, edits: Iterable[Edit]) -> Iterator[str]:
        for blank, group in groupby(edits, self._is_blank):
            if blank:
                yield self._blank(list(group))
            else:
                yield from map(self._edit, group)

    def _blank(self, edits: Sequence[Edit]) -> str:
        words = f"({len(edits)} blank lines)" if len(edits) > 1 else "(blank line)"
        return self._place(edits[0], "-") + click.style(words, dim=True)

    def _edit(self, edit: Edit) -> str:
        if self._is_whole(edit):
            words = self._clip(edit.old.rstrip("\r\n"), 1)
            return self._place(edit, "-") + click.style(words, fg="red")
        number = self._number(edit)
        start, end = self._starts[number - 1], self._starts[min(number, len(self._starts) - 1)]
        before = self.result.source[max(start, edit.start - CONTEXT) : edit.start]
        after = self.result.source[edit.end : min(end, edit.end + CONTEXT)].rstrip("\r\n")
        old = click.style(f"[-{self._clip(edit.old, 3)}-]", fg="red") if edit.old else ""
        new = click.style(f"{{+{self._clip(edit.new, 3)}+}}", fg="green") if edit.new else ""
        return f"{self._place(edit, '~')}{visible(before)}{old}{new}{visible(after)}"

    def _is_blank(self, edit: Edit) -> bool:
        return not edit.old.strip() and self._is_whole(edit)

    def _is_whole(self, edit: Edit) -> bool:
        """Whether `edit` takes whole lines away."""
        return not edit.new and {edit.start, edit.end} <= self._borders

    @cached_property
    def _borders(self) -> frozenset[int]:
        return frozenset(self._starts)

    def _number(self, edit: Edit) -> int:
        last = max(1, len(self._starts) - 1)
        return min(bisect_right(self._starts, edit.start), last)

    def _place(self, edit: Edit, sign: str) -> str:
        return click.style(_PLACE.format(self._number(edit), sign), dim=True)

    def _clip(self, text: str, share: int) -> str:
        """`text`, cut short to a part, one in `share`, of a row."""
        shown = visible(text)
        if self.room is None or len(shown) <= self.room // share:
            return shown
        return shown[: self.room // share - 1] + "…"


def _summary(result: Result) -> Iterator[str]:
    if not result.edits:
        yield "nothing to change"
        return
    counts = Counter(edit.cleaner for edit in result.edits).most_common()
    count = len(result.edits)
    yield f"{count} edit{'s' * (count > 1)}: " + ", ".join(f"{n} {name}" for name, n in counts)
    yield f"{len(result.source):,} characters in, {len(result.text):,} out; undo gives all back"
    for article in result.articles:
        if article.headline:
            yield f"article: {article.headline}"
