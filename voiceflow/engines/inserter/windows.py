"""Text into windows on Windows."""

import ctypes
import sys
import threading
import time
from ctypes import wintypes
from pathlib import PureWindowsPath

from voiceflow.engines.inserter import windows_caret
from voiceflow.engines.inserter.contract import (
    Caret,
    Inserted,
    Inserter,
    InsertOptions,
    Target,
    Way,
    backspaces,
    graphemes,
    not_there,
    stands_before,
)
from voiceflow.engines.inserter.terminals import flattened, is_terminal
from voiceflow.engines.inserter.windows_api import (
    EXTENDED,
    INPUT_KEYBOARD,
    KEYUP,
    UNICODE,
    Input,
    advapi32,
    kernel32,
    user32,
)
from voiceflow.engines.inserter.windows_clipboard import Content, WindowsClipboard
from voiceflow.errors import InsertionError, VoiceFlowError
from voiceflow.mailbox import Mailbox

_SHIFT, _CONTROL, _INSERT, _V, _RETURN, _TAB = 0x10, 0x11, 0x2D, 0x56, 0x0D, 0x09  # virtual-key codes
_LEFT, _BACKSPACE = 0x25, 0x08
_KEYS = range(0x08, 0xFF)  # without the mouse buttons
_HELD_KEYS_S = 2.0
_SETTLE_S = 0.15
_BATCH = 200
_QUERY_LIMITED, _TOKEN_QUERY, _TOKEN_ELEVATION = 0x1000, 0x0008, 20


class WindowsInserter(Inserter):
    """Ctrl+V, in terminals Shift+Insert, by virtual-key codes, which every layout has. Not yet run on Windows."""

    def __init__(self) -> None:
        self._clipboard = WindowsClipboard()
        self._saved: tuple[int, Content] | None = None
        self._reader = Mailbox("clipboard-reader").start()
        self._one_at_a_time = threading.Lock()

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        if sys.platform == "win32":
            return None
        return InsertionError("insertion.not_windows", "This is not Windows", "Set insertion.backend to auto.")

    def focus(self) -> Target | None:
        window = user32().GetForegroundWindow()
        if not window:
            return None
        pid = wintypes.DWORD(0)
        user32().GetWindowThreadProcessId(window, ctypes.byref(pid))
        title = ctypes.create_unicode_buffer(512)
        user32().GetWindowTextW(window, title, len(title))
        app = _program(int(pid.value))
        return Target(f"{window:#x}", app, title.value, int(pid.value), is_terminal(app))

    def focus_place(self) -> tuple[int, int] | None:
        window, place = user32().GetForegroundWindow(), wintypes.RECT()
        if not window or not user32().GetWindowRect(window, ctypes.byref(place)):
            return None
        return (place.left + place.right) // 2, (place.top + place.bottom) // 2

    def caret(self, target: Target | None) -> Caret | None:
        return windows_caret.caret(target)

    def snapshot(self) -> None:
        self._reader.post(self._save)

    def insert(self, text: str, target: Target | None, options: InsertOptions) -> Inserted:
        with self._one_at_a_time:
            started = time.monotonic()
            target = target or self.focus()
            if target is not None and target.terminal and not options.keep_newlines:
                text = flattened(text)
            if options.way is Way.CLIPBOARD:
                self.copy(text)
                return Inserted(Way.CLIPBOARD, None, (time.monotonic() - started) * 1000)
            _refuse_elevated(target)
            _wait_released()
            self.check_focus(target)
            if options.way is Way.TYPED:
                _send(_typed(text))
                return Inserted(Way.TYPED, None, (time.monotonic() - started) * 1000)
            inserted = self._paste(text, target, options, started)
            if not options.restore_clipboard:
                self.copy(text)
            return inserted

    def select_back(self, text: str, target: Target | None) -> None:
        """What stands before the caret is asked before any key is pressed: the proof that it is the right text."""
        with self._one_at_a_time:
            _refuse_elevated(target)
            _wait_released()
            self.check_focus(target)
            if not stands_before(self.caret(target), text):
                raise not_there()
            _send([_key(_SHIFT), *_taps(_LEFT, graphemes(text), EXTENDED), _key(_SHIFT, KEYUP)])

    def erase(self, text: str, target: Target | None, options: InsertOptions) -> None:
        if target is not None and target.terminal:
            count = backspaces(text if options.keep_newlines else flattened(text))
            self.check_focus(target)
        else:
            self.select_back(text, target)
            count = 1
        _send(_taps(_BACKSPACE, count))

    def copy(self, text: str) -> None:
        self._clipboard.copy(text)

    def close(self) -> None:
        self._reader.stop(timeout_s=2.0)
        self._clipboard.close()

    def _paste(self, text: str, target: Target | None, options: InsertOptions, started: float) -> Inserted:
        original = self._reader.ask(self._save).result()
        self._clipboard.lend(text, target.pid if target else 0)
        try:
            modifier, key = (_SHIFT, _INSERT) if target and target.terminal else (_CONTROL, _V)
            _send([_key(modifier), _key(key), _key(key, KEYUP), _key(modifier, KEYUP)])
            if not self._clipboard.wait_read(options.receipt_timeout_s, _SETTLE_S):
                raise InsertionError(
                    "insertion.not_read",
                    "The window did not take the text",
                    "Put the cursor where text can be written and paste it yourself.",
                )
            elapsed_ms = (self._clipboard.read_at - started) * 1000
        finally:
            self._clipboard.give_back(original)
            self._saved = None
        return Inserted(Way.PASTE, True, elapsed_ms)

    def _save(self) -> Content:
        changes = self._clipboard.changes
        if self._saved is None or self._saved[0] != changes:
            self._saved = (changes, self._clipboard.save())
        return self._saved[1]


