"""Two headlines: one or two? Many: which are one?"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.headlines import (
    Comparison,
    Names,
    compare_headlines,
    duplicate_headlines,
    same_headline,
)

CASES = Path(__file__).parent / "cases" / "headlines.tsv"
ROWS = [
    line.split("\t")
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
# Letters, marks and separators as they stand in titles, so that random text has structure.
TITLES = st.text(
    st.sampled_from("ab cdE é1 2-–|:·«»_().…,'\"新聞_한국ىלא\u0301\u200b"), max_size=40
)


@pytest.mark.parametrize(
    ("language", "verdict", "tried", "first", "second"),
    ROWS,
    ids=[f"{row[0]}-{row[1]}-{row[2]}" for row in ROWS],
)
def test_pair(language, verdict, tried, first, second):
    assert same_headline(first, second) is (verdict == "same")
    assert same_headline(second, first) is (verdict == "same")
    assert compare_headlines(first, second).same is (verdict == "same")


def test_cases_are_enough():
    verdicts = [row[1] for row in ROWS]

    assert len(ROWS) >= 200
    assert len({row[0] for row in ROWS}) >= 15
    assert abs(verdicts.count("same") - verdicts.count("two")) < len(ROWS) / 20


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Fire on Road 1506", "Fire on Road 1514", "The numbers differ: “1506” and “1514”."),
        ("Biden wins Ohio", "Trump wins Ohio", "The words differ: “biden” and “trump”."),
        (
            "Arsenal beat Chelsea",
            "Chelsea beat Arsenal",
            "The same words in another order say another thing.",
        ),
        (
            "Bridge closes",
            "Bridge closes, ten hurt",
            "“ten hurt” stands in one alone: another fact, or another story.",
        ),
        ("Rain in Wales", "Cheap cars for all", "They have little in common."),
        ("—", "Rain in Wales", "A text without a word is no headline."),
        (
            "Rain in Wales",
            "RAIN IN WALES!",
            "The same words; at most case, accents, punctuation and articles differ.",
        ),
    ],
)
def test_why(a, b, expected):
    assert compare_headlines(a, b).why == expected


def test_comparison_is_a_value():
    assert compare_headlines("Rain", "Rain") == compare_headlines("Rain", "Rain")
    assert compare_headlines("Rain", "Rain").score == 1.0
    assert isinstance(compare_headlines("", "\ud800"), Comparison)


@given(TITLES, TITLES)
def test_any_two_texts_are_compared_either_way(a, b):
    there, back = compare_headlines(a, b), compare_headlines(b, a)

    assert 0 <= there.score <= 1
    assert there.same == back.same == same_headline(a, b)
    assert there.why


@given(TITLES)
def test_a_text_is_itself(text):
    assert same_headline(text, text)


STORIES = [
    "Ferry workers call off strike after late night talks",
    "Village library wins reprieve in council vote",
    "Scientists map the seabed off Shetland",
    "Bakery chain to close half its shops by summer",
]


def test_names_are_learned_from_the_batch():
    batch = [f"{story} - Quux zorp daily of the wide north" for story in STORIES]
    batch += STORIES

    assert duplicate_headlines(batch) == [[0, 4], [1, 5], [2, 6], [3, 7]]


def test_a_name_alone_is_no_headline():
    batch = [f"{story} | The Northern Post" for story in STORIES] + ["The Northern Post"]

    assert duplicate_headlines(batch) == [[0], [1], [2], [3], [4]]


def test_copies_of_one_headline_teach_no_name():
    assert Names.learn([f"Rain | {STORIES[0]}"] * 5) == Names()


def test_a_city_is_no_outlet():
    batch = [f"Weather for the weekend | {city}" for city in ("Prague", "Brno", "Plzen")]
    batch += [f"Local council vote | {city}" for city in ("Prague", "Brno", "Plzen")]
    batch += [f"Tram delays this week | {city}" for city in ("Prague", "Brno", "Plzen")]

    assert duplicate_headlines(batch) == [[i] for i in range(9)]


def test_no_chain_joins_two_stories():
    beginning = "Mayor of Lowtown says that the new bridge will…"
    ends = [
        "Mayor of Lowtown says that the new bridge will open in May",
        "Mayor of Lowtown says that the new bridge will never open",
    ]

    groups = duplicate_headlines([*ends, beginning])

    assert not any({0, 1} <= set(group) for group in groups)


def test_empty_and_blank():
    assert duplicate_headlines([]) == []
    assert duplicate_headlines(["", "", " ", "—", "…"]) == [[0, 1], [2], [3], [4]]


@given(st.lists(TITLES, max_size=12), st.randoms(use_true_random=False))
def test_groups_cover_each_index_once_whatever_the_order(titles, rng):
    groups = duplicate_headlines(titles)
    order = list(range(len(titles)))
    rng.shuffle(order)
    shuffled = duplicate_headlines([titles[i] for i in order])

    assert sorted(i for group in groups for i in group) == list(range(len(titles)))
    assert groups == sorted(map(sorted, groups))
    assert sorted(sorted(order[i] for i in group) for group in shuffled) == groups


def test_groups_of_the_cases_hold_no_two_stories():
    """All cases in one batch: what is said to be two never ends up in one group."""
    texts = [text for row in ROWS for text in row[3:]]
    group_of = {}
    for number, group in enumerate(duplicate_headlines(texts)):
        group_of.update(dict.fromkeys(group, number))

    wrong = [ROWS[i][3:] for i in range(len(ROWS))
             if (group_of[2 * i] == group_of[2 * i + 1]) != (ROWS[i][1] == "same")]  # fmt: skip
    assert wrong == []


def test_keys_bring_together_all_that_compare_the_same():
    """The index against brute force, on respelt sentences."""
    rng = random.Random(3)
    texts = sorted({_respelt(rng, row[3]) for row in ROWS[::3] for _ in range(2)})
    group_of = {}
    for number, group in enumerate(duplicate_headlines(texts)):
        group_of.update({texts[i]: number for i in group})

    pairs = [(a, b) for a in texts for b in texts if a < b and same_headline(a, b)]
    missed = [(a, b) for a, b in pairs if group_of[a] != group_of[b]]
    assert len(pairs) > 50
    assert len(missed) <= len(pairs) // 100


def _respelt(rng: random.Random, text: str) -> str:
    return rng.choice(
        (text, text.upper(), f"{text} | The Globe", f"Globe News - {text}", text.replace("-", "–"))
    )


def test_progress_is_told():
    told: list[float] = []
    duplicate_headlines(STORIES, progress=told.append)

    assert told == sorted(told)
    assert all(0 <= share <= 1 for share in told)
