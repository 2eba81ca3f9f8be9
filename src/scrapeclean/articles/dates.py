"""Dates as newspapers print them, in the forms and scripts of some sixty languages.

Only absolute dates count: "2 hours ago" says nothing once the page has been saved.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from scrapeclean.articles.tables import words
from scrapeclean.patterns import pattern

#: A line with more characters is a paragraph that mentions a date, not one that prints it.
DATE_WIDTH = 200
_YEAR = r"(?:19|20)\d\d"
#: Thai years, and those of Iran.
_OTHER_YEAR = r"(?:25|1[34])\d\d"
_DAY = r"(?:[0-3]?\d)"
_NUMBERS = rf"""
    {_YEAR}\ ?[-./]\ ?[01]?\d\ ?[-./]\ ?{_DAY}(?!\d)      # 2024-10-03, 2024. 10. 3
  | {_DAY}\ ?([-./])\ ?[01]?\d\ ?\1\ ?(?:{_YEAR}|\d\d)(?!\d)   # 03.10.2024, 3/10/24
  | 1[34]\d\d/[01]?\d/{_DAY}(?!\d)                         # ۱۴۰۳/۰۷/۱۲
  | {_YEAR}\ ?[年년]\ ?[01]?\d\ ?[月월]\ ?{_DAY}\ ?[日일]       # 2024年10月3日, 2024년 10월 3일
"""
_DIGIT = pattern(r"\d")
_NUMERIC = pattern(rf"(?<![\d./])(?:{_NUMBERS})", re.VERBOSE)
# A day and a word, or a word and a day: whether the word is a month the table says. Marks of
# scripts such as Thai are no word characters for `re`, so a word is what punctuation leaves.
_LETTER = r"[^\s\d_.,;:|/()\[\]\"<>-]"
_WORD = rf"(?:{_LETTER}{{2,14}}(?:\.{_LETTER})?|{_LETTER}\.{_LETTER})"
_WORDED = pattern(
    rf"""
    (?<![\w.])
    (?P<first>{_YEAR}(?:\.?\ gada|\ m\.|\.?,?)\ )?
    (?: {_DAY}(?:st|nd|rd|th|er|\.|º|ª|-го)?[\ \u00a0./-]{{1,2}}
        (?:de\ |of\ |d['’])?(?P<after>{_WORD})\.?
      | (?P<before>{_WORD})\.?[\ \u00a0]{_DAY}(?:st|nd|rd|th)?(?![\d:])\.?
    )
    (?P<last>(?:,|\.|/|-)?\ ?(?:(?:de|del|of|г\.|พ\.ศ\.|ቀን)\ )?(?:{_YEAR}|{_OTHER_YEAR})(?!\d))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The time of day behind a date, with what stands between, and the zone behind it.
_TIME = pattern(
    r"""
    (?:\ ?(?:г\.|года|р\.|d\.))?
    (?:,?\ [^\W\d_]{3,12}(?=,?\ [0-2]?\d[:.]))?   # a weekday behind the date, as in Turkish
    [\ \u00a0.,;|·•–—/T-]{0,4}
    (?:(?:at|um|à|a\ las|às|alle|kl|klo|ore|в|о|om|saat|pukul)\.?\ )?
    [0-2]?\d(?:[:.h時시点]\ ?[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?|(?=\ ?[apAP]\.?[mM]))[分분]?
    (?:\ ?(?:[apAP]\.?[mM]\b\.?|Uhr\b|h\b|Z\b))?
    (?:\ ?[(]?(?:(?:GMT|UTC|[A-Z]{1,3}ST|[A-Z]{1,3}DT|ET|PT|CET|CEST|MEZ|MESZ|WIB|BST|MSK|hrs)\b)?
       (?:\ ?[+-]\d\d:?\d\d\b)?[)]?)?
    """,
    re.VERBOSE,
)
#: The zeros of Arabic, Persian, the scripts of India, Thai, Lao, Burmese and Khmer, and full-width.
_ZEROS = "٠۰०০੦૦୦௦౦೦൦๐໐၀០０"
_FOREIGN_DIGIT = pattern("[" + "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in _ZEROS) + "]")
_WEEKDAY = pattern(r"([^\W\d_][\w'’-]{0,14})\.?,? (?:the |den |der )?$")


class Date(NamedTuple):
    """A date that `text[start:end]` prints."""

    start: int
    end: int
    text: str


def find_date(text: str) -> Date | None:
    """Return the first date in `text`, one line, with weekday and time of day; None without one."""
    if len(text) > DATE_WIDTH or not _DIGIT.search(text):
        return None
    plain = text if text.isascii() else _FOREIGN_DIGIT.sub(_as_ascii, text)
    span = _worded(plain) or _numeric(plain)
    if span is None:
        return None
    start, end = _weekday(plain, span[0]), _time(plain, span[1])
    return Date(start, end, text[start:end])


def _as_ascii(digit: re.Match[str]) -> str:
    return str(int(digit[0]))


def _numeric(text: str) -> tuple[int, int] | None:
    found = _NUMERIC.search(text)
    return found.span() if found else None


def _worded(text: str) -> tuple[int, int] | None:
    months = words("months")
    found = _WORDED.search(text)
    while found:
        word = found["after"] or found["before"]
        sure = found["after"] or found["first"] or found["last"] or word[0].isupper()
        if sure and word.casefold() in months:
            return found.start(), found.start() + len(found[0].rstrip(". "))
        found = _WORDED.search(text, found.start() + 1)
    return None


def _weekday(text: str, start: int) -> int:
    before = _WEEKDAY.search(text, max(0, start - 24), start)
    if before and before[1].casefold() in words("weekdays"):
        return before.start()
    return start


def _time(text: str, end: int) -> int:
    behind = _TIME.match(text, end)
    if not behind or end == behind.end():
        return end
    return end + len(text[end : behind.end()].rstrip(" (,"))
