"""Headlines by key: where those that may be one meet."""

from __future__ import annotations

from collections.abc import Iterable

from scrapeclean.headlines.keys import PHRASES

# Under its own wording a headline may stand in as many spellings as there are outlets. Under
# its beginning or end stand others too, and where so many do, the words are a phrase and no
# headline ("Weather forecast for the weekend in …"): comparing all costs the square of it.
MOST_SPELLINGS = 2000
MOST_WITH_ONE_PHRASE = 200


class Buckets:
    """Key → headlines. Keys are kept as hashes, and a list only where two headlines meet."""

    def __init__(self) -> None:
        self._buckets: dict[int, int | list[int]] = {}

    def file(self, number: int, keys: Iterable[str]) -> None:
        """Put a headline under its keys, each given once; where a bucket is full it is left out."""
        for key in keys:
            here = self._buckets.setdefault(hash(key), number)
            if isinstance(here, int):
                if here != number:
                    self._buckets[hash(key)] = [here, number]
            elif len(here) < (MOST_WITH_ONE_PHRASE if key[0] in PHRASES else MOST_SPELLINGS):
                here.append(number)

    def meeting(self, keys: Iterable[str]) -> set[int]:
        """Return the headlines that are filed under one of the keys."""
        found: set[int] = set()
        for key in keys:
            here = self._buckets.get(hash(key))
            if isinstance(here, list):
                found.update(here)
            elif here is not None:
                found.add(here)
        return found
