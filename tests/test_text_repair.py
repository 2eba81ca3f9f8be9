"""Text repair: what is put right, what stays, and the edits that say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import pages

from scrapeclean.cleaners.text_repair import TextRepair
from scrapeclean.edits import apply, invert
from scrapeclean.page import Page
from scrapeclean.repair import repair


def clean(text: str) -> str:
    page = Page.from_text(text)
    edits = tuple(TextRepair()(page))
    after = page.apply(edits)
    assert apply(text, edits) == after.text
    assert apply(after.text, invert(after.journal)) == text
    assert not list(TextRepair()(Page.from_text(after.text))), "a second pass changes something"
    return after.text


GOES = {
    "mojibake": ("Itâ€™s late in MontrÃ©al", "It’s late in Montréal"),
    "mojibake with control characters": ("Itâ\x80\x99s late", "It’s late"),
    "mojibake of mojibake": ("She doesnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t smile", "She doesn’t smile"),
    "mojibake beside good letters": ("Łódź, the mayorâ€™s office", "Łódź, the mayor’s office"),
    "Windows-1252 read as Latin-1": ("won\x92t win\x85", "won’t win…"),
    "entity": ("Smith &amp; Sons&#39; caf&eacute;", "Smith & Sons' café"),
    "entity escaped twice": ("AT&amp;amp;T", "AT&T"),
    "entity for a line end": ("one&#10;two", "one two"),
    "entity for a soft hyphen": ("Donau&shy;dampf", "Donau\xaddampf"),
    "ligature": ("the ﬁnal oﬃce", "the final office"),
    "surrogate pair": ("\ud83d\udca9", "💩"),
    "lone surrogate": ("a \udca9 b", "a \ufffd b"),
    "colour code": ("\x1b[31mred\x1b[0m", "red"),
    "control characters": ("a\x00b\x07c\x7fd", "abcd"),
    "letters and accents apart": ("cafe\u0301", "caf\u00e9"),
    "Vietnamese tones apart": ("ti\u00ea\u0301ng Vi\u00ea\u0323t", "ti\u1ebfng Vi\u1ec7t"),
    "Hangul letters apart": ("\u1112\u1161\u11ab", "\ud55c"),
    "Arabic madda apart": ("\u0627\u0653\u0646", "\u0622\u0646"),
    "Japanese voicing apart": ("\u304b\u3099", "\u304c"),
    "zero-width space": ("break\u200bfast", "breakfast"),
    "byte order mark inside": ("H\ufeffow to", "How to"),
    "word joiner": ("10\u2060km", "10km"),
    "joiner that joins nothing": ("The end.\u200d", "The end."),
    "non-joiner between Latin letters": ("Auf\u200clage", "Auflage"),
    "direction marks among Latin letters": ("\u202a(212) 555\u202c call", "(212) 555 call"),
    "preheader padding": ("Today\u200c\xa0\u200c\xa0\u200c\xa0", "Today"),
    "only white space": (" \t \xa0\n", "\n"),
    "only invisible characters": ("\u200b\ufeff\n", "\n"),
    "indented": ("   Indented\n\tTabbed\n", "Indented\nTabbed\n"),
    "ideographic indent": ("\u3000\u3000今天", "今天"),
    "white space at the end": ("The end. \t\n", "The end.\n"),
    "several spaces": ("one  two\t three \xa0four", "one two three four"),
    "a tab": ("one\ttwo", "one two"),
    "form feed, vertical tab": ("one\x0ctwo\x0bthree", "one two three"),
    "line and paragraph separator": ("one\u2028two \u2029three", "one two three"),
    "invisible between spaces": ("one \u200b two", "one two"),
    "CR among LF": ("one\rtwo\nthree\n", "one\ntwo\nthree\n"),
    "LF among CRLF": ("one\r\ntwo\nthree\r\n", "one\r\ntwo\r\nthree\r\n"),
    "CRLF among LF": ("one\ntwo\r\nthree\n", "one\ntwo\nthree\n"),
    "CR alone": ("one\rtwo", "one\ntwo"),
}  # fmt: skip

STAYS = {
    "soft hyphens": "Re\xadpub\xadli\xadcan",
    "nothing": "",
    "ASCII prose": "The council met on Monday.\n\nIt adjourned at noon.\n",
    "CRLF": "one\r\n\r\ntwo\r\n",
    "quotes and dashes": "“It’s ‘over’,” she said – at last — …",
    "full-width punctuation": "他说:“今天很冷。”（完）",
    "French blanks": "«\xa0Non\xa0»,\u202fdit-il\xa0: 10\u202f000\u202f€",
    "thin space": "Nr.\u20095",
    "ideographic space between words": "東京\u3000大阪",
    "HTML in words": "The &lt;b&gt; tag &amp; its kin",
    "HTML in words, escaped twice": "Write &amp;lt; for a less-than sign",
    "HTML itself": "if a < b &amp;&amp; c",
    "an ampersand": "AT&T & R&D; this&not that, &nosuchname; &",
    "emoji family": "👨‍👩‍👧 and ❤️‍🔥 and 🏳️‍🌈 and 🧑🏽‍⚕️",
    "Persian non-joiner": "می‌خواهم کتاب‌ها",
    "Hindi letters with a dot": "ल\u0921\u093cका, ल\u095cका",
    "Hebrew points, Hebrew letters in one": "שָּׁלוֹם \ufb2a\ufb31",
    "Arabic vowels behind the sign of doubling": "مُحَم\u0651\u064eد",
    "Han characters of Korean names": "\uf9e1 대통령, \uf981",
    "signs that look like letters": "300 \u212a, 5 \u2126, 10 \u212b",
    "an accent without a letter of its own": "m\u0303 and l\u0307 and и\u0301",
    "Hindi joiner": "क्‍ष शब्द‌",
    "Khmer word marks": "ខ្ញុំ\u200bស្រឡាញ់",
    "Hebrew with marks": "הוא אמר \u200fWWF\u200e בשעה 5",
    "capitals with accents": "ÉCOLE ÎLE À PÂQUES ÇA ÑANDÚ ŁÓDŹ ŽIŽKA",
    "Portuguese": "À tarde, NÃO há SÃO João; a  às avessas".replace("  ", " "),
    "Swedish and Danish": "Åsa på Østerbro: »Øl«, 5°C, SÅ!",
    "German": "„Größe“ – so heißt’s: »Ärger« für 5 €, §\xa03",
    "Spanish": "¿Qué? «¡Olé!» 1º y 2ª",
    "Russian": "«СССР» — это „С“ и № 5, в Ђаково",
    "Greek": "«Ο Άρης» είπε: “Όχι” – 5€",
    "Turkish, Romanian": "İstanbul’da ÇĞİÖŞÜ; Într-o zi, ș și ț",
    "Vietnamese": "Đà Nẵng: “Ở đây”",
    "Croatian": "Džepovi i ljubav",
    "math and money": "±5 %, 3×4, £5, €10, ¥7, ½, 20°, ©, ®, ™, µm",
    "œuvre": "Le cœur de l’œuvre, Œdipe",
    "bullets": "• one\n· two\n▪ three\n",
}


@pytest.mark.parametrize("name", GOES)
def test_what_is_put_right(name: str) -> None:
    before, after = GOES[name]
    assert clean(before) == after


@pytest.mark.parametrize("name", STAYS)
def test_what_stays(name: str) -> None:
    assert clean(STAYS[name]) == STAYS[name]


CHANGES = {
    "a caf\xc3\xa9 here": [("\xc3\xa9", "é", "mojibake: UTF-8 read as Latin-1")],
    "a &amp; b": [("&amp;", "&", "an HTML entity")],
    "re\ufeffpub\u200blic": [
        ("\ufeff", "", "a byte order mark"),
        ("\u200b", "", "a zero-width space"),
    ],
    " a  b ": [
        (" ", "", "white space at the line's start"),
        ("  ", " ", "several spaces in a row"),
        (" ", "", "white space at the line's end"),
    ],
    "nai\u0308ve, cafe\u0301": [
        ("i\u0308", "ï", "letters and accents apart (not in NFC)"),
        ("e\u0301", "é", "letters and accents apart (not in NFC)"),
    ],
}


@pytest.mark.parametrize("line", CHANGES)
def test_edits_are_small_and_say_why(line: str) -> None:
    found = list(TextRepair()(Page.from_text(line)))
    assert [(edit.old, edit.new, edit.why) for edit in found] == CHANGES[line]


def test_entities_nested_by_the_dozen_are_left_alone() -> None:
    line = "&" + "#38;" * 50 + "lt;"
    assert repair(line) == ()


@given(st.one_of(pages, st.text()))
def test_any_page_is_repaired_once_and_for_all(text: str) -> None:
    clean(text)
