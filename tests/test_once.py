"""One part, however many threads ask for it first."""

import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest

from voiceflow.core import Core
from voiceflow.once import once


class Slow:
    def __init__(self) -> None:
        self.made, self.asked = count(), threading.Barrier(2)
        self.being_made = threading.Event()

    @once
    def part(self) -> int:
        self.being_made.set()
        self.asked.wait(5)
        return next(self.made)


def test_two_threads_that_ask_at_the_same_time_get_the_same_part() -> None:
    slow = Slow()
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(lambda: slow.part)
        assert slow.being_made.wait(5)
        second = threads.submit(lambda: slow.part)
        slow.asked.wait(5)  # who makes it goes on: another one that made it, too, would wait here in vain
        assert (first.result(5), second.result(5)) == (0, 0)


def test_what_could_not_be_made_is_made_when_it_is_asked_for_again() -> None:
    class Fails:
        made = count()

        @once
        def part(self) -> int:
            if (number := next(self.made)) == 0:
                raise OSError("not yet")
            return number

    fails = Fails()
    with pytest.raises(OSError, match="not yet"):
        _ = fails.part
    assert (fails.part, fails.part) == (1, 1)


def test_the_core_opens_one_history_however_many_ask(private_home: object) -> None:
    """On any Python: `cached_property` has no lock from 3.12 on."""
    asked = threading.Barrier(4)

    def ask() -> object:
        asked.wait(5)
        return core.history

    with Core() as core, ThreadPoolExecutor(4) as threads:
        core.change("history.key_storage", "file")
        assert len({id(each.result(10)) for each in [threads.submit(ask) for _ in range(4)]}) == 1
    assert isinstance(Core.history, once)
