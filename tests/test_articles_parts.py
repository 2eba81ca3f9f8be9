"""Bylines, captions and headlines, line by line: as many that must be left as must be found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.articles.bylines import is_byline_word, read_byline
from scrapeclean.articles.captions import is_caption
from scrapeclean.articles.headlines import find_headline
from scrapeclean.articles.names import is_name
from scrapeclean.articles.parts import read_articles
from scrapeclean.articles.pictures import find_captions
from scrapeclean.articles.story import Story
from scrapeclean.articles.pictures import find_captions
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
    "Share",
    "",
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
]
PROSE = [
    "The two sides will meet again on Tuesday, the ministry said in a televised statement. (AFP)",
    "He was told so on Monday, according to Reuters.",
    "The crowd moved left, right, and center of the square before the rain came down upon it.",
    "What is a mesh network?",
    "Taiwan core issue",
    "Our plan (and why it failed)",
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
