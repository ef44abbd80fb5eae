"""The Win32 functions that insertion needs, typed once. Importable everywhere, callable on Windows only."""

import ctypes
from ctypes import wintypes
from functools import cache
from typing import Any

EXTENDED, KEYUP, UNICODE = 0x0001, 0x0002, 0x0004  # KEYEVENTF_*; without EXTENDED an arrow is one of the number pad
INPUT_KEYBOARD = 1
GMEM_MOVEABLE = 0x0002


class KeyboardInput(ctypes.Structure):
    _fields_ = (
        ("wVk", wintypes.WORD),
        ("wScan", wintypes.WORD),
        ("dwFlags", wintypes.DWORD),
        ("time", wintypes.DWORD),
        ("dwExtraInfo", ctypes.c_size_t),
    )


class _MouseInput(ctypes.Structure):
    """The largest member of the union: it decides the size that SendInput checks."""

    _fields_ = (
        ("dx", wintypes.LONG),
        ("dy", wintypes.LONG),
        ("mouseData", wintypes.DWORD),
        ("dwFlags", wintypes.DWORD),
        ("time", wintypes.DWORD),
        ("dwExtraInfo", ctypes.c_size_t),
    )


class _AnyInput(ctypes.Union):
    _fields_ = (("ki", KeyboardInput), ("mi", _MouseInput))


class Input(ctypes.Structure):
    _anonymous_ = ("any",)
    _fields_ = (("type", wintypes.DWORD), ("any", _AnyInput))


WindowProcedure: Any = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)(
    ctypes.c_ssize_t, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM
)


class WindowClass(ctypes.Structure):
    """WNDCLASSW"""

    _fields_ = (
        ("style", wintypes.UINT),
        ("lpfnWndProc", WindowProcedure),
        ("cbClsExtra", ctypes.c_int),
        ("cbWndExtra", ctypes.c_int),
        ("hInstance", wintypes.HINSTANCE),
        ("hIcon", wintypes.HANDLE),
        ("hCursor", wintypes.HANDLE),
        ("hbrBackground", wintypes.HANDLE),
        ("lpszMenuName", wintypes.LPCWSTR),
        ("lpszClassName", wintypes.LPCWSTR),
    )


def _library(name: str, functions: dict[str, tuple[Any, list[Any]]]) -> Any:
    library = getattr(ctypes, "WinDLL")(name, use_last_error=True)  # noqa: B009 the name exists on Windows only
    for function, (result, arguments) in functions.items():
        entry = getattr(library, function)
        entry.restype, entry.argtypes = result, arguments
    return library


@cache
def user32() -> Any:
    hwnd, handle, boolean, uint = wintypes.HWND, wintypes.HANDLE, wintypes.BOOL, wintypes.UINT
    size, pointer, text = ctypes.c_int, ctypes.c_void_p, wintypes.LPCWSTR
    wparam, lparam = wintypes.WPARAM, wintypes.LPARAM
    return _library(
        "user32",
        {
            "AddClipboardFormatListener": (boolean, [hwnd]),
            "CloseClipboard": (boolean, []),
            "CreateWindowExW": (
                hwnd,
                [wintypes.DWORD, text, text, wintypes.DWORD, size, size, size, size, hwnd, handle, handle, pointer],
            ),
            "DefWindowProcW": (ctypes.c_ssize_t, [hwnd, uint, wparam, lparam]),
            "DestroyWindow": (boolean, [hwnd]),
            "DispatchMessageW": (ctypes.c_ssize_t, [pointer]),
            "EmptyClipboard": (boolean, []),
            "EnumClipboardFormats": (uint, [uint]),
            "GetAsyncKeyState": (ctypes.c_short, [size]),
            "GetClipboardData": (handle, [uint]),
            "GetClipboardOwner": (hwnd, []),
            "GetForegroundWindow": (hwnd, []),
            "GetMessageW": (boolean, [pointer, hwnd, uint, uint]),
            "GetOpenClipboardWindow": (hwnd, []),
            "GetWindowRect": (boolean, [hwnd, ctypes.POINTER(wintypes.RECT)]),
            "GetWindowTextW": (size, [hwnd, wintypes.LPWSTR, size]),
            "GetWindowThreadProcessId": (wintypes.DWORD, [hwnd, ctypes.POINTER(wintypes.DWORD)]),
            "OpenClipboard": (boolean, [hwnd]),
            "PostMessageW": (boolean, [hwnd, uint, wparam, lparam]),
            "PostQuitMessage": (None, [size]),
            "RegisterClassW": (wintypes.ATOM, [ctypes.POINTER(WindowClass)]),
            "RegisterClipboardFormatW": (uint, [text]),
            "SendInput": (uint, [uint, ctypes.POINTER(Input), size]),
            "SetClipboardData": (handle, [uint, handle]),
            "UnregisterClassW": (boolean, [text, handle]),
        },
    )


@cache
def kernel32() -> Any:
    handle, boolean, pointer = wintypes.HANDLE, wintypes.BOOL, ctypes.c_void_p
    return _library(
        "kernel32",
        {
            "CloseHandle": (boolean, [handle]),
            "GetCurrentProcess": (handle, []),
            "GetModuleHandleW": (handle, [wintypes.LPCWSTR]),
            "GlobalAlloc": (handle, [wintypes.UINT, ctypes.c_size_t]),
            "GlobalFree": (handle, [handle]),
            "GlobalLock": (pointer, [handle]),
            "GlobalSize": (ctypes.c_size_t, [handle]),
            "GlobalUnlock": (boolean, [handle]),
            "OpenProcess": (handle, [wintypes.DWORD, boolean, wintypes.DWORD]),
            "QueryFullProcessImageNameW": (
                boolean,
                [handle, wintypes.DWORD, wintypes.LPWSTR, ctypes.POINTER(wintypes.DWORD)],
            ),
        },
    )


@cache
def advapi32() -> Any:
    handle, boolean, dword = wintypes.HANDLE, wintypes.BOOL, wintypes.DWORD
    return _library(
        "advapi32",
        {
            "GetTokenInformation": (
                boolean,
                [handle, ctypes.c_int, ctypes.c_void_p, dword, ctypes.POINTER(dword)],
            ),
            "OpenProcessToken": (boolean, [handle, dword, ctypes.POINTER(handle)]),
        },
    )


def global_bytes(memory: int) -> bytes | None:
    """A copy of what an HGLOBAL holds; None when the handle is none."""
    size = kernel32().GlobalSize(memory)
    address = kernel32().GlobalLock(memory) if size else None
    if not address:
        return None
    try:
        return ctypes.string_at(address, size)
    finally:
        kernel32().GlobalUnlock(memory)


def global_memory(data: bytes) -> int:
    """A new HGLOBAL; the clipboard frees it once it has taken it."""
    memory = kernel32().GlobalAlloc(GMEM_MOVEABLE, max(1, len(data)))
    address = kernel32().GlobalLock(memory) if memory else None
    if not address:
        raise MemoryError
    ctypes.memmove(address, data, len(data))
    kernel32().GlobalUnlock(memory)
    return int(memory)
