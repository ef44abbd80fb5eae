"""Text into windows on X11: pasted from our own selections, or typed."""

import os
import threading
import time
from collections.abc import Callable, Mapping

from voiceflow.engines.inserter.at_spi import AtSpi
from voiceflow.engines.inserter.contract import (
    Caret,
    Inserted,
    Inserter,
    InsertOptions,
    Target,
    Way,
    backspaces,
    not_there,
)
from voiceflow.engines.inserter.selected_text import drops_selection
from voiceflow.engines.inserter.terminals import flattened
from voiceflow.engines.inserter.x11_back import WayBack
from voiceflow.engines.inserter.x11_connection import PRIMARY, X_ERRORS, Connection
from voiceflow.engines.inserter.x11_content import Content
from voiceflow.engines.inserter.x11_keys import Keyboard
from voiceflow.engines.inserter.x11_owner import SelectionOwner
from voiceflow.engines.inserter.x11_ping import Ping
from voiceflow.engines.inserter.x11_snapshot import Snapshots
from voiceflow.engines.inserter.x11_typing import type_text
from voiceflow.engines.inserter.x11_windows import Windows
from voiceflow.errors import InsertionError, VoiceFlowError

_HELD_KEYS_S = 2.0

Originals = Mapping[int, Content]


class X11Inserter(Inserter):
    """Pastes with Shift+Insert from CLIPBOARD and PRIMARY, since terminals read the one and other programs the other.
    The inserter stays the owner of the old contents until another program takes over, so it must live as long as
    VoiceFlow does. `Inserted.elapsed_ms` ends with the target's last reading, not with the clipboard's return.

    A target that does not read in time is an `InsertionError`, but it is still given the dictated text, and nothing
    else, should it wake and ask (see `Loan`)."""

    def __init__(self) -> None:
        self._owner = SelectionOwner()
        self._snapshots = Snapshots(self._owner)
        self._windows = Windows()
        self._ping = Ping()
        self._keyboard = Keyboard()
        self._back = WayBack(self._keyboard, self._owner)
        self._at_spi = AtSpi()
        self._one_at_a_time = threading.Lock()

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        if os.environ.get("WAYLAND_DISPLAY"):
            return InsertionError(
                "insertion.wayland", "This is a Wayland desktop", "Set insertion.backend to wayland or auto."
            )
        try:
            link = Connection()
        except InsertionError as error:
            return error
        missing = [name for name in ("XTEST", "XFIXES") if not link.display.has_extension(name)]
        link.close()
        if missing:
            return InsertionError(
                "insertion.no_extension",
                f"The X server lacks {' and '.join(missing)}, which insertion needs",
                "Use another X server, or set insertion.backend to clipboard.",
            )
        return None

    def focus(self) -> Target | None:
        return self._windows.focus()

    def focus_place(self) -> tuple[int, int] | None:
        return self._windows.focus_place()

    def keyboard_language(self) -> str:
        return self._windows.keyboard_language()

    def caret(self, target: Target | None) -> Caret | None:
        return self._at_spi.caret(target)

    def has_selection(self, target: Target | None) -> bool | None:
        return self._owner.owned_by(PRIMARY) == self._owner.client(int(target.window, 16)) if target else None

    def snapshot(self) -> None:
        self._snapshots.begin()

    def insert(self, text: str, target: Target | None, options: InsertOptions) -> Inserted:
        with self._one_at_a_time:
            try:
                return self._insert(text, target, options)
            except X_ERRORS as error:
                raise _no_server() from error

    def _insert(self, text: str, target: Target | None, options: InsertOptions) -> Inserted:
        started = time.monotonic()
        target = target or self.focus()
        if target is not None and target.terminal and not options.keep_newlines:
            text = flattened(text)
        if options.way is Way.CLIPBOARD:
            self.copy(text)
            return Inserted(Way.CLIPBOARD, None, (time.monotonic() - started) * 1000)
        way = options.way
        originals = self._snapshots.originals() if way is Way.PASTE else None
        if originals is None:
            received = self._type(text, target, options)
            return Inserted(Way.TYPED, received, (time.monotonic() - started) * 1000)
        inserted = self._paste(text, target, options, originals, started)
        self._snapshots.drop()
        if not options.restore_clipboard:
            self.copy(text)
        return inserted

    def select_back(self, text: str, target: Target | None) -> None:
        self._go_back(text, target, lambda client: self._back.select(text, client))

    def erase(self, text: str, target: Target | None, options: InsertOptions) -> None:
        if target is not None and target.terminal:
            count = backspaces(text if options.keep_newlines else flattened(text))
            self._go_back(text, target, lambda _: self._back.rub_out(count))
        else:
            self._go_back(text, target, lambda client: self._back.erase(text, client))

    def step_back(self, count: int, target: Target | None) -> None:
        self._go_back(" ", target, lambda _: self._keyboard.repeat("Left", count))

    def copy(self, text: str) -> None:
        self._owner.copy(text)

    def close(self) -> None:
        self._at_spi.close()
        self._snapshots.close()
        self._owner.close()
        self._windows.close()
        self._ping.close()
        self._back.close()
        self._keyboard.close()

    def _go_back(self, text: str, target: Target | None, act: Callable[[int], None]) -> None:
        with self._one_at_a_time:
            try:
                window = int(target.window, 16) if target else self._windows.focused_window()
                if not window or not text:
                    raise not_there()
                self._keyboard.wait_released(_HELD_KEYS_S)
                self.check_focus(target)
                act(self._owner.client(window))
            except X_ERRORS as error:
                raise _no_server() from error

    # --- the two ways ---

    def _paste(
        self, text: str, target: Target | None, options: InsertOptions, originals: Originals, started: float
    ) -> Inserted:
        window = int(target.window, 16) if target else self._windows.focused_window()
        client = self._owner.client(window) if window else None
        loan = self._owner.lend(text, client, self._selections(target, client))
        try:
            self._keyboard.wait_released(_HELD_KEYS_S)
            self.check_focus(target)
            loan.sending()
            self._keyboard.press(self._keyboard.paste_chord())
            self._owner.sent(loan)
            if not loan.wait_read(options.receipt_timeout_s) and not self._owner.was_mirrored:
                raise InsertionError(
                    "insertion.not_read",
                    "The window did not take the text",
                    "Put the cursor where text can be written and paste it yourself.",
                )
        finally:
            self._owner.end(loan, originals)
        elapsed_ms = ((loan.read_at or time.monotonic()) - started) * 1000
        return Inserted(Way.PASTE, loan.read or None, elapsed_ms)

    def _selections(self, target: Target | None, client: int | None) -> list[int]:
        """A program that owns PRIMARY has text selected, for the dictation to replace."""
        if client == self._owner.owned_by(PRIMARY) and drops_selection(target):
            return [self._owner.clipboard]
        return list(self._owner.selections)

    def _type(self, text: str, target: Target | None, options: InsertOptions) -> bool | None:
        self._keyboard.wait_released(_HELD_KEYS_S)
        self.check_focus(target)
        window = int(target.window, 16) if target else None

        def awake(timeout_s: float) -> bool | None:
            return self._ping.awake(window, timeout_s) if window else None

        return type_text(self._keyboard, text, awake, options.receipt_timeout_s)


def _no_server() -> InsertionError:
    return InsertionError("insertion.no_display", "The connection to the X server ended", "Restart VoiceFlow.")
