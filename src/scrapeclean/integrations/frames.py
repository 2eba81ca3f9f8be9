"""Arrow tables and pandas frames.

Neither library is imported here: whoever has a table has it loaded.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from scrapeclean.batch import clean_batch
from scrapeclean.pipeline import Pipeline
from scrapeclean.presets import NEWS

Table: TypeAlias = Any  # pyarrow.Table or RecordBatch: the library has no types
Frame: TypeAlias = Any  # pandas.DataFrame


def clean_table(table: Table, field: str = "text", pipeline: Pipeline | None = None) -> Table:
    """Return the Arrow table or record batch with the texts in column `field` cleaned.

    Types, metadata and nulls stay. Raises `KeyError` where there is no such column.
    """
    index = table.schema.get_field_index(field)
    columns = clean_batch({field: table.column(field).to_pylist()}, field, pipeline)
    kind = table.schema.field(index)
    array = type(table).from_pydict(columns).column(field).cast(kind.type)
    return table.set_column(index, kind, array)


def clean_frame(frame: Frame, field: str = "text", pipeline: Pipeline | None = None) -> Frame:
    """Return the pandas frame with the texts in column `field` cleaned; missing ones stay so.

    Raises `KeyError` where there is no such column.
    """
    clean = (pipeline or Pipeline(NEWS)).clean
    return frame.assign(
        **{field: frame[field].map(lambda text: clean(text).text, na_action="ignore")}
    )
