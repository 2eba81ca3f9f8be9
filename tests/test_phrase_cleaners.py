"""Cleaners that differ in their kinds of phrase alone are dataclasses to everybody else."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from scrapeclean.cleaners.comments import Comments
from scrapeclean.cleaners.share import Share
from scrapeclean.lexicon.cleaner import PhraseCleaner
from scrapeclean.lexicon.phrases import KINDS
from scrapeclean.page import Page
from scrapeclean.presets import NEWS

BY_PHRASES = [cleaner for cleaner in NEWS if isinstance(cleaner, PhraseCleaner)]


@pytest.mark.parametrize("cleaner", BY_PHRASES, ids=lambda cleaner: cleaner.name)
def test_each_takes_kinds_that_the_lexicon_has(cleaner: PhraseCleaner):
    assert cleaner.kinds
    assert set(cleaner.kinds) <= set(KINDS)
    assert cleaner.daring


def test_other_kinds_may_be_asked_for():
    page = Page.from_text("Leave a reply\nShare on Facebook\n")

    assert page.apply(Share()(page)).text == "Leave a reply\n"
    assert page.apply(Share(kinds=("comments",))(page)).text == "Share on Facebook\n"
    assert page.apply(Share(kinds=())(page)).text == page.text


def test_the_field_is_kinds():
    assert [field.name for field in fields(Share())] == ["kinds"]
    assert replace(Share(), kinds=("widget",)) == Share(("widget",))
    assert repr(Share(("widget",))) == "Share(kinds=('widget',))"


def test_two_are_equal_whose_class_and_kinds_are():
    assert Share() == Share(("share", "widget"))
    assert hash(Share()) == hash(Share(("share", "widget")))
    assert Share() != Share(("share",))
    assert Share(("comments",)) != Comments()


def test_kinds_do_not_change_afterwards():
    with pytest.raises(FrozenInstanceError):
        Share().kinds = ("widget",)  # type: ignore[misc]


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))]
)
def test_copies_are_equal(again):
    assert again(Share(("widget",))) == Share(("widget",))
