"""Site profiles: what stands on many pages goes, what stands once stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from site_pages import END, TOP, Story, article, page, plain_page, site
from strategies import pages
from util import check, check_laws

from scrapeclean.cleaners.spacing import Spacing
from scrapeclean.pipeline import Pipeline
from scrapeclean.sites import FirstCopies, SiteProfile

SITE = SiteProfile.learn(site(12))


def kept(profile: SiteProfile, text: str) -> list[str]:
    result = Pipeline([profile]).clean(text)
    check_laws(Pipeline([profile]), result)
    assert not result.warnings
    return result.text.splitlines()


# what goes


def test_only_the_article_is_left_of_a_page():
    assert kept(SITE, plain_page(3)) == article(Story(3))


def test_a_page_that_was_not_learned_from_is_cleaned_as_well():
    assert kept(SITE, plain_page(99)) == article(Story(99))


def test_teasers_below_the_end_go_though_they_stand_on_one_page_alone():
    text = page(TOP, article(Story(50)), END[:3], "Never seen before", "Nor this")

    assert kept(SITE, text) == article(Story(50))


def test_an_edit_says_on_how_many_pages_its_line_stands():
    result = Pipeline([SITE]).clean(plain_page(3))
    reasons = {edit.old.strip(): edit.why for edit in result.edits}
    teaser = next(why for why in reasons.values() if why.startswith("below"))

    assert reasons["Share this story"] == "on 12 of 12 pages of this site"
    assert teaser == (
        "below “Share this story”, which ends the article and stands on 12 of 12 pages of this site"
    )


@pytest.mark.parametrize(
    "variant",
    [
        "COMMENTS (1,304)",
        "Comments",
        "  comments:  7 ",
        "Comments\u00a0(3)",
        "Comments&nbsp;(3)",
        "Ｃｏｍｍｅｎｔｓ (3)",
    ],
)
def test_near_variants_are_one_line(variant):
    text = page(TOP, article(Story(60)), variant)

    assert kept(SITE, text) == article(Story(60))


def test_furniture_inside_the_story_goes_though_it_reads_like_prose():
    appeal = (
        "Readers like you keep this newsroom free and independent, so please think of giving "
        "what you can today."
    )
    texts = []
    for number in range(10):
        story = Story(number)
        texts.append(page(TOP, story.headline, story.body[:2], appeal, story.body[2:], END))
    profile = SiteProfile.learn(texts)

    assert kept(profile, texts[0]) == article(Story(0))


def menu_page(number, front=(), below=()):
    """A page whose headline nothing announces, with new teasers inside the menu."""
    story = Story(number)
    teasers = [Story(number + more).teaser() for more in (1000, 2000, 3000)]
    lines = [*TOP[:3], *teasers, *TOP[3:], story.headline, *front, *story.body, *below]
    return page(lines, END)


MENUS = SiteProfile.learn(menu_page(number) for number in range(12))


def test_a_teaser_inside_the_menu_goes_for_how_it_reads():
    result = Pipeline([MENUS]).clean(menu_page(3))
    reasons = {edit.why for edit in result.edits if "school lost roofs" in edit.old}

    assert reasons == {"reads unlike an article, and not where the articles of this site stand"}


def test_a_card_below_the_article_goes_for_how_it_reads():
    result = Pipeline([MENUS]).clean(menu_page(3, below=["Related", "Kersey: museum moved boats"]))
    reason = next(edit.why for edit in result.edits if "museum moved boats" in edit.old)

    assert reason == "reads unlike an article, though where the articles of this site stand"


# what stays


@pytest.mark.parametrize(
    "front",
    [
        "By Ann Poe",
        "5 March 2021, 10:14",
        "Mayor Jo Diaz at the old harbour. Photo: Example Wire",
        "The harbour had waited for this since the spring of last year",
    ],
)
def test_what_stands_between_headline_and_text_stays(front):
    assert front in kept(MENUS, menu_page(50, [front]))


def test_prose_stays_wherever_it_stands():
    unlikely = Story(80).paragraph()
    text = menu_page(51, below=["Related", unlikely])

    assert unlikely in kept(MENUS, text)


def test_a_list_between_paragraphs_stays():
    story = Story(52)
    items = ["three lamps", "two boats", "the clock of the old library"]
    text = page(TOP, story.headline, story.body[:2], items, story.body[2:], END)

    assert kept(MENUS, text) == [story.headline, *story.body[:2], *items, *story.body[2:]]


def test_a_teaser_struck_by_a_person_stays():
    struck = MENUS.keep("Kersey: school lost roofs")

    assert "Kersey: school lost roofs" in kept(struck, menu_page(3))


def test_a_page_once_cleaned_stays_as_it_is():
    text = page(article(Story(3)))

    assert kept(SITE, text) == article(Story(3))


def test_dates_and_bylines_stay():
    texts = []
    for number in range(12):
        story = Story(number)
        about = [f"By {story.teaser()}", f"{number + 1} March 2021, 10:{number + 10}"]
        texts.append(
            page(f"{story.headline} | Courier", TOP, story.headline, about, story.body, END)
        )
    profile = SiteProfile.learn(texts)
    left = kept(profile, texts[4])

    assert left[0] == Story(4).headline
    assert left[1].startswith("By ")
    assert left[2] == "5 March 2021, 10:14"


def test_the_standing_introduction_of_a_column_stays():
    introduction = (
        "Every Friday our gardener answers what readers have asked during the week, and no "
        "question is too small."
    )
    texts = []
    for number in range(12):
        story = Story(number)
        texts.append(page(TOP, story.headline, introduction, story.body, END))
    profile = SiteProfile.learn(texts)

    assert kept(profile, texts[0]) == [Story(0).headline, introduction, *Story(0).body]


def test_a_line_that_only_starts_like_others_stays():
    first = "Here is what we know so far about the events of the day, which began early:"
    texts = []
    for number in range(12):
        story = Story(number)
        body = [f"{first} {story.body[0]}", *story.body[1:]]
        texts.append(page(TOP, story.headline, body, END))
    left = kept(SiteProfile.learn(texts), texts[0])

    assert left[1].startswith(first)


def test_a_subhead_that_comes_back_in_a_part_of_the_stories_stays():
    texts = site(8)
    for number in range(20, 27):
        story = Story(number)
        body = [*story.body[:2], "What happens next", *story.body[2:]]
        texts.append(page(TOP, story.headline, body, END))
    left = kept(SiteProfile.learn(texts), texts[-1])

    assert "What happens next" in left


def test_boilerplate_of_an_agency_takes_no_prose_with_it():
    boilerplate = (
        "Example Wire reports from forty countries and is owned by the newspapers that print it, "
        "as it has been since its foundation."
    )
    texts = site(8)
    for number in range(20, 30):
        story = Story(number)
        texts.append(page(TOP, article(story), boilerplate, END))
    profile = SiteProfile.learn(texts)

    assert set(article(Story(25))) <= set(kept(profile, texts[13]))
    assert set(article(Story(2))) <= set(kept(profile, texts[2]))


def test_the_states_of_a_live_page_count_once():
    live = Story(77, paragraphs=24)
    states = [page(TOP, live.headline, live.body[: 4 + 2 * n], END) for n in range(10)]
    profile = SiteProfile.learn([*states, *site(6)])

    assert kept(profile, states[-1]) == [live.headline, *live.body[:22]]


def test_ten_copies_of_one_page_are_one_page():
    story = Story(5)
    copies = [
        page(TOP, article(story), END, f"Today's weather: {word}")
        for word in ("sun", "rain", "fog", "hail", "wind", "snow", "ice", "heat", "storm", "calm")
    ]
    profile = SiteProfile.learn(copies)

    assert kept(profile, copies[0]) == copies[0].splitlines()
    assert "pages with prose of their own" in profile.warnings[0]


def test_ten_copies_among_others_count_once():
    copies = [plain_page(5)] * 10
    profile = SiteProfile.learn([*copies, *site(6, first=20)])

    assert profile.size == 7
    assert kept(profile, copies[0]) == article(Story(5))


def test_one_template_with_one_changing_sentence_loses_no_prose():
    template = Story(1).body
    texts = [
        page(TOP, "The market today", template, f"The price of {word} was what moved it.", END)
        for word in (
            "wheat",
            "milk",
            "wood",
            "steel",
            "wool",
            "paper",
            "glass",
            "salt",
            "tin",
            "coal",
        )
    ]
    profile = SiteProfile.learn(texts)

    assert kept(profile, texts[0]) == texts[0].splitlines()
    assert profile.warnings


@pytest.mark.parametrize("count", [0, 1, 4])
def test_fewer_than_five_pages_say_nothing(count):
    profile = SiteProfile.learn(site(count))

    assert kept(profile, plain_page(0)) == plain_page(0).splitlines()
    assert profile.warnings == (
        f"the profile drops nothing: it needs 5 pages with prose of their own and has {count} "
        f"(of {count} in all): learn from more pages of this site",
    )


def test_five_pages_are_enough():
    profile = SiteProfile.learn(site(5))

    assert profile.warnings == ()
    assert kept(profile, plain_page(0)) == article(Story(0))


def test_lines_struck_by_a_person_stay():
    profile = SITE.keep("Share this story", "comments")

    assert kept(profile, plain_page(3))[-2:] == ["Share this story", "Comments (12)"]


def test_a_page_of_another_kind_keeps_its_prose():
    story = Story(8, paragraphs=12)
    upside_down = page(END, TOP, story.body)

    assert set(story.body) <= set(kept(SITE, upside_down))


# laws


@given(pages)
def test_laws_hold_for_any_text(text):
    pipeline = Pipeline([SITE, Spacing()])

    check_laws(pipeline, pipeline.clean(text))


def test_blank_lines_and_other_line_ends_make_no_difference():
    text = plain_page(3).replace("\n", "\r\n\r\n")
    expected = "\r\n\r\n".join(article(Story(3))) + "\r\n"

    check([SITE, Spacing()], text, expected)


# furniture once


def test_furniture_can_be_kept_where_it_stands_first():
    first = FirstCopies(SITE)
    texts = [plain_page(3), plain_page(4)]
    cleaned = [
        Pipeline([SITE], keep=first.keep(text)).clean(text).text.splitlines() for text in texts
    ]

    assert cleaned[0] == [*TOP, *article(Story(3)), *END]
    assert cleaned[1] == article(Story(4))
