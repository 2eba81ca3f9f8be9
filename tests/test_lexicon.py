"""The lexicon: its files as data, and how phrases match."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrapeclean.errors import LexiconError
from scrapeclean.facts import Facts
from scrapeclean.lexicon import Lexicon, lexicon
from scrapeclean.lexicon.folding import EDGES, fold, fold_label
from scrapeclean.lexicon.hits import hits
from scrapeclean.lexicon.packed import FOLDER, PackedPhrases, pack
from scrapeclean.lexicon.phrases import HOOK, language_files, normalized, parse, read_phrases
from scrapeclean.page import Page

FILES = language_files()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
class TestFiles:
    def test_phrases_are_sorted_and_unique_in_their_section(self, file: Path) -> None:
        for section, phrases in parse(file.read_text(encoding="utf-8"), file):
            assert phrases == sorted(set(phrases)), section

    def test_no_section_stands_twice(self, file: Path) -> None:
        sections = [section for section, _ in parse(file.read_text(encoding="utf-8"), file)]
        assert len(sections) == len(set(sections))

    def test_no_phrase_stands_in_two_sections(self, file: Path) -> None:
        phrases = [p for _, part in parse(file.read_text(encoding="utf-8"), file) for p in part]
        folded = [normalized(phrase.replace("{n}", "0")) for phrase in phrases]
        assert sorted(folded) == sorted(set(folded))

    def test_phrases_are_declared_as_they_are_matched(self, file: Path) -> None:
        for _, phrases in parse(file.read_text(encoding="utf-8"), file):
            for phrase in phrases:
                assert phrase == phrase.lower()
                inside = "…" in phrase.strip("…")
                assert not inside or phrase.endswith(" …"), "an ellipsis stands at one end only"
                assert phrase.count("…") <= 2
                assert "  " not in phrase
                assert phrase == phrase.strip()

    def test_heads_and_tails_can_be_found(self, file: Path) -> None:
        for _, phrases in parse(file.read_text(encoding="utf-8"), file):
            for phrase in phrases:
                if "…" in phrase:
                    head = phrase.strip("… ").partition(" … ")[0]
                    assert len(fold(head.rstrip(" :"))) >= HOOK, phrase

    def test_every_phrase_matches_itself(self, file: Path) -> None:
        own = Lexicon(read_phrases([file]))
        for section, phrases in parse(file.read_text(encoding="utf-8"), file):
            for phrase in phrases:
                line = phrase.replace("{n}", "12").replace(" … ", " the river ")
                if line.endswith("…"):
                    line = line.rstrip("…") + " the river"
                elif line.startswith("…"):
                    line = "the river " + line.lstrip("… ")
                match = own.look_up(Facts(line))
                assert match is not None, phrase
                assert match.sure or not section.sure, phrase


class TestPacked:
    """The files that are read are what the lists give: like a lock file."""

    def test_the_files_are_what_the_lists_give(self) -> None:
        for name, text in pack(read_phrases(FILES)).items():
            packed = (FOLDER / name).read_text(encoding="utf-8")
            assert packed == text, "the lists have changed: run `make lexicon`"

    @pytest.mark.parametrize(
        "table",
        ["lines", "heads", "marked", "tails", "frames", "head_lengths", "tail_lengths", "words"],
    )
    def test_near_and_far_together_are_all_phrases(self, table: str) -> None:
        packed = PackedPhrases()
        packed.expect(["п"])
        assert getattr(packed, table) == getattr(read_phrases(FILES), table)

    def test_every_phrase_is_quoted_as_its_file_spells_it(self) -> None:
        packed, phrases = PackedPhrases(), read_phrases(FILES)
        keys = [*sorted([*phrases.spellings][::50]), "share", "no phrase"]
        assert [packed.spelling(key) for key in keys] == [phrases.spelling(key) for key in keys]

    @pytest.mark.parametrize("text", ["Teilen", "Actualités · Météo", "“Więcej…” €5", "Přečtěte"])
    def test_phrases_of_far_scripts_stay_away_from_latin_text(self, text: str) -> None:
        packed = PackedPhrases()
        packed.expect([text])
        assert "поделиться" not in packed.lines

    @pytest.mark.parametrize(
        "text", ["Поделиться", "分享", "공유", "مشاركة", "Κοινοποίηση", "a\nשתף"]
    )
    def test_they_come_with_the_first_letter(self, text: str) -> None:
        packed = PackedPhrases()
        packed.expect([text])
        assert "поделиться" in packed.lines

    def test_a_single_line_of_a_far_script_is_matched(self) -> None:
        match = Lexicon(PackedPhrases()).match(Facts("Поделиться"))
        assert match is not None and match.kind == "share"


def test_at_least_25_languages() -> None:
    assert len(FILES) >= 25


@pytest.mark.parametrize(
    ("line", "kind", "how"),
    [
        ("Skip to content", "navigation", "line"),
        ("▸ SKIP TO CONTENT »", "navigation", "line"),
        ("[Skip to content](#content)", "navigation", "line"),
        ('  * [Subscribe today](/abo?from=top_(menu) "Subscribe")', "account", "line"),
        ("[Privacy policy](/privacy) | [Terms of use](/terms)", "legal", "row"),
        ("### Also read: [Dams of the north](/dams)", "related", "head"),
        ("All photos (12)", "navigation", "line"),
        ("Editors’ Picks", "related", "line"),
        ("5 min read", "reading time", "line"),
        ("Also read: Dams of the north, in pictures", "related", "head"),
        ("ALSO READ | Dams of the north, in pictures", "related", "head"),
        ("Also read - Dams of the north, in pictures", "related", "head"),
        ("© 2019 The Daily Example. All rights reserved.", "legal", "head"),
        ("Example Media Ltd. All rights reserved", "legal", "tail"),
        ("By Ann Lee, 3 May 2 min read", "reading time", "tail"),
        ("Copy this link | Link copied to clipboard!", "share", "row"),
        ("Alle akzeptieren", "consent", "line"),
        ("DATENSCHUTZERKLÄRUNG", "legal", "line"),
        ("Lire aussi : Les barrages du nord", "related", "head"),
        ("Читайте также: Плотины севера", "related", "head"),
        ("相關新聞", "related", "line"),
        ("阅读全文", "navigation", "line"),
        ("The post Dams of the north appeared first on The Dyke.", "related", "head"),
        (f"The post {'Dams of the north ' * 20} appeared first on The Dyke.", "related", "head"),
        ("Der Beitrag Dämme des Nordens erschien zuerst auf Deichblatt.", "related", "head"),
        ("La entrada Diques del norte se publicó primero en El Dique", "related", "head"),
        ("関連記事：北のダム", "related", "head"),
        ("声明：本文内容仅供参考。", "legal", "head"),
        ("版权声明：本文为原创文章，欢迎阅读。", "legal", "head"),
        ("① 如需转载，请与我们联系。", "legal", "head"),
        ("2、如需转载，请与我们联系。", "legal", "head"),
        ("※（如需转载，请与我们联系。）", "legal", "head"),
        ("【如需转载】请与我们联系。", "legal", "head"),
        (f"声明：本文内容仅供参考。{'石桥将于五月重新开放。' * 20}", "legal", "head"),
        ("著作権は河畔新聞社に帰属します。", "legal", "head"),
        ("اقرأ أيضًا: سدود الشمال", "related", "head"),
    ],
)
def test_what_matches(line: str, kind: str, how: str) -> None:
    match = lexicon().look_up(Facts(line))
    assert match is not None
    assert (match.kind, match.how, match.sure) == (kind, how, True)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The river rose by two metres overnight.",
        "They also read: poems, letters, the weather.",
        "3、市政府将在五月重新开放石桥。",
        "① 石桥将于五月重新开放。",
        "① 分享",
        "2、分享",
        "律师发表声明：当事人不同意判决，将提出上诉。",
        "著作権は相続人にあると弁護士は話した。",
        "He told readers to share on Facebook what they had seen.",
        "Also reading, she said, is a kind of listening.",
        "The rights to the photo, all rights reserved or not, were withdrawn last week.",
        "A 5 min read test was given to every pupil in the county.",
        "| Share | 12 | 14 |",
        "Der Beitrag, der zuerst auf Papier erschien, liegt im Archiv.",
        "Der Beitrag erschien zuerst auf einer Seite, die es seit dem Sommer nicht mehr gibt, und"
        " bald in keiner anderen Zeitung.",
        "She wrote [share this article](/share) on the wall of the town hall.",
        "[A river that rose by two metres](/share)",
        "x" * 100_000,
    ],
)
def test_what_does_not_match(line: str) -> None:
    match = lexicon().look_up(Facts(line))
    assert match is None


@pytest.mark.parametrize("line", ["Facebook", "Sport", "Health", "Share", "Video", "Home", "More"])
def test_ordinary_words_need_company(line: str) -> None:
    match = lexicon().look_up(Facts(line))
    assert match is not None
    assert not match.sure


@pytest.mark.parametrize(
    "subhead",
    [
        "Zur Person",
        "Auf einen Blick",
        "Im Überblick",
        "L’essentiel",
        "Minuto a minuto",
        "О компании",
        "会社概要",
        "Corrections and clarifications",
        "Most wanted",
        "Code of conduct",
        "Stay informed",
        "Date of birth",
    ],
)
def test_headings_of_boxes_need_company(subhead: str) -> None:
    match = lexicon().look_up(Facts(subhead))
    assert match is not None
    assert not match.sure


@pytest.mark.parametrize(
    "line",
    ["“Read the full story.”", "„Jetzt spenden!“", "– Read the full story!", "— Читать дальше!"],
)
def test_a_sentence_that_begins_as_speech_needs_company(line: str) -> None:
    match = lexicon().look_up(Facts(line))
    assert match is not None
    assert not match.sure


@pytest.mark.parametrize(
    "line",
    ["— Read the full story", "“Read the full story”", "– Читать дальше…", "« Lire la suite »"],
)
def test_a_label_between_marks_does_not(line: str) -> None:
    match = lexicon().look_up(Facts(line))
    assert match is not None
    assert match.sure


def test_a_head_that_reads_like_prose_needs_company() -> None:
    match = lexicon().look_up(Facts("All rights reserved for members were withdrawn last week."))
    assert match is not None
    assert not match.sure


def test_company_is_what_stands_near() -> None:
    alone = Page.from_text("The river rose.\n\nHealth\n\nDoctors warned of the water.\n")
    assert not hits(alone)
    row = Page.from_text("Share on Facebook\nHealth\nThe river rose.\n")
    assert set(hits(row)) == {0, 1}


def test_what_was_vouched_for_stays_so() -> None:
    page = Page.from_text("Share on Facebook\nHealth\nThe river rose.\n")
    assert set(hits(page)) == {0, 1}
    rest = page.apply([page.drop(0, "test", "gone")])
    assert set(hits(rest)) == {0}


def test_the_answer_is_kept_with_the_line() -> None:
    line = Facts("Share on Facebook")
    assert lexicon().match(line) is lexicon().match(line)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("«ACTUALITÉS»", "actualites"),
        ("Διαβάστε επίσης:", "διαβαστε επισησ"),
        ("KAYIT OL", "kayit ol"),
        ("kayıt ol", "kayit ol"),
        ("Ещё", "еще"),
        ("１２ min", "{n} min"),
        ("1,234 comments", "{n} comments"),
        ("…", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold_label(text) == folded
    assert not folded or folded.strip(EDGES)


def test_own_phrases_may_be_spelled_in_any_way() -> None:
    own = Lexicon.of(["Brought to YOU by …", "▸ Flood Watch!", "… 24 hours a day"])
    for line in ["Brought to you by Ghent Rain", "FLOOD WATCH", "Open 12 hours a day"]:
        assert own.look_up(Facts(line)) is not None
    assert own.look_up(Facts("Ghent is brought to you by rain")) is None


def test_an_unknown_section_is_an_error_that_lists_the_known(tmp_path: Path) -> None:
    file = tmp_path / "xx.txt"
    file.write_text("[furnitures]\nsofa\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="navigation"):
        read_phrases([file])


def test_of_two_files_the_careful_one_wins(tmp_path: Path) -> None:
    (tmp_path / "aa.txt").write_text("[share]\nteilen\n", encoding="utf-8")
    (tmp_path / "bb.txt").write_text("[share, in company]\nteilen\n", encoding="utf-8")
    match = Lexicon(read_phrases(sorted(tmp_path.glob("*.txt")))).look_up(Facts("Teilen"))
    assert match is not None
    assert not match.sure
