"""What every hotkey backend must do. A backend's own tests subclass `HotkeyContract` and give it a keyboard."""

import threading
import time
from queue import Empty, Queue
from typing import Protocol

import pytest

from voiceflow.engines.hotkey.contract import Hotkey, KeyAction, KeyEvent
from voiceflow.errors import HotkeyError

PRESS, RELEASE, CANCEL = KeyAction.PRESS, KeyAction.RELEASE, KeyAction.CANCEL


class Keyboard(Protocol):
    """The other end: what a user's fingers do."""

    tells_down: bool

    def make(self, key: str = "") -> Hotkey:
        """A backend on this keyboard, with the key that this keyboard presses or another."""

    def press(self) -> None: ...
    def release(self) -> None: ...
    def hold_until_it_repeats(self) -> None: ...
    def tap_cancel(self) -> None: ...

    def occupy(self) -> None:
        """Another program takes the key."""


class Heard:
    """The events that arrive, waited for with a deadline."""

    def __init__(self) -> None:
        self._events: Queue[tuple[KeyEvent, str]] = Queue()

    def __call__(self, event: KeyEvent) -> None:
        self._events.put((event, threading.current_thread().name))

    def next(self, timeout_s: float = 5.0) -> KeyAction:
        event, self.thread = self._events.get(timeout=timeout_s)
        self.age_s = time.monotonic() - event.time_s
        return event.action

    def nothing(self, for_s: float = 0.1) -> bool:
        try:
            self._events.get(timeout=for_s)
        except Empty:
            return True
        return False


class HotkeyContract:
    @pytest.fixture
    def heard(self) -> Heard:
        return Heard()

    @pytest.fixture
    def hotkey(self, keyboard: Keyboard, heard: Heard):  # type: ignore[no-untyped-def]
        hotkey = keyboard.make()
        hotkey.start(heard)
        yield hotkey
        hotkey.stop()

    def test_it_can_be_used_here(self, keyboard: Keyboard) -> None:
        assert type(keyboard.make()).unavailable() is None

    def test_a_press_and_its_release_are_told_once(self, hotkey: Hotkey, keyboard: Keyboard, heard: Heard) -> None:
        keyboard.press()
        assert heard.next() is PRESS
        assert heard.nothing()
        keyboard.release()
        assert heard.next() is RELEASE
        assert heard.nothing()

    def test_times_are_on_the_monotonic_clock(self, hotkey: Hotkey, keyboard: Keyboard, heard: Heard) -> None:
        keyboard.press()
        heard.next()
        keyboard.release()
        assert 0 <= heard.age_s < 1

    def test_auto_repeat_is_silent(self, hotkey: Hotkey, keyboard: Keyboard, heard: Heard) -> None:
        keyboard.hold_until_it_repeats()
        assert heard.next() is PRESS
        assert heard.nothing()
        keyboard.release()
        assert heard.next() is RELEASE
        assert heard.nothing()

    def test_twenty_quick_taps_are_all_told(self, hotkey: Hotkey, keyboard: Keyboard, heard: Heard) -> None:
        for _ in range(20):
            keyboard.press()
            keyboard.release()
        assert [heard.next() for _ in range(40)] == [PRESS, RELEASE] * 20
        assert heard.nothing()

    def test_the_keyboard_itself_says_whether_the_key_is_down(
        self, hotkey: Hotkey, keyboard: Keyboard, heard: Heard
    ) -> None:
        assert hotkey.is_down() is (False if keyboard.tells_down else None)
        keyboard.press()
        heard.next()
        assert hotkey.is_down() is (True if keyboard.tells_down else None)
        keyboard.release()
        heard.next()
        assert hotkey.is_down() is (False if keyboard.tells_down else None)

    def test_cancel_is_told_only_while_it_is_watched(self, hotkey: Hotkey, keyboard: Keyboard, heard: Heard) -> None:
        keyboard.tap_cancel()
        assert heard.nothing()
        hotkey.watch_cancel(True)
        hotkey.watch_cancel(True)
        hotkey.is_down()  # what was asked before has been done
        keyboard.tap_cancel()
        assert heard.next() is CANCEL
        hotkey.watch_cancel(False)
        hotkey.is_down()
        keyboard.tap_cancel()
        assert heard.nothing()

    def test_stopping_is_quick_and_leaves_no_thread(self, hotkey: Hotkey, keyboard: Keyboard) -> None:
        began = time.monotonic()
        hotkey.stop()
        assert time.monotonic() - began < 0.5
        hotkey.stop()
        assert "hotkey" not in [thread.name for thread in threading.enumerate()]
        assert hotkey.is_down() is None
        hotkey.watch_cancel(True)

    def test_stopping_gives_the_key_back(self, hotkey: Hotkey, keyboard: Keyboard, heard: Heard) -> None:
        hotkey.stop()
        keyboard.press()
        keyboard.release()
        assert heard.nothing()
        again = keyboard.make()
        again.start(heard)
        keyboard.press()
        keyboard.release()
        assert [heard.next(), heard.next()] == [PRESS, RELEASE]
        again.stop()

    def test_it_can_be_stopped_while_the_key_is_held(self, hotkey: Hotkey, keyboard: Keyboard, heard: Heard) -> None:
        keyboard.press()
        heard.next()
        hotkey.stop()
        keyboard.release()
        assert heard.nothing()

    def test_it_can_be_stopped_before_it_starts(self, keyboard: Keyboard) -> None:
        keyboard.make().stop()

    def test_an_unknown_key_is_told_with_the_nearest(self, keyboard: Keyboard, heard: Heard) -> None:
        with pytest.raises(HotkeyError, match="Did you mean pause"):
            keyboard.make("paus").start(heard)

    def test_a_key_of_another_program_is_told_with_the_cure(self, keyboard: Keyboard, heard: Heard) -> None:
        keyboard.occupy()
        hotkey = keyboard.make()
        with pytest.raises(HotkeyError) as caught:
            hotkey.start(heard)
        assert "another" in caught.value.title
        assert "voiceflow config set hotkey.key" in caught.value.hint
        hotkey.stop()
