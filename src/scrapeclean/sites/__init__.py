"""Sites: furniture learned from a site's own pages."""

from scrapeclean.sites.crawl import FirstCopies, known_site, learn_sites, profile_of, site_of
from scrapeclean.sites.profile import Furniture, SiteProfile
from scrapeclean.sites.store import load_profiles, save_profiles

__all__ = [
    "FirstCopies",
    "Furniture",
    "SiteProfile",
    "known_site",
    "learn_sites",
    "load_profiles",
    "profile_of",
    "save_profiles",
    "site_of",
]
