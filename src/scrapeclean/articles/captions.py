"""Captions: the words under a picture, by their credit, by what they say, by their copies.

A credit that only names an agency may as well end a paragraph ("... he said. (AFP)"): behind a
full sentence it makes no caption. One that speaks of a photo always does.
"""

from __future__ import annotations

import re

from scrapeclean.articles.names import has_given_name, is_role
from scrapeclean.articles.noted import noted
from scrapeclean.articles.tables import phrases
from scrapeclean.credits import has_credit, names_agency, without_dateline
from scrapeclean.facts import SENTENCE_ENDS, may_be_wide
from scrapeclean.lines import Line
from scrapeclean.patterns import pattern

#: Longer lines are text: the longest captions of the development pages are of this size.
CAPTION_WIDTH = 700
#: In longer lines "left", "courtesy of" and the like may speak of anything in the middle.
CUE_REACH = 60
#: A shorter line with a name in brackets is a label.
ATTRIBUTED = 40
#: The names behind a caption stand in so many characters at its end.
ENDING = 150
#: A credit alone: the line under or beside the caption that it belongs to.
CREDIT_WIDTH = 70

# What is left of "(AFP)" or "— dpa" at the end, a bracket or dash in front.
_AGENCY_END = pattern(r"\s*(?:[(\[（【][^()\[\]（）【】]{2,24}[)\]）】]|[–—-]\s?\w{2,12}\.?)\s*$")
_PHOTO = pattern(
    r"©|photo|foto|fot\.|image|picture|getty|courtesy|/|\bvia\b|bild\b|\bpool\b|handout|фото|снимок"
    r"|unsplash|shutterstock|istock|pexels|pixabay|alamy|midjourney|φωτο|φωτ\.|صورة|תמונה|צילום|图|圖|写真|사진|摄|攝|撮影",
    re.IGNORECASE,
)
_PHOTO_WORD = pattern(_PHOTO.pattern.replace("|/|", "|"), re.IGNORECASE)
# Whose the story is, or the picture: "... the minister said. (c)AFP/Ann Poe".
_RIGHTS_END = pattern(r"\s*\([cC]\)\s?[^\W\d_][\w ./'’-]{1,40}$")
# Who has taken it, in Chinese and Japanese, at the end: "... on Monday, 陈晓雨 摄".
_TAKEN_END = pattern(
    r"[。．，、,.＝=/／（( \u3000][^。．，、,.＝=/／（( \u3000]{2,8}\s?(?:摄|攝|撮影)[)）]?$"
)
# A photo's source in brackets at the end, however it goes on: "[사진 출처 = ...]", "(foto CTK)".
_PHOTO_END = pattern(
    r"[(\[（【]\s?(?:photos?|fotos?|images?|bild|사진|写真|图|圖|фото|φωτο)\b[^()\[\]（）【】]{1,80}[)\]）】]$",
    re.IGNORECASE,
)
# Two sides of a slash in brackets at the end: "(Adel Hana/The Coast Press)".
_SIDE = r"[^\W\d_a-z][^()\[\]/]{1,40}"
_SLASHED_END = pattern(rf"[(\[](?![^()\[\]]*\d){_SIDE}/\s?{_SIDE}[)\]]$")
# Names behind the sentence or a slash, with no full stop: "... in Muscat. Eman Ali for the Dyke".
_NAME = r"[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ][\w.'’-]{1,20}"
_UNSTOPPED_END = pattern(
    rf"(?<=[^\W\d_]{{3}})(?:[.!?][”\"»)]?(?:\ /)?|\ /)\ {_NAME}(?:[ /]{_NAME}){{1,4}}"
    r"(?:\ (?:for|für|pour)\ .{3,30})?(?<![.])$"
)
# A name in brackets at the end: "(The Weekly Dyke)", "[Splash]".
_NAME_END = pattern(r"[(\[（【](?!\w{0,3}\d)[^\W\d_a-zа-яα-ω][^()\[\]（）【】]{1,28}[)\]）】]$")
# Korean captions: a full sentence, then whose picture it is. "... 있다. 연합뉴스"
_KOREAN = pattern(r"다\. ?[\uac00-\ud7a3A-Za-z0-9 /·=]{2,20}$")
# "... on Monday Frank Poe/Copyright 2026 The Dyke. All rights reserved."
_COPYRIGHT_END = pattern(r"/\s?Copyright \d{4} .{2,60}$")
# A photographer and the paper behind a full sentence: "... on Monday. (Ann Poe/Coast Press)".
_PERSON = r"[^\W\d_a-zа-яα-ω][\w.'’-]*(?:\ (?!for\ )[^\W\d_a-zа-яα-ω][\w.'’-]*){1,3}"
_STAFF_END = pattern(rf"[.!?…][”\"»)]? [(\[]{_PERSON}\s?/\s?[^\W\d_a-z][^()\[\]/\d]{{1,40}}[)\]]$")
# Somebody alone in brackets there: "... on Monday. (Ann Poe)".
_PERSON_END = pattern(rf"[.!?…][”\"»)]? [(\[]({_PERSON})[)\]]$")
# ... and for a paper: "... in Ghent. Ann Poe for The Dyke".
_SIGNED_END = pattern(rf"[.!?][”\"]? ({_PERSON}) (?:for|für|pour) [^\W\d_a-zа-яα-ω][^.]{{2,30}}$")
# ... and as a line of its own, "(Ann Poe)".
_PERSON_ALONE = pattern(rf"[(\[]({_PERSON})[)\]]")


