"""What speaks for a line being a caption, as named numbers."""

from __future__ import annotations

import re

from scrapeclean.articles.captions import is_attributed, is_credit, says_picture
from scrapeclean.articles.dates import find_date
from scrapeclean.articles.marks import has_caption, is_bullet, like_headline
from scrapeclean.articles.names import has_given_name
from scrapeclean.articles.story import Story
from scrapeclean.articles.trees import Named
from scrapeclean.articles.vocabulary import stems
from scrapeclean.facts import FULL_STOPS, YEAR
from scrapeclean.lines import Line

#: Lines wider than this, and those further away, are all the same.
WIDE, FAR = 400, 30
#: In so many characters from either end a line says that it speaks of a photo.
EDGE = 40
#: A date is looked for in so many characters.
START = 200
_SENTENCE = re.compile(r"[.!?。！？]+[\"”»)]? ")
_WORD = re.compile(r"[^\W\d_]+")
_PHOTO_WORD = re.compile(
    r"\b(?:photo|foto|image|picture|bild|grafik|illustration|video|figure|fig|abb|snimek|kuva|zdj"
    r"|imagen|imagem|immagine)\w*|фото|снимок|φωτο|صورة|תמונה|צילום|图|圖|写真|사진|撮影|摄|攝",
    re.IGNORECASE,
)
# Behind the last sentence a name without a full stop: "... will rise. Etlaq", "... Frank Poe".
_UNSTOPPED = re.compile(r"[.!?][”\"»)]? (?:[^\W\d_a-z][\w.'’&-]*[ /]?){1,6}$")


def read_evidence(story: Story, at: int, top: int) -> Named:
    """Return what speaks for the line at `at` being a caption; the headline stands at `top`."""
    line = story.lines[at]
    return {
        **_said(line),
        **_shape(line),
        **_counted(story, line),
        **_placed(story, at, top),
        **_shared(story, at, top),
        **_beside(story.line(at - 1), "above"),
        **_beside(story.line(at + 1), "below"),
    }


def _said(line: Line) -> Named:
    text = line.words
    return {
        "rule": float(has_caption(line)),
        "credited": float(line.credited),
        "cue": float(says_picture(line)),
        "attributed": float(is_attributed(line)),
        "unstopped": float(bool(_UNSTOPPED.search(text))),
        "photo_word": float(bool(_PHOTO_WORD.search(text[:EDGE] + "\n" + text[-EDGE:]))),
        "year": float(bool(YEAR.search(text))),
        "date": float(find_date(text[:START]) is not None),
        "given": float(has_given_name(text[:START])),
    }


def _shape(line: Line) -> Named:
    text = line.words
    letters = _WORD.findall(text)
    return {
        "width": float(min(WIDE + START, line.width)),
        "words": float(min(80, len(letters))),
        "capitals": sum([word[0].isupper() for word in letters]) / (len(letters) or 1),
        "sentences": float(min(6, len(_SENTENCE.findall(text)))),
        "is_prose": float(line.is_prose),
        "stopped": float(line.ends_sentence),
        "full_stop": float(text[-1:] in FULL_STOPS),
        "has_colon": float(": " in text or "：" in text),
        "bullet": float(is_bullet(line)),
        "dash": float(" – " in text or " - " in text or " — " in text),
        "commas": float(min(6, text.count(",") + text.count("、") + text.count("，"))),
        "like_headline": float(like_headline(line)),
    }


def _counted(story: Story, line: Line) -> Named:
    return {
        "relative": min(3.0, line.width / story.usual_width),
        "captions": float(min(10, story.captions)),
        "pairs": float(min(6, story.pairs)),
        "paragraphs": float(min(40, len(story.paragraphs))),
        "doubled": float(line.key in story.doubled),
        "copies": float(min(5, story.copies[line.key])),
    }


def _placed(story: Story, at: int, top: int) -> Named:
    first = top + 1 + story.to_prose(top, FAR)
    final = story.paragraphs[-1] if story.paragraphs else 0
    above, below = _gap(story, at - 1), _gap(story, at)
    return {
        "own": float(story.is_own[at]),
        "place": at / len(story.lines),
        "from_top": float(max(-10, min(FAR, at - top))),
        "to_first": float(max(-FAR, min(FAR, first - at))),
        "from_final": float(max(-FAR, min(20, at - final))),
        "gap_above": float(min(8, above)),
        "gap_below": float(min(8, below)),
        "more_gap": float(max(-4, min(4, above - below))),
    }


def _gap(story: Story, at: int) -> int:
    """How many characters, blank lines mostly, stand between the line at `at` and the next."""
    a, b = story.line(at), story.line(at + 1)
    return b.start - a.start - len(a.text) if a and b else 0


def _shared(story: Story, at: int, top: int) -> Named:
    """How many of the words the headline, the neighbours and the paragraphs say too."""
    line, above, below = story.lines[at], story.own_beside(at, -1), story.own_beside(at, 1)
    own = int(line.is_prose and story.is_own[at])
    words = stems(line)
    some = len(words) or 1
    return {
        "echo": sum([story.spoken[word] > own for word in words]) / some,
        "title_words": len(words & stems(story.lines[top])) / some if top >= 0 else 0.0,
        "above_words": len(words & stems(above)) / some if above else 0.0,
        "below_words": len(words & stems(below)) / some if below else 0.0,
        "own_above_width": float(min(600, above.width)) if above else -1.0,
        "own_below_width": float(min(600, below.width)) if below else -1.0,
    }


def _beside(line: Line | None, name: str) -> Named:
    short = line is not None and line.width < 2 * EDGE
    named = line is not None and line.width < EDGE and not line.ends_sentence
    return {
        f"{name}_width": float(min(WIDE, line.width)) if line else -1.0,
        f"{name}_prose": float(line is not None and line.is_prose),
        f"{name}_credit": float(line is not None and is_credit(line)),
        f"{name}_rule": float(line is not None and has_caption(line)),
        f"{name}_photo": float(bool(short and line and _PHOTO_WORD.search(line.words))),
        f"{name}_name": float(bool(named and line and has_given_name(line.words))),
    }
