"""Whole crawls: many sites learned at once, and furniture kept where it stands first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from scrapeclean.lines import Line
from scrapeclean.page import Page
from scrapeclean.sites.profile import SiteProfile
from scrapeclean.sites.rows import code_of, signature
from scrapeclean.sites.sample import Sampler


def learn_sites(pages: Iterable[tuple[str, str]]) -> dict[str, SiteProfile]:
    """Return a profile for each site among `pages`, pairs of a site and a text, in any order.

    The pages are read once, one at a time; what is held is a sample of each site's.
    """
    samplers: defaultdict[str, Sampler] = defaultdict(Sampler)
    for site, text in pages:
        samplers[site].add(text)
    return {site: SiteProfile(s.pages, shown=s.shown()) for site, s in samplers.items()}


def site_of(value: str) -> str:
    """Return the site that `value` names: the host of an address, or the value itself.

    >>> site_of("https://www.example.org/2021/03/a.html"), site_of("example.org")
    ('example.org', 'example.org')
    """
    value = value.strip()
    try:
        host = urlsplit(value).hostname if "://" in value else None
    except ValueError:  # no address after all
        host = None
    return host.removeprefix("www.") if host else value


class FirstCopies:
    """Keeps each line of furniture on the first page that has it, for corpora that want it once.

    Cleaners have no memory; this has: ask it about each text in turn, and the order of the texts
    decides which copy stays. ::

        first = FirstCopies(profile)
        for text in texts:
            Pipeline((profile, *NEWS), keep=first.keep(text)).clean(text)
    """

    def __init__(self, profile: SiteProfile) -> None:
        self.profile = profile
        self._seen: set[int] = set()

    def keep(self, text: str) -> Callable[[Line], bool]:
        """Return the predicate, for a `Pipeline`, that keeps the lines of `text` not yet seen."""
        page = Page.from_text(text)
        kept = set()
        for verdict in self.profile.judge(page):
            line = page.lines[page.content[verdict.line]]
            code = code_of(signature(line))
            if verdict.by_itself and code not in self._seen:
                self._seen.add(code)
                kept.add(line.number)
        return lambda line: line.number in kept