def is_caption(line: Line) -> bool:
    """Return whether `line`, seen alone, is a caption."""
    return is_surely_caption(line) or (_is_line(line) and _may_be_caption(line))


@noted
def is_surely_caption(line: Line) -> bool:
    """Return whether `line` says itself that it is a caption: by a credit, by words like "file
    photo"; a name at its end is not enough."""
    if not _is_line(line) or _announces(line):
        return False
    text = line.words
    said = _RIGHTS_END.sub("", text)
    if said != text and not _PHOTO.search(said) and _is_sentence(line, said):
        return False
    if line.credited and (not line.is_prose or has_credit(without_dateline(text))):
        return bool(_PHOTO.search(text)) or not _ends_as_prose(line)
    if _ends_in_source(text):
        return True
    return _has_cue_end(line.key) if line.is_prose else _has_cue(line)


def _announces(line: Line) -> bool:
    """Whether the line is a label for what stands below it: "Cost per credit:"."""
    return line.words.endswith((":", "："))


def _is_line(line: Line) -> bool:
    return line.width <= CAPTION_WIDTH and len(line.words) >= 3


def _may_be_caption(line: Line) -> bool:
    """Whether a name ends the line as it ends captions, and lists and prose at times."""
    text = line.words
    if line.credited:
        return False
    if _closes(text):
        return bool(_SLASHED_END.search(text)) or (not line.is_prose and is_attributed(line))
    return text[-1] not in SENTENCE_ENDS and bool(
        _UNSTOPPED_END.search(text, max(0, len(text) - ENDING))
    )


def is_credit(line: Line) -> bool:
    """Return whether `line` is a credit and nothing else: "(AFP)", "Foto: dpa", "Ann Poe/dpa"."""
    text = line.words
    if len(text) > CREDIT_WIDTH:
        return False
    if not line.credited:
        return _closes(text) and _knows(_PERSON_ALONE.fullmatch(text))
    if text[0] in "(（[【©" or _PHOTO.match(text) or line.key.startswith(("credit", "bild")):
        return True
    return names_agency(text)


def _closes(text: str) -> bool:
    return text[-1] in ")]）】"


def _ends_in_source(text: str) -> bool:
    """Whether the photo's source stands at the end, or somebody with a given name as photographers
    do."""
    if _closes(text):
        found = _PERSON_END.search(text)
        return _knows(found) or bool(_PHOTO_END.search(text) or _STAFF_END.search(text))
    at = max(0, len(text) - ENDING)
    if _COPYRIGHT_END.search(text, at):
        return True
    if text[-1] == ".":
        return False
    wide = may_be_wide(text) and bool(_KOREAN.search(text, at) or _TAKEN_END.search(text, at))
    return wide or _knows(_SIGNED_END.search(text, at))


def _knows(found: re.Match[str] | None) -> bool:
    """Whether the name that was found begins with a given name."""
    return found is not None and has_given_name(found[1].split()[0])


def _ends_as_prose(line: Line) -> bool:
    """Whether a full sentence stands in front of the agency's name."""
    before = _AGENCY_END.sub("", line.words)
    return before != line.words and _is_sentence(line, before)


def _is_sentence(line: Line, text: str) -> bool:
    return type(line)(text, 0, 0).ends_sentence


def speaks_of_photo(line: Line) -> bool:
    """Return whether `line` has a word for a photo in it, or names who sells them."""
    return bool(_PHOTO_WORD.search(line.words))


def says_picture(line: Line) -> bool:
    """Return whether `line` says "left", "file photo", "Archivbild" or the like."""
    return not _announces(line) and _holds_cue(line.key)


def is_attributed(line: Line) -> bool:
    """Return whether a name in brackets ends a line that is long, and no sentence."""
    found = _NAME_END.search(line.words) if _closes(line.words) else None
    if not found or line.width < ATTRIBUTED:
        return False
    inside = found[0][1:-1]
    if inside.isupper() or is_role(inside):  # "Coast Guard Auxiliary (CGA)"
        return False
    return not line.words[: found.start()].rstrip().endswith(tuple(SENTENCE_ENDS))


def names_somebody(line: Line) -> bool:
    """Return whether the brackets at the end of `line` hold more than a word, or a given name."""
    found = _NAME_END.search(line.words)
    return found is not None and (" " in found[0] or has_given_name(found[0]))


def _holds_cue(key: str) -> bool:
    return any(map(key.__contains__, phrases("caption_cues")))


def _has_cue(line: Line) -> bool:
    """Whether a line that is no prose says so; a long one at its head or end."""
    ends = f"{line.key[:CUE_REACH]}\n{line.key[-CUE_REACH:]}"
    return says_picture(line) and (line.width <= 2 * CUE_REACH or _holds_cue(ends))


def _has_cue_end(key: str) -> bool:
    """A cue in brackets at the end of a full sentence: "... auf Autobahnen hat. (Archivbild)"."""
    return key.endswith((")", "）")) and _holds_cue(key[max(0, key.rfind("(")) :])
