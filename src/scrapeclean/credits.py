"""What a picture's credit looks like: "(AFP)", "Foto: dpa", "© Reuters", "Photo by … via Getty".

Agencies and photo services are named as the field's style guides name them; the words for a photo
are those that stand in front of a colon or a name in captions.
"""

from __future__ import annotations

from scrapeclean.patterns import pattern

_AGENCIES = (
    "AAP|AFP|AGERPRES|AKP|AMNA|ANA-MPA|ANP|ANSA|ANTARA|AP|APA|ATTA|Alamy|Anadolu|BELGA|Bernama|"
    "Bloomberg|CTK|ČTK|DDP|DPA|dpa|EFE|EPA|Europa Press|EUROPA PRESS|"
    "GETTY|Getty|IANS|ITAR-TASS|Imago|imago|Interfax|"
    "KEYSTONE|Keystone|Kyodo|LUSA|Lusa|MTI|NTB|NurPhoto|PAP|PTI|Picture Alliance|"
    "picture alliance|picture-alliance|RIA|REUTERS|Reuters|Ritzau|SIPA|Scanpix|Shutterstock|"
    "Sputnik|TASS|TT|UNIAN|UPI|USA TODAY|Unsplash|WENN|WireImage|XINHUA|Xinhua|Yonhap|ZUMA|iStock"
)
_FOREIGN = "法新社|路透社?|新华社?|新華社|共同社?|연합뉴스|뉴시스|أ ف ب|رويترز|د ب أ"
_PHOTO = (
    "Photo(?:graph|graphy|graphe|s)?|Pic(?:ture)?|Image|Courtesy|Foto(?:s|gra(?:fia|fie|fija|fía))?|"
    "Bild|Crédits?|Crédito|Kuvat?|Zdj(?:ęcie)?|Fot\\.?|Foto(?:ğraf)?|Fotók?|Nuotr\\.?|Mynd|"
    "PHOTO|FOTO|FOTÓ|BILD|KUVA|IMAGE|FOT\\.?|MYND|ZDJĘCIE|ФОТО|Фото|Снимк[аи]|Сурет|"
    "Φωτ(?:ογραφία|ό|ο)?\\.?|ΦΩΤ(?:ΟΓΡΑΦΙΑ|Ο)?\\.?|Լուսանկար(?:ը)?|ფოტო|"
    "صورة|تصوير|عکس|تصویر|תמונה|צילום|फ़ोटो|फोटो|ছবি|படம்|ఫోటో|ഫോട്ടോ|Picha|Larawan|"
    "图片?|圖片?|图源|写真|사진|ภาพ|Ảnh"
)
#: How far into a long line a credit is looked for, in characters from either end.
_HEAD, _TAIL = 40, 120
# Every expression begins with a class or with plain letters, which lets the search run from one
# candidate to the next; what must stand in front of a word is looked at afterwards.
#: "©", "(c) ", and an agency behind a bracket, bar or dash: "(AFP)", "/ dpa", "— Reuters".
_MARKED = pattern(
    r"[©(\[（【/|–—-](?:(?<=©)|(?<=\()c\)\s"
    rf"|\s?(?:{_AGENCIES}|{_FOREIGN})\s?(?:[)\]）】/|.]|$)"
    rf"|(?<=[/|])\s?(?:{_AGENCIES})\b)"
)
#: An agency before one: "via AP)", "Leah Millis/Getty Images]".
_AGENCY = pattern(rf"(?:{_AGENCIES})(?: (?:Images|Photo|Pool|File Photo))?[)\]/]")
_VIA = pattern(r"(?:via|by|Courtesy of) (?:Getty|AP|AFP|Reuters|REUTERS)\b")
#: A word for a photo with a colon or a name behind it.
_WORD = pattern(rf"(?:{_PHOTO}|Credits?|Source photo)\s?(?:[:：/|©]|(?:by|de|di|von|courtesy)\s)")
#: An agency in brackets behind which the sentence goes on: "GHENT (Reuters) - It rained."
_REPORTED = pattern(rf"\((?:{_AGENCIES}|{_FOREIGN})\)(?=\s?[–—-]+\s|\s[^\W\d_A-Z])")
_OPENING = "([（【/|."
# "TT", an agency in Sweden, is alone on its line the button for the size of the text.
_AGENCY_ALONE = pattern(
    rf"(?!TT$)(?:{_AGENCIES}|{_FOREIGN}|ТАСС|РИА Новости|Интерфакс|УНИАН|Укрінформ|АПЕ-МПЕ|ΑΠΕ-ΜΠΕ)"
)
#: Somebody and an agency, with a slash between them, and no more: "Ann Poe/Ritzau Scanpix".
_NAMED = pattern(rf"[^\W\d_a-z][^.!?:;,|]{{1,40}}\s?/\s?(?:{_AGENCIES})\b[^.!?:;,]{{0,25}}")


def has_credit(text: str) -> bool:
    """Return whether `text`, one line, begins or ends with what looks like a picture's credit."""
    if len(text) > _HEAD + _TAIL:
        text = f"{text[:_HEAD]}\n{text[-_TAIL:]}"
    if _MARKED.search(text):
        return True
    closed = ")" in text or "]" in text or "/" in text
    if closed and any(_begins_word(text, match.start()) for match in _AGENCY.finditer(text)):
        return True
    return any(_begins_word(text, match.start()) for match in _VIA.finditer(text)) or any(
        _is_opened(text, match.start()) for match in _WORD.finditer(text)
    )


def is_agency(text: str) -> bool:
    """Return whether `text` is an agency's name and nothing else."""
    return _AGENCY_ALONE.fullmatch(text) is not None


def without_dateline(text: str) -> str:
    """Return `text`, a paragraph, without agencies that it names as those that report."""
    return _REPORTED.sub("", text)


def names_agency(text: str) -> bool:
    """Return whether `text`, one line, is a name and an agency's behind a slash."""
    return _NAMED.fullmatch(text) is not None


def _begins_word(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return not (before.isalnum() or before == "_")


def _is_opened(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return not before or before.isspace() or before in _OPENING
