"""What all benchmarks share: a contender in a process of its own, medians with their spread."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
RESULTS = HERE / "results"

Row = dict[str, Any]


def in_own_process(name: str, *options: str, source: Path | None = None) -> Row:
    """Run `worker.py` for the contender called `name`; return what it found.

    With `source`, the package is imported from that folder in place of the installed one.
    """
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    if source:
        environment["PYTHONPATH"] = str(source)
    call = [sys.executable, str(HERE / "worker.py"), name, *options]
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def in_turn(names: Iterable[str], turns: int, *options: str) -> dict[str, Row]:
    """Run every contender `turns` times, one after another, so that a busy minute hits all.

    The rounds of a contender's turns are put together; of its memory the highest counts.
    """
    names = tuple(names)
    merged: dict[str, Row] = {}
    for turn in range(turns):
        for name in names:
            print(f"\r{turn + 1}/{turns} {name:40}", end="", file=sys.stderr, flush=True)
            row = in_own_process(name, *options)
            known = merged.setdefault(name, row)
            if known is not row:
                known["seconds"] += row["seconds"]
                known["memory"]["peak"] = max(known["memory"]["peak"], row["memory"]["peak"])
    print("\r" + " " * 50, end="\r", file=sys.stderr)
    return merged


def spread(seconds: list[float]) -> tuple[float, float, float]:
    """Return the median and the quartiles around it."""
    low, middle, high = statistics.quantiles(seconds, n=4) if len(seconds) > 1 else seconds * 3
    return low, middle, high


def machine() -> dict[str, str]:
    """Return what the figures depend on, besides the versions that each row has."""
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "processor": _processor(),
        "cores": str(os.cpu_count()),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(": ")[1] for line in lines if line.startswith("model name")), "?")


def save(name: str, found: Mapping[str, Any]) -> Path:
    """Write `found` to the results as `name`.json, together with the machine; return the path."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    document = {"machine": machine(), **found}
    path.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
