"""Frozen dataclasses that share their methods are those of the standard library to all others."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from typing import ClassVar

import pytest

from scrapeclean.frozen import dataclass


@dataclass(frozen=True)
class Lamp:
    """A lamp."""

    watts: int
    colours: tuple[str, ...] = ("white",)
    name: ClassVar[str] = "lamp"


@dataclass(frozen=True)
class Candle:
    """Has the fields of a lamp."""

    watts: int
    colours: tuple[str, ...] = ("white",)


def test_fields_are_taken_by_place_and_by_name():
    assert Lamp(40, ("red",)) == Lamp(watts=40, colours=("red",)) == Lamp(40, colours=("red",))
    assert Lamp(40).colours == ("white",)


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), ((1, (), 3), {}), ((1,), {"watts": 2}), ((1,), {"wats": 2}), ((1,), {"name": "x"})],
)
def test_other_arguments_are_an_error(values, named):
    with pytest.raises(TypeError, match=r"Lamp (takes|needs)"):
        Lamp(*values, **named)


def test_nothing_changes_afterwards():
    lamp = Lamp(40)

    with pytest.raises(FrozenInstanceError):
        lamp.watts = 60  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del lamp.watts

    assert lamp == Lamp(40)


def test_two_are_equal_whose_class_and_fields_are():
    assert Lamp(40) == Lamp(40)
    assert hash(Lamp(40)) == hash(Lamp(40))
    assert Lamp(40) != Lamp(60)
    assert Lamp(40) != Candle(40)


def test_the_standard_library_knows_them():
    assert is_dataclass(Lamp)
    assert [field.name for field in fields(Lamp)] == ["watts", "colours"]
    assert replace(Lamp(40), colours=("red", "green")) == Lamp(40, ("red", "green"))


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))]
)
def test_copies_are_equal(again):
    assert again(Lamp(40, ("red",))) == Lamp(40, ("red",))


def test_they_are_shown_with_their_fields():
    assert repr(Lamp(40)) == "Lamp(watts=40, colours=('white',))"
