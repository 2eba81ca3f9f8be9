"""Profiles on disk: one JSON file for any number of sites.

What people read and edit comes first: `keep`, the lines that are no furniture, and `furniture`,
which is written for them and not read back. Then what the profile is made of: each sampled page as
a run of eight-byte rows, and the words of the lines that stand on several of them.
"""

from __future__ import annotations

import json
import os
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scrapeclean.atomic import in_one_move
from scrapeclean.errors import ProfileError
from scrapeclean.sites.profile import SiteProfile

FORMAT, VERSION = "scrapeclean site profiles", 1
_MARK_WITHIN = 200  # bytes: the file says first of all what it is
_ADVICE = "learn it again with `scrapeclean learn`"


def save_profiles(path: str | os.PathLike[str], profiles: Mapping[str, SiteProfile]) -> None:
    """Write `profiles`, by site, to `path`, in one move.

    Raises `ProfileError` when the file cannot be written.
    """
    path = Path(path)
    sites = {site: _written(profiles[site]) for site in sorted(profiles)}
    document = {"format": FORMAT, "version": VERSION, "sites": sites}
    # Half a surrogate pair, as in names that are no UTF-8, becomes an escape.
    written = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    try:
        with in_one_move(path) as partial:
            partial.write_text(written, "utf-8", "backslashreplace")
    except OSError as error:
        raise ProfileError(f"{path}: cannot be written ({error.strerror})") from error


def holds_profiles(path: Path) -> bool:
    """Return whether the file at `path` is empty or holds profiles, even if damaged."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        begins = file.read(_MARK_WITHIN)
    return not begins or FORMAT.encode() in begins


def load_profiles(path: str | os.PathLike[str]) -> dict[str, SiteProfile]:
    """Return the profiles in `path`, by site.

    Raises `ProfileError` when the file cannot be read, is damaged, or of another version.
    """
    path = Path(path)
    try:
        document = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ProfileError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise ProfileError(f"{path}: is not JSON ({error}); was it cut short? {_ADVICE}") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ProfileError(f"{path}: holds no site profiles: {_ADVICE}")
    if document.get("version") != VERSION:
        raise ProfileError(
            f"{path}: is of version {document.get('version')!r}, this scrapeclean reads "
            f"{VERSION}: {_ADVICE}"
        )
    try:
        return {site: _read(entry) for site, entry in document["sites"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ProfileError(f"{path}: is damaged ({error!r}): {_ADVICE}") from error


def _written(profile: SiteProfile) -> dict[str, Any]:
    return {
        "keep": sorted(profile.kept),
        "furniture": [f"{f.count} of {f.pages}: {f.words}" for f in profile.furniture],
        "lines": {f"{code:012x}": profile.shown[code] for code in sorted(profile.shown)},
        "pages": {f"{key:016x}": _encoded(profile.pages[key]) for key in sorted(profile.pages)},
    }


def _read(entry: dict[str, Any]) -> SiteProfile:
    keep, lines = entry["keep"], entry["lines"]
    if not isinstance(keep, list):
        raise TypeError("'keep' must be a list of lines")
    return SiteProfile(
        {int(key, 16): _decoded(rows) for key, rows in entry["pages"].items()},
        frozenset(map(_checked, keep)),
        {int(code, 16): _checked(words) for code, words in lines.items()},
    )


def _checked(words: object) -> str:
    if not isinstance(words, str):
        raise TypeError(f"{words!r} is not a line")
    return words


def _encoded(packed: array[int]) -> str:
    """The rows as base64, the highest byte first on every machine."""
    rows = array("Q", packed)
    if sys.byteorder == "little":
        rows.byteswap()
    return b64encode(rows.tobytes()).decode("ascii")


def _decoded(rows: str) -> array[int]:
    packed = array("Q", b64decode(rows, validate=True))
    if sys.byteorder == "little":
        packed.byteswap()
    return packed
