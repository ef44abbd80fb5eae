"""The Windows clipboard: all its formats saved, text offered by delayed rendering, which tells that it was read."""

import ctypes
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from ctypes import wintypes
from typing import TypeVar

from voiceflow.engines.inserter.windows_api import (
    WindowClass,
    WindowProcedure,
    global_bytes,
    global_memory,
    kernel32,
    user32,
)
from voiceflow.errors import InsertionError

_T = TypeVar("_T")

Content = Mapping[int, bytes]
"""Clipboard format -> data, in the owner's order."""

_UNICODE_TEXT = 13
_MESSAGE_ONLY = -3  # HWND_MESSAGE
_RENDER_FORMAT, _RENDER_ALL, _CLIPBOARD_UPDATE, _CALL, _QUIT = 0x0305, 0x0306, 0x031D, 0x8001, 0x8002
_OPEN_S = 1.0
_REOFFERS = 3

# Formats that hold a GDI object or belong to one window, not global memory (CF_BITMAP, CF_METAFILEPICT, CF_PALETTE,
# CF_ENHMETAFILE, CF_OWNERDISPLAY and CF_DSP*, CF_PRIVATE*, CF_GDIOBJ*). Windows makes bitmaps again from CF_DIB.
_NOT_MEMORY = frozenset([2, 3, 9, 14, *range(0x80, 0x90), *range(0x200, 0x400)])

# https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#cloud-clipboard-and-clipboard-history-formats
_PRIVATE_MARKS = {
    "ExcludeClipboardContentFromMonitorProcessing": b"\0",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
}


