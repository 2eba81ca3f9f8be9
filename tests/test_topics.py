"""Paragraphs told by their words: what they speak of, and the file of words as data."""

from __future__ import annotations

from pathlib import Path

import pytest

import scrapeclean.lexicon.topics as module
from scrapeclean.facts import Facts
from scrapeclean.lexicon.hits import TOLD, hits
from scrapeclean.lexicon.topics import QUIET, SPEECHES, read_topics, spoken, topics
from scrapeclean.lines import Line
from scrapeclean.page import Page

FILE = Path(module.__file__).with_suffix(".txt").read_text(encoding="utf-8")
BLOCKS = [block.strip("\n").split("\n") for block in FILE.split("\n[")[1:]]

WALL = (
    "With your agreement we place cookies on your device, so that advertising fits you; the data "
    "that is stored goes to our partners."
)
STORY = "The ferry between the islands will sail again in May, the harbour office said on Monday."


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block[0].rstrip("]"))
def test_words_are_sorted_unique_and_in_lower_case(block: list[str]) -> None:
    words = block[1:]
    assert words == sorted(set(words))
    assert words == [word.lower() for word in words]


def test_every_topic_of_a_kind_has_its_words() -> None:
    groups = {block[0].rstrip("]") for block in BLOCKS}
    named = {
        group
        for speech in SPEECHES.values()
        for topic in (*speech.must, *speech.may)
        for group in topic.split("|")
    }
    assert named == groups
    assert set(TOLD) == set(SPEECHES)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Our reporting is funded by readers like you.", "appeal"),
        ("The best stories of the coast, every morning in your inbox: sign up.", "newsletter"),
        ("Abonniere unseren Telegram-Kanal: das Wichtigste vom Tag, kostenlos.", "newsletter"),
        (WALL + " Settings and consent are on the page of choices.", "consent"),
        ("Be civil: offensive comments are removed, says our list of rules.", "comments"),
        ("No page of this site may be reproduced without permission.", "copying"),
        ("Przedruk artykułów tylko za zgodą wydawcy.", "copying"),
        ("Перепечатка статей только с разрешения редакции.", "copying"),
        ("如需转载本网文章，请联系我们授权。", "copying"),
        ("L'auteur n'engage que lui : ses opinions ne sont pas celles du journal.", "stance"),
        ("Les propos de l'auteur n'engagent pas la rédaction.", "stance"),
        ("筆者の見解であり、本紙の見解ではありません。", "stance"),
        ("Har du hittat ett fel? Skriv till oss.", "errors"),
    ],
)
def test_what_speaks_of_everything(text: str, kind: str) -> None:
    assert spoken(Facts(text), kind) == SPEECHES[kind].size


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "Sign up",
        "The court said that firms need consent before they place cookies on a device.",
        "The mayor's comments on the rules for the dam were published on Monday.",
        "The painter's opinions were not those of the newspaper.",
        "The seal may be reproduced with permission of the county.",
        "An error was found in the register of ferries, the office said.",
        "“No page of this site may be reproduced without permission,” the firm said.",
        "The army said on its Telegram channel that the best roads were open every day.",
        "“We place cookies on your device, so that our advertising fits you,” the firm said.",
        f"{WALL} {'It goes on and on. ' * 40}",
    ],
)
def test_what_speaks_of_less(text: str) -> None:
    assert all(spoken(Facts(text), kind) < speech.size for kind, speech in SPEECHES.items())


def test_us_or_you_must_be_spoken_of() -> None:
    line = Facts("Cookies on the device store data for advertising, with the consent of everybody.")
    assert spoken(line, "consent") == 0


def test_all_lines_at_one_go_are_read_as_one_by_one() -> None:
    texts = [WALL, STORY, "Our reporting is funded by readers like you.", "Share"]
    together = [Facts(text) for text in texts]
    read_topics(together)
    assert [line.topics for line in together] == [topics(Facts(text)) for text in texts]
    assert together[1].topics is QUIET


def test_consent_must_stand_beside_furniture() -> None:
    wall = f"{WALL} You may withdraw consent in the settings."
    assert not hits(Page.from_text(f"{STORY}\n\n{wall}\n\n{STORY}\n"))
    assert set(hits(Page.from_text(f"{STORY}\n\n{wall}\n\nReject all\n"))) == {2, 4}


BAN = "Articles of this site may be copied with permission."


def _taken(text: str) -> set[int]:
    return set(hits(Page.from_text(text)))


def test_a_ban_on_copying_stands_below_a_story() -> None:
    assert _taken(f"{STORY}\n\n{BAN}\n") == {2}
    assert not _taken(f"{BAN}\n\n{STORY}\n")
    assert not _taken(f"{BAN}\n")


def test_far_above_the_end_it_stands_beside_furniture() -> None:
    below = f"{STORY}\n\n" * 8
    assert not _taken(f"{STORY}\n\n{BAN}\n\n{below}")
    assert 2 in _taken(f"{STORY}\n\n{BAN}\n\nReject all\n\n{below}")


@pytest.mark.parametrize(
    "paragraph",
    [
        "The firm had copied two hundred articles since May, the judges found on Monday.",
        "“It is our site, and nobody gave them permission to reproduce it,” the editor said.",
        f"The site had copied articles of the harbour office. {'It went on and on. ' * 40}",
    ],
)
def test_a_story_about_copying_keeps_what_reads_like_a_ban(paragraph: str) -> None:
    assert not _taken(f"{paragraph}\n\n{STORY}\n\n{BAN}\n")


def test_bans_one_below_another_are_all_taken() -> None:
    assert _taken(f"{STORY}\n\n{BAN}\n\n{BAN}\n") == {2, 4}


@pytest.mark.parametrize("word", ["kopírovania", "kopírovanie"])
def test_a_stem_is_how_words_begin(word: str) -> None:
    assert "copying" in topics(Facts(f"Zákaz: {word} článkov"))


def test_a_stem_is_not_how_they_go_on() -> None:
    assert topics(Facts("Nekopírovanie článkov")) is QUIET


@pytest.mark.parametrize(
    "text", ["禁止擅自转载本站文章和图片，谢谢合作。", "אין להעתיקה, כתבו לנו"]
)
def test_some_scripts_join_words(text: str) -> None:
    assert "copying" in topics(Facts(text))


def test_lines_above_many_bans_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def subjects(lines: list[Line]) -> frozenset[str]:
        asked.extend(line.text for line in lines)
        return frozenset()

    monkeypatch.setattr("scrapeclean.lexicon.hits.subjects", subjects)
    part = f"{STORY}\n\n{BAN}\n\nReject all\n\n"
    assert {1, 2} <= {at % 6 // 2 for at in _taken(part * 20)}
    assert len(asked) == 20
