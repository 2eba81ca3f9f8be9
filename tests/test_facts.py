"""Facts: the same whether a line is looked at alone or with all others of its page."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import pages, scraps

from scrapeclean import facts
from scrapeclean.facts import Facts, find_facts
from scrapeclean.lexicon import lexicon
from scrapeclean.lexicon.folding import plain, unaccented
from scrapeclean.lexicon.matching import LABEL_WIDTH
from scrapeclean.lexicon.phrases import folded_case, language_files, parse
from scrapeclean.page import Page

FOUND = ("key", "width", "ends_sentence", "is_prose")
ODD = "One\xa0two  three\x85four|„Wie bitte?“|STRASSE straße|ΟΔΟΣ οδός|東京。|a\u3000b|(5) ½|ﬁ ŉ ǰ"
CASES = pytest.mark.parametrize("text", [ODD.replace("|", "\n"), "a\nb", "É\n", "Ünïcode… »\n東"])


def told(line: Facts) -> tuple[object, ...]:
    return tuple(getattr(line, name) for name in FOUND)


#: A sentence of a report about a flood, in scripts with marks of their own, or with none.
PROSE = {
    "Hindi": "नदी का पानी रात भर बढ़ता रहा और सुबह तक निचले इलाकों की सड़कें पूरी डूब चुकी थीं।",
    "Bengali": "সারা রাত নদীর জল বেড়েছে এবং সকালের মধ্যে নিচু এলাকার রাস্তা ডুবে গেছে।",
    "Urdu": "دریا کا پانی رات بھر بڑھتا رہا اور صبح تک نشیبی علاقوں کی سڑکیں مکمل ڈوب چکی تھیں۔",
    "Armenian": "Գետի ջուրը բարձրանում էր ամբողջ գիշեր, և առավոտյան ցածր փողոցները ջրի տակ էին։",
    "Amharic": "የወንዙ ውሃ ሌሊቱን ሙሉ ሲጨምር አድሮ ጠዋት ላይ በዝቅተኛ ቦታዎች ያሉ መንገዶች ሙሉ በሙሉ በውሃ ተሸፍነው ነበር።",
    "Burmese": "မြစ်ရေသည် တစ်ညလုံး မြင့်တက်ခဲ့ပြီး နံနက်ပိုင်းတွင် နိမ့်သောနေရာရှိ လမ်းများ ရေအောက်ရောက်နေသည်။",
    "Khmer": "ទឹកទន្លេបានឡើងពេញមួយយប់ ហើយនៅពេលព្រឹក ផ្លូវនៅតំបន់ទាបត្រូវបានលិចទាំងស្រុងក្រោមទឹក។",
    "Thai": "น้ำในแม่น้ำสูงขึ้นตลอดทั้งคืน และในตอนเช้าถนนในพื้นที่ต่ำก็จมอยู่ใต้น้ำทั้งหมด"
    " ชาวบ้านต้องใช้เรือเดินทางไปยังตลาดและโรงเรียน",
}
#: What a menu or a headline says in them.
LABELS = ("राजनीति और समाज", "রাজনীতি", "سیاست", "Քաղաքականություն", "ፖለቲካ", "နိုင်ငံရေး", "នយោបាយ",
          "การเมือง", "น้ำในแม่น้ำสูงขึ้นตลอดทั้งคืน ถนนในพื้นที่ต่ำจมอยู่ใต้น้ำ")  # fmt: skip


def check_facts(text: str) -> None:
    page = Page.from_text(text)
    lines = [page.lines[index] for index in page.content]

    assert [told(line) for line in lines] == [told(Facts(line.text)) for line in lines]


def check_matches(text: str) -> None:
    lines = [Facts(line) for line in text.split("\n")]
    lexicon().read(lines)

    assert [line.match for line in lines] == [lexicon().look_up(line) for line in lines]


@given(st.one_of(pages, scraps))
def test_facts_found_together_are_those_found_alone(text: str):
    check_facts(text)


@CASES
def test_facts_of_odd_lines(text: str):
    check_facts(text)


@pytest.mark.parametrize("language", PROSE)
def test_prose_is_known_in_scripts_with_stops_of_their_own(language: str):
    check_facts(PROSE[language])
    assert Facts(PROSE[language]).is_prose
    assert Facts(PROSE[language] + "”").ends_sentence


@pytest.mark.parametrize("closer", ["“", "”", "»", "«", "‹", "’", '")'])
def test_quotations_close_as_they_do_in_any_country(closer: str):
    check_facts(said := "The dam will hold until the spring, said the mayor of the town." + closer)
    assert Facts(said).ends_sentence


@pytest.mark.parametrize("label", LABELS)
def test_labels_in_these_scripts_are_no_sentences(label: str):
    check_facts(label)
    assert not Facts(label).ends_sentence


@given(pages)
def test_matches_found_together_are_those_found_alone(text: str):
    check_matches(text)


@CASES
@pytest.mark.parametrize("width", [1, LABEL_WIDTH])
def test_matches_of_odd_lines(text: str, width: int):
    check_matches(
        text.replace("\n", "\n" * 2) * width + "\nShare on Facebook\nnews | sport\n3 min read"
    )


def test_large_pages_are_looked_at_in_pieces(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(facts, "AT_ONCE", 3)
    lines = [Facts(f"Line {number}, and more.") for number in range(10)]
    find_facts(lines)

    assert [line.key for line in lines] == [f"line {number}, and more." for number in range(10)]


def test_a_line_has_no_other_facts():
    with pytest.raises(AttributeError, match="no attribute 'colour'"):
        Facts("One.").colour  # noqa: B018


@pytest.mark.parametrize("file", language_files(), ids=lambda file: file.stem)
def test_lower_case_is_nearly_folded_case(file):
    """What the loader relies on for its speed."""
    for _, phrases in parse(file.read_text(encoding="utf-8"), file):
        for phrase in phrases:
            assert unaccented(folded_case(phrase)) == plain(phrase)


def test_importing_the_package_loads_nothing_of_it():
    programme = "import sys, scrapeclean; print([n for n in sys.modules if 'scrapeclean.' in n])"
    done = subprocess.run([sys.executable, "-c", programme], capture_output=True, check=True)

    assert done.stdout.strip() == b"[]"


def test_the_package_has_every_name_it_promises():
    import scrapeclean

    assert all(
        hasattr(scrapeclean, name) and name in dir(scrapeclean) for name in scrapeclean.__all__
    )
    with pytest.raises(AttributeError, match="'wash'"):
        scrapeclean.wash  # type: ignore[attr-defined]  # noqa: B018
