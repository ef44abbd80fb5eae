"""Carbon's hot keys by ctypes (HIToolbox/CarbonEvents.h, libdispatch). Carbon is not thread-safe: it is only called on
the main thread, which must run an event loop."""

import ctypes
import functools
import threading
from collections.abc import Callable
from concurrent.futures import Future
from ctypes import POINTER, Structure, byref, c_bool, c_int32, c_uint16, c_uint32, c_void_p
from queue import SimpleQueue

from voiceflow.engines.hotkey.keys import Combination, taken
from voiceflow.engines.hotkey.mac_keycodes import mac_keycode
from voiceflow.errors import HotkeyError

_MODIFIERS = {
    "super": 0x0100,
    "shift": 0x0200,
    "alt": 0x0800,
    "ctrl": 0x1000,
}  # cmdKey, shiftKey, optionKey, controlKey
_KEYBOARD_CLASS, _PRESSED, _RELEASED = 0x6B657962, 5, 6  # 'keyb'
_DIRECT_OBJECT, _TYPE_HOT_KEY_ID = 0x2D2D2D2D, 0x686B6964  # '----', 'hkid'
_SIGNATURE = 0x56464C57  # 'VFLW'
_EXISTS = -9878  # eventHotKeyExistsErr
_HID_STATE = 1  # kCGEventSourceStateHIDSystemState
_MAIN_TIMEOUT_S = 2.0

OnChange = Callable[[bool], None]


class _EventType(Structure):
    _fields_ = (("event_class", c_uint32), ("event_kind", c_uint32))


class _HotKeyId(Structure):
    _fields_ = (("signature", c_uint32), ("id", c_uint32))


_Handler = ctypes.CFUNCTYPE(c_int32, c_void_p, c_void_p, c_void_p)
_Work = ctypes.CFUNCTYPE(None, c_void_p)


class HotKeys:
    """Hot keys by name; `on_change` runs on the main thread with True for down and must only post."""

    def __init__(self) -> None:
        self._carbon = _carbon()
        self._graphics = ctypes.CDLL("/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics")
        self._graphics.CGEventSourceKeyState.argtypes = (c_int32, c_uint16)
        self._graphics.CGEventSourceKeyState.restype = c_bool
        self._listeners: dict[int, OnChange] = {}
        self._references: dict[str, list[c_void_p]] = {}
        self._handler = _Handler(self._handle)  # kept: Carbon holds only its address
        self._handler_reference = c_void_p()
        _main_thread().run(self._install)

    def take(self, name: str, key: Combination, on_change: OnChange) -> None:
        """`HotkeyError` when it is taken."""
        _main_thread().run(lambda: self._register(name, key, on_change))

    def take_if_free(self, name: str, key: Combination, also_with: tuple[str, ...], on_change: OnChange) -> None:
        """With and without the modifiers that another key needs held."""

        def register() -> None:
            if name in self._references:
                return
            for modifiers in {key.modifiers, also_with}:
                try:
                    self._register(name, Combination(modifiers, key.key), on_change)
                except HotkeyError:  # its owner keeps it
                    continue

        _main_thread().run(register)

    def give_back(self, name: str) -> None:
        def unregister() -> None:
            for reference in self._references.pop(name, []):
                self._carbon.UnregisterEventHotKey(reference)

        _main_thread().run(unregister)

    def is_down(self, code: int) -> bool:
        """Any thread; asks the hardware's state, which needs no permission."""
        return bool(self._graphics.CGEventSourceKeyState(_HID_STATE, code))

    def close(self) -> None:
        for name in list(self._references):
            self.give_back(name)
        _main_thread().run(lambda: self._carbon.RemoveEventHandler(self._handler_reference))

    def _install(self) -> None:
        kinds = (_EventType * 2)(_EventType(_KEYBOARD_CLASS, _PRESSED), _EventType(_KEYBOARD_CLASS, _RELEASED))
        target = self._carbon.GetEventDispatcherTarget()
        self._carbon.InstallEventHandler(target, self._handler, 2, kinds, None, byref(self._handler_reference))

    def _register(self, name: str, key: Combination, on_change: OnChange) -> None:
        number = len(self._listeners) + 1
        modifiers = sum(_MODIFIERS[modifier] for modifier in key.modifiers)
        reference = c_void_p()
        target = self._carbon.GetEventDispatcherTarget()
        identity = _HotKeyId(_SIGNATURE, number)
        status = self._carbon.RegisterEventHotKey(
            mac_keycode(key.key), modifiers, identity, target, 0, byref(reference)
        )
        if status == _EXISTS:
            raise taken(key)
        if status:
            raise HotkeyError(
                "hotkey.failed", f"macOS did not give the key {key} (error {status})", "Take another key."
            )
        self._listeners[number] = on_change
        self._references.setdefault(name, []).append(reference)

    def _handle(self, call: int, event: int, data: int) -> int:
        identity = _HotKeyId()
        self._carbon.GetEventParameter(
            event, _DIRECT_OBJECT, _TYPE_HOT_KEY_ID, None, ctypes.sizeof(identity), None, byref(identity)
        )
        listener = self._listeners.get(identity.id)
        if listener:
            listener(self._carbon.GetEventKind(event) == _PRESSED)
        return 0


