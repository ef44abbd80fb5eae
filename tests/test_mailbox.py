"""The mailbox: one thread runs posted calls, in order, and loses none."""

import logging
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Future

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voiceflow.mailbox import Mailbox


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    mailbox = Mailbox("under test").start()
    yield mailbox
    mailbox.stop()


def blocked(mailbox: Mailbox) -> Callable[[], None]:
    """Keeps the thread busy until the answer is called, so that posts pile up."""
    busy, go_on = threading.Event(), threading.Event()

    def block() -> None:
        busy.set()
        go_on.wait(10)

    mailbox.post(block)
    busy.wait(10)
    return go_on.set


@given(counts=st.lists(st.integers(0, 30), min_size=1, max_size=4))
@settings(max_examples=30, deadline=None)
def test_calls_from_many_threads_all_run_and_each_threads_in_order(counts: list[int]) -> None:
    mailbox = Mailbox("under test").start()
    ran: list[tuple[int, int]] = []

    def post_all(poster: int, count: int) -> None:
        for number in range(count):
            mailbox.post(ran.append, (poster, number))

    posters = [threading.Thread(target=post_all, args=entry) for entry in enumerate(counts)]
    for thread in posters:
        thread.start()
    for thread in posters:
        thread.join()
    assert mailbox.stop()
    for poster, count in enumerate(counts):
        assert [number for who, number in ran if who == poster] == list(range(count))


@given(delays_ms=st.lists(st.integers(0, 20), max_size=12))
@settings(max_examples=20, deadline=None)
def test_timed_calls_all_run_and_never_early(delays_ms: list[int]) -> None:
    mailbox = Mailbox("under test").start()
    ran: list[tuple[int, float]] = []
    done = threading.Event()
    release = blocked(mailbox)
    began = time.monotonic()
    for delay_ms in delays_ms:
        mailbox.post_after(delay_ms / 1000, lambda delay_ms=delay_ms: ran.append((delay_ms, time.monotonic())))
    mailbox.post_after(0.025, done.set)
    release()
    assert done.wait(10)
    mailbox.stop()
    assert sorted(delays_ms) == sorted(delay_ms for delay_ms, _ in ran)
    assert all(at - began >= delay_ms / 1000 for delay_ms, at in ran)


def test_the_call_that_is_due_first_runs_first(mailbox: Mailbox) -> None:
    release = blocked(mailbox)
    ran: list[str] = []
    done = threading.Event()
    mailbox.post_after(0.3, done.set)
    mailbox.post_after(0.2, ran.append, "second")
    mailbox.post_after(0.001, ran.append, "first")
    mailbox.post(ran.append, "posted")
    release()
    assert done.wait(10)
    assert ran == ["posted", "first", "second"]


def test_a_timed_call_does_not_hold_up_the_others(mailbox: Mailbox) -> None:
    mailbox.post_after(60, pytest.fail, "far too early")
    assert mailbox.ask(lambda: "now").result(10) == "now"


def test_a_cancelled_timed_call_does_not_run(mailbox: Mailbox) -> None:
    ran: list[str] = []
    done = threading.Event()
    cancel = mailbox.post_after(0.01, ran.append, "cancelled")
    mailbox.post_after(0.02, done.set)
    cancel()
    assert done.wait(10)
    assert ran == []


def test_a_cancelled_timed_call_holds_nothing(mailbox: Mailbox) -> None:
    class Held:
        """What a call needs."""

    held = Held()
    cancel = mailbox.post_after(60, pytest.fail, held)
    gone = weakref.ref(held)
    cancel()
    del held, cancel
    assert gone() is None
    assert mailbox.backlog == 0


def test_an_answer_or_an_exception_comes_back(mailbox: Mailbox) -> None:
    assert mailbox.ask(divmod, 7, 2).result(10) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        mailbox.ask(divmod, 7, 0).result(10)
    assert mailbox.ask(threading.current_thread).result(10).name == "under test"


def test_a_question_that_was_taken_back_is_not_asked(mailbox: Mailbox) -> None:
    release = blocked(mailbox)
    ran: list[str] = []
    answer: Future[None] = mailbox.ask(ran.append, "asked")
    assert answer.cancel()
    release()
    mailbox.stop()
    assert ran == []


def test_an_exception_is_told_and_the_thread_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    errors: list[BaseException] = []
    mailbox = Mailbox("under test", errors.append).start()
    with caplog.at_level(logging.ERROR):
        mailbox.post(divmod, 1, 0)
        assert mailbox.ask(lambda: "still here").result(10) == "still here"
    mailbox.stop()
    assert [type(error) for error in errors] == [ZeroDivisionError]
    assert "a call failed on under test" in caplog.text


def test_stopping_runs_what_was_posted_and_drops_what_is_not_due() -> None:
    mailbox = Mailbox("under test").start()
    release = blocked(mailbox)
    ran: list[int] = []
    for number in range(5):
        mailbox.post(ran.append, number)
    mailbox.post_after(60, ran.append, 99)
    assert mailbox.backlog == 6
    release()
    assert mailbox.stop()
    assert ran == [0, 1, 2, 3, 4]


def test_after_the_stop_nothing_runs_and_nobody_waits_for_ever() -> None:
    mailbox = Mailbox("under test").start()
    mailbox.stop()
    mailbox.post(pytest.fail, "posted after the stop")
    assert mailbox.ask(lambda: None).cancelled()
    assert mailbox.stop()


def test_it_can_be_stopped_before_it_starts_and_from_its_own_thread() -> None:
    assert Mailbox("under test").stop()
    mailbox = Mailbox("under test").start()
    assert mailbox.ask(mailbox.stop).result(10) is False
    assert mailbox.stop()


def test_a_call_that_hangs_is_told_by_the_stop() -> None:
    mailbox = Mailbox("under test").start()
    release = blocked(mailbox)
    assert mailbox.stop(timeout_s=0.05) is False
    release()
    assert mailbox.stop()
