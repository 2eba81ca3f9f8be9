"""Whole crawls: many sites learned at once, and furniture kept where it stands first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

from scrapeclean.errors import ProfileError
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
    """Return the site that `value` names: the host of an address, or the value itself; without
    the "www." in front, which some of a site's addresses have and others have not.

    >>> site_of("https://www.example.org/2021/03/a.html"), site_of("Example Courier")
    ('example.org', 'Example Courier')
    """
    value = value.strip()
    try:
        host = urlsplit(value).hostname if "://" in value else None
    except ValueError:  # no address after all
        host = None
    return (host or value).removeprefix("www.")


def known_site(profiles: Mapping[str, SiteProfile], site: str) -> str:
    """Return the name under which `profiles` have the profile of `site`, as `site_of` names it.

    Raises `ProfileError` where there is none.
    """
    for name in (site, site_of(site)):
        if name in profiles:
            return name
    raise ProfileError(f"no profile of {site!r}: `scrapeclean profile show` lists the sites")


def profile_of(profiles: Mapping[str, SiteProfile], site: str | None) -> SiteProfile | None:
    """Return the profile for pages of `site`, as `site_of` names it, if there is one.

    A single profile is for all pages.
    """
    found = profiles.get(site) or profiles.get(site_of(site)) if site else None
    return found or (next(iter(profiles.values())) if len(profiles) == 1 else None)


class FirstCopies:
    """Keeps each line of furniture on the first page that has it, for corpora that want it once.

    Unlike a cleaner it remembers: ask it about each text in turn. The order of the texts decides
    which copy stays. ::

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
