"""The core's events on the UI thread: fast ones seldom, all in order."""

import threading
import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from voiceflow.events import Delivered, Event, EventBus, Heard, Level, Notice, Severity, State, StateChanged
from voiceflow.ui.bridge import FRAME_MS, Bridge


@pytest.fixture
def bus() -> Iterator[EventBus]:
    bus = EventBus().start()
    yield bus
    bus.stop()


class Seen:
    """What came through, in order."""

    def __init__(self, bridge: Bridge) -> None:
        self.events: list[Event] = []
        self.threads: set[threading.Thread] = set()
        for signal in (bridge.state, bridge.level, bridge.heard, bridge.delivered, bridge.notice):
            signal.connect(self._take)

    def _take(self, event: Event) -> None:
        self.events.append(event)
        self.threads.add(threading.current_thread())

    def of(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


@pytest.fixture
def bridge(qtbot: QtBot, bus: EventBus) -> Iterator[Bridge]:
    bridge = Bridge(bus)
    yield bridge
    bridge.stop()


def test_levels_come_at_most_thirty_times_a_second_and_the_last_one_comes(
    qtbot: QtBot, bus: EventBus, bridge: Bridge
) -> None:
    seen, began_s, count = Seen(bridge), time.monotonic(), 0
    while time.monotonic() - began_s < 0.5:
        count += 1
        bus.publish(Level(-float(count), speech=True))
        qtbot.wait(1)
    qtbot.waitUntil(lambda: Level(-float(count), speech=True) in seen.events)
    frames = (time.monotonic() - began_s) * 1000 / FRAME_MS
    assert count > 2 * frames
    assert 5 < len(seen.of(Level)) <= frames + 1


def test_the_first_level_after_a_rest_does_not_wait(qtbot: QtBot, bus: EventBus, bridge: Bridge) -> None:
    seen = Seen(bridge)
    bus.publish(Level(-20, speech=True))
    qtbot.waitUntil(lambda: len(seen.events) == 1, timeout=1000)


def test_what_was_heard_comes_before_what_ends_it(qtbot: QtBot, bus: EventBus, bridge: Bridge) -> None:
    seen = Seen(bridge)
    end = Delivered("one", "done", "some words", "paste")
    for event in (Heard("one", "some", ""), Heard("one", "some", "words"), end, StateChanged(State.IDLE)):
        bus.publish(event)
    qtbot.waitUntil(lambda: len(seen.of(StateChanged)) == 1)
    assert seen.of(Heard)[-1] == Heard("one", "some", "words")
    assert seen.events[-2:] == [end, StateChanged(State.IDLE)]


def test_everything_comes_on_the_ui_thread(qtbot: QtBot, bus: EventBus, bridge: Bridge) -> None:
    seen = Seen(bridge)
    for event in (Level(-20, speech=False), Notice(Severity.INFO, "a.b", "Something"), StateChanged(State.IDLE)):
        bus.publish(event)
    qtbot.waitUntil(lambda: len(seen.events) == 3)
    assert seen.threads == {threading.main_thread()}


def test_a_stopped_bridge_is_silent(qtbot: QtBot, bus: EventBus, bridge: Bridge) -> None:
    seen, other = Seen(bridge), Bridge(bus)
    bridge.stop()
    with qtbot.waitSignal(other.state):
        bus.publish(StateChanged(State.LISTENING))
    other.stop()
    assert seen.events == []
