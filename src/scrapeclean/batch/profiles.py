"""Each page with the profile of its own site, where pages of many sites are cleaned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scrapeclean.pipeline import Pipeline
from scrapeclean.sites import SiteProfile, profile_of

#: In place of a field: the folder that a file is in names its site.
FOLDER = "folder"


@dataclass(frozen=True)
class Profiles:
    """Profiles by site. `by` is the field of a record that holds its site or its address, or
    `FOLDER`. A single profile is for all pages."""

    sites: Mapping[str, SiteProfile]
    by: str = FOLDER

    def in_front_of(self, pipeline: Pipeline, site: str | None) -> Pipeline:
        """Return `pipeline` with the profile of `site` in front, if there is one."""
        profile = profile_of(self.sites, site)
        if profile is None:
            return pipeline
        return Pipeline((profile, *pipeline.cleaners), pipeline.keep)

    @property
    def described(self) -> str:
        """What tells these profiles from others, for the fingerprint of a run."""
        kept = ((site, sorted(p.kept), sorted(p.pages)) for site, p in sorted(self.sites.items()))
        return repr((self.by, list(kept)))


def folder_of(path: Path) -> str:
    """Return the name of the folder that the file at `path` is in."""
    return path.absolute().parent.name
