"""Weights: fitted numbers, as the package keeps them in gzipped JSON."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

#: What `zlib` calls a gzip file; the module `gzip` would take as long to load as the weights.
_GZIP = 31


def read_weights(path: Path) -> dict[str, Any]:
    """Return what the gzipped JSON at `path` holds: forests or trees, by their names."""
    found: dict[str, Any] = json.loads(zlib.decompress(path.read_bytes(), _GZIP))
    return found
