"""What cleaning a corpus costs beyond `clean()`, what a second worker gains, how memory behaves.

    python benchmarks/batch.py                    a corpus of 50 MB: all three
    python benchmarks/batch.py --megabytes 1000   memory over a gigabyte

The pages are those of `pages.py`. Overhead is in processor time, of one process, and so hardly
touched by what else the machine does; the gain of a second worker is in wall time and needs two
free cores, so beside it stands what it would be if none waited: the processor time of one job
over that of the busiest process of two.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from pages import made_pages

from scrapeclean.batch.corpus import CorpusRun, clean_corpus
from scrapeclean.batch.records import CleanRecords
from scrapeclean.formats import corpus_of
from scrapeclean.pipeline import Pipeline
from scrapeclean.presets import NEWS

FIX = [sys.executable, "-m", "scrapeclean", "fix", "--quiet"]
#: Seconds between two looks at the memory of the processes.
LOOK_EVERY = 0.2
PAGES = 300


def write_corpus(path: Path, size: int) -> int:
    """Write a corpus of `size` bytes at least; return how many records it has."""
    lines = [
        json.dumps({"id": n, "url": f"https://example.org/{n}", "text": page.text}) + "\n"
        for n, page in enumerate(made_pages(PAGES))
    ]
    records = 0
    with path.open("w", encoding="utf-8") as file:
        while file.tell() < size:
            file.writelines(lines)
            records += len(lines)
    return records


def processor_time(work: Callable[[], object]) -> float:
    """Return the processor time that `work` takes, in seconds."""
    began = time.process_time()
    work()
    return time.process_time() - began


def overhead(corpus: Path, target: Path, turns: int = 5) -> float:
    """Return what a corpus costs more than `clean()` on the same texts, as a share of it."""
    pipeline = Pipeline(NEWS)
    with corpus.open(encoding="utf-8") as file:
        lines = list(islice(file, PAGES))
    texts = [json.loads(line)["text"] for line in lines]
    part = corpus.with_name("part.jsonl")
    part.write_text("".join(lines), encoding="utf-8")
    source = corpus_of(part)
    assert source is not None

    def alone() -> None:
        for text in texts:
            pipeline.clean(text)

    def as_corpus() -> None:
        target.unlink(missing_ok=True)
        task = CleanRecords(pipeline, part.name, source.format, source.format)
        for _ in clean_corpus(CorpusRun(source, target, task)):
            pass

    alone()  # whatever is loaded once is loaded now
    shares = [processor_time(as_corpus) / processor_time(alone) - 1 for _ in range(turns)]
    return sorted(shares)[turns // 2]


def run(corpus: Path, target: Path, jobs: int, preset: str) -> dict[str, float]:
    """Clean `corpus` with `jobs` processes; return seconds, processor times and peak memory."""
    target.unlink(missing_ok=True)
    call = [*FIX, str(corpus), "-o", str(target), "--jobs", str(jobs), "--preset", preset]
    began = time.perf_counter()
    process = subprocess.Popen(call)
    seen: dict[int, tuple[float, float]] = {}
    while process.poll() is None:
        for pid in (process.pid, *children(process.pid)):
            seen[pid] = usage(pid) or seen.get(pid, (0.0, 0.0))
        time.sleep(LOOK_EVERY)
    assert target.exists(), "the run failed"
    return {
        "seconds": time.perf_counter() - began,
        "parent_cpu": seen[process.pid][1],
        "busiest_cpu": max(cpu for _, cpu in seen.values()),
        "peak_mib": max(memory for memory, _ in seen.values()),
    }


def children(pid: int) -> list[int]:
    """Return the processes that `pid` has started."""
    try:
        return [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def usage(pid: int) -> tuple[float, float] | None:
    """Return the peak memory of a process in MiB and its processor time in seconds."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    peak = [line for line in status.splitlines() if line.startswith("VmHWM")]
    ticks = int(fields[11]) + int(fields[12])
    return int(peak[0].split()[1]) / 1024 if peak else 0.0, ticks / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Run what the command line asks for, and print a JSON line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--preset", default="news", help="careful is quick, for a look at memory")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        corpus, target = Path(scratch, "in.jsonl"), Path(scratch, "out.jsonl")
        records = write_corpus(corpus, given.megabytes * 1_000_000)
        found: dict[str, object] = {"records": records, "bytes": corpus.stat().st_size}
        found["overhead"] = round(overhead(corpus, target), 3)
        two = run(corpus, target, 2, given.preset)
        found["peak_mib_per_process"] = round(two["peak_mib"])
        found["mib_per_second_two_jobs"] = round(corpus.stat().st_size / 2**20 / two["seconds"], 2)
        if given.megabytes <= 100:
            one = run(corpus, target, 1, given.preset)
            found["gain_wall"] = round(one["seconds"] / two["seconds"], 2)
            found["gain_on_free_cores"] = round(one["busiest_cpu"] / two["busiest_cpu"], 2)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
