"""Key presses on macOS through Quartz events."""

import ctypes
import time
from functools import cache
from typing import Any

from voiceflow.engines.inserter import macos_objc as objc

_V, _RETURN, _TAB = 9, 36, 48  # virtual key codes (HIToolbox/Events.h); 9 is where ANSI keyboards have the V
_LEFT, _DELETE = 123, 51
_COMMAND_FLAG, _SHIFT_FLAG = 1 << 20, 1 << 17  # kCGEventFlagMaskCommand, kCGEventFlagMaskShift
_HARDWARE_STATE = 1  # kCGEventSourceStateHIDSystemState
_KEYS = range(128)
_UNITS_AT_ONCE = 20  # longer strings are cut off by CGEventKeyboardSetUnicodeString
_PAUSE_S = 0.002


@cache
def _quartz() -> Any:
    quartz, pointer = objc.framework("ApplicationServices"), ctypes.c_void_p
    quartz.CGEventCreateKeyboardEvent.restype = pointer
    quartz.CGEventCreateKeyboardEvent.argtypes = [pointer, ctypes.c_uint16, ctypes.c_bool]
    quartz.CGEventKeyboardSetUnicodeString.restype = None
    quartz.CGEventKeyboardSetUnicodeString.argtypes = [pointer, ctypes.c_ulong, ctypes.POINTER(ctypes.c_uint16)]
    quartz.CGEventSetFlags.restype = None
    quartz.CGEventSetFlags.argtypes = [pointer, ctypes.c_uint64]
    quartz.CGEventPost.restype = None
    quartz.CGEventPost.argtypes = [ctypes.c_uint32, pointer]
    quartz.CGEventSourceKeyState.restype = ctypes.c_bool
    quartz.CGEventSourceKeyState.argtypes = [ctypes.c_int32, ctypes.c_uint16]
    quartz.CFRelease.restype = None
    quartz.CFRelease.argtypes = [pointer]
    quartz.AXIsProcessTrusted.restype = ctypes.c_bool
    quartz.AXIsProcessTrusted.argtypes = []
    return quartz


def allowed() -> bool:
    """Whether the user has given this program the right to press keys (Accessibility)."""
    return bool(_quartz().AXIsProcessTrusted())


def wait_released(timeout_s: float) -> None:
    """Returns at the deadline too: our events carry their own modifiers."""
    deadline = time.monotonic() + timeout_s
    while any(_quartz().CGEventSourceKeyState(_HARDWARE_STATE, key) for key in _KEYS) and time.monotonic() < deadline:
        time.sleep(0.005)


def paste() -> None:
    """Cmd+V. The event says `v` itself, for programs that go by the character, as layouts put V on other keys."""
    for down in (True, False):
        _post(_V, down, "v", _COMMAND_FLAG)


def select_left(characters: int) -> None:
    _tap(_LEFT, characters, _SHIFT_FLAG)


def delete_left(times: int) -> None:
    _tap(_DELETE, times, 0)


def _tap(key: int, times: int, flags: int) -> None:
    for _ in range(times):
        for down in (True, False):
            _post(key, down, "", flags)
        time.sleep(_PAUSE_S)


def type_text(text: str) -> None:
    for piece in pieces(text):
        key = {"\n": _RETURN, "\t": _TAB}.get(piece, 0)
        for down in (True, False):
            _post(key, down, "" if key else piece, 0)
        time.sleep(_PAUSE_S)


def pieces(text: str) -> list[str]:
    """Runs that one event can carry; line breaks and tabs, which are keys of their own, stand alone."""
    found: list[str] = []
    for character in text.replace("\r\n", "\n"):
        alone = character in "\n\t"
        fits = found and found[-1] not in ("\n", "\t") and _units(found[-1] + character) <= _UNITS_AT_ONCE
        if fits and not alone:
            found[-1] += character
        else:
            found.append(character)
    return found


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _post(key: int, down: bool, text: str, flags: int) -> None:
    event = _quartz().CGEventCreateKeyboardEvent(None, key, down)
    if text:
        raw, count = text.encode("utf-16-le", "surrogatepass"), _units(text)
        _quartz().CGEventKeyboardSetUnicodeString(event, count, (ctypes.c_uint16 * count).from_buffer_copy(raw))
    _quartz().CGEventSetFlags(event, flags)
    _quartz().CGEventPost(0, event)  # kCGHIDEventTap
    _quartz().CFRelease(event)
