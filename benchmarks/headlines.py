"""Duplicate headlines at scale: time, memory, F1, and recall against brute force.

    python benchmarks/headlines.py LINES [--counts 10000,100000,1000000] [--minhash]
    python benchmarks/headlines.py LINES --counts "" --brute 20000 [--sample 2000]

LINES is a text file of real headlines or headline-like lines, one a line. From them `vary` makes
as many as asked: new stories (words taken from another line) and, for a third of them, one to three
more spellings with names, quotes, case, ellipses. One system, one count, one process; each prints
a JSON line.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

SEED = 11
EDGE = 16  # letters; lines that begin or end alike may be one headline in two spellings
OUTLETS = [
    f"{place} {kind}"
    for place in (
        "Harbour",
        "Northern",
        "Valley",
        "Lakeside",
        "Capital",
        "Coastal",
        "Prairie",
        "Highland",
        "Delta",
        "Island",
    )
    for kind in ("Times", "Post", "Gazette", "Herald", "Online", "News", "Courier", "Echo")
]
SECTIONS = ["Politics", "Business", "Sport", "World", "Culture", "Health", "Science", "Opinion"]

Clusters = list[list[int]]


def distinct(lines: list[str]) -> list[str]:
    """The lines whose first and last letters no line before has: each a story of its own."""
    seen: set[str] = set()
    kept = []
    for line in lines:
        letters = "".join(filter(str.isalnum, line.lower()))
        ends = {"<" + letters[:EDGE], ">" + letters[-EDGE:]}
        if len(letters) >= EDGE and seen.isdisjoint(ends):
            kept.append(line)
        seen |= ends
    return kept


def vary(lines: list[str], count: int) -> tuple[list[str], list[int]]:
    """`count` headlines and the story of each, shuffled."""
    rng = random.Random(SEED)
    rows: list[tuple[str, int]] = []
    story = 0
    while len(rows) < count:
        line = lines[story] if story < len(lines) else _other_story(rng, lines)
        rows.append((line, story))
        if rng.random() < 1 / 3:
            rows.extend((_respelt(rng, line), story) for _ in range(rng.randint(1, 3)))
        story += 1
    rows = rows[:count]
    rng.shuffle(rows)
    return [line for line, _ in rows], [number for _, number in rows]


def _other_story(rng: random.Random, lines: list[str]) -> str:
    """A line with the words of another in every second place."""
    words, others = rng.choice(lines).split(), rng.choice(lines).split()
    return " ".join(others[i % len(others)] if i % 2 else word for i, word in enumerate(words))


def _respelt(rng: random.Random, line: str) -> str:
    outlet, section = rng.choice(OUTLETS), rng.choice(SECTIONS)
    forms: list[Callable[[], str]] = [
        lambda: f"{line} | {outlet}",
        lambda: f"{line} - {outlet}",
        lambda: f"{line} | {section} | {outlet}",
        lambda: f"{outlet}: {line}",
        lambda: line.upper(),
        lambda: line.replace('"', "”").replace("'", "’").replace("-", "–"),
        lambda: line[: int(len(line) * 0.8)].rstrip() + "…",
    ]
    return rng.choice(forms)()


def scrapeclean(headlines: list[str]) -> Clusters:
    from scrapeclean.headlines import duplicate_headlines

    return duplicate_headlines(headlines)


def minhash(headlines: list[str]) -> Clusters:
    """datasketch: character trigrams, 128 permutations, Jaccard .7; connected components."""
    from datasketch import MinHash, MinHashLSH

    lsh, parent = MinHashLSH(threshold=0.7, num_perm=128), list(range(len(headlines)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, headline in enumerate(headlines):
        text = headline.lower()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([text[k : k + 3].encode() for k in range(max(1, len(text) - 2))])
        for j in lsh.query(sketch):
            parent[root(i)] = root(j)
        lsh.insert(i, sketch)
    groups = defaultdict(list)
    for i in range(len(headlines)):
        groups[root(i)].append(i)
    return list(groups.values())


def f1(clusters: Clusters, stories: list[int]) -> tuple[float, float, float]:
    """Pairwise F1, precision, recall."""
    pairs = lambda sizes: sum(n * (n - 1) // 2 for n in sizes)  # noqa: E731
    count = defaultdict(int)
    for story in stories:
        count[story] += 1
    inside = 0
    for cluster in clusters:
        together = defaultdict(int)
        for i in cluster:
            together[stories[i]] += 1
        inside += pairs(together.values())
    found, true = pairs(map(len, clusters)), pairs(count.values())
    precision, recall = inside / max(1, found), inside / max(1, true)
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def measure(system: Callable[[list[str]], Clusters], lines: list[str], count: int) -> None:
    headlines, stories = vary(lines, count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start, cpu = time.perf_counter(), time.process_time()
    clusters = system(headlines)
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    score, precision, recall = f1(clusters, stories)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row = {"system": system.__name__, "count": count, "seconds": round(seconds, 2)}
    row |= {"cpu_seconds": round(cpu, 2)}
    row |= {"f1": round(score, 4), "p": round(precision, 4), "r": round(recall, 4)}
    row |= {"peak_mb": round(peak), "of_it_input_mb": round(before)}
    print(json.dumps(row), flush=True)


def brute(lines: list[str], count: int, sample: int) -> None:
    """How many of the pairs that the comparison joins are found through the keys.

    Every pair of which one headline is in a sample is compared.
    """
    from scrapeclean.headlines import clusters, compare, parts, reading

    texts = sorted(set(vary(lines, count)[0]))
    names, rarity = clusters._learn(texts)
    found = clusters._edges(texts)
    readings = [reading.read(parts.parse(text), names) for text in texts]
    pairs = set()
    for i in random.Random(SEED).sample(range(len(texts)), sample):
        for j, other in enumerate(readings):
            if i != j and compare.bond(readings[i], other, rarity):
                pairs.add((min(i, j), max(i, j)))
    recall = len(pairs & found.keys()) / len(pairs)
    print(json.dumps({"brute": count, "pairs": len(pairs), "recall": recall}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path)
    parser.add_argument("--counts", default="10000,100000,1000000")
    parser.add_argument("--minhash", action="store_true")
    parser.add_argument("--brute", type=int)
    parser.add_argument("--sample", type=int, default=2000, help="headlines that --brute compares")
    options = parser.parse_args()
    lines = distinct(options.lines.read_text(encoding="utf-8").splitlines())
    for count in map(int, filter(None, options.counts.split(","))):
        for system in (scrapeclean, minhash) if options.minhash else (scrapeclean,):
            process = multiprocessing.Process(target=measure, args=(system, lines, count))
            process.start()
            process.join()
    if options.brute:
        brute(lines, options.brute, options.sample)


if __name__ == "__main__":
    sys.exit(main())
