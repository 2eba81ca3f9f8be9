"""The line scorer: an article stays whole, what stands around it goes, any text will do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapeclean.byline_words import is_signed
from scrapeclean.cleaners.outside_article import OutsideArticle
from scrapeclean.facts import Facts
from scrapeclean.lines import Line
from scrapeclean.model import (
    Slope,
    explain,
    forget_reading,
    looks_clean,
    lost_headline,
    read_page,
    score_body,
    score_lines,
)
from scrapeclean.model.body import body_columns
from scrapeclean.model.context import read_columns
from scrapeclean.model.runs import BETWEEN, eased
from scrapeclean.model.scorer import as_steps, model, read_content
from scrapeclean.model.verdict import page_columns
from scrapeclean.page import Page

REPORT = (
    "Ferry to the outer islands will sail again in May",
    "The ferry between the mainland and the three outer islands will sail again from the first of"
    " May, the harbour office said on Tuesday, ending a winter in which supplies came by air.",
    "“We have waited for this since November,” said Marit Solberg, who runs the shop on the"
    " northernmost island. “Flour by aeroplane is a strange thing to get used to.”",
    "The old ship ran aground in a storm last autumn. Nobody was hurt, but the hull was beyond"
    " repair, and the yard that was to build a new one went bankrupt two weeks later.",
    "A replacement has now been found in Denmark. It carries forty cars instead of sixty, and it"
    " needs an hour more for the crossing, but it can dock in a heavier swell.",
    "Tickets go on sale next week. Islanders will pay half, as before, and school classes nothing.",
)
RECIPE = (
    "Plum cake as the orchard women make it",
    "This cake keeps for a week, which is why it was baked on Saturdays before the harvest. Take"
    " small blue plums that are still a little hard, and do not be shy with the cinnamon.",
    "Ingredients",
    "300 g flour",
    "150 g butter, cold",
    "2 eggs",
    "1 kg small plums",
    "3 tbsp sugar",
    "Method",
    "Rub the butter into the flour, add the eggs and knead quickly until the dough is smooth.",
    "Halve the plums, stone them, and set them upright in rows, close together.",
    "Bake for forty minutes at 190 degrees until the edges are dark and the juice bubbles.",
)
INTERVIEW = (
    "“I never wanted to be first”",
    "She rowed across the lake at the age of seventy-one. A talk with Hanne Dahl about cold hands,"
    " patience, and why she would not do it again.",
    "How cold was it?",
    "Cold enough. My fingers went first, then I stopped thinking about them, and after the second"
    " hour I sang, because singing keeps the stroke even.",
    "What did you sing?",
    "Hymns, mostly. I only know the beginnings, so I sang a lot of beginnings.",
    "And now?",
    "Now I sleep. Then I will mend the boat, sell it, and buy a bench with a view of the lake.",
)
CHINESE = (
    "沿海三岛五月恢复渡轮航线",
    "港务局周二宣布，连接大陆与三个外岛的渡轮将于五月一日恢复航行。整个冬天，岛上的补给都靠飞机运送，居民们对此早已疲惫不堪。",
    "“我们从十一月起就一直在等待这一天，”在最北端的岛上经营商店的店主说，“面粉靠飞机运来，这种事实在很难习惯。”",
    "旧船去年秋天在一场风暴中搁浅。没有人员受伤，但船体已经无法修复，原定建造新船的船厂两周后宣布破产。",
    "票务将于下周开始发售。岛上居民仍享受半价优惠，学校班级则可免费乘坐。",
)
ARTICLES = {"report": REPORT, "recipe": RECIPE, "interview": INTERVIEW, "chinese": CHINESE}
#: Words that no list of phrases holds: what the lexicon names is left to the cleaner of its kind.
MENU = ("Harbour and shipping", "The islands", "Town hall", "Boats for sale", "Tides and winds",
        "Schools", "Fish market", "Rowing", "Stage and screen", "Letters page", "From the archive",
        "Your pictures", "Crossword")  # fmt: skip
FOOTER = ("Council votes down the new bypass", "Storm warning for the coast lifted",
          "Five walks for a wet Sunday", "Town hall", "Boats for sale", "Tides and winds",
          "Rowing", "Our printing house", "Harbour Street 3", "Office hours 9 to 12")  # fmt: skip


def clean(text: str) -> str:
    page = Page.from_text(text)
    return page.apply(OutsideArticle()(page)).text


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_an_article_alone_stays_as_it_is(name, between):
    text = between.join(ARTICLES[name]) + "\n"

    assert text == clean(text)


@pytest.mark.parametrize("name", ["report", "interview", "chinese"])
def test_two_articles_in_one_text_both_stay(name):
    text = "\n\n".join((*REPORT, *ARTICLES[name])) + "\n"

    assert text == clean(text)


@pytest.mark.parametrize("name", ["report", "interview"])
def test_menu_and_footer_go_and_the_article_stays(name):
    article = ARTICLES[name]

    left = clean("\n".join(MENU) + "\n\n" + "\n\n".join(article) + "\n\n" + "\n".join(FOOTER))

    assert all(line in left for line in article)
    assert "Boats for sale" not in left
    assert "Five walks for a wet Sunday" not in left


def test_every_deletion_says_why_and_how_sure():
    page = Page.from_text("\n".join((*MENU, *REPORT, *FOOTER)))

    edits = list(OutsideArticle()(page))

    assert edits
    assert all(edit.why and edit.new == "" and 0.5 <= edit.confidence <= 1 for edit in edits)
    assert edits[0].why.startswith("a short line without a full stop")


def test_an_explanation_names_shape_and_place():
    page = Page.from_text("\n".join((*MENU, *REPORT, *FOOTER)))

    assert explain(page, 1).startswith("a short line without a full stop, among ")
    assert explain(page, 1).endswith("above all paragraphs")


def test_a_wider_margin_drops_less():
    page = Page.from_text("\n".join((*MENU, *REPORT, *FOOTER)))

    fewer, more = (len(list(OutsideArticle(margin)(page))) for margin in (3.0, 0.0))

    assert fewer < more


def test_scores_stand_beside_lines_and_a_blank_line_has_none():
    page = Page.from_text("\n".join(REPORT[:2]) + "\n\n" + REPORT[2])

    scores = score_lines(page)

    assert len(page.lines) == len(scores)
    assert scores[2] == 0.0
    assert all(scores[i] != 0.0 for i in page.content)


def test_a_page_is_read_once():
    page = Page.from_text("\n".join(REPORT))

    assert read_page(page) is read_page(page)


def test_what_is_read_of_a_large_page_is_forgotten(monkeypatch: pytest.MonkeyPatch):
    small, large = Page.from_text("One\nTwo\n"), Page.from_text("One\nTwo\n" * 2)
    monkeypatch.setattr("scrapeclean.page.KEPT_LINES", 3)
    kept, gone = read_page(small), read_page(large)

    forget_reading(small)
    forget_reading(large)

    assert read_page(small) is kept
    assert read_page(large) is not gone
    assert read_page(large) == gone


def test_the_weights_ask_only_for_facts_that_there_are():
    content = read_content(Page.from_text("\n".join(REPORT)))
    columns = read_columns(content)
    scores = as_steps([0.0] * len(REPORT))
    page = page_columns(columns, scores)
    body = body_columns(REPORT, columns, scores)

    forests = zip((model().first, model().page, model().body), (columns, page, body), strict=True)

    assert all(table.fact in facts for forest, facts in forests for table in forest.tables)


@pytest.mark.parametrize("name", ["report", "interview", "chinese"])
def test_paragraphs_are_body_and_menus_are_not(name):
    article = ARTICLES[name]
    page = Page.from_text(
        "\n".join(MENU) + "\n\n" + "\n\n".join(article) + "\n\n" + "\n".join(FOOTER)
    )

    body = {page.lines[i].words for i, score in enumerate(score_body(page)) if score > 0}

    assert set(article[1:]) <= body
    assert body.isdisjoint((*MENU, *FOOTER[1:]))


def test_a_line_between_two_of_the_body_is_eased_in_and_one_at_its_edge_is_not():
    assert eased([-0.5, 1, -0.5, 1, -0.5, -0.5]) == [-0.5, 1, -0.5 + BETWEEN, 1, -0.5, -0.5]
    assert eased([]) == []
    assert eased([-0.1]) == [-0.1]


@given(st.lists(st.sampled_from(("", " ", "x", "1", "…", "\ud800", "\x85", "文。", "a\u2028b")))
       | st.lists(st.text(max_size=30)))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(lines):
    page = Page.from_text("\n".join(lines))

    assert len(page.lines) == len(score_lines(page)) == len(score_body(page))
    assert list(OutsideArticle()(page)) == list(OutsideArticle()(Page.from_text(page.text)))


@pytest.mark.parametrize("name", ["report", "chinese"])
def test_an_article_alone_looks_clean(name):
    assert looks_clean(Page.from_text("\n\n".join(ARTICLES[name])))


@pytest.mark.parametrize("extra", [MENU, ("Share on Facebook",)])
def test_labels_and_phrases_of_furniture_are_worth_a_reading(extra):
    assert not looks_clean(Page.from_text("\n".join((*extra, *REPORT))))


@pytest.mark.parametrize(("dirt", "bar"), [(-3, -2), (1, -2), (2, -1), (3, 0), (9, 0)])
def test_a_bar_rises_with_the_dirt_between_two_points(dirt, bar):
    assert bar == Slope(1, 3, -2, 0).at(dirt)


def test_a_line_of_which_a_copy_stays_above_the_story_is_no_furniture():
    page = Page.from_text("\n".join((*MENU, REPORT[0], *MENU[:6], REPORT[0], "", *REPORT[1:])))

    assert not any(edit.old.strip() == REPORT[0] for edit in OutsideArticle()(page))


LABELS = [
    "News",
    "Fish market",
    "Rowing",
    "Tides and winds",
    "Letters page",
    "Town hall",
    "Schools",
]
FARES = [
    "Ferry fares to rise by a tenth in April",
    "Ferry fares between the islands will rise by ten per cent, the operator said on Friday.",
    "The operator carried 1.2 million passengers last year, and lost money on every one of them.",
]


def test_links_in_markdown_are_read_as_their_words() -> None:
    plain = [*(f"* {label}" for label in LABELS), *FARES]
    linked = [*(f"* [{label}](https://example.org/{len(label)}/)" for label in LABELS), *FARES]

    pages = [Page.from_text("\n\n".join(lines)) for lines in (plain, linked)]

    assert score_lines(pages[0]) == score_lines(pages[1])
    assert score_body(pages[0]) == score_body(pages[1])


def test_a_picture_without_words_is_read_as_it_stands() -> None:
    page = Page.from_text("\n\n".join([*FARES, "![](https://example.org/ferry.jpg)"]))
    assert len(score_lines(page)) == len(page.lines)


HARBOUR = [
    "Harbour",
    "Sports",
    "Tides",
    "Letters",
    "Weather",
    "Schools",
    "Births",
    "Boats for sale",
    "Ferries to stay in the north harbour",
    "Lou Adair",
    "The ferries stay in the north harbour until May, the council said.",
    "“We have waited since the autumn for an answer,” a captain said.",
]


def test_a_headline_that_says_what_the_story_says_is_saved() -> None:
    lines = [Line(text, 0, 1) for text in HARBOUR]
    assert lost_headline(lines, set(range(10)), set(range(10))) == 8


@pytest.mark.parametrize(
    ("low", "gone"),
    [
        (set(range(8)), set(range(8))),  # it stays anyway
        (set(range(10)), set(range(8))),  # it is somebody else's to take
        (set(range(12)), set(range(12))),  # nothing stays that it could say
    ],
)
def test_other_lines_above_are_not(low: set[int], gone: set[int]) -> None:
    assert lost_headline([Line(text, 0, 1) for text in HARBOUR], low, gone) is None


def test_a_line_far_above_the_story_is_no_headline() -> None:
    lines = [Line(HARBOUR[8], 0, 1), *(Line(f"Label {n}", 0, 1) for n in range(20))]
    lines += [Line(text, 0, 1) for text in HARBOUR[10:]]
    assert lost_headline(lines, set(range(21)), set(range(21))) is None


def test_the_words_of_scripts_without_spaces_are_pairs() -> None:
    texts = [
        "首页",
        "新闻",
        "百年木桥由村民亲手修复成功",
        "浙江省丽水市一座百年木桥由村民亲手修复，费用全部由村民捐赠。",
    ]
    lines = [Line(text, 0, 1) for text in texts]
    assert lost_headline(lines, {0, 1, 2}, {0, 1, 2}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Poe",
        "Von Anna Lehmann",
        "Автор: Олена Гончар",
        "作者：陈晓雨",
        "記者林怡君／台東報導",
    ],
)
def test_a_byline_right_above_the_story_is_spared(text: str) -> None:
    assert is_signed(Facts(text))


@pytest.mark.parametrize(
    "text",
    [
        "By the river",
        "文化 娱乐 体育",
        "Text",
        "By Ann Poe, who has lived by the river for years.",
        "Byrd",
    ],
)
def test_labels_and_sentences_are_no_bylines(text: str) -> None:
    assert not is_signed(Facts(text))
