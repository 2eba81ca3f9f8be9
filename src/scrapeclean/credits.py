"""What a picture's credit looks like: "(AFP)", "Foto: dpa", "© Reuters", "Photo by … via Getty".

Agencies and photo services are named as the field's style guides name them; the words for a photo
are those that stand in front of a colon or a name in captions.
"""

from __future__ import annotations

import re

_AGENCIES = (
    "AAP|AFP|AGERPRES|AKP|AMNA|ANA-MPA|ANP|ANSA|ANTARA|AP|APA|ATTA|Alamy|Anadolu|BELGA|Bernama|"
    "Bloomberg|CTK|ČTK|DDP|DPA|dpa|EFE|EPA|GETTY|Getty|IANS|ITAR-TASS|Imago|imago|Interfax|"
    "KEYSTONE|Keystone|Kyodo|LUSA|Lusa|MTI|NTB|NurPhoto|PAP|PTI|Picture\\ Alliance|"
    "picture\\ alliance|picture-alliance|RIA|REUTERS|Reuters|Ritzau|SIPA|Scanpix|Shutterstock|"
    "Sputnik|TASS|TT|UNIAN|UPI|USA\\ TODAY|Unsplash|WENN|WireImage|XINHUA|Xinhua|Yonhap|ZUMA|iStock"
)
_PHOTO = (
    "Photo(?:graph|graphy|graphe|s)?|Pic(?:ture)?|Image|Courtesy|Foto(?:s|grafia|grafija)?|Bild|"
    "Crédits?|Crédito|Kuva|Zdj(?:ęcie)?|Fot\\.?|Foto(?:ğraf)?|Фото|Снимка|Φωτ(?:ογραφία)?\\.?|"
    "صورة|תמונה|צילום|图片?|圖片?|图源|写真|사진|ภาพ|Ảnh"
)
#: How far into a long line a credit is looked for, in characters from either end.
_HEAD, _TAIL = 40, 120
_CREDIT = re.compile(
    rf"""
    ©|\(c\)\s
    # an agency behind a bracket, bar or dash: "(AFP)", "/ dpa", "— Reuters"
    |[(\[（【/|–—-]\s?(?:{_AGENCIES}|法新社|路透社?|新华社?|新華社|共同社?|연합뉴스|뉴시스)\s?(?:[)\]）】/|.]|$)
    |[/|]\s?(?:{_AGENCIES})\b
    # ... or before one: "via AP)", "Leah Millis/Getty Images]"
    |\b(?:{_AGENCIES})(?:\ (?:Images|Photo|Pool|File\ Photo))?[)\]/]
    # a word for a photo with a colon or a name behind it
    |(?:^|[\s(\[（【/|.])(?:{_PHOTO}|Credits?|Source\ photo)\s?(?:[:：/|©]|(?:by|de|di|von|courtesy)\s)
    |\b(?:via|by|Courtesy\ of|/)\ (?:Getty|AP|AFP|Reuters|REUTERS)\b
    """,
    re.VERBOSE,
)


def has_credit(text: str) -> bool:
    """Return whether `text`, one line, begins or ends with what looks like a picture's credit."""
    if len(text) > _HEAD + _TAIL:
        text = f"{text[:_HEAD]}\n{text[-_TAIL:]}"
    return bool(_CREDIT.search(text))
