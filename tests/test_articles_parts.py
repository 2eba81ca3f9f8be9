"""Bylines, captions and headlines, line by line: as many that must be left as must be found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.articles.author_evidence import read_evidence as author_evidence
from scrapeclean.articles.authors import candidates
from scrapeclean.articles.bylines import is_byline_word, read_byline
from scrapeclean.articles.caption_evidence import read_evidence as caption_evidence
from scrapeclean.articles.captions import is_caption
from scrapeclean.articles.headlines import finalists, find_headline
from scrapeclean.articles.names import has_surname, is_name
from scrapeclean.articles.parts import Article, read_articles
from scrapeclean.articles.pictures import find_captions
from scrapeclean.articles.story import Story
from scrapeclean.articles.trees import Trees, load_trees, packed, read_trees
from scrapeclean.lines import Line
from scrapeclean.page import Page

BYLINES = [
    ("by Ann Poe October 3, 2024 5:26 AM 2 min read", "Ann Poe"),
    ("By Ann Poe and Bo Diaz, Staff Writers | May 5, 2024", "Ann Poe and Bo Diaz"),
    ("By Ann Poe, Daily Dyke Reporter", "Ann Poe"),
    ("By ANN POE, CNN", "ANN POE"),
    ("Posted by Ann Poe on August 21, 2019", "Ann Poe"),
    ("By Dr Ann van der Poe, Dr Bo Diaz, Cy Lee", "Dr Ann van der Poe, Dr Bo Diaz, Cy Lee"),
    ("Von Anna Poe und Jonas Kehl, Nairobi", "Anna Poe und Jonas Kehl"),
    ("Von dpa", "dpa"),
    ("Par Jean de La Rive", "Jean de La Rive"),
    ("Por María del Carmen Ruiz, Madrid", "María del Carmen Ruiz"),
    ("Автор: Денис Корнеев", "Денис Корнеев"),
    ("29 grudnia 2011, 13:45 Autor: Jan Zych", "Jan Zych"),
    ("בקעה, מאת: נועה ברגר", "נועה ברגר"),
    ("بقلم: ليلى منصور", "ليلى منصور"),
    ("作者：张三", "张三"),
    ("记者 王小明 李雷", "王小明 李雷"),
    ("文／記者陳木隆", "陳木隆"),
    ("박준석 기자 외 1명", "박준석"),
    ("May 18, 2023 By Ann Poe In Essays", "Ann Poe"),
    ("Posted on May 31, 2019 June 1, 2019 by Bo Diaz III", "Bo Diaz III"),
    ("ByAnn Poe", "Ann Poe"),
    ("Written\u00a0by\u00a0Ann Poe, PhD", "Ann Poe, PhD"),
    ("By Ann Poe, Bo Diaz, and Cy Lee", "Ann Poe, Bo Diaz, and Cy Lee"),
    ("Von Anna Poe mit AP", "Anna Poe"),
    ("By Dyke Staff", "Dyke Staff"),
    ("Του Νίκου Παππά", "Νίκου Παππά"),
    ("Автор: Оксана Левченко | 5 мин", "Оксана Левченко"),
    ("By Ann Poe, MS, RD, FAND", "Ann Poe, MS, RD, FAND"),
    ("Von Anna Poe und Jonas Kehl, dpa", "Anna Poe und Jonas Kehl, dpa"),
    ("Par Le Quotidien et AFP", "Le Quotidien et AFP"),
    ("By The Dyke editors", "The Dyke editors"),
    ("Kommentar von Anna Poe", "Anna Poe"),
    ("Listen to this Posted by Ann Poe on Jun 17th, 2019", "Ann Poe"),
    ("순천, 광양 김하늘 기자", "김하늘"),
    ("Eftir Önnu Jónsdóttur", "Önnu Jónsdóttur"),
    ("Nga Ana Hoxha", "Ana Hoxha"),
    ("Deur Anna Botha", "Anna Botha"),
    ("Müəllif: Nigar Əliyeva", "Nigar Əliyeva"),
    ("Հեղինակ՝ Անի Սարգսյան", "Անի Սարգսյան"),
    ("ავტორი: ნინო ბერიძე", "ნინო ბერიძე"),
    ("எழுதியவர்: கவிதா சுந்தரம்", "கவிதா சுந்தரம்"),
    ("โดย สมหญิง ใจดี", "สมหญิง ใจดี"),
    ("Door onze verslaggever Bas Poe", "Bas Poe"),
    ("By [Ann Poe](/author/ann-poe) and [Bo Diaz](/author/bo)", "Ann Poe and Bo Diaz"),
    ("**By Ann Poe**, Staff Writer", "Ann Poe"),
    ("#### Par _[Luc Roy](https://example.org/luc_(roy))_ | 3 mai", "Luc Roy"),
    ("Texto: Inês Poe | Fotos: Rui Diaz", "Inês Poe"),
    ("von abc, def; Foto: dpa", "abc, def"),
]
NO_BYLINES = [
    "By the time he arrived, it was over",
    "Von wegen billig",
    "By Hook or By Crook Once Again, Says the Mayor",
    "Text by nobody in particular today",
    "By 2030 the town wants to be free of cars",
    "Byzantium falls",
    "Por qué llueve tanto este año en el norte",
    "Parking fees rise",
    "On May 5, 2024 by noon the pier was dry",
    "May 5, 2024",
    "Bypass opens in May",
    "Powered by wind alone",
    "Commented on by nobody",
    "Share",
    "",
    "De hond, Boris, is weer thuis",
    "Eftir langa bið kom vorið",
    "Nga e para deri te e fundit",
]
CAPTIONS = [
    "Two soldiers inside the old fort (AFP)",
    "The minister, left, on Sunday, June 18, 2023. (Ann Poe/Pool Photo via AP)",
    "The commissioner in Brussels, Belgium March 25, 2024. REUTERS/Ann Poe/File Photo",
    "Photo for illustrative purposes. (Photo by Ann Poe/Getty Images)",
    "Die Autobahn bei Hitze, hier gesperrt. (Archivbild)",
    "(AFP)",
    "Foto: dpa",
    "© Reuters",
    "A pair of owls in the belfry on Thursday (The Weekly Dyke)",
    "旧书市场开张当天的人群。图/视觉中国",
    "책방으로 바뀐 간이역에서 주민들이 책을 읽고 있다. 연합뉴스",
    "المكتبة العائمة عند رصيف الميناء (رويترز)",
    "The hall after the vote on Monday Ann Poe/Copyright 2026 The Dyke. All rights reserved",
    "The owls look down upon the ringers on Monday. (Ann Poe/Coast Press)",
    "Arnau tries to get away from a defender of the other side. (Daniel Luque)",
    "Ann Poe/dpa",
    "The road to the tower from the old harbour. Ann Poe for The Weekly Dyke",
]
PROSE = [
    "The two sides will meet again on Tuesday, the ministry said in a televised statement. (AFP)",
    "He was told so on Monday, according to Reuters.",
    "The crowd moved left, right, and center of the square before the rain came down upon it.",
    "What is a mesh network?",
    "Taiwan core issue",
    "Our plan (and why it failed)",
    "It should look like the screenshot below:",
    "Alcohol-related harm is still at a level nobody likes",
    "Battery life of 2,000 hours (2.4 GHz mode, lights/motor off)",
    "Part 3: Training and the Copyright Office",
    "GHENT (Reuters) - Owls have silenced the bells of a church in the old town, a vicar said.",
    "The owls were seen by a Coast Press (AP) photographer who had climbed the tower on Monday.",
    "Owls nest in the tower of the old church, bells fall silent(图)",
    "The bells were cast in 1904 for the Society of Ringers (SOR)",
    "The bells were rung again in spring, the vicar told us. It was Monday Morning.",
    "Cost per Credit:",
    "The mayor wants to ask what it has to do with Luque / Diaz",
    "The vicar pays the fare. Ann Poe for her part walks to the tower and back.",
    "Brushes and a pot of paint (not pictured)",
]


@pytest.mark.parametrize(("line", "names"), BYLINES)
def test_byline(line: str, names: str):
    assert read_byline(line) == names


@pytest.mark.parametrize("line", NO_BYLINES)
def test_no_byline(line: str):
    assert read_byline(line) is None


@given(st.text(max_size=160))
def test_names_stand_in_the_line(line: str):
    names = read_byline(line)

    assert names is None or names in line


def test_byline_word_alone():
    assert is_byline_word("Written by:")
    assert not is_byline_word("Written")


@pytest.mark.parametrize("word", ["Article written by", "Reportage von", "Posted by:", "Recipe by"])
def test_byline_word_of_several(word: str):
    assert is_byline_word(word)


@pytest.mark.parametrize("word", ["Sort by", "Powered by", "Mehr von", "Sponsored by"])
def test_other_words_in_front_of_names(word: str):
    assert not is_byline_word(word)


@pytest.mark.parametrize("name", ["王小明", "大原 美咲", "山田太郎", "김하늘"])
def test_surname(name: str):
    assert has_surname(name)


@pytest.mark.parametrize("label", ["社会", "财经新闻", "スポーツ", "정치", "Ann Poe"])
def test_no_surname(label: str):
    assert not has_surname(label)


def test_name_alone():
    assert is_name("Ann van der Poe")
    assert not is_name("Staff Writer")
    assert not is_name("Rain floods the town")


@pytest.mark.parametrize("text", CAPTIONS)
def test_caption(text: str):
    assert is_caption(Line(text, 0, 1))


@pytest.mark.parametrize("text", PROSE)
def test_no_caption(text: str):
    assert not is_caption(Line(text, 0, 1))


def lines(*texts: str) -> list[Line]:
    return [Line(text, 0, 1) for text in texts]


def test_a_credit_belongs_to_the_line_above():
    page = lines("Rubble on the rails below the hill", "Foto: dpa", "Busse statt Bahnen")

    assert find_captions(Story(page), None) == [page[:2]]


def test_a_credit_below_a_paragraph_stands_alone():
    paragraph = (
        "The line has been closed since Thursday, and nobody can say when it will open again."
    )
    page = lines(paragraph, "Foto: dpa")

    assert find_captions(Story(page), None) == [page[1:]]


def test_a_line_whose_copies_have_gone_is_a_caption():
    page = lines("The mayor at the well", "Buses instead of trains")

    assert find_captions(Story(page, doubled={"the mayor at the well"}), None) == [page[:1]]


def test_the_clean_headline_is_taken_not_the_title_with_the_outlet():
    page = lines(
        "Owls nest in tower | Village | The Weekly Dyke",
        "Owls nest in tower",
        "By Ann Poe",
        "The bells will not ring before July because owls have settled in the tower, a vicar said.",
    )

    assert find_headline(Story(page)) == 1


def test_prose_alone_has_no_headline():
    paragraph = "The bells will not ring before July because owls have settled there, a vicar said."

    (article,) = read_articles(Page.from_text(f"{paragraph}\n\n{paragraph[::-1]}.\n"))

    assert article.headline is None
    assert article.body == f"{paragraph}\n\n{paragraph[::-1]}."


def test_one_line_may_hold_byline_and_date():
    text = "Owls nest in tower\n\nby Ann Poe May 5, 2024 5:26 AM 2 min read\n\n" + "It rained. " * 9

    (article,) = read_articles(Page.from_text(text))

    assert (article.byline, article.date) == ("Ann Poe", "May 5, 2024 5:26 AM")
    assert article.body == ("It rained. " * 9).strip()


def test_an_empty_page_has_no_article():
    assert read_articles(Page.from_text("\n \n")) == ()


@given(st.text())
def test_any_page_is_read(text: str):
    for article in read_articles(Page.from_text(text)):
        assert 0 <= article.start <= article.end <= len(text)


PARAGRAPH = "The bells will not ring before July because owls have settled in it, a vicar said."
MORE = "Ringers will practise elsewhere until the young birds have flown, she said on Monday."


def read(*texts: str) -> Article:
    (article,) = read_articles(Page.from_text("\n\n".join(texts) + "\n"))
    return article


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Poe Published Jul 17, 2024, 11:21am | Updated Jul 17, 2024", "Ann Poe"),
        ("Jan Poe Aktualisiert am 17. Juli 2024", "Jan Poe"),
        ("Ann Poe May 5, 2024", "Ann Poe"),
        ("May 5, 2024 • Ann Poe", "Ann Poe"),
        ("Jonas Kehl | 5. Mai 2024", "Jonas Kehl"),
        ("Елена Власова 5 мая 2024", "Елена Власова"),
        ("Μαρία Παππά", "Μαρία Παππά"),
        ("王小明 記者", "王小明"),
        ("김하늘 기자", "김하늘"),
        ("ليلى منصور", "ليلى منصور"),
        ("נועה ברגר", "נועה ברגר"),
        ("大原 美咲", "大原 美咲"),
        ("dpa", "dpa"),
        ("ТАСС", "ТАСС"),
    ],
)
def test_a_name_below_the_headline_is_the_byline(line: str, names: str):
    article = read("Owls nest in tower", line, PARAGRAPH, MORE)

    assert article.byline == names
    assert article.body == f"{PARAGRAPH}\n\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "The Tower and Its Owls",
        "Contents",
        "Share this story",
        "입력",
        "منوعات",
        "社会新闻",
        "חדשות",
        "TT",
        "スポーツ",
    ],
)
def test_other_lines_below_the_headline_are_none(line: str):
    assert read("Owls nest in tower", line, PARAGRAPH, MORE).byline is None


@pytest.mark.parametrize(
    ("below", "names"),
    [
        (("Von", "Radio4 Redaktion"), "Radio4 Redaktion"),
        (("By", "ann poe"), "ann poe"),
        (("By", "Robert Diaz Robert Diaz"), "Robert Diaz"),
        (("May 5, 2024 • Robert Diaz in Village Life",), "Robert Diaz"),
        (("By Robert Diaz / AP",), "Robert Diaz"),
        (("By Robert Diaz — Reviewed by Ann Poe",), "Robert Diaz"),
    ],
)
def test_lines_below_the_headline_name_the_author(below: tuple[str, ...], names: str):
    article = read("Owls nest in tower", *below, PARAGRAPH, MORE)

    assert names in (article.byline or "")


def test_who_has_reported_it_is_named_at_the_end():
    last = (
        "Reporting by Robert Diaz in Ghent, Martha Quill in The Hague and Ann Poe in London; "
        "Editing by Daniel Lee and Sarah Marsh."
    )

    article = read("Owls nest in tower", PARAGRAPH, MORE, last)

    assert article.byline == "Robert Diaz, Martha Quill and Ann Poe"


def test_a_byline_above_a_credit_is_no_caption():
    article = read("Owls nest in tower", "By Robert Diaz, Ghent", "Foto: Ann Poe", PARAGRAPH, MORE)

    assert article.byline == "Robert Diaz"
    assert article.captions == ("Foto: Ann Poe",)


def test_what_the_page_says_of_itself_is_no_caption():
    title, rights = "Owls nest in tower of St Anne's | Reuters", "© 2013 The Weekly Dyke, AP"

    article = read(title, "Owls nest in tower of St Anne's", "By Ann Poe", PARAGRAPH, MORE, rights)

    assert article.headline == "Owls nest in tower of St Anne's"
    assert article.captions == ()


def test_a_credit_below_the_last_paragraph_may_be_a_caption():
    article = read("Owls nest in tower", PARAGRAPH, MORE, "© Ann Poe/AP")

    assert article.captions == ("© Ann Poe/AP",)


def test_a_headline_may_end_in_brackets():
    headline = "How to Keep Owls out of a Tower (One Simple Trick)"

    assert read(headline, "By Ann Poe", PARAGRAPH, MORE).headline == headline


def test_authors_on_lines_of_their_own_are_joined():
    article = read("Owls nest in tower", "By Ann Poe", "By Robert Diaz", PARAGRAPH, MORE)

    assert article.byline == "Ann Poe, Robert Diaz"


def test_a_role_below_the_name_goes_with_it():
    article = read("Owls nest in tower", "By Ann Poe", "Belfry reporter", PARAGRAPH, MORE)

    assert (article.byline, article.body) == ("Ann Poe", f"{PARAGRAPH}\n\n{MORE}")


def test_a_note_on_the_author_stays_in_the_body():
    note = "Martha Quill is a reporter at the Weekly Dyke and has kept owls for twenty years now."
    article = read("Owls nest in tower", PARAGRAPH, MORE, note)

    assert article.body.endswith(note)


def test_whom_the_first_paragraph_names_is_no_author():
    lead = "Martha Quill is the first vicar in a century who has silenced the bells of the tower."

    assert read("Owls nest in tower", lead, PARAGRAPH, MORE).byline is None


def test_a_headline_that_went_with_the_menu_is_still_the_headline():
    text = f"Menu\nOwls nest in tower\nBy Ann Poe\n{PARAGRAPH}\n{MORE}\n"
    page = Page.from_text(text)
    gone = [page.drop(at, "outside_article", "a menu") for at in (0, 1, 2)]

    (article,) = read_articles(page.apply(gone))

    assert (article.headline, article.byline) == ("Owls nest in tower", "Ann Poe")
    assert article.body == f"{PARAGRAPH}\n{MORE}"


def test_a_list_is_no_row_of_captions():
    items = ("Mugs (Large and Small)", "Cups (Blue)", "Plates (Flat, Deep)")
    article = read("What to take to the tower", PARAGRAPH, *items, MORE)

    assert article.captions == ()


def test_trees_lead_to_the_leaf():
    trees = Trees.grown(("width", "echo"), ([0, 40.0, [1, 0.5, -1.0, 0.25], 2.0], 0.5))

    assert trees({"width": 40.0, "echo": 0.6}) == 0.75
    assert trees({"width": 40.5, "echo": 0.0}) == 2.5


def test_a_threshold_is_taken_off():
    trees = Trees.grown(("width",), (0.5, [0, 40.0, -1.0, 2.0]), threshold=1.5)

    assert trees.weigh([40.0]) == -2.0
    assert trees.weigh([40.5]) == 1.0


def test_packed_trees_come_back(tmp_path: Path):
    fitted = {
        "kite": Trees.grown(["width"], [[0, 1e-35, -0.1, 0.2]], threshold=0.25),
        "leaf": Trees.grown(["width", "echo"], [0.5, -0.5]),
        "owl": Trees.grown(["é", "echo"], [[1, 0.3, [0, 7, 1.5, 2], -3.75], [0, 0.1, 1, 2]]),
    }
    sums = {"glance": {"names": ["width"], "weights": [0.5], "threshold": 1.0}}
    file = tmp_path / "owls.trees"
    file.write_bytes(packed(fitted, sums))

    again, with_them = read_trees(file)

    assert list(again) == list(fitted)
    assert with_them == sums
    for name, one in fitted.items():
        assert list(map(list, again[name][2:])) == list(map(list, one[2:]))
        assert (again[name].names, again[name].threshold) == (one.names, one.threshold)


def test_the_trees_ask_for_what_is_read():
    story = Story(lines("Owls nest in tower", "By Ann Poe", PARAGRAPH))
    (byline, *_) = candidates(story, 0, ())

    fitted = load_trees()

    assert {*fitted["headline"].names} <= {*finalists(story)[0].evidence}
    assert {*fitted["byline"].names} <= {*author_evidence(story, byline, 0, [byline])}
    assert {*fitted["caption"].names} <= {*caption_evidence(story, 2, 0)}
