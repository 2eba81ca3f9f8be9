"""Headlines by key: where those that may be one meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

# Under its own wording a headline may stand in as many spellings as there are outlets. Under
# its beginning or end stand others too, and where so many do, the words are a phrase and no
# headline ("Weather forecast for the weekend in …"): comparing all costs the square of it.
MOST_SPELLINGS = 2000
MOST_WITH_ONE_PHRASE = 200
PHRASE = "<>"


class Buckets:
    """Key → headlines. Keys are kept as hashes, and a list only where two headlines meet."""

    def __init__(self) -> None:
        self._wordings: dict[int, int | list[int]] = {}
        self._phrases: dict[int, int | list[int]] = {}

    def file(self, number: int, keys: Iterable[str]) -> None:
        """Put a headline under its keys."""
        for key in set(keys):
            table, code = self._of(key), hash(key)
            here = table.setdefault(code, number)
            if isinstance(here, list):
                here.append(number)
            elif here != number:
                table[code] = [here, number]

    def meeting(self, keys: Iterable[str]) -> set[int]:
        """The headlines filed under one of the keys."""
        found: set[int] = set()
        for key in keys:
            here = self._of(key).get(hash(key), ())
            if isinstance(here, int):
                found.add(here)
            elif len(here) <= self._most(key):
                found.update(here)
        return found

    def crowds(self) -> Iterator[Sequence[int]]:
        """The headlines that share a key, key by key."""
        for table, most in (
            (self._wordings, MOST_SPELLINGS),
            (self._phrases, MOST_WITH_ONE_PHRASE),
        ):
            for here in table.values():
                if isinstance(here, list) and len(here) <= most:
                    yield here

    def _of(self, key: str) -> dict[int, int | list[int]]:
        return self._phrases if key[0] in PHRASE else self._wordings

    def _most(self, key: str) -> int:
        return MOST_WITH_ONE_PHRASE if key[0] in PHRASE else MOST_SPELLINGS
