"""Many texts: workers, columns, diffs, the tally and the progress."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import time
from itertools import count, islice

import pytest
from batch_tools import dying, refusing, slow_at_first
from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.batch import clean_batch, clean_texts, progress
from scrapeclean.batch.diffs import diff
from scrapeclean.batch.progress import Progress
from scrapeclean.batch.tally import Tally
from scrapeclean.batch.workers import ordered_map
from scrapeclean.cleaners.spacing import Spacing
from scrapeclean.edits import Edit, apply
from scrapeclean.errors import ConfigError, FormatError, WorkerError
from scrapeclean.pipeline import Pipeline
from scrapeclean.presets import NEWS

SPACING = Pipeline([Spacing()])
DIRTY, CLEAN = "One.\n\n\n\nTwo.", "One.\n\nTwo."


def test_results_come_in_order_and_items_are_taken_as_they_are_needed():
    endless = ordered_map(slow_at_first, count(), jobs=2)

    assert list(islice(endless, 20)) == list(range(20))


@pytest.mark.parametrize("jobs", [0, -1])
def test_less_than_one_job_is_refused(jobs: int):
    with pytest.raises(ValueError, match=f"jobs must be 1 or more, not {jobs}"):
        list(ordered_map(slow_at_first, range(9), jobs))
    with pytest.raises(ValueError, match="jobs must be 1 or more"):
        list(clean_texts(["One."] * 9, jobs=jobs))


@pytest.mark.parametrize("items", [[], [1]])
def test_a_single_item_starts_no_process(items: list[int]):
    assert list(ordered_map(lambda item: os.getpid(), items, jobs=8)) == [os.getpid()] * len(items)


def test_an_error_of_ours_in_a_worker_arrives():
    with pytest.raises(FormatError, match="three is refused"):
        list(ordered_map(refusing, range(10), jobs=2))


def test_a_worker_that_dies_is_told():
    with pytest.raises(WorkerError, match=r"a worker process died \(exit code 7\)"):
        list(ordered_map(dying, range(10), jobs=2))


def test_what_cannot_be_sent_to_a_worker_is_told():
    pipeline = Pipeline([Spacing()], keep=lambda line: "keep" in line.text)

    with pytest.raises(ConfigError) as caught:
        list(clean_texts([DIRTY] * 2000, pipeline, jobs=2))

    assert str(caught.value).startswith("this pipeline cannot be sent to worker processes (")
    assert str(caught.value).endswith(
        "): define its functions and classes at the top of a module that can be imported, "
        "or use one job"
    )


def test_workers_end_when_the_process_that_started_them_is_killed():
    program = (
        "from itertools import count\n"
        "from batch_tools import slow_at_first\n"
        "from scrapeclean.batch.workers import ordered_map\n"
        "import multiprocessing, time\n"
        "if __name__ == '__main__':\n"
        "    results = ordered_map(slow_at_first, count(), jobs=2)\n"
        "    next(results)\n"
        "    print(*[p.pid for p in multiprocessing.active_children()], flush=True)\n"
        "    time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    parent = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert parent.stdout is not None
    workers = [int(pid) for pid in parent.stdout.readline().split()]
    parent.kill()
    parent.communicate()

    assert len(workers) == 2
    deadline = time.monotonic() + 10
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(map(alive, workers))


def alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("jobs", [1, 2])
def test_texts_are_cleaned_in_order(jobs: int):
    texts = [f"{DIRTY}{number}" for number in range(1200)]

    results = list(clean_texts(iter(texts), SPACING, jobs))

    assert [result.text for result in results] == [f"{CLEAN}{n}" for n in range(1200)]
    assert all(r.undo() == text for r, text in zip(results, texts, strict=True))
    assert results[0] == SPACING.clean(texts[0])
    assert results[0].articles == SPACING.clean(texts[0]).articles


@pytest.mark.parametrize("text", ["", "Share", DIRTY, "One. \r\n\r\n\r\nA \rB\n\n\nOne.\x0c"])
def test_a_result_can_be_sent(text: str):
    result = Pipeline(NEWS).clean(text)

    sent = pickle.loads(pickle.dumps(result))

    assert sent == result
    assert sent.articles == result.articles
    assert sent.page.journal == result.page.journal
    assert [line.stop for line in sent.page.lines] == [line.stop for line in result.page.lines]


def test_texts_are_cleaned_lazily():
    texts = iter([DIRTY, DIRTY])

    next(clean_texts(texts, SPACING))

    assert next(texts) == DIRTY


def test_columns_keep_all_but_the_text():
    columns = {"id": [1, 2, 3], "text": [DIRTY, None, ""], "url": ["a", "b", "c"]}

    assert clean_batch(columns, pipeline=SPACING) == {**columns, "text": [CLEAN, None, ""]}
    assert columns["text"] == [DIRTY, None, ""]


def test_another_column_may_hold_the_text():
    assert clean_batch({"body": [DIRTY]}, field="body") == {"body": [CLEAN]}
    with pytest.raises(KeyError):
        clean_batch({"body": [DIRTY]})


LINES = st.sampled_from(["a\n", "b\n", "\n", "c\r\n", "d\r", "e"])


@given(st.lists(LINES, max_size=20).map("".join), st.data())
def test_a_diff_can_be_applied(text: str, data: st.DataObject):
    """`patch` is not everywhere: this applies a unified diff in a few lines, and strictly."""
    edits, at = [], 0
    for start in sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True))):
        if start >= at:
            at = data.draw(st.integers(start, min(len(text), start + 4)))
            new = data.draw(st.sampled_from(["", "x", "\n", "y\nz"]))
            edits.append(Edit(start, at, text[start:at], new, "test", "…"))

    assert patched(text, diff("page.txt", text, edits)) == apply(text, edits)


def patched(text: str, patch: str) -> str:
    lines = text.splitlines(keepends=True) if "\r" not in text else text.split("\n")
    if "\r" in text:
        lines = [line + "\n" for line in lines[:-1]] + lines[-1:]
    rows = patch.split("\n")[2:-1]
    new, at = [], 0
    for number, row in enumerate(rows):
        if row.startswith("@@"):
            start, size = (int(n) for n in row.split()[1][1:].split(","))
            new += lines[at : start - 1 if size else start]
            at = start - 1 if size else start
        elif not row.startswith("\\"):
            unended = rows[number + 1 : number + 2] == ["\\ No newline at end of file"]
            line = row[1:] + ("" if unended else "\n")
            if row[0] in " -":
                assert lines[at] == line
                at += 1
            if row[0] in " +":
                new.append(line)
    return "".join([*new, *lines[at:]])


def test_a_diff_of_nothing_is_empty():
    assert diff("page.txt", "One.\n", []) == ""


def test_changes_far_apart_stand_in_hunks_of_their_own():
    text = "".join(f"{n}\n" for n in range(30))
    ends = [Edit(0, 2, "0\n", "", "t", "…"), Edit(len(text) - 3, len(text), "29\n", "", "t", "…")]

    assert diff("a", text, ends) == (
        "--- a\n+++ a\n@@ -1,4 +1,3 @@\n-0\n 1\n 2\n 3\n@@ -27,4 +26,3 @@\n 26\n 27\n 28\n-29\n"
    )


def test_a_tally_survives_json():
    tally = Tally(seen=3, changed=1, failed=1)
    tally.count([Edit(0, 1, "a", "", "spacing", "…")])

    assert Tally.from_json(tally.to_json()) == tally
    assert Tally.from_json("{}") == Tally()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "shown"),
    [
        (
            Terminal(),
            "\r\x1b[K[############............] 50 files, 1.0 of 2.0 MiB, 25 files/s, 0.5 MiB/s, "
            "0:02 left\r\x1b[K",
        ),
        (io.StringIO(), "50 files, 1.0 of 2.0 MiB, 25 files/s, 0.5 MiB/s, 0:02 left\n"),
    ],
)
def test_progress_is_a_bar_on_a_terminal_and_a_line_elsewhere(stream, shown, monkeypatch):
    clock = iter([100.0, 102.0, 102.05])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "_LINE_EVERY", 1.0)
    seen = Progress(2 << 20, "files")

    seen.show(1 << 20, 50)
    seen.show(1 << 20, 51)  # too soon
    seen.clear()

    assert stream.getvalue() == shown


def test_quiet_progress_says_nothing(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "_BAR_EVERY", 0.0)

    Progress(10, "files", quiet=True).show(5, 1)

    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (61, "1:01"), (3599.6, "1:00:00"), (86400, "24:00:00")]
)
def test_time_left_is_told_as_a_clock_does(seconds: float, words: str):
    assert progress._clock(seconds) == words
