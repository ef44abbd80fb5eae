"""Messages to Objective-C objects through the runtime's C interface. Importable everywhere, callable on macOS only."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

_FRAMEWORKS = "/System/Library/Frameworks/{0}.framework/{0}"


@cache
def framework(name: str) -> Any:
    return ctypes.CDLL(_FRAMEWORKS.format(name))


@cache
def _runtime() -> Any:
    runtime = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    for function in ("objc_getClass", "sel_registerName"):
        getattr(runtime, function).restype = ctypes.c_void_p
        getattr(runtime, function).argtypes = [ctypes.c_char_p]
    runtime.objc_autoreleasePoolPush.restype = ctypes.c_void_p
    runtime.objc_autoreleasePoolPop.argtypes = [ctypes.c_void_p]
    return runtime


def kind(name: str) -> int:
    """The class of this name; `framework` of its home must have been loaded."""
    return int(_runtime().objc_getClass(name.encode()) or 0)


def send(receiver: int, selector: str, *arguments: int | bool | bytes, result: Any = ctypes.c_void_p) -> Any:
    """Pointers and integers only. objc_msgSend must be called with the method's own signature (arm64 passes variadic
    arguments elsewhere), so a prototype is made for each call."""
    kinds = [ctypes.c_char_p if isinstance(a, bytes) else ctypes.c_bool if isinstance(a, bool) else ctypes.c_ssize_t
             for a in arguments]  # fmt: skip
    prototype = ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_void_p, *kinds)
    call = prototype(("objc_msgSend", _runtime()))
    return call(receiver, _runtime().sel_registerName(selector.encode()), *arguments)


def string(text: str) -> int:
    """An autoreleased NSString."""
    raw = text.encode("utf-8", "replace")
    data = send(kind("NSData"), "dataWithBytes:length:", raw, len(raw))
    made = send(send(kind("NSString"), "alloc"), "initWithData:encoding:", data, 4)  # NSUTF8StringEncoding
    return int(send(made, "autorelease"))


def text_of(string_object: int | None) -> str:
    raw = send(string_object, "UTF8String", result=ctypes.c_char_p) if string_object else None
    return raw.decode("utf-8", "replace") if raw else ""


def bytes_of(data: int) -> bytes:
    size = send(data, "length", result=ctypes.c_size_t)
    return ctypes.string_at(send(data, "bytes"), size) if size else b""


def items_of(array: int | None) -> list[int]:
    count = send(array, "count", result=ctypes.c_size_t) if array else 0
    return [int(send(array or 0, "objectAtIndex:", i)) for i in range(count)]


@contextmanager
def pool() -> Iterator[None]:
    """Frees what was autoreleased inside; each thread needs one around its calls."""
    mark = _runtime().objc_autoreleasePoolPush()
    try:
        yield
    finally:
        _runtime().objc_autoreleasePoolPop(mark)
