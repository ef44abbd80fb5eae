"""Text as key presses, all of Unicode: characters that no key has are put on spare keys for a moment."""

import time
from collections.abc import Callable

from Xlib import XK, X
from Xlib.ext import xtest

from voiceflow.engines.inserter.x11_keys import Keyboard
from voiceflow.errors import InsertionError

Awake = Callable[[float], bool | None]
"""`Ping.awake` of the target: a barrier behind all events that it was sent."""

_SPARE_KEYS = 64
_SETTLE_S = 0.12  # measured: what programs that answer no ping need to learn a changed layout
_PER_CHARACTER_S = 0.0004
_MEDIA_KEYS = range(0x1008FE00, 0x1008FFFF + 1)  # XF86 keysyms: nobody misses them for a second


def keysym(character: str) -> int:
    """0 for a control character that has no key. X11 protocol, appendix A: Latin-1 as it is, else 0x01000000 + code
    point."""
    code = ord(character)
    if character in "\n\r":
        return int(XK.XK_Return)
    if character == "\t":
        return int(XK.XK_Tab)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return 0
    return code if code <= 0xFF else 0x01000000 | code


def type_text(keyboard: Keyboard, text: str, awake: Awake, timeout_s: float) -> bool | None:
    """True when the target has worked through all keys, None when it cannot tell. A target that does not answer
    before the first key is `InsertionError`, and nothing was typed."""
    if awake(timeout_s) is False:
        raise InsertionError(
            "insertion.not_responding",
            "The program with the focus does not respond",
            "Wait until it does, then paste the text yourself.",
        )
    keysyms = [k for k in map(keysym, text.replace("\r\n", "\n")) if k]
    typist = _Typist(keyboard, awake, timeout_s)
    try:
        return typist.type(keysyms)
    finally:
        typist.restore()


def batches(keysyms: list[int], known: set[int], spare: int) -> list[list[int]]:
    """Runs of keys, each needing at most `spare` keysyms that the layout lacks."""
    found: list[list[int]] = [[]]
    new: set[int] = set()
    for k in keysyms:
        if k not in known and k not in new:
            if len(new) == spare:
                found.append([])
                new = set()
            new.add(k)
        found[-1].append(k)
    return found


class _Typist:
    def __init__(self, keyboard: Keyboard, awake: Awake, timeout_s: float) -> None:
        self._keyboard, self._awake, self._timeout_s = keyboard, awake, timeout_s
        self._display = keyboard.link.display
        self._rows = keyboard.mapping()
        state = self._keyboard.link.root.query_pointer().mask
        self._group = state >> 13 & 3  # XKB keeps the active layout in these bits of the core state
        self._caps_lock = self._key_of(XK.XK_Caps_Lock) if state & X.LockMask else 0
        self._shift = self._key_of(XK.XK_Shift_L)
        self._layout = self._in_layout()
        self._spare = self._spare_keys()
        self._changed: set[int] = set()

    def type(self, keysyms: list[int]) -> bool | None:
        consumed: bool | None = None
        self._tap(self._caps_lock)
        for batch in batches(keysyms, set(self._layout), len(self._spare)):
            new = list(dict.fromkeys(k for k in batch if k not in self._layout))
            keys = self._layout | {k: (code, False) for k, code in zip(new, self._spare, strict=False)}
            self._put_on_spare_keys(new)
            for k in batch:
                self._tap(*keys[k])
            self._display.sync()
            consumed = self._settle(len(batch))
        self._tap(self._caps_lock)
        self._display.sync()
        return consumed or None

    def restore(self) -> None:
        for code in sorted(self._changed):
            self._display.change_keyboard_mapping(code, [self._rows[code]])
        self._keyboard.link.drop_events()

    def _put_on_spare_keys(self, keysyms: list[int]) -> None:
        for code, k in zip(self._spare, keysyms, strict=False):
            self._display.change_keyboard_mapping(code, [[k, k]])
            self._changed.add(code)
        if keysyms:
            self._display.sync()
            self._settle(0)

    def _settle(self, characters: int) -> bool | None:
        """The layout must not change before the target has read the keys typed with it."""
        answered = self._awake(self._timeout_s + characters * 0.01)
        if not answered:
            time.sleep(max(_SETTLE_S, characters * _PER_CHARACTER_S))
        return answered

    def _tap(self, code: int, shifted: bool = False) -> None:
        if not code:
            return
        if shifted:
            xtest.fake_input(self._display, X.KeyPress, self._shift)
        xtest.fake_input(self._display, X.KeyPress, code)
        xtest.fake_input(self._display, X.KeyRelease, code)
        if shifted:
            xtest.fake_input(self._display, X.KeyRelease, self._shift)

    def _in_layout(self) -> dict[int, tuple[int, bool]]:
        """Keysym -> key and whether with Shift, in the active layout. Only the first two layouts have fixed columns
        in the core mapping; in a third one every character goes to a spare key."""
        found: dict[int, tuple[int, bool]] = {}
        if self._group > 1 or not self._shift:
            return found
        for code, row in self._rows.items():
            two = row[2:4] if self._group and any(row[2:4]) else row[:2]
            for level, k in enumerate(two):
                if k:
                    found.setdefault(k, (code, level == 1))
        return found

    def _key_of(self, k: int) -> int:
        return next((code for code, row in self._rows.items() if row[:1] == [k]), 0)

    def _spare_keys(self) -> list[int]:
        free = [code for code, row in self._rows.items() if not any(row)]
        media = [code for code, row in self._rows.items() if any(row) and all(k == 0 or k in _MEDIA_KEYS for k in row)]
        spare = (free[::-1] + media)[:_SPARE_KEYS]
        if not spare:
            raise InsertionError(
                "insertion.no_spare_key", "The keyboard layout has no unused key", "Set insertion.way to paste."
            )
        return spare
