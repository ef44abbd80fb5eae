"""What a process of its own may do, for the tests of it."""

import os
from collections.abc import Iterator
from typing import Any

Lines = Iterator[dict[str, Any]]


def answers(told: dict[str, Any]) -> Lines:
    print("what a library has to say")
    yield {"heard": told["word"]}


def grows(told: dict[str, Any]) -> Lines:
    yield {"ready": True}
    kept = []
    while True:
        kept.append(os.urandom(5_000_000))


def hangs(told: dict[str, Any]) -> Lines:
    yield {"ready": True}
    while True:
        pass


def falls(told: dict[str, Any]) -> Lines:
    yield {"ready": True}
    os._exit(3)


def gives_nothing(told: dict[str, Any]) -> Lines:
    yield from ()
