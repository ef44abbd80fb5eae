"""No global key: the desktop's own key bindings call `voiceflow start`, `stop`, `toggle` and `cancel` instead."""

import time
from collections.abc import Callable

from voiceflow.engines.hotkey.contract import Hotkey, KeyAction, KeyEvent
from voiceflow.engines.hotkey.keys import parse
from voiceflow.errors import VoiceFlowError


class ManualHotkey(Hotkey):
    """Has no thread: events come on the thread that calls `press`, `release` and `cancel`."""

    def __init__(self, key: str, cancel_key: str = "Escape") -> None:
        self._key = key
        self._on_event: Callable[[KeyEvent], None] | None = None
        self._down = False
        self._watches_cancel = False

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        return None

    def start(self, on_event: Callable[[KeyEvent], None]) -> None:
        parse(self._key)
        self._on_event = on_event

    def is_down(self) -> bool | None:
        return None

    def watch_cancel(self, on: bool) -> None:
        self._watches_cancel = on

    def stop(self) -> None:
        self._on_event = None

    def press(self) -> None:
        if not self._down:
            self._tell(KeyAction.PRESS)
        self._down = True

    def release(self) -> None:
        if self._down:
            self._tell(KeyAction.RELEASE)
        self._down = False

    def cancel(self) -> None:
        if self._watches_cancel:
            self._tell(KeyAction.CANCEL)

    def _tell(self, action: KeyAction) -> None:
        if self._on_event:
            self._on_event(KeyEvent(action, time.monotonic()))
