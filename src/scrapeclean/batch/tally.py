"""What a run did, counted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scrapeclean.edits import Edit


@dataclass
class Tally:
    """Documents seen, changed, skipped and failed, and edits by cleaner.

    >>> tally = Tally(seen=3, changed=1, edits=Counter(spacing=2))
    >>> print(*tally.rows("files"), sep="\\n")
    1 of 3 files to change
        2 edits by spacing
    """

    seen: int = 0
    changed: int = 0
    skipped: int = 0
    failed: int = 0
    edits: Counter[str] = field(default_factory=Counter)

    def count(self, edits: Iterable[Edit]) -> None:
        """Count one document and the edits made in it."""
        by_cleaner = Counter(edit.cleaner for edit in edits)
        self.seen += 1
        self.changed += bool(by_cleaner)
        self.edits += by_cleaner

    def add(self, other: Tally) -> None:
        """Count in what `other` has counted."""
        self.seen += other.seen
        self.changed += other.changed
        self.skipped += other.skipped
        self.failed += other.failed
        self.edits += other.edits

    @property
    def all_failed(self) -> bool:
        """Whether there were documents, and none came through."""
        return 0 < self.seen == self.failed

    def rows(self, unit: str, did: str = "to change") -> Iterator[str]:
        """Yield the summary: how many documents, called `unit`, and which cleaner did what."""
        row = f"{self.changed:,} of {self.seen:,} {unit} {did}"
        for number, word in ((self.skipped, "skipped"), (self.failed, "failed")):
            row += f", {number:,} {word}" if number else ""
        yield row
        for cleaner, number in self.edits.most_common():
            yield f"    {number:,} edit{'s' * (number != 1)} by {cleaner}"

    def to_json(self) -> str:
        """Return the tally as a JSON object."""
        return json.dumps(vars(self))

    @classmethod
    def from_json(cls, document: str) -> Tally:
        """Return the tally that `to_json` wrote."""
        fields = json.loads(document)
        return cls(**{**fields, "edits": Counter(fields.get("edits"))})
