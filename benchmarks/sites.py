"""Learn a made-up crawl in one pass, its sites mixed: time per page and memory as it goes on.

    python benchmarks/sites.py [--pages 100000] [--sites 1000] [--apply 500]

Every tenth of the crawl one line is printed: the time per page since the last line, and the
resident memory. A site's pages share 60 lines of furniture; each has 30 lines of its own. At the
end, some of the profiles are worked out and applied: time per line against reading alone.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from scrapeclean.page import Page
from scrapeclean.sites import SiteProfile, save_profiles
from scrapeclean.sites.sample import Sampler

WORDS = [a + b for a in ("ban", "dol", "fer", "gis", "kul", "mar", "nev") for b in
         ("ta", "rin", "ok", "lem", "usk", "ade", "iv", "orn")]  # fmt: skip


def sentence(random: Random, words: int) -> str:
    return " ".join(random.choices(WORDS, k=words)).capitalize() + "."


def page(site: int, number: int) -> str:
    own, shared = Random(f"{site} {number}"), Random(site)
    menu = [f"{name} {name}" for name in shared.choices(WORDS, k=30)]
    footer = [sentence(shared, 6) for _ in range(30)]
    teasers = [sentence(own, 7)[:-1] for _ in range(15)]
    story = [sentence(own, 25) for _ in range(15)]
    return "\n".join([*menu, *story, *teasers, *footer])


def crawl(pages: int, sites: int) -> Iterator[tuple[int, str]]:
    for number in range(pages):
        yield number % sites, page(number % sites, number)


def resident() -> float:
    """The most memory held so far, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def learn(pages: int, sites: int) -> dict[int, Sampler]:
    samplers: defaultdict[int, Sampler] = defaultdict(Sampler)
    spent, began = 0.0, resident()
    for number, (site, text) in enumerate(crawl(pages, sites), 1):
        start = time.perf_counter()
        samplers[site].add(text)
        spent += time.perf_counter() - start
        if number % (pages // 10) == 0:
            each, held = spent / (pages // 10), resident() - began
            print(f"{number:>8} pages: {each * 1e6:6.0f} us a page, {held:6.0f} MB held")
            spent = 0.0
    return samplers


def apply(samplers: dict[int, Sampler], count: int) -> None:
    some = {str(site): SiteProfile(s.pages, shown=s.shown()) for site, s in samplers.items()
            if site < 20}  # fmt: skip
    start = time.perf_counter()
    for profile in some.values():
        assert profile.learned.pages
    each = (time.perf_counter() - start) / len(some)
    texts = [(str(number % 20), page(number % 20, -number)) for number in range(count)]
    lines = sum(text.count("\n") + 1 for _, text in texts)
    start = time.perf_counter()
    edits = sum(len(list(some[site](Page.from_text(text)))) for site, text in texts)
    apart = (time.perf_counter() - start) / lines
    print(f"worked out in {each * 1e3:.0f} ms a site; applied in {apart * 1e6:.1f} us a line, "
          f"{edits / count:.0f} edits a page")  # fmt: skip
    with TemporaryDirectory() as folder:
        path = Path(folder) / "profiles.json"
        save_profiles(path, some)
        print(f"on disk: {path.stat().st_size / len(some) / 1024:.0f} kB a site")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--sites", type=int, default=1000)
    parser.add_argument("--apply", type=int, default=500)
    asked = parser.parse_args()
    apply(learn(asked.pages, asked.sites), asked.apply)


if __name__ == "__main__":
    main()
