"""Keys as the Linux kernel counts them (input-event-codes.h), and what their going down and up means."""

from collections.abc import Mapping

from voiceflow.engines.hotkey.contract import KeyAction
from voiceflow.engines.hotkey.keys import MODIFIER_KEYS, Combination

_NAMES = {
    "escape": "ESC", "page_up": "PAGEUP", "page_down": "PAGEDOWN", "print": "SYSRQ", "menu": "COMPOSE",
    "altgr": "RIGHTALT", "scroll_lock": "SCROLLLOCK", "num_lock": "NUMLOCK", "caps_lock": "CAPSLOCK",
    "ctrl_l": "LEFTCTRL", "ctrl_r": "RIGHTCTRL", "alt_l": "LEFTALT", "alt_r": "RIGHTALT", "shift_l": "LEFTSHIFT",
    "shift_r": "RIGHTSHIFT", "super_l": "LEFTMETA", "super_r": "RIGHTMETA", "play": "PLAYPAUSE", "stop": "STOPCD",
    "next": "NEXTSONG", "previous": "PREVIOUSSONG", "volume_up": "VOLUMEUP", "volume_down": "VOLUMEDOWN",
    "microphone": "MICMUTE", "-": "MINUS", "=": "EQUAL", "[": "LEFTBRACE", "]": "RIGHTBRACE", ";": "SEMICOLON",
    "'": "APOSTROPHE", ",": "COMMA", ".": "DOT", "/": "SLASH", "`": "GRAVE", "\\": "BACKSLASH",
}  # fmt: skip


def code_name(key: str) -> str:
    """Of a name out of `keys.KEYS`: `KEY_F9`."""
    if key.startswith("numpad_"):
        return f"KEY_KP{key[-1]}"
    return f"KEY_{_NAMES.get(key, key.upper())}"


class CodeWatch:
    """Follows every modifier, because the kernel tells single keys only. `codes` are the kernel's numbers by name."""

    def __init__(self, key: Combination, cancel: Combination, codes: Mapping[str, int]) -> None:
        self._key = codes[code_name(key.key)]
        self._cancel = codes[code_name(cancel.key)]
        self._wanted = set(key.modifiers)
        self._modifiers = {codes[code_name(name)]: name.partition("_")[0] for name in MODIFIER_KEYS}
        self._held: set[int] = set()
        self._down = False

    def change(self, code: int, down: bool) -> KeyAction | None:
        """What this key's going down or up means; `CANCEL` also while nobody watches for it."""
        action = None
        if code == self._key and down and not self._down and self._held_modifiers() == self._wanted:
            action, self._down = KeyAction.PRESS, True
        elif code == self._key and not down and self._down:
            action, self._down = KeyAction.RELEASE, False
        elif code == self._cancel and down:
            action = KeyAction.CANCEL
        if code in self._modifiers:
            (self._held.add if down else self._held.discard)(code)
        return action

    def all_up(self) -> KeyAction | None:
        """The keyboard was unplugged."""
        self._held.clear()
        was_down, self._down = self._down, False
        return KeyAction.RELEASE if was_down else None

    def _held_modifiers(self) -> set[str]:
        return {self._modifiers[code] for code in self._held}
