"""Text into windows on Wayland, with whatever the compositor allows."""

import os
import threading
import time
from collections.abc import Mapping

from voiceflow.engines.inserter import wayland_back, wayland_focus
from voiceflow.engines.inserter.at_spi import AtSpi
from voiceflow.engines.inserter.contract import (
    KEPT_S,
    Caret,
    Inserted,
    Inserter,
    InsertOptions,
    Target,
    Way,
    backspaces,
    no_way_back,
    not_there,
)
from voiceflow.engines.inserter.selected_text import drops_selection
from voiceflow.engines.inserter.terminals import flattened
from voiceflow.engines.inserter.wayland_clipboard import (
    CLIPBOARD,
    PRIMARY,
    Content,
    UnreadableError,
    WaylandClipboard,
    dictated,
    open_clipboard,
)
from voiceflow.engines.inserter.wayland_keys import Keys, Wtype, Ydotool
from voiceflow.engines.inserter.wayland_portal import Portal
from voiceflow.errors import InsertionError, VoiceFlowError
from voiceflow.mailbox import Mailbox

_SETTLE_S = 0.15  # measured: no target in 30 read again after this
_SELECTIONS = (CLIPBOARD, PRIMARY)


class WaylandInserter(Inserter):
    """Pastes with Shift+Insert where the clipboard is ours to set and give back (data-control protocol), else types.
    The protocol does not tell who reads: a clipboard manager's reading before the keys is told apart by its time only.
    `focus` is known on sway and Hyprland."""

    def __init__(self) -> None:
        self._keys = _keys()
        self._any_clipboard = open_clipboard()
        # only this one can be saved and given back
        self._clipboard = self._any_clipboard if isinstance(self._any_clipboard, WaylandClipboard) else None
        self._saved: dict[str, tuple[int, Content]] = {}
        self._reader = Mailbox("clipboard-reader").start()
        self._at_spi = AtSpi()
        self._one_at_a_time = threading.Lock()

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        if not os.environ.get("WAYLAND_DISPLAY"):
            return InsertionError(
                "insertion.no_wayland", "This is not a Wayland desktop", "Set insertion.backend to auto."
            )
        wanted = [kind.missing() for kind in _KINDS]
        if "" in wanted:
            return None
        cure = next((hint for hint in wanted if hint != "-"), "set insertion.way to clipboard")
        return InsertionError(
            "insertion.no_keys",
            "No program here may press keys for VoiceFlow on this Wayland desktop",
            f"{cure[:1].upper()}{cure[1:]}.",
        )

    def focus(self) -> Target | None:
        return wayland_focus.focus()

    def caret(self, target: Target | None) -> Caret | None:
        return self._at_spi.caret(target)

    def snapshot(self) -> None:
        self._reader.post(self._save)
        self._reader.post_after(KEPT_S, self._saved.clear)

    def insert(self, text: str, target: Target | None, options: InsertOptions) -> Inserted:
        with self._one_at_a_time:
            started = time.monotonic()
            target = target or self.focus()
            if target is not None and target.terminal and not options.keep_newlines:
                text = flattened(text)
            if options.way is Way.CLIPBOARD:
                self.copy(text)
                return _inserted(Way.CLIPBOARD, None, started)
            originals = self._originals() if options.way is Way.PASTE and self._clipboard else None
            if originals is None or self._clipboard is None:
                self._keys.type(text)
                return _inserted(Way.TYPED, None, started)
            inserted = self._paste(self._clipboard, text, target, options, originals, started)
            self._reader.post(self._saved.clear)
            if not options.restore_clipboard:
                self.copy(text)
            return inserted

    def select_back(self, text: str, target: Target | None) -> None:
        with self._one_at_a_time:
            self._select(text, target)

    def erase(self, text: str, target: Target | None, options: InsertOptions) -> None:
        with self._one_at_a_time:
            if target is not None and target.terminal:
                count = backspaces(text if options.keep_newlines else flattened(text))
                self.check_focus(target)
            else:
                self._select(text, target)
                count = 1
            self._keys.repeat("BackSpace", count)

    def copy(self, text: str) -> None:
        self._any_clipboard.copy(text)

    def close(self) -> None:
        self._at_spi.close()
        self._reader.stop(timeout_s=2.0)
        self._keys.close()
        self._any_clipboard.close()

    def _select(self, text: str, target: Target | None) -> None:
        """Where nobody tells what is selected, nothing proves that it is the right text."""
        if self._clipboard is None:
            raise no_way_back()
        if not text:
            raise not_there()
        self.check_focus(target)
        wayland_back.select(self._keys, self._clipboard, text)

    def _paste(
        self,
        clipboard: WaylandClipboard,
        text: str,
        target: Target | None,
        options: InsertOptions,
        originals: Mapping[str, Content],
        started: float,
    ) -> Inserted:
        taken = _selections(target)
        clipboard.put(dictated(text, secret=True), taken)
        try:
            pressed_at = time.monotonic()
            self._keys.paste()
            if not clipboard.wait_read(pressed_at, options.receipt_timeout_s, _SETTLE_S):
                raise InsertionError(
                    "insertion.not_read",
                    "The window did not take the text",
                    "Put the cursor where text can be written and paste it yourself.",
                )
            elapsed_ms = (clipboard.last_read_at - started) * 1000
        finally:
            for selection in taken:
                if clipboard.held(selection) is not None:  # else another program has put something there meanwhile
                    clipboard.put(originals[selection], [selection])
        return Inserted(Way.PASTE, True, elapsed_ms)

    def _originals(self) -> dict[str, Content] | None:
        """None when the owner of a selection hangs."""
        return (
            {name: saved[1] for name, saved in self._saved.items()} if self._reader.ask(self._save).result() else None
        )

    def _save(self) -> bool:
        clipboard = self._clipboard
        if clipboard is None:
            return False
        for selection in _SELECTIONS:
            offer, ours = clipboard.offer(selection), clipboard.held(selection)
            if ours is None and offer and self._saved.get(selection, (0, {}))[0] == offer:
                continue
            try:
                content = ours if ours is not None else clipboard.read(selection) if offer else {}
            except UnreadableError:
                return False
            self._saved[selection] = (offer, content)
        return True


_KINDS = (Wtype, Portal, Ydotool)


def _keys() -> Keys:
    for kind in _KINDS:
        if not kind.missing():
            return kind()
    raise WaylandInserter.unavailable() or InsertionError("insertion.no_keys", "No way to press keys")


def _selections(target: Target | None) -> list[str]:
    """Terminals paste PRIMARY, other programs CLIPBOARD."""
    return [CLIPBOARD] if drops_selection(target) else [CLIPBOARD, PRIMARY]


def _inserted(way: Way, received: bool | None, started: float) -> Inserted:
    return Inserted(way, received, (time.monotonic() - started) * 1000)
