"""The keyboard through XTEST: what is held, and the paste chord."""

import time

from Xlib import XK, X
from Xlib.ext import xtest

from voiceflow.engines.inserter.x11_connection import Connection
from voiceflow.errors import InsertionError

_POLL_S = 0.004


class Keyboard:
    """On the inserting thread only."""

    def __init__(self) -> None:
        self.link = Connection()
        if not self.link.display.has_extension("XTEST"):
            raise InsertionError(
                "insertion.no_xtest",
                "The X server has no XTEST extension, which sends keys",
                "Set insertion.way to clipboard, or enable XTEST in the X server.",
            )

    def mapping(self) -> dict[int, list[int]]:
        """Keycode -> keysyms, as it is now."""
        info = self.link.display.display.info
        rows = self.link.display.get_keyboard_mapping(info.min_keycode, info.max_keycode - info.min_keycode + 1)
        return {info.min_keycode + i: list(row) for i, row in enumerate(rows)}

    def held(self) -> list[int]:
        bits = self.link.display.query_keymap()
        return [8 * i + bit for i, byte in enumerate(bits) for bit in range(8) if byte >> bit & 1]

    def wait_released(self, timeout_s: float) -> None:
        """A key that the user still holds would join our chord, and the hotkey's own grab would swallow it. What is
        held for longer is released in the user's place."""
        deadline = time.monotonic() + timeout_s
        while (held := self.held()) and time.monotonic() < deadline:
            time.sleep(_POLL_S)
        for code in held:
            xtest.fake_input(self.link.display, X.KeyRelease, code)
        self.link.display.sync()

    def press(self, codes: list[int]) -> None:
        """Down in this order, up in the reverse one."""
        for code in codes:
            xtest.fake_input(self.link.display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.link.display, X.KeyRelease, code)
        self.link.drop_events()

    def repeat(self, name: str, times: int, shifted: bool = False) -> None:
        """A key by its X11 name. `InsertionError` when the layout lacks it."""
        rows = self.mapping()
        wanted = [XK.string_to_keysym(name), *([XK.XK_Shift_L] if shifted else [])]
        codes = [next((code for code, row in rows.items() if row[:1] == [k]), 0) for k in wanted]
        if not all(codes):
            raise InsertionError("insertion.no_key", f"The keyboard layout has no {name} key")
        for code in codes[1:]:
            xtest.fake_input(self.link.display, X.KeyPress, code)
        for _ in range(times):
            xtest.fake_input(self.link.display, X.KeyPress, codes[0])
            xtest.fake_input(self.link.display, X.KeyRelease, codes[0])
        for code in codes[1:]:
            xtest.fake_input(self.link.display, X.KeyRelease, code)
        self.link.drop_events()

    def paste_chord(self) -> list[int]:
        """Shift+Insert: the one chord that editors, browsers and terminals share, on every layout (Ctrl+V has no
        key on a Russian or Greek one)."""
        rows = self.mapping()
        codes = [next((c for c, row in rows.items() if row[:1] == [k]), 0) for k in (XK.XK_Shift_L, XK.XK_Insert)]
        if not all(codes):
            raise InsertionError(
                "insertion.no_insert_key",
                "The keyboard layout has no Insert key",
                "Set insertion.way to typed.",
            )
        return codes

    def close(self) -> None:
        self.link.close()
