"""datatrove: a formatter for its pipelines."""

from __future__ import annotations

from scrapeclean.errors import MissingExtraError
from scrapeclean.pipeline import Pipeline
from scrapeclean.presets import NEWS

try:
    from datatrove.pipeline.formatters.base import BaseFormatter
except ImportError as error:
    raise MissingExtraError(
        "this needs a library that is not installed: pip install 'scrapeclean[datatrove]'"
    ) from error


class NewsCleaner(BaseFormatter):  # type: ignore[misc]  # datatrove is not installed where we check
    """Cleans the text of each document that goes through.

    ``pipeline=[JsonlReader("pages"), NewsCleaner(), JsonlWriter("clean")]``
    """

    name = "🧹 scrapeclean"

    def __init__(self, pipeline: Pipeline | None = None) -> None:
        super().__init__()
        self.pipeline = pipeline or Pipeline(NEWS)

    def format(self, text: str) -> str:
        """Return `text`, cleaned."""
        return self.pipeline.clean(text).text
