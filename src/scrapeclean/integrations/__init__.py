"""Thin bridges to other tools, each behind the extra that installs what it needs."""
