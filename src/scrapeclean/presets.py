"""Presets: the only place where the order of cleaners is decided."""

from __future__ import annotations

from scrapeclean.cleaners.advertising import Advertising
from scrapeclean.cleaners.appeals import Appeals
from scrapeclean.cleaners.audio import Audio
from scrapeclean.cleaners.comments import Comments
from scrapeclean.cleaners.consent import Consent
from scrapeclean.cleaners.legal import Legal
from scrapeclean.cleaners.line_tails import LineTails
from scrapeclean.cleaners.navigation import Navigation
from scrapeclean.cleaners.newsletter import Newsletter
from scrapeclean.cleaners.outside_article import OutsideArticle
from scrapeclean.cleaners.related import Related
from scrapeclean.cleaners.repeated_captions import RepeatedCaptions
from scrapeclean.cleaners.repeated_headlines import RepeatedHeadlines
from scrapeclean.cleaners.repeated_paragraphs import RepeatedParagraphs
from scrapeclean.cleaners.share import Share
from scrapeclean.cleaners.soft_hyphens import SoftHyphens
from scrapeclean.cleaners.spacing import Spacing
from scrapeclean.cleaners.text_repair import TextRepair
from scrapeclean.pipeline import Cleaner

#: First the characters: all that follows compares words.
_REPAIR: tuple[Cleaner, ...] = (TextRepair(),)

#: What only the place on the page gives away, judged while all furniture still stands around it;
#: then what a phrase does. Story cards and forms come before the appeals and buttons around them,
#: by which they are known.
_FURNITURE: tuple[Cleaner, ...] = (
    LineTails(),
    OutsideArticle(),
    Related(),
    Newsletter(),
    Appeals(),
    Consent(),
    Comments(),
    Advertising(),
    Audio(),
    Share(),
    Legal(),
    Navigation(),
)

#: Repeats, once furniture no longer stands between them; white space last, for all that is left.
_COLLAPSE: tuple[Cleaner, ...] = (
    RepeatedHeadlines(),
    RepeatedCaptions(),
    RepeatedParagraphs(),
    Spacing(),
)

#: Repairs and collapses; takes no furniture.
CAREFUL: tuple[Cleaner, ...] = (*_REPAIR, *_COLLAPSE)
#: The default, for text that an extractor made and for whole flattened pages alike.
NEWS: tuple[Cleaner, ...] = (*_REPAIR, *_FURNITURE, *_COLLAPSE)
#: The same: one preset serves both kinds of input as well as two do.
PAGE: tuple[Cleaner, ...] = NEWS

#: In no preset, for those who ask for them.
OPTIONAL: tuple[Cleaner, ...] = (SoftHyphens(),)
