"""Text into windows on macOS."""

import ctypes
import sys
import threading
import time

from voiceflow.engines.inserter import macos_caret
from voiceflow.engines.inserter import macos_keys as keys
from voiceflow.engines.inserter import macos_objc as objc
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
from voiceflow.engines.inserter.macos_pasteboard import Content, Pasteboard
from voiceflow.engines.inserter.terminals import flattened, is_terminal
from voiceflow.errors import InsertionError, VoiceFlowError
from voiceflow.mailbox import Mailbox

_HELD_KEYS_S = 2.0
_SETTLE_S = 0.3  # macOS tells nobody who reads the pasteboard


class MacInserter(Inserter):
    """Cmd+V. `received` is never known. `Target.window` is the frontmost program, since window numbers need the
    screen recording permission. Not yet run on macOS."""

    def __init__(self) -> None:
        self._pasteboard = Pasteboard()
        self._saved: tuple[int, Content] | None = None
        self._reader = Mailbox("clipboard-reader").start()
        self._one_at_a_time = threading.Lock()

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        if sys.platform == "darwin":
            return _forbidden()
        return InsertionError("insertion.not_macos", "This is not macOS", "Set insertion.backend to auto.")

    def focus(self) -> Target | None:
        with objc.pool():
            objc.framework("AppKit")
            front = objc.send(objc.send(objc.kind("NSWorkspace"), "sharedWorkspace"), "frontmostApplication")
            if not front:
                return None
            pid = int(objc.send(front, "processIdentifier", result=ctypes.c_int32))
            app = objc.text_of(objc.send(front, "localizedName")).lower()
            bundle = objc.text_of(objc.send(front, "bundleIdentifier"))
            return Target(f"pid:{pid}", app, "", pid, is_terminal(app) or is_terminal(bundle))

    def caret(self, target: Target | None) -> Caret | None:
        return macos_caret.caret()

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
            if error := _forbidden():
                raise error
            keys.wait_released(_HELD_KEYS_S)
            self.check_focus(target)
            if options.way is Way.TYPED:
                keys.type_text(text)
                return Inserted(Way.TYPED, None, (time.monotonic() - started) * 1000)
            inserted = self._paste(text, started)
            if not options.restore_clipboard:
                self.copy(text)
            return inserted

    def select_back(self, text: str, target: Target | None) -> None:
        """What stands before the caret is asked before any key is pressed: the proof that it is the right text."""
        with self._one_at_a_time:
            if error := _forbidden():
                raise error
            keys.wait_released(_HELD_KEYS_S)
            self.check_focus(target)
            if not stands_before(self.caret(target), text):
                raise not_there()
            keys.select_left(graphemes(text))

    def erase(self, text: str, target: Target | None, options: InsertOptions) -> None:
        if target is not None and target.terminal:
            count = backspaces(text if options.keep_newlines else flattened(text))
            self.check_focus(target)
        else:
            self.select_back(text, target)
            count = 1
        keys.delete_left(count)

    def copy(self, text: str) -> None:
        self._pasteboard.copy(text)

    def close(self) -> None:
        self._reader.stop(timeout_s=2.0)

    def _paste(self, text: str, started: float) -> Inserted:
        original = self._reader.ask(self._save).result()
        ours = self._pasteboard.lend(text)
        try:
            keys.paste()
            elapsed_ms = (time.monotonic() - started) * 1000
            time.sleep(_SETTLE_S)
        finally:
            if self._pasteboard.changes == ours:  # else another program has put something there meanwhile
                self._pasteboard.put(original)
            self._saved = None
        return Inserted(Way.PASTE, None, elapsed_ms)

    def _save(self) -> Content:
        changes = self._pasteboard.changes
        if self._saved is None or self._saved[0] != changes:
            self._saved = (changes, self._pasteboard.save())
        return self._saved[1]


def _forbidden() -> InsertionError | None:
    if keys.allowed():
        return None
    return InsertionError(
        "insertion.accessibility",
        "macOS does not yet allow VoiceFlow to press keys",
        "Open System Settings, Privacy & Security, Accessibility, switch VoiceFlow on, and start it again.",
    )
