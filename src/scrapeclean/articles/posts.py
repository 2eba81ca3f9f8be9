"""Posts of social networks that a story quotes: who wrote them, and when, is not the story's."""

from __future__ import annotations

import re

from scrapeclean.lines import Line

# "— Ann Poe (@annpoe) May 3, 2024"
_SIGNATURE = re.compile(r"\s*[—–-]\s?[^()]{1,60}\(@\w{1,30}\)")


def signs_post(line: Line) -> bool:
    """Return whether `line` stands under a quoted post, and says whose it is."""
    return bool(_SIGNATURE.match(line.text))
