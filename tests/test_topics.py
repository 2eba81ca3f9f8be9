"""Paragraphs told by their words: what they speak of, and the file of words as data."""

from __future__ import annotations

from pathlib import Path

import pytest

import scrapeclean.lexicon.topics as module
from scrapeclean.facts import Facts
from scrapeclean.lexicon.hits import TOLD, hits
from scrapeclean.lexicon.topics import QUIET, SPEECHES, read_topics, spoken, topics
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
