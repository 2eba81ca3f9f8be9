"""`cached_property` without a lock.

`functools.cached_property` takes a lock on every first look before Python 3.12, which costs more
than most facts about a line. Two threads that look at one page at once may compute a fact twice,
with the same result.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class cached_property(Generic[T]):  # noqa: N801, the name everybody knows
    """A method turned into an attribute that is computed when first asked for."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self.compute = compute
        self.name = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> cached_property[T]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> cached_property[T] | T:
        if instance is None:
            return self
        value = self.compute(instance)
        setattr(instance, self.name, value)  # lighter than __dict__, which would be made for it
        return value
