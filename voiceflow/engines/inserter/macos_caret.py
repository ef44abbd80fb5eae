"""What stands around the caret on macOS, by the accessibility interface (AXUIElement.h), for which VoiceFlow needs the
same right as for pressing keys. Not yet run on macOS."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from voiceflow.engines.inserter import macos_objc as objc
from voiceflow.engines.inserter.contract import AROUND, Caret

_RANGE_KIND = 4  # kAXValueCFRangeType
_PATIENCE_S = 0.25
_SECRET = "AXSecureTextField"


class Span(ctypes.Structure):
    """CFRange: UTF-16 units."""

    _fields_ = (("location", ctypes.c_long), ("length", ctypes.c_long))


def caret() -> Caret | None:
    """None where the program does not tell, and in fields for passwords."""
    with objc.pool(), _owned(_services().AXUIElementCreateSystemWide()) as everything:
        if everything is None:
            return None
        _services().AXUIElementSetMessagingTimeout(everything, _PATIENCE_S)
        with _attribute(everything, "AXFocusedUIElement") as field:
            return _around(field) if field and _text_attribute(field, "AXSubrole") != _SECRET else None


def spans(selected: Span, length: int) -> tuple[Span, Span]:
    """Before and behind what is selected."""
    begin, end = selected.location, selected.location + selected.length
    first = max(0, begin - AROUND)
    return Span(first, begin - first), Span(end, max(0, min(AROUND, length - end)))


def _around(field: int) -> Caret | None:
    with _attribute(field, "AXSelectedTextRange") as held, _attribute(field, "AXNumberOfCharacters") as count:
        selected = Span()
        if not held or not count or not _services().AXValueGetValue(held, _RANGE_KIND, ctypes.byref(selected)):
            return None
        length = int(objc.send(count, "integerValue", result=ctypes.c_ssize_t))
        before, after = (_text_at(field, span) for span in spans(selected, length))
        return Caret(before, after)


def _text_at(field: int, span: Span) -> str:
    with _owned(_services().AXValueCreate(_RANGE_KIND, ctypes.byref(span))) as wanted:
        found = ctypes.c_void_p()
        name = objc.string("AXStringForRange")
        _services().AXUIElementCopyParameterizedAttributeValue(field, name, wanted, ctypes.byref(found))
        with _owned(found.value) as text:
            return objc.text_of(text)


def _text_attribute(element: int, name: str) -> str:
    with _attribute(element, name) as text:
        return objc.text_of(text)


@contextmanager
def _attribute(element: int, name: str) -> Iterator[int | None]:
    found = ctypes.c_void_p()
    _services().AXUIElementCopyAttributeValue(element, objc.string(name), ctypes.byref(found))
    with _owned(found.value) as value:
        yield value


@contextmanager
def _owned(value: int | None) -> Iterator[int | None]:
    try:
        yield value
    finally:
        if value:
            _services().CFRelease(value)


@cache
def _services() -> Any:
    services, pointer = objc.framework("ApplicationServices"), ctypes.c_void_p
    services.AXUIElementCreateSystemWide.restype = pointer
    services.AXUIElementCreateSystemWide.argtypes = []
    services.AXUIElementSetMessagingTimeout.argtypes = [pointer, ctypes.c_float]
    services.AXUIElementCopyAttributeValue.argtypes = [pointer, pointer, ctypes.POINTER(pointer)]
    services.AXUIElementCopyParameterizedAttributeValue.argtypes = [pointer, pointer, pointer, ctypes.POINTER(pointer)]
    services.AXValueCreate.restype = pointer
    services.AXValueCreate.argtypes = [ctypes.c_uint32, pointer]
    services.AXValueGetValue.restype = ctypes.c_bool
    services.AXValueGetValue.argtypes = [pointer, ctypes.c_uint32, pointer]
    services.CFRelease.restype = None
    services.CFRelease.argtypes = [pointer]
    return services
