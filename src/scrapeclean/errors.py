"""All errors of scrapeclean, one tree.

    ScrapecleanError
    ├── EditError          an edit that does not fit its text
    ├── ConfigError        a configuration that cannot be used
    ├── LexiconError       a phrase file that cannot be read
    ├── ProfileError       a site profile that cannot be used
    ├── HeadlineError      a saved headline index that cannot be used
    ├── JournalError       a journal that cannot be used
    ├── FormatError        a file or record in a form that cannot be read
    ├── WorkerError        a process of a parallel run that died
    └── MissingExtraError  a format whose library is not installed

Every message says what is wrong and what to do next.
"""

from __future__ import annotations


class ScrapecleanError(Exception):
    """Root of the tree: catch this to catch all that scrapeclean raises on purpose."""


class EditError(ScrapecleanError):
    """An edit's place or old words do not fit the text it is applied to."""


class ConfigError(ScrapecleanError):
    """An unknown name, a wrong type or an unreadable file in the configuration."""


class LexiconError(ScrapecleanError):
    """A phrase file that breaks its own rules."""


class ProfileError(ScrapecleanError):
    """A site profile that is damaged, too old, or learned from too little."""


class HeadlineError(ScrapecleanError):
    """A saved headline index that cannot be read or written, is damaged, or of another version."""


class JournalError(ScrapecleanError):
    """A journal that is damaged, or does not belong to the text at hand."""


class FormatError(ScrapecleanError):
    """A file or record that is not what its name or neighbours say."""


class WorkerError(ScrapecleanError):
    """A worker process of a parallel run that ended by itself."""


class MissingExtraError(ScrapecleanError):
    """A format needs a library that an extra installs; the message names the extra."""
