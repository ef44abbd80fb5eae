"""The global key on Windows: RegisterHotKey tells the press, the keyboard is asked for the release."""

import ctypes
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from ctypes import wintypes

from voiceflow.engines.hotkey.contract import Hotkey, KeyAction, KeyEvent
from voiceflow.engines.hotkey.keys import MODIFIER_KEYS, Combination, not_on_this_keyboard, parse, parse_cancel, taken
from voiceflow.engines.hotkey.virtual_keys import virtual_key
from voiceflow.errors import VoiceFlowError

assert sys.platform == "win32"

_MODIFIERS = {"alt": 0x1, "ctrl": 0x2, "shift": 0x4, "super": 0x8}
_MOD_NOREPEAT = 0x4000
_WM_HOTKEY, _WM_APP = 0x0312, 0x8000
_STOP, _WATCH_CANCEL = _WM_APP + 1, _WM_APP + 2
_KEY_ID, _CANCEL_ID = 1, 2
_PM_REMOVE = 1
_QS_ALLINPUT = 0x04FF
_INFINITE = 0xFFFFFFFF
_POLL_MS = 10
_START_TIMEOUT_S = 5.0
_STOP_TIMEOUT_S = 1.0


class WindowsHotkey(Hotkey):
    """Hot keys belong to the thread that registers them, so the hotkey thread does everything; others post messages to
    it. Windows registers no key that is a modifier by itself (Right Ctrl): such a key is only watched, every 10 ms."""

    def __init__(self, key: str, cancel_key: str = "Escape") -> None:
        self._key = key
        self._cancel_key = cancel_key
        self._thread: threading.Thread | None = None
        self._down = False
        self._cancel_held = False

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        return None

    def start(self, on_event: Callable[[KeyEvent], None]) -> None:
        self._combination, self._cancel = parse(self._key), parse_cancel(self._cancel_key)
        self._code = virtual_key(self._combination.key)
        if not self._code:
            raise not_on_this_keyboard(self._combination)
        self._on_event = on_event
        self._user32 = ctypes.WinDLL("user32", use_last_error=True)
        self._user32.GetAsyncKeyState.restype = ctypes.c_short
        self._polls_press = self._combination.key in MODIFIER_KEYS
        registered: Future[int] = Future()
        self._thread = threading.Thread(target=self._run, args=(registered,), name="hotkey", daemon=True)
        self._thread.start()
        self._thread_id = registered.result(_START_TIMEOUT_S)

    def is_down(self) -> bool | None:
        if not (self._thread and self._thread.is_alive()):
            return None
        return self._is_down_now()

    def watch_cancel(self, on: bool) -> None:
        self._post(_WATCH_CANCEL, int(on))

    def stop(self) -> None:
        self._post(_STOP)
        if self._thread:
            self._thread.join(_STOP_TIMEOUT_S)

    def _post(self, message: int, value: int = 0) -> None:
        if self._thread and self._thread.is_alive():
            self._user32.PostThreadMessageW(wintypes.DWORD(self._thread_id), message, wintypes.WPARAM(value), 0)

    def _run(self, registered: "Future[int]") -> None:
        message = wintypes.MSG()
        self._user32.PeekMessageW(ctypes.byref(message), None, 0, 0, 0)  # makes this thread's queue
        key = self._combination
        if not self._polls_press and not self._register(_KEY_ID, _mask(key), key):
            registered.set_exception(taken(key))
            return
        registered.set_result(ctypes.WinDLL("kernel32").GetCurrentThreadId())
        try:
            while self._step(message):
                pass
        finally:
            self._hold_cancel(False)
            self._user32.UnregisterHotKey(None, _KEY_ID)

    def _step(self, message: "wintypes.MSG") -> bool:
        timeout_ms = _POLL_MS if self._down or self._polls_press else _INFINITE
        self._user32.MsgWaitForMultipleObjects(0, None, False, wintypes.DWORD(timeout_ms), _QS_ALLINPUT)
        while self._user32.PeekMessageW(ctypes.byref(message), None, 0, 0, _PM_REMOVE):
            if message.message == _STOP:
                return False
            self._handle(message.message, message.wParam)
        if self._down or self._polls_press:
            self._compare()
        return True

    def _handle(self, message: int, value: int) -> None:
        if message == _WATCH_CANCEL:
            self._hold_cancel(bool(value))
        elif message == _WM_HOTKEY and value >= _CANCEL_ID:
            self._tell(KeyAction.CANCEL)
        elif message == _WM_HOTKEY and not self._down:
            self._down = True
            self._tell(KeyAction.PRESS)

    def _compare(self) -> None:
        """What is told with what the keyboard says."""
        if self._is_down_now() != self._down:
            self._down = not self._down
            self._tell(KeyAction.PRESS if self._down else KeyAction.RELEASE)

    def _is_down_now(self) -> bool:
        return bool(self._user32.GetAsyncKeyState(self._code) & 0x8000)

    def _hold_cancel(self, on: bool) -> None:
        """Also with the modifiers of the key, which are down while it is held. Taken by another: no harm."""
        if on == self._cancel_held:
            return
        self._cancel_held = on
        for number, modifiers in enumerate({0, _mask(self._combination)}, _CANCEL_ID):
            if on:
                self._register(number, modifiers, self._cancel)
            else:
                self._user32.UnregisterHotKey(None, number)

    def _register(self, number: int, modifiers: int, key: Combination) -> bool:
        code = virtual_key(key.key)
        return bool(self._user32.RegisterHotKey(None, number, modifiers | _MOD_NOREPEAT, code))

    def _tell(self, action: KeyAction) -> None:
        self._on_event(KeyEvent(action, time.monotonic()))


def _mask(key: Combination) -> int:
    return sum(_MODIFIERS[name] for name in key.modifiers)