class _MainThread:
    """Calls sent to the main thread through libdispatch, whose queue the event loop there works off. One function for
    all of them, kept for good: the system holds only its address."""

    def __init__(self) -> None:
        self._dispatch = ctypes.CDLL("/usr/lib/libSystem.dylib")
        self._dispatch.dispatch_async_f.argtypes = (c_void_p, c_void_p, _Work)
        self._queue = c_void_p(ctypes.addressof(c_void_p.in_dll(self._dispatch, "_dispatch_main_q")))
        self._calls: SimpleQueue[tuple[Callable[[], None], Future[None]]] = SimpleQueue()
        self._function = _Work(self._work)

    def run(self, call: Callable[[], None]) -> None:
        """Waits for it, with a deadline: a program that runs no event loop has no hot keys."""
        if threading.current_thread() is threading.main_thread():
            call()
            return
        done: Future[None] = Future()
        self._calls.put((call, done))
        self._dispatch.dispatch_async_f(self._queue, None, self._function)
        try:
            done.result(_MAIN_TIMEOUT_S)
        except TimeoutError as error:
            raise HotkeyError(
                "hotkey.no_event_loop", "The key needs the desktop app's event loop", "Start it with: voiceflow"
            ) from error

    def _work(self, _: int) -> None:
        call, done = self._calls.get()
        try:
            call()
            done.set_result(None)
        except BaseException as error:
            done.set_exception(error)


@functools.cache
def _main_thread() -> _MainThread:
    return _MainThread()


def _carbon() -> ctypes.CDLL:
    carbon = ctypes.CDLL("/System/Library/Frameworks/Carbon.framework/Carbon")
    carbon.GetEventDispatcherTarget.restype = c_void_p
    carbon.InstallEventHandler.argtypes = (
        c_void_p, _Handler, c_uint32, POINTER(_EventType), c_void_p, POINTER(c_void_p),
    )  # fmt: skip
    carbon.RegisterEventHotKey.argtypes = (c_uint32, c_uint32, _HotKeyId, c_void_p, c_uint32, POINTER(c_void_p))
    carbon.UnregisterEventHotKey.argtypes = (c_void_p,)
    carbon.RemoveEventHandler.argtypes = (c_void_p,)
    carbon.GetEventKind.argtypes = (c_void_p,)
    carbon.GetEventKind.restype = c_uint32
    carbon.GetEventParameter.argtypes = (
        c_void_p, c_uint32, c_uint32, POINTER(c_uint32), ctypes.c_size_t, POINTER(ctypes.c_size_t), c_void_p,
    )  # fmt: skip
    return carbon
