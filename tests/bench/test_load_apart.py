"""A process of its own for a load: its answers, and its end when it takes too much."""

import psutil
import pytest

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.suites.load.apart import Apart, memory_limit_bytes


def _apart(function: str, most_bytes: int = 120_000_000) -> Apart:
    return Apart(f"tests.bench.strange_processes:{function}", {"word": "hello"}, 60, most_bytes)


def test_what_it_gives_comes_line_by_line_and_nothing_that_libraries_print() -> None:
    with _apart("answers") as apart:
        assert [line.told for line in apart.lines()] == [{"heard": "hello"}]
    assert apart.ended == ""


@pytest.mark.parametrize(("function", "why"), [("grows", "memory"), ("falls", "crash")])
def test_one_that_takes_too_much_or_falls_is_ended_and_says_why(function: str, why: str) -> None:
    with _apart(function) as apart:
        assert [line.told for line in apart.lines()] == [{"ready": True}]
    assert apart.ended == why


def test_one_that_takes_too_long_is_ended() -> None:
    with _apart("hangs") as apart:
        lines = apart.lines()
        next(lines)
        apart.until_s = 0
        assert list(lines) == []
    assert apart.ended == "time"


def test_one_that_is_not_wanted_any_more_is_ended() -> None:
    with _apart("hangs") as apart:
        next(apart.lines())
        pid = apart.pid
    assert not psutil.pid_exists(pid)


def test_nothing_at_all_is_a_part_that_cannot_run() -> None:
    with _apart("gives_nothing") as apart, pytest.raises(CannotRunError):
        list(apart.lines())


def test_a_quarter_of_the_free_memory_is_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    free = psutil.virtual_memory()._replace(available=400_000_000)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: free)
    assert memory_limit_bytes() == 100_000_000