class WindowsClipboard:
    """A message-only window on the thread `clipboard` owns what we offer. The public calls may come from any thread.
    What is put back belongs to Windows and outlives the program."""

    def __init__(self) -> None:
        self._calls: deque[Callable[[], None]] = deque()
        self._changed = threading.Condition()
        self._offered = ""
        self._reader_pid = 0  # the only process whose reading is a receipt; 0 for any
        self._reoffers = 0
        self._read_at = 0.0
        self._changes = 0
        self._window = 0
        self._ready = threading.Event()
        self._procedure = WindowProcedure(self._handle)  # must live as long as the window
        self._thread = threading.Thread(target=self._run, name="clipboard", daemon=True)
        self._thread.start()
        self._ready.wait(5.0)

    # --- for any thread ---

    @property
    def changes(self) -> int:
        """How often the clipboard has changed hands so far."""
        return self._changes

    @property
    def read_at(self) -> float:
        """The last receipt, on the clock of `time.monotonic()`."""
        return self._read_at

    def save(self) -> Content:
        return self._ask(self._save)

    def lend(self, text: str, reader_pid: int) -> None:
        """Offers the text, marked as not for clipboard histories, until `give_back`."""
        self._ask(lambda: self._lend(text, reader_pid))

    def wait_read(self, timeout_s: float, settle_s: float) -> bool:
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while True:
                read = self._read_at > 0
                left = (self._read_at + settle_s if read else deadline) - time.monotonic()
                if left <= 0:
                    return read
                self._changed.wait(left)

    def give_back(self, content: Content) -> None:
        """Unless another program has put something on the clipboard meanwhile."""
        self._ask(lambda: self._give_back(content))

    def copy(self, text: str) -> None:
        """To stay."""
        self._ask(lambda: self._put({_UNICODE_TEXT: _utf16(text)}))

    def close(self) -> None:
        if self._thread.is_alive():
            user32().PostMessageW(self._window, _QUIT, 0, 0)
            self._thread.join(2.0)

    # --- on the thread ---

    def _ask(self, call: Callable[[], _T]) -> _T:
        answer: Future[_T] = Future()

        def run() -> None:
            try:
                answer.set_result(call())
            except BaseException as error:
                answer.set_exception(error)

        self._calls.append(run)
        user32().PostMessageW(self._window, _CALL, 0, 0)
        try:
            return answer.result(10.0)
        except TimeoutError as error:
            raise _busy() from error

    def _run(self) -> None:
        module = kernel32().GetModuleHandleW(None)
        name = f"VoiceFlowClipboard{id(self):x}"
        kind = WindowClass(lpfnWndProc=self._procedure, hInstance=module, lpszClassName=name)
        user32().RegisterClassW(ctypes.byref(kind))
        self._window = user32().CreateWindowExW(
            0, name, None, 0, 0, 0, 0, 0, wintypes.HWND(_MESSAGE_ONLY), None, module, None
        )
        user32().AddClipboardFormatListener(self._window)
        self._ready.set()
        message = wintypes.MSG()
        while user32().GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            user32().DispatchMessageW(ctypes.byref(message))
        user32().DestroyWindow(self._window)
        user32().UnregisterClassW(name, module)

    def _handle(self, window: int, message: int, wparam: int, lparam: int) -> int:
        if message == _CALL:
            while self._calls:
                self._calls.popleft()()
        elif message == _RENDER_FORMAT:
            self._render(wparam)
        elif message == _RENDER_ALL:
            with _opened(self._window):
                self._render(_UNICODE_TEXT)
        elif message == _CLIPBOARD_UPDATE:
            self._changes += 1
        elif message == _QUIT:
            user32().PostQuitMessage(0)
        else:
            return int(user32().DefWindowProcW(window, message, wparam, lparam))
        return 0

    def _save(self) -> Content:
        saved: dict[int, bytes] = {}
        with _opened(self._window):
            kind = 0
            while kind := user32().EnumClipboardFormats(kind):
                memory = None if kind in _NOT_MEMORY else user32().GetClipboardData(kind)
                data = global_bytes(memory) if memory else None
                if data is not None:
                    saved[kind] = data
        return saved

    def _lend(self, text: str, reader_pid: int) -> None:
        self._offered, self._reader_pid, self._read_at, self._reoffers = text, reader_pid, 0.0, 0
        self._offer()

    def _offer(self) -> None:
        with _opened(self._window):
            user32().EmptyClipboard()
            for name, data in _PRIVATE_MARKS.items():
                user32().SetClipboardData(user32().RegisterClipboardFormatW(name), global_memory(data))
            user32().SetClipboardData(_UNICODE_TEXT, None)  # delayed: WM_RENDERFORMAT asks for it

    def _render(self, kind: int) -> None:
        """Windows asks once for each offer, so after a clipboard manager's reading the offer is renewed."""
        if kind != _UNICODE_TEXT or not self._offered:
            return
        user32().SetClipboardData(kind, global_memory(_utf16(self._offered)))
        reader = _process_of(user32().GetOpenClipboardWindow())
        if self._reader_pid and reader and reader != self._reader_pid and self._reoffers < _REOFFERS:
            self._reoffers += 1
            self._calls.append(self._offer)
            user32().PostMessageW(self._window, _CALL, 0, 0)
            return
        with self._changed:
            self._read_at = time.monotonic()
            self._changed.notify_all()

    def _give_back(self, content: Content) -> None:
        self._offered = ""
        if user32().GetClipboardOwner() == self._window:
            self._put(content)

    def _put(self, content: Content) -> None:
        with _opened(self._window):
            user32().EmptyClipboard()
            for kind, data in content.items():
                user32().SetClipboardData(kind, global_memory(data))


@contextmanager
def _opened(window: int) -> Iterator[None]:
    """Only one program at a time may have it open; others hold it for milliseconds."""
    deadline = time.monotonic() + _OPEN_S
    while not user32().OpenClipboard(window):
        if time.monotonic() > deadline:
            raise _busy()
        time.sleep(0.005)
    try:
        yield
    finally:
        user32().CloseClipboard()


def _busy() -> InsertionError:
    return InsertionError(
        "insertion.clipboard_taken",
        "Another program keeps the clipboard open",
        "Close clipboard tools one by one to find it; the text is in the history.",
    )


def _utf16(text: str) -> bytes:
    """Windows' own line ends, and the zero that ends the text."""
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return (lines + "\0").encode("utf-16-le", "surrogatepass")


def _process_of(window: int | None) -> int:
    pid = wintypes.DWORD(0)
    if window:
        user32().GetWindowThreadProcessId(window, ctypes.byref(pid))
    return int(pid.value)
