"""Arrow, pandas, Spark and datatrove; what is not installed is passed over."""

from __future__ import annotations

import subprocess
import sys

import pytest

from scrapeclean.integrations.frames import clean_frame, clean_table

DIRTY, CLEAN = "One.\n\n\n\nTwo.", "One.\n\nTwo."


@pytest.mark.parametrize("kind", ["string", "large_string"])
@pytest.mark.parametrize("of", ["Table", "RecordBatch"])
def test_an_arrow_table_keeps_all_but_the_text(kind: str, of: str):
    pa = pytest.importorskip("pyarrow")
    schema = pa.schema([("id", pa.int8()), ("text", getattr(pa, kind)())], {"from": "a test"})
    rows = [{"id": 1, "text": DIRTY}, {"id": 2, "text": None}]
    table = getattr(pa, of).from_pylist(rows, schema)

    new = clean_table(table)

    assert type(new) is type(table)
    assert new.schema.equals(schema, check_metadata=True)
    assert new.to_pylist() == [{"id": 1, "text": CLEAN}, {"id": 2, "text": None}]


def test_a_pandas_frame_keeps_all_but_the_text():
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"id": [1, 2], "body": [DIRTY, None]}, index=[7, 9])

    new = clean_frame(frame, "body")

    pd.testing.assert_frame_equal(
        new, pd.DataFrame({"id": [1, 2], "body": [CLEAN, None]}, index=[7, 9])
    )
    assert frame["body"].iloc[0] == DIRTY


def test_a_formatter_for_datatrove():
    pytest.importorskip("datatrove")
    from datatrove.data import Document

    from scrapeclean.integrations.datatrove import NewsCleaner

    (document,) = NewsCleaner().run([Document(DIRTY, "1", metadata={"url": "a"})])

    assert (document.text, document.metadata) == (CLEAN, {"url": "a"})


def test_a_library_that_is_missing_is_named_with_its_extra():
    program = (
        "import sys; sys.modules['datatrove'] = None\n"
        "from scrapeclean.errors import MissingExtraError\n"
        "try:\n"
        "    import scrapeclean.integrations.datatrove\n"
        "except MissingExtraError as error:\n"
        "    print(error)"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert done.stdout == (
        "this needs a library that is not installed: pip install 'scrapeclean[datatrove]'\n"
    )


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")  # Spark's own
def test_a_data_frame_of_spark(monkeypatch):
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    sql = pytest.importorskip("pyspark.sql")
    session = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    spark = session.getOrCreate()
    try:
        from scrapeclean.integrations.spark import clean_dataframe

        frame = spark.createDataFrame([(1, DIRTY), (2, None)], "id int, text string")
        new = clean_dataframe(frame)

        assert new.schema == frame.schema
        assert [tuple(row) for row in new.collect()] == [(1, CLEAN), (2, None)]
    finally:
        spark.stop()
