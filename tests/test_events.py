"""The event bus: whoever publishes never waits for whoever listens."""

import logging
import queue
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voiceflow.errors import VoiceFlowError
from voiceflow.events import (
    Delivered,
    Event,
    EventBus,
    HistoryChanged,
    Level,
    Notice,
    Severity,
    State,
    StateChanged,
    wait_for,
)


@pytest.fixture
def bus() -> Iterator[EventBus]:
    bus = EventBus().start()
    yield bus
    bus.stop()


EVENTS = st.one_of(
    st.builds(StateChanged, st.sampled_from(State)),
    st.builds(Level, st.floats(-90, 0), st.booleans()),
    st.builds(HistoryChanged, st.text(max_size=3)),
)


@given(events=st.lists(EVENTS, max_size=40))
@settings(max_examples=40, deadline=None)
def test_every_listener_gets_every_event_of_its_kind_in_order(events: list[Event]) -> None:
    bus = EventBus().start()
    heard_all: list[Event] = []
    heard_states: list[Event] = []
    bus.subscribe(Event, heard_all.append)
    bus.subscribe(StateChanged, heard_states.append)
    for event in events:
        bus.publish(event)
    bus.stop()
    assert heard_all == events
    assert heard_states == [event for event in events if isinstance(event, StateChanged)]


def test_a_slow_listener_keeps_no_publisher_waiting(bus: EventBus) -> None:
    release, heard = threading.Event(), []
    bus.subscribe(Event, lambda event: release.wait(10))
    bus.subscribe(Event, heard.append)
    for number in range(1000):
        bus.publish(HistoryChanged(str(number)))
    assert heard == []
    release.set()
    bus.stop()
    assert [event.dictation_id for event in heard] == [str(number) for number in range(1000)]


def test_listeners_run_on_the_buss_own_thread(bus: EventBus) -> None:
    names: list[str] = []
    bus.subscribe(Event, lambda event: names.append(threading.current_thread().name))
    bus.publish(HistoryChanged("1"))
    bus.stop()
    assert names == ["events"]


def test_a_listener_that_fails_keeps_nothing_from_the_others(bus: EventBus, caplog: pytest.LogCaptureFixture) -> None:
    heard: list[Event] = []
    bus.subscribe(Event, lambda event: 1 / 0)
    bus.subscribe(Event, heard.append)
    notice = Notice(Severity.WARNING, "audio.silence", "The microphone gives only silence")
    with caplog.at_level(logging.ERROR):
        bus.publish(notice)
        bus.publish(notice)
        bus.stop()
    assert heard == [notice, notice]
    assert "a listener failed on Notice" in caplog.text


def test_who_has_unsubscribed_hears_no_more(bus: EventBus) -> None:
    heard: list[Event] = []
    unsubscribe = bus.subscribe(Event, heard.append)
    heard_by_a_twin: list[Event] = []
    bus.subscribe(Event, heard_by_a_twin.append)
    unsubscribe()
    unsubscribe()
    bus.publish(HistoryChanged("1"))
    bus.stop()
    assert heard == []
    assert len(heard_by_a_twin) == 1


def test_a_listener_may_subscribe_publish_and_unsubscribe(bus: EventBus) -> None:
    heard: list[str] = []

    def first(event: HistoryChanged) -> None:
        unsubscribe()
        bus.subscribe(HistoryChanged, lambda event: heard.append(event.dictation_id))
        bus.publish(HistoryChanged("second"))

    unsubscribe = bus.subscribe(HistoryChanged, first)
    bus.publish(HistoryChanged("first"))
    done = threading.Event()
    bus.subscribe(StateChanged, lambda event: done.set())
    while not heard:
        bus.publish(StateChanged(State.IDLE))
        assert done.wait(10)
        done.clear()
    assert heard == ["second"]


def test_events_after_the_stop_are_dropped(bus: EventBus) -> None:
    heard: list[Event] = []
    bus.subscribe(Event, heard.append)
    bus.stop()
    bus.publish(HistoryChanged("late"))
    assert heard == []


DELIVERED = Delivered("1", "done", "a text", "paste")
TROUBLE = Notice(Severity.ERROR, "audio.gone", "The microphone went away", "Plug it in")


def _happened(*events: Event) -> "queue.SimpleQueue[Event]":
    happened: queue.SimpleQueue[Event] = queue.SimpleQueue()
    for event in events:
        happened.put(event)
    return happened


def test_who_waits_for_a_text_passes_over_everything_else() -> None:
    warning = Notice(Severity.WARNING, "audio.quiet", "It is quiet")
    happened = _happened(StateChanged(State.LISTENING), warning, DELIVERED, TROUBLE)
    assert wait_for(Delivered, happened, 10) is DELIVERED


@pytest.mark.parametrize(
    ("events", "code"), [((TROUBLE, DELIVERED), "audio.gone"), ((HistoryChanged("1"),), "dictation.stuck")]
)
def test_who_waits_for_a_text_that_does_not_come_is_told_why(events: tuple[Event, ...], code: str) -> None:
    with pytest.raises(VoiceFlowError) as told:
        wait_for(Delivered, _happened(*events), 0)
    assert told.value.code == code
