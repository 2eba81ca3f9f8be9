"""Spark: a column of a data frame, cleaned by the executors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from scrapeclean.integrations.frames import clean_table
from scrapeclean.pipeline import Pipeline
from scrapeclean.presets import NEWS

# pyspark and pyarrow are imported by whoever has a data frame, and have no types of use here.
DataFrame: TypeAlias = Any
Batch: TypeAlias = Any


def clean_dataframe(
    frame: DataFrame, field: str = "text", pipeline: Pipeline | None = None
) -> DataFrame:
    """Return the Spark data frame with the texts in column `field` cleaned.

    The schema stays, nulls too. scrapeclean must be installed on the executors (extra ``spark``).
    """
    task = _CleanBatches(pipeline or Pipeline(NEWS), field)
    return frame.mapInArrow(task, frame.schema)


@dataclass(frozen=True)
class _CleanBatches:
    pipeline: Pipeline
    field: str

    def __call__(self, batches: Iterator[Batch]) -> Iterator[Batch]:
        return (clean_table(batch, self.field, self.pipeline) for batch in batches)
