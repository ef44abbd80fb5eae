"""The global key on X11: XGrabKey, so that the program with the focus never sees it."""

import logging
import os
import select
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import SimpleQueue
from typing import Any

from voiceflow.engines.hotkey.contract import Hotkey, KeyAction, KeyEvent
from voiceflow.engines.hotkey.keys import parse, parse_cancel
from voiceflow.errors import EngineError, HotkeyError, VoiceFlowError

log = logging.getLogger(__name__)

_REPEAT_WAIT_S = 0.02  # the press of an auto-repeat follows its release within microseconds, but on a busy machine
_FASTEST_FINGER_MS = 20
_ANSWER_TIMEOUT_S = 0.5
_STOP_TIMEOUT_S = 1.0


class X11Hotkey(Hotkey):
    """The hotkey thread alone uses the connection; what others want of it travels through a queue."""

    def __init__(self, key: str, cancel_key: str = "Escape", display: str | None = None) -> None:
        self._key = key
        self._cancel_key = cancel_key
        self._display_name = display
        self._calls: SimpleQueue[Callable[[], Any] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland":
            return EngineError(
                "hotkey.wayland",
                "On Wayland an X11 program sees keys only while it has the focus",
                "Let VoiceFlow choose: voiceflow config set hotkey.backend auto",
            )
        if not os.environ.get("DISPLAY"):
            return EngineError("hotkey.no_display", "There is no X11 display", "Start VoiceFlow on a desktop.")
        try:
            _connect(None).close()
        except HotkeyError as error:
            return error
        return None

    @staticmethod
    def conflict(key: str) -> VoiceFlowError | None:
        from voiceflow.engines.hotkey.x11_grabs import Grabs

        combination = parse(key)
        display = _connect(None)
        try:
            grabs = Grabs(display, combination, combination)
            grabs.take_key()
            grabs.give_back_all()
        except HotkeyError as error:
            return error
        finally:
            display.close()
        return None

    def start(self, on_event: Callable[[KeyEvent], None]) -> None:
        from voiceflow.engines.hotkey.x11_grabs import Grabs

        combination, cancel = parse(self._key), parse_cancel(self._cancel_key)
        display = _connect(self._display_name)
        try:
            self._grabs = Grabs(display, combination, cancel)
            self._grabs.take_key()
        except BaseException:
            display.close()
            raise
        self._display = display
        self._wake, self._waker = socket.socketpair()
        self._watch = KeyWatch(on_event, self._grabs.key_is_down)
        self._thread = threading.Thread(target=self._run, name="hotkey", daemon=True)
        self._thread.start()

    def is_down(self) -> bool | None:
        answer: Future[bool] = Future()

        def ask() -> None:
            try:
                answer.set_result(self._grabs.key_is_down())
            except Exception as error:
                answer.set_exception(error)

        if not self._post(ask):
            return None
        try:
            return answer.result(_ANSWER_TIMEOUT_S)
        except Exception as error:
            log.warning("the keyboard did not answer: %s", type(error).__name__)
            return None

    def watch_cancel(self, on: bool) -> None:
        self._post(lambda: self._grabs.take_cancel() if on else self._grabs.give_back_cancel())

    def stop(self) -> None:
        if self._post(None) and self._thread:
            self._thread.join(_STOP_TIMEOUT_S)

    def _post(self, call: Callable[[], Any] | None) -> bool:
        if not (self._thread and self._thread.is_alive()):
            return False
        self._calls.put(call)
        with suppress(OSError):  # the thread has just ended and closed the socket
            self._waker.send(b"x")
        return True

    def _run(self) -> None:
        from Xlib.error import ConnectionClosedError

        try:
            while self._step():
                pass
            self._grabs.give_back_all()
        except (ConnectionClosedError, OSError) as error:
            log.warning("the X server is gone, and the global key with it: %s", type(error).__name__)
        finally:
            with suppress(Exception):  # the connection may be broken
                self._display.close()
            self._waker.close()
            self._wake.close()

    def _step(self) -> bool:
        """Waits for one thing and does it; False at the end."""
        if not self._display.pending_events():
            timeout_s = _REPEAT_WAIT_S if self._watch.in_doubt else None
            ready = select.select([self._display.fileno(), self._wake], [], [], timeout_s)[0]
            if self._wake in ready:
                self._wake.recv(1)
                call = self._calls.get()
                if call is None:
                    return False
                call()
                return True
            if not ready:
                self._watch.settle()
            if not self._display.pending_events():
                return True
        self._handle(self._display.next_event())
        return True

    def _handle(self, event: Any) -> None:
        from Xlib import X

        if event.type == X.MappingNotify:
            self._grabs.keyboard_changed(event)
        elif event.type == X.KeyPress and self._grabs.is_cancel(event):
            self._watch.cancel()
        elif event.type == X.KeyPress and self._grabs.is_key(event, held=self._watch.down):
            self._watch.press(event.time)
        elif event.type == X.KeyRelease and self._grabs.is_key(event, held=True):
            self._watch.release(event.time)


class KeyWatch:
    """Tells real presses and releases from auto-repeat, which X shows as a release and a press while the key stays
    down: of the same time, in the server's milliseconds, or nearly so where the server was interrupted between them."""

    def __init__(self, on_event: Callable[[KeyEvent], None], key_is_down: Callable[[], bool]) -> None:
        self._on_event = on_event
        self._key_is_down = key_is_down
        self._released_at: int | None = None
        self.down = False

    @property
    def in_doubt(self) -> bool:
        """A release came while the key is down: a press is about to follow."""
        return self._released_at is not None

    def press(self, time_ms: int) -> None:
        released_at, self._released_at = self._released_at, None
        repeat = self.down and released_at is not None and time_ms - released_at < _FASTEST_FINGER_MS
        if repeat:
            return
        if self.down:  # its release was lost, or came so shortly before that the key was down again already
            self._tell(KeyAction.RELEASE)
        self.down = True
        self._tell(KeyAction.PRESS)

    def release(self, time_ms: int) -> None:
        if not self.down:
            return
        self._released_at = time_ms
        self.settle()

    def settle(self) -> None:
        """Where the key is not down any more, the release was one."""
        if self._key_is_down():
            return
        self._released_at = None
        self.down = False
        self._tell(KeyAction.RELEASE)

    def cancel(self) -> None:
        self._tell(KeyAction.CANCEL)

    def _tell(self, action: KeyAction) -> None:
        self._on_event(KeyEvent(action, time.monotonic()))


def _connect(name: str | None) -> Any:
    try:
        from Xlib import error as xlib_error
        from Xlib.display import Display
    except ImportError as error:
        raise HotkeyError(
            "hotkey.no_xlib", "python-xlib is not installed", "Install it: pip install python-xlib"
        ) from error
    try:
        return Display(name)
    except (xlib_error.DisplayError, xlib_error.ConnectionClosedError, OSError) as error:
        raise HotkeyError(
            "hotkey.no_display", f"The X11 display {name or os.environ.get('DISPLAY', '')} does not answer"
        ) from error
