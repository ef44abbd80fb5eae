"""A part that is made when it is first asked for, and only once, whichever threads ask."""

from collections.abc import Callable
from threading import RLock
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - it stands where `cached_property` would
    """From Python 3.12 on, two threads that ask a `cached_property` at the same time make two. Here the second waits
    for what the first makes. It is kept in the object's `__dict__`, where it is found without a lock."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._making = RLock()
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type | None = None) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type | None = None) -> T: ...

    def __get__(self, instance: object | None, owner: type | None = None) -> Self | T:
        if instance is None:
            return self
        made: dict[str, T] = instance.__dict__
        with self._making:
            if self._name not in made:
                made[self._name] = self._make(instance)
            return made[self._name]
