"""Which keys we hold on the X server: the dictation key always, the cancel key while a dictation runs."""

import logging
from typing import Any

from Xlib import XK, X
from Xlib.error import BadAccess, CatchError

from voiceflow.engines.hotkey.keys import Combination, not_on_this_keyboard, taken
from voiceflow.engines.hotkey.keysyms import keysym_name

log = logging.getLogger(__name__)

_MASKS = {"ctrl": X.ControlMask, "shift": X.ShiftMask, "alt": X.Mod1Mask, "super": X.Mod4Mask}
_LOCK_KEYSYMS = ("Num_Lock", "Scroll_Lock")


def keysym(key: str) -> int:
    """Of a name out of `keys.KEYS`; 0 when X has none."""
    XK.load_keysym_group("xf86")
    XK.load_keysym_group("xkb")
    return int(XK.string_to_keysym(keysym_name(key).replace("XF86", "XF86_")))


class Grabs:
    """A key is grabbed with every combination of the lock keys, which must not matter. One thread at a time."""

    def __init__(self, display: Any, key: Combination, cancel: Combination) -> None:
        self._display = display
        self._root = display.screen().root
        self._key = key
        self._cancel = cancel
        self._held: set[tuple[int, int]] = set()
        self._cancel_wanted = False
        self._look_up()

    def take_key(self) -> None:
        """`HotkeyError` when this keyboard has no such key or another program has it."""
        if not self._code:
            raise not_on_this_keyboard(self._key)
        if not self._grab(self._variants(self._code, self._key)):
            raise taken(self._key)

    def take_cancel(self) -> None:
        self._cancel_wanted = True
        if self._cancel_code and not self._grab(self._variants(self._cancel_code, self._cancel)):
            log.warning("another program has the cancel key")

    def give_back_cancel(self) -> None:
        self._cancel_wanted = False
        self._ungrab(self._held & self._variants(self._cancel_code, self._cancel))

    def give_back_all(self) -> None:
        self._ungrab(set(self._held))

    def key_is_down(self) -> bool:
        keymap = self._display.query_keymap()
        return bool(keymap[self._code // 8] & (1 << self._code % 8))

    def is_key(self, event: Any, held: bool) -> bool:
        """While the key is held its modifiers may be let go first."""
        return event.detail == self._code and (held or self._modifiers_of(event.state) == _mask(self._key))

    def is_cancel(self, event: Any) -> bool:
        """With any modifier: those of the held key are down too."""
        return self._cancel_wanted and event.detail == self._cancel_code

    def keyboard_changed(self, event: Any) -> None:
        """Another layout, or a program that lent itself keys: take the keys where they are now."""
        self._display.refresh_keyboard_mapping(event)
        before = (self._code, self._cancel_code, self._lock_variants)
        self._look_up()
        if before == (self._code, self._cancel_code, self._lock_variants):
            return
        self.give_back_all()
        if not self._code or not self._grab(self._variants(self._code, self._key)):
            log.warning("the global key could not be taken on the new keyboard layout")
        if self._cancel_wanted:
            self.take_cancel()

    def _look_up(self) -> None:
        self._code = self._keycode(keysym(self._key.key))
        self._cancel_code = self._keycode(keysym(self._cancel.key))
        locks = [X.LockMask]
        mapping = self._display.get_modifier_mapping()
        for name in _LOCK_KEYSYMS:
            code = self._keycode(keysym(name.lower()))
            locks += [1 << index for index, codes in enumerate(mapping) if code and code in codes]
        variants = {0}
        for lock in locks:
            variants |= {variant | lock for variant in variants}
        self._lock_variants = frozenset(variants)

    def _keycode(self, symbol: int) -> int:
        return int(self._display.keysym_to_keycode(symbol)) if symbol else 0

    def _modifiers_of(self, state: int) -> int:
        """Bits 0 to 7 are modifiers; above are buttons and the layout's number."""
        return state & 0xFF & ~max(self._lock_variants)

    def _variants(self, code: int, key: Combination) -> set[tuple[int, int]]:
        return {(code, _mask(key) | lock) for lock in self._lock_variants}

    def _grab(self, wanted: set[tuple[int, int]]) -> bool:
        catchers = {variant: CatchError(BadAccess) for variant in wanted - self._held}
        for (code, modifiers), catcher in catchers.items():
            self._root.grab_key(code, modifiers, False, X.GrabModeAsync, X.GrabModeAsync, onerror=catcher)
        self._display.sync()
        self._held |= {variant for variant, catcher in catchers.items() if not catcher.get_error()}
        if wanted <= self._held:
            return True
        self._ungrab(wanted & self._held)
        return False

    def _ungrab(self, variants: set[tuple[int, int]]) -> None:
        for code, modifiers in variants:
            self._root.ungrab_key(code, modifiers)
        self._display.sync()
        self._held -= variants


def _mask(key: Combination) -> int:
    return sum(_MASKS[modifier] for modifier in key.modifiers)
