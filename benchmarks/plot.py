"""Draw results/packages.json: pages per second of each package, to docs/performance.svg.

    python benchmarks/plot.py

Wants matplotlib (dependency group `bench`).
"""

from __future__ import annotations

import json
from pathlib import Path

import matplotlib as mpl
from measure import HERE, RESULTS
from packages import per_second

mpl.use("svg")
from matplotlib import pyplot

OURS, TEXT, HTML = "#1b7f5c", "#8a8f98", "#c7cbd1"
TARGET = HERE.parent / "docs" / "performance.svg"


def colour(name: str, reads: str) -> str:
    """Return the colour of a bar: ours, others that read text, others that read HTML."""
    if name.startswith("scrapeclean"):
        return OURS
    return TEXT if reads == "text" else HTML


def draw(document: Path, target: Path) -> None:
    """Draw the bars of `document`, fastest at the top, with the quartiles as whiskers."""
    rows = json.loads(document.read_text(encoding="utf-8"))["rows"]
    ranked = sorted(rows.items(), key=lambda item: per_second(item[1])[1])
    mpl.rcParams.update({"svg.hashsalt": "scrapeclean", "svg.fonttype": "none", "font.size": 9})
    figure, axes = pyplot.subplots(figsize=(7, 0.34 * len(ranked) + 0.8), layout="constrained")
    for at, (name, row) in enumerate(ranked):
        low, middle, high = per_second(row)
        bar = axes.barh(at, middle, color=colour(name, row["reads"]))
        axes.errorbar(middle, at, xerr=[[middle - low], [high - middle]], color="black", lw=1)
        axes.bar_label(bar, [f"  {middle:,.0f}"])
    axes.set_yticks(range(len(ranked)), [f"{n} ({r['reads']})" for n, r in ranked])
    axes.set(xscale="log", xlabel="pages per second, one core (logarithmic)")
    axes.spines[["top", "right"]].set_visible(False)
    axes.margins(x=0.15, y=0.02)
    figure.savefig(target, metadata={"Date": None})


if __name__ == "__main__":
    draw(RESULTS / "packages.json", TARGET)
    print(TARGET)
