"""The global key from the kernel's input devices: for Wayland desktops whose portal has no global shortcuts. Needs the
group `input`. It sees the key, but the program with the focus sees it too. Letters are positions on a US keyboard."""

import glob
import logging
import os
import select
import socket
import threading
import time
from collections.abc import Callable

import evdev
from evdev import ecodes

from voiceflow.engines.hotkey.contract import Hotkey, KeyAction, KeyEvent
from voiceflow.engines.hotkey.evdev_keys import CodeWatch, code_name
from voiceflow.engines.hotkey.keys import parse, parse_cancel
from voiceflow.errors import EngineError, HotkeyError, VoiceFlowError

log = logging.getLogger(__name__)

_RESCAN_S = 3.0
_STOP_TIMEOUT_S = 1.0
_REPEAT = 2


class EvdevHotkey(Hotkey):
    """The hotkey thread alone reads the devices; a keyboard plugged in later is found within three seconds."""

    def __init__(self, key: str, cancel_key: str = "Escape") -> None:
        self._key = key
        self._cancel_key = cancel_key
        self._watches_cancel = False
        self._keyboards: dict[int, evdev.InputDevice[str]] = {}
        self._thread: threading.Thread | None = None

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        paths = glob.glob("/dev/input/event*")  # noqa: PTH207
        if not paths:
            return EngineError(
                "hotkey.no_input", "There are no input devices in /dev/input", "Use the desktop's portal."
            )
        if not any(os.access(path, os.R_OK) for path in paths):
            return EngineError(
                "hotkey.no_permission",
                "The keyboards may only be read by the group input",
                "Allow it, to all your programs: sudo usermod -aG input $USER, then log in again.",
            )
        return None

    def start(self, on_event: Callable[[KeyEvent], None]) -> None:
        combination, cancel = parse(self._key), parse_cancel(self._cancel_key)
        self._code = ecodes.ecodes[code_name(combination.key)]
        self._watch = CodeWatch(combination, cancel, ecodes.ecodes)
        self._on_event = on_event
        self._find_keyboards()
        if not self._keyboards:
            raise HotkeyError(
                "hotkey.no_keyboard", "No keyboard has this key, or none may be read", "See: voiceflow doctor"
            )
        self._wake, self._waker = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="hotkey", daemon=True)
        self._thread.start()

    def is_down(self) -> bool | None:
        if not (self._thread and self._thread.is_alive()):
            return None
        try:
            return any(self._code in keyboard.active_keys() for keyboard in list(self._keyboards.values()))
        except OSError:  # unplugged in this moment
            return False

    def watch_cancel(self, on: bool) -> None:
        self._watches_cancel = on

    def stop(self) -> None:
        if self._thread and self._thread.is_alive():
            try:
                self._waker.send(b"x")
            except OSError:  # it has just ended by itself
                log.debug("the hotkey thread had ended")
            self._thread.join(_STOP_TIMEOUT_S)

    def _run(self) -> None:
        try:
            while self._step():
                pass
        finally:
            for keyboard in self._keyboards.values():
                keyboard.close()
            self._keyboards.clear()
            self._waker.close()
            self._wake.close()

    def _step(self) -> bool:
        wake = self._wake.fileno()
        ready = select.select([*self._keyboards, wake], [], [], _RESCAN_S)[0]
        if wake in ready:
            return False
        if not ready:
            self._find_keyboards()
        for descriptor in ready:
            self._read(descriptor)
        return True

    def _read(self, descriptor: int) -> None:
        try:
            for event in self._keyboards[descriptor].read():
                if event.type == ecodes.EV_KEY and event.value != _REPEAT:
                    self._tell(self._watch.change(event.code, bool(event.value)))
        except OSError as error:
            log.info("a keyboard is gone: %s", type(error).__name__)
            self._keyboards.pop(descriptor).close()
            self._tell(self._watch.all_up())

    def _tell(self, action: KeyAction | None) -> None:
        if action and (action is not KeyAction.CANCEL or self._watches_cancel):
            self._on_event(KeyEvent(action, time.monotonic()))

    def _find_keyboards(self) -> None:
        known = {keyboard.path for keyboard in self._keyboards.values()}
        for path in set(evdev.list_devices()) - known:
            try:
                device = evdev.InputDevice(path)
            except OSError:
                continue
            if self._code in device.capabilities().get(ecodes.EV_KEY, []):
                self._keyboards[device.fd] = device
            else:
                device.close()
