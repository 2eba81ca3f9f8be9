"""`python -m scrapeclean`: the command line."""

from __future__ import annotations

from scrapeclean.cli.main import run

if __name__ == "__main__":
    raise SystemExit(run())
