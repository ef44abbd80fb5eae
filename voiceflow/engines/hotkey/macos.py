"""The global key on macOS: Carbon's RegisterEventHotKey tells press and release and needs no permission."""

import threading
import time
from collections.abc import Callable

from voiceflow.engines.hotkey.contract import Hotkey, KeyAction, KeyEvent
from voiceflow.engines.hotkey.keys import MODIFIER_KEYS, not_on_this_keyboard, parse, parse_cancel
from voiceflow.engines.hotkey.mac_keycodes import mac_keycode
from voiceflow.errors import VoiceFlowError

_POLL_S = 0.01
_STOP_TIMEOUT_S = 1.0


class MacHotkey(Hotkey):
    """Carbon's events come on the main thread, out of the event loop that Qt runs there; calls to Carbon are sent
    there too. Carbon registers no key that is a modifier by itself (Right Ctrl): such a key is watched every 10 ms by a
    thread `hotkey`, the only case that needs one."""

    def __init__(self, key: str, cancel_key: str = "Escape") -> None:
        self._key = key
        self._cancel_key = cancel_key
        self._running = False
        self._poller: threading.Thread | None = None
        self._end_poll = threading.Event()

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        return None

    def start(self, on_event: Callable[[KeyEvent], None]) -> None:
        from voiceflow.engines.hotkey.carbon import HotKeys

        combination, self._cancel = parse(self._key), parse_cancel(self._cancel_key)
        code = mac_keycode(combination.key)
        if code is None:
            raise not_on_this_keyboard(combination)
        self._combination, self._code, self._on_event = combination, code, on_event
        self._keys = HotKeys()
        if combination.key in MODIFIER_KEYS:
            self._poller = threading.Thread(target=self._poll, name="hotkey", daemon=True)
            self._poller.start()
        else:
            try:
                self._keys.take("key", combination, self._changed)
            except BaseException:
                self._keys.close()
                raise
        self._running = True

    def is_down(self) -> bool | None:
        return self._keys.is_down(self._code) if self._running else None

    def watch_cancel(self, on: bool) -> None:
        if not self._running:
            return
        if on:
            self._keys.take_if_free("cancel", self._cancel, self._combination.modifiers, self._cancelled)
        else:
            self._keys.give_back("cancel")

    def stop(self) -> None:
        if not self._running:
            return
        self._running = False
        self._end_poll.set()
        if self._poller:
            self._poller.join(_STOP_TIMEOUT_S)
        self._keys.close()

    def _poll(self) -> None:
        down = False
        while not self._end_poll.wait(_POLL_S):
            if self._keys.is_down(self._code) != down:
                down = not down
                self._changed(down)

    def _changed(self, down: bool) -> None:
        self._tell(KeyAction.PRESS if down else KeyAction.RELEASE)

    def _cancelled(self, down: bool) -> None:
        if down:
            self._tell(KeyAction.CANCEL)

    def _tell(self, action: KeyAction) -> None:
        self._on_event(KeyEvent(action, time.monotonic()))
