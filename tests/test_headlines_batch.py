"""What only a large batch can tell: which words are rare, and what holds them is the same."""

from __future__ import annotations

import gc
import random
from pathlib import Path

import pytest

from scrapeclean.headlines import duplicate_headlines, same_headline

CASES = Path(__file__).parent / "cases" / "headlines.tsv"
ROWS = [
    line.split("\t")
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SYLLABLES = [a + b for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u")]


def _made_up(rng: random.Random) -> str:
    """A headline of words that hardly another one has, and one that many have."""
    words = ["".join(rng.choices(SYLLABLES, k=3)) for _ in range(6)]
    return " ".join([*words[:3], "in", *words[3:]])


LARGE = [_made_up(random.Random(seed)) for seed in range(1100)]
FERRY = "Ferry workers of Lowtown call off strike after late night talks"


def _are_one(a, b, batch):
    groups = duplicate_headlines([a, b, *batch])
    return groups[0][:2] == [0, 1]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (f"Home News {FERRY}", FERRY),
        (f"Read also {FERRY}", FERRY),
        (FERRY.replace("Lowtown", "Lowtown and its islands"), FERRY),
        (f"{FERRY} with ministers", FERRY),
        ("Harbour mill burns down, says insurer | Estuary Post", "Harbour mill burns down"),
        ("Cherry cake with marzipan recipe | Estuary Post", "Cherry cake with marzipan"),
    ],
)  # fmt: skip
def test_in_a_large_batch_what_is_held_by_another_is_the_same(more, less):
    assert not same_headline(more, less)
    assert not _are_one(more, less, LARGE[:20])
    assert _are_one(more, less, LARGE)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (f"{FERRY} 2", FERRY),
        (f"7 {FERRY}", FERRY),
        (f"Second {FERRY}", FERRY),
        (FERRY.replace("call", "never call"), FERRY),
        (FERRY.replace("Lowtown", "Hightown"), FERRY),
        ("Bridge over the Tamar closes, hundreds stranded", "Bridge over the Tamar closes"),
        ("Harbour mill burns down, says insurer", "Harbour mill burns down"),
        (
            "Harbour mill burns down, says insurer | Estuary Post",
            "Harbour mill burns down | Fell News",
        ),
        (
            "Harbour mill burns down, 12 hurt | Estuary Post",
            "Harbour mill burns down",
        ),
    ],
)
def test_in_a_large_batch_numbers_negation_names_and_new_facts_still_part(more, less):
    assert not _are_one(more, less, LARGE)


def test_common_words_are_no_evidence_however_large_the_batch():
    batch = []
    for made in LARGE:
        a, b, c, *_, d = made.split()
        batch.append(f"Home {a} police {b} say they want {c} to know more {d}")

    assert not _are_one(
        "Home police say they want to know more", "police say they want to know more", batch
    )


def test_cases_stay_right_in_a_large_batch():
    texts = [text for row in ROWS for text in row[3:]]
    group_of = {}
    for number, group in enumerate(duplicate_headlines([*texts, *LARGE])):
        group_of.update(dict.fromkeys(group, number))

    wrong = [ROWS[i][3:] for i in range(len(ROWS))
             if (group_of[2 * i] == group_of[2 * i + 1]) != (ROWS[i][1] == "same")]  # fmt: skip
    assert wrong == []


def test_the_garbage_collector_is_as_it_was_also_after_an_error():
    def stop(_share):
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        duplicate_headlines(["Rain", "Snow"], progress=stop)

    assert gc.isenabled()
