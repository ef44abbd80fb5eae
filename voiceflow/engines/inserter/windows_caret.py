"""What stands around the caret on Windows, by UI Automation, whose COM interfaces are called by their tables of methods
(https://learn.microsoft.com/windows/win32/api/uiautomationclient/). Not yet run on Windows."""

import ctypes
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from voiceflow.engines.inserter.contract import AROUND, Caret, Target

_AUTOMATION_CLASS = "ff48dba4-60ef-4201-aa87-54103eef594e"
_AUTOMATION, _TEXT_PATTERN = "30cbe57d-d9d0-452a-ab13-7ac5ac4825ee", "32eba289-3583-42c9-9c59-3b6d9a1e9b6a"
_TEXT_PATTERN_ID, _IN_PROCESS_SERVER, _MULTITHREADED = 10014, 1, 0
_START, _END, _CHARACTER = 0, 1, 0
# Places in the tables, behind the three of IUnknown.
_RELEASE = 2
_GET_FOCUSED_ELEMENT = 8
_GET_CURRENT_PATTERN_AS, _PROCESS_ID, _IS_PASSWORD = 14, 20, 35
_GET_SELECTION = 5
_GET_LENGTH, _GET_ELEMENT = 3, 4
_CLONE, _GET_TEXT, _MOVE_BY_UNIT, _MOVE_BY_RANGE = 3, 12, 14, 15

Pointer = ctypes.c_void_p


def caret(target: Target | None) -> Caret | None:
    """None where the program does not tell, and in fields for passwords. On any thread."""
    try:
        ole32().CoInitializeEx(None, _MULTITHREADED)
        with _made() as automation, _got(automation, _GET_FOCUSED_ELEMENT) as element:
            wrong_program = target is not None and target.pid not in (0, _number(element, _PROCESS_ID))
            return None if wrong_program or _number(element, _IS_PASSWORD) else _around(element)
    except OSError:
        return None


def ole32() -> Any:
    return ctypes.CDLL("ole32")


def _around(element: Pointer) -> Caret | None:
    with (
        _got(element, _GET_CURRENT_PATTERN_AS, _TEXT_PATTERN_ID, _guid(_TEXT_PATTERN)) as pattern,
        _got(pattern, _GET_SELECTION) as selections,
    ):
        if not _number(selections, _GET_LENGTH):
            return None
        with _got(selections, _GET_ELEMENT, 0) as selected:
            return Caret(_beside(selected, _START, -AROUND), _beside(selected, _END, AROUND))


def _beside(selected: Pointer, edge: int, characters: int) -> str:
    """The text from that edge of the selection on, backwards where `characters` are negative."""
    other, moving = (_END, _START) if characters < 0 else (_START, _END)
    with _got(selected, _CLONE) as around:
        _call(around, _MOVE_BY_RANGE, other, selected, edge)
        _call(around, _MOVE_BY_UNIT, moving, _CHARACTER, characters, ctypes.byref(ctypes.c_int()))
        text = Pointer()
        _call(around, _GET_TEXT, -1, ctypes.byref(text))
        try:
            return ctypes.wstring_at(text.value) if text.value else ""
        finally:
            ctypes.CDLL("oleaut32").SysFreeString(text)


@contextmanager
def _made() -> Iterator[Pointer]:
    found = Pointer()
    class_id, interface = _guid(_AUTOMATION_CLASS), _guid(_AUTOMATION)
    _check(ole32().CoCreateInstance(class_id, None, _IN_PROCESS_SERVER, interface, ctypes.byref(found)))
    with _released(found):
        yield found


@contextmanager
def _got(this: Pointer, place: int, *arguments: Any) -> Iterator[Pointer]:
    """What the method gives in its last argument. `OSError` when it gives nothing."""
    found = Pointer()
    _call(this, place, *arguments, ctypes.byref(found))
    if not found.value:
        raise OSError("there is none")
    with _released(found):
        yield found


@contextmanager
def _released(found: Pointer) -> Iterator[None]:
    try:
        yield
    finally:
        _method(found, _RELEASE, ())(found)


def _number(this: Pointer, place: int) -> int:
    found = ctypes.c_int()
    _call(this, place, ctypes.byref(found))
    return found.value


def _call(this: Pointer, place: int, *arguments: Any) -> None:
    _check(_method(this, place, arguments)(this, *arguments))


def _method(this: Pointer, place: int, arguments: tuple[Any, ...]) -> Any:
    kinds = [ctypes.c_int if isinstance(argument, int) else Pointer for argument in arguments]
    table = ctypes.cast(this, ctypes.POINTER(ctypes.POINTER(Pointer))).contents
    return ctypes.CFUNCTYPE(ctypes.c_long, Pointer, *kinds)(table[place] or 0)


def _check(result: int) -> None:
    if result < 0:
        raise OSError(f"COM says {result & 0xFFFFFFFF:#x}")


def _guid(name: str) -> Any:
    return ctypes.create_string_buffer(uuid.UUID(name).bytes_le, 16)