def _key(code: int, flags: int = 0) -> Input:
    event = Input(type=INPUT_KEYBOARD)
    event.ki.wVk, event.ki.dwFlags = code, flags
    return event


def _unit(code_unit: int, flags: int = 0) -> Input:
    """A UTF-16 code unit as the pseudo-key VK_PACKET."""
    event = Input(type=INPUT_KEYBOARD)
    event.ki.wScan, event.ki.dwFlags = code_unit, UNICODE | flags
    return event


def _typed(text: str) -> list[Input]:
    events: list[Input] = []
    for character in text.replace("\r\n", "\n"):
        key = {"\n": _RETURN, "\t": _TAB}.get(character)
        raw = character.encode("utf-16-le", "surrogatepass")
        units = [raw[i] | raw[i + 1] << 8 for i in range(0, len(raw), 2)]
        events += [_key(key), _key(key, KEYUP)] if key else [_unit(u, up) for u in units for up in (0, KEYUP)]
    return events


def _taps(code: int, times: int, flags: int = 0) -> list[Input]:
    return [event for _ in range(times) for event in (_key(code, flags), _key(code, flags | KEYUP))]


def _send(events: list[Input]) -> None:
    for at in range(0, len(events), _BATCH):
        batch = events[at : at + _BATCH]
        sent = user32().SendInput(len(batch), (Input * len(batch))(*batch), ctypes.sizeof(Input))
        if sent != len(batch):
            raise InsertionError(
                "insertion.keys_refused",
                "Windows did not accept the key presses",
                "Another program blocks input; paste the text yourself.",
            )


def _wait_released() -> None:
    deadline = time.monotonic() + _HELD_KEYS_S
    while (held := [code for code in _KEYS if user32().GetAsyncKeyState(code) < 0]) and time.monotonic() < deadline:
        time.sleep(0.005)
    if held:
        _send([_key(code, KEYUP) for code in held])


def _refuse_elevated(target: Target | None) -> None:
    """User Interface Privilege Isolation drops keys for programs with more rights, without telling the sender."""
    if target and target.pid and _elevated(target.pid) and not _elevated(0):
        raise InsertionError(
            "insertion.elevated",
            "The window belongs to a program that runs as administrator, which Windows protects from key presses",
            "Paste the text yourself, or run VoiceFlow as administrator too.",
        )


def _elevated(pid: int) -> bool:
    """`pid` 0 is this process. A process that cannot be asked has more rights."""
    process = kernel32().OpenProcess(_QUERY_LIMITED, False, pid) if pid else kernel32().GetCurrentProcess()
    token, answer, size = wintypes.HANDLE(), wintypes.DWORD(0), wintypes.DWORD(0)
    try:
        if not process or not advapi32().OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
            return True
        room = ctypes.sizeof(answer)
        advapi32().GetTokenInformation(token, _TOKEN_ELEVATION, ctypes.byref(answer), room, ctypes.byref(size))
        return bool(answer.value)
    finally:
        for handle in (token.value, process if pid else None):
            if handle:
                kernel32().CloseHandle(handle)


def _program(pid: int) -> str:
    """The program's file name without its ending, in lower case; empty when Windows does not tell."""
    process = kernel32().OpenProcess(_QUERY_LIMITED, False, pid)
    if not process:
        return ""
    try:
        path, size = ctypes.create_unicode_buffer(1024), wintypes.DWORD(1024)
        known = kernel32().QueryFullProcessImageNameW(process, 0, path, ctypes.byref(size))
        return PureWindowsPath(path.value).stem.lower() if known else ""
    finally:
        kernel32().CloseHandle(process)
