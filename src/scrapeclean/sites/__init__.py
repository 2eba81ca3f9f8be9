"""Sites: furniture learned from a site's own pages."""

from scrapeclean.sites.profile import SiteProfile

__all__ = ["SiteProfile"]
