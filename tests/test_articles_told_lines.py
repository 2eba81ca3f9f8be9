"""Lines of the story that look like its captions, its byline or its date, and are none of them."""

from __future__ import annotations

import pytest

import scrapeclean
from scrapeclean.articles.captions import is_surely_caption
from scrapeclean.articles.posts import signs_post
from scrapeclean.lines import Line

STORY = (
    "Four ferries lay idle in the harbour of Sohar on Monday, and nobody could say until when.",
    "The owner has not paid the crews since March, two of the captains told this paper.",
)


def line(text: str) -> Line:
    return Line(text, 0, 1)


@pytest.mark.parametrize(
    "text",
    [
        "MUSCAT (Reuters) - Four ferries lay idle in the harbour of Sohar on Monday, it said.",
        "MUSCAT, May 3 (Reuters) - Four ferries lay idle in the harbour of Sohar, officials said.",
        "SOHAR/MUSCAT (AFP) — Four ferries lay idle on Monday, and nobody could say until when.",
        "Berlin (dpa) - Vier Fähren lagen am Montag im Hafen, und niemand wusste, bis wann.",
        "A shell killed a man and wounded an Agence France-Presse (AFP) photographer on the ferry.",
    ],
)
def test_an_agency_that_the_text_goes_on_behind_makes_no_caption(text: str) -> None:
    assert not is_surely_caption(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ferries in the harbour of Sohar on Monday, May 3, 2024. (AP Photo/Ann Poe)",
        "Ferries in the harbour of Sohar on Monday (Reuters)",
        "Photo: AFP - Ferries in the harbour of Sohar",
        "A ferry, left, in the harbour",
        "Ferien im Hafen von Sohar. FOTO: ANN POE",
        "A kikötő vasárnap. Fotó: Szabó Anna",
        "Το λιμάνι την Κυριακή. (Φωτ.: Άννα Βλάχου)",
        "Keltai uoste. A. Petrauskienės nuotr.",
        "العبارات في الميناء - تصوير: أحمد فؤاد",
        "बंदरगाह में नावें। फोटो: कविता मिश्रा",
        "港に並ぶ船＝14日午前、新潟市、小林健太撮影",
        "港口的渡船。陈晓雨 摄",
        "港に並ぶ船（2024年5月3日撮影）。(c)AFP/Ann Poe",
    ],
)
def test_a_credit_at_an_end_still_does(text: str) -> None:
    assert is_surely_caption(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nobody could say on Monday until when the ferries would lie idle in Sohar. (c)AFP/Ann Poe",
        "渡船は当分のあいだ港にとどまると、船主は記者団に説明した。(c)AFP/Ann Poe",
        "Das Landgericht sprach den Reeder am Montag in allen Punkten frei. (c) dpa-infocom",
    ],
)
def test_an_agency_that_has_the_rights_in_a_story_makes_no_caption(text: str) -> None:
    assert not is_surely_caption(line(text))


@pytest.mark.parametrize("text", ["映画の撮影", "PHOTOS: The ferries of Sohar, in pictures"])
def test_a_word_for_pictures_alone_makes_none(text: str) -> None:
    assert not is_surely_caption(line(text))


def test_who_wrote_it_and_who_took_the_pictures_stand_on_one_line() -> None:
    (article,) = scrapeclean.clean(
        "\n\n".join(["Ferries lie idle", "Text: Ann Poe, Fotos: Bo Diaz", *STORY])
    ).articles
    assert article.byline == "Ann Poe"
    assert article.captions == ()


@pytest.mark.parametrize(
    "text",
    ["The concert is on again on May 12.", "Prochain concours le 14 juillet.", "Saturday, May 4"],
)
def test_a_day_without_a_year_below_the_story_is_its_own(text: str) -> None:
    (article,) = scrapeclean.clean("\n\n".join(["Ferries lie idle", *STORY, text])).articles
    assert article.date is None
    assert text in article.body


@pytest.mark.parametrize("text", ["May 12, 2024", "Published: May 12 at 14:47", "12/5/24"])
def test_a_date_of_print_below_the_story_is_the_article_s(text: str) -> None:
    (article,) = scrapeclean.clean("\n\n".join(["Ferries lie idle", *STORY, text])).articles
    assert article.date is not None


def test_above_the_story_a_day_will_do() -> None:
    (article,) = scrapeclean.clean("\n\n".join(["Ferries lie idle", "May 12", *STORY])).articles
    assert article.date == "May 12"


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Adams, 88, of Mill Lane, on May 2.",
        "Martha Quill (41)",
        "Anna Kovac (HUN) 2:24:10",
        "Robert Diaz (Ind) 1,530 votes",
    ],
)
def test_a_name_with_an_age_or_a_result_is_an_item_of_a_list(text: str) -> None:
    (article,) = scrapeclean.clean("\n\n".join(["Ferries lie idle", *STORY, text])).articles
    assert article.byline is None


@pytest.mark.parametrize(
    "text", ["Martha Quill", "By Martha Quill (41)", "Martha Quill, Staff Writer"]
)
def test_other_names_below_the_headline_are_the_author_s(text: str) -> None:
    (article,) = scrapeclean.clean("\n\n".join(["Ferries lie idle", text, *STORY])).articles
    assert article.byline == "Martha Quill"


def test_in_a_long_line_left_and_right_are_no_cues() -> None:
    text = f"Turn at the quay, {'past the sheds and the nets and the boats, ' * 3}, left, right, on"
    assert not is_surely_caption(
        line(text + ", then up the hill to the old customs house above it")
    )


@pytest.mark.parametrize("text", ["— Ann Poe (@annpoe) May 3, 2024", "– Bo (@bo_diaz) 3 May 2024"])
def test_the_signature_of_a_post(text: str) -> None:
    assert signs_post(line(text))


@pytest.mark.parametrize("text", ["— Ann Poe, Sohar", "By Ann Poe (@annpoe)", "May 3, 2024"])
def test_no_signature_of_a_post(text: str) -> None:
    assert not signs_post(line(text))


def test_a_quoted_post_gives_the_story_neither_byline_nor_date() -> None:
    signature = "— Ann Poe (@annpoe) May 3, 2024"
    page = "\n\n".join(["Ferries lie idle in Sohar", *STORY, signature, STORY[0][:-1] + " then."])

    (article,) = scrapeclean.clean(page).articles

    assert article.byline is None
    assert article.date is None
    assert signature in article.body


def test_a_sentence_with_a_date_in_it_is_body() -> None:
    told = "Judge Thomas Poe set the trial of the owner for Feb. 25."
    page = "\n\n".join(["Ferries lie idle in Sohar", told, *STORY])

    (article,) = scrapeclean.clean(page).articles

    assert told in article.body
