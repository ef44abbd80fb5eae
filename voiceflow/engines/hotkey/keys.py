"""Key names as users write them (`F9`, `ctrl+alt+d`, `Right Ctrl`, `super+space`), the same for every platform."""

import difflib
import re
from dataclasses import dataclass

from voiceflow.errors import HotkeyError

MODIFIERS = ("ctrl", "alt", "shift", "super")
MODIFIER_KEYS = tuple(f"{modifier}_{side}" for modifier in MODIFIERS for side in "lr")
TYPING_KEYS = ("space", "enter", "tab", "backspace", "delete", "left", "right", "up", "down", "home", "end")
LOCK_KEYS = ("scroll_lock", "num_lock", "caps_lock")
OTHER_KEYS = ("escape", "insert", "page_up", "page_down", "pause", "print", "menu", "altgr", *LOCK_KEYS)
MEDIA_KEYS = ("play", "stop", "next", "previous", "mute", "volume_up", "volume_down", "microphone")
CHARACTERS = tuple("abcdefghijklmnopqrstuvwxyz0123456789-=[];',./`\\")
FUNCTION_KEYS = tuple(f"f{number}" for number in range(1, 25))
NUMPAD_KEYS = tuple(f"numpad_{number}" for number in range(10))
KEYS = (*FUNCTION_KEYS, *MODIFIER_KEYS, *OTHER_KEYS, *MEDIA_KEYS, *TYPING_KEYS, *CHARACTERS, *NUMPAD_KEYS)

_ALIASES = {
    "control": "ctrl", "ctl": "ctrl", "strg": "ctrl", "option": "alt", "opt": "alt",
    "win": "super", "windows": "super", "cmd": "super", "command": "super", "meta": "super", "logo": "super",
    "esc": "escape", "return": "enter", "spacebar": "space", "del": "delete", "ins": "insert", "back": "backspace",
    "pgup": "page_up", "pageup": "page_up", "prior": "page_up", "pgdn": "page_down", "pagedown": "page_down",
    "break": "pause", "print_screen": "print", "printscreen": "print", "prtsc": "print", "prtscr": "print",
    "scrolllock": "scroll_lock", "numlock": "num_lock", "capslock": "caps_lock", "caps": "caps_lock",
    "apps": "menu", "application": "menu", "alt_gr": "altgr", "iso_level3_shift": "altgr",
    "minus": "-", "equal": "=", "comma": ",", "period": ".", "dot": ".", "slash": "/", "backslash": "\\",
    "semicolon": ";", "apostrophe": "'", "quote": "'", "grave": "`", "backtick": "`",
    "bracketleft": "[", "bracketright": "]", "arrow_left": "left", "arrow_right": "right", "arrow_up": "up",
    "arrow_down": "down", "play_pause": "play", "mic": "microphone", "mic_mute": "microphone",
}  # fmt: skip
_SIDES = {"left": "l", "l": "l", "right": "r", "r": "r"}
_SHOWN = {"page_up": "Page Up", "page_down": "Page Down", "altgr": "AltGr"}


@dataclass(frozen=True, slots=True)
class Combination:
    """`modifiers` out of `MODIFIERS`, in that order; `key` out of `KEYS`."""

    modifiers: tuple[str, ...]
    key: str

    def __str__(self) -> str:
        return "+".join([*(modifier.title() for modifier in self.modifiers), shown_key(self.key)])


def parse(text: str) -> Combination:
    """`HotkeyError` for what is no key, or would take a key away that one types with."""
    *before, last = _parts(text)
    modifiers = [_name(part) for part in before]
    key = _name(last)
    for part, name in zip(before, modifiers, strict=True):
        if name not in MODIFIERS:
            raise _unknown(part, MODIFIERS, "Modifiers are ctrl, alt, shift and super.")
    if key in MODIFIERS:
        raise _refused(f"{text} has no key of its own", f"Add one ({text}+d), or take one side: {key}_r.")
    if key not in KEYS:
        raise _unknown(last, KEYS, "Keys are written like F9, ctrl+alt+d, pause or ctrl_r.")
    types_something = key in CHARACTERS or key in TYPING_KEYS or key in NUMPAD_KEYS
    if types_something and not set(modifiers) - {"shift"}:
        raise _refused(f"With {text} as the global key you could not type it any more", f"Take ctrl+alt+{key}, or F9.")
    return Combination(tuple(m for m in MODIFIERS if m in modifiers), key)


def parse_cancel(text: str) -> Combination:
    """As `parse`, for a key that is only taken while a dictation runs, so any will do."""
    key = _name(text.strip())
    return Combination((), key) if key in KEYS else parse(text)


def shown_key(key: str) -> str:
    if key in _SHOWN:
        return _SHOWN[key]
    if key in MODIFIER_KEYS:
        modifier, _, side = key.partition("_")
        return f"{'Left' if side == 'l' else 'Right'} {modifier.title()}"
    return key.replace("_", " ").title()


def taken(combination: Combination) -> HotkeyError:
    """What every backend says when another program has the key."""
    return HotkeyError(
        "hotkey.taken",
        f"{combination} is taken by another program",
        "Free it there, or take another key: voiceflow config set hotkey.key ctrl+alt+space",
    )


def not_on_this_keyboard(combination: Combination) -> HotkeyError:
    return HotkeyError(
        "hotkey.no_such_key",
        f"This keyboard or this desktop has no key {shown_key(combination.key)}",
        "Take another key: voiceflow config set hotkey.key F9",
    )


def _parts(text: str) -> list[str]:
    parts = [part.strip() for part in text.split("+")]
    if not all(parts):
        raise _refused(f"{text!r} is no key", "Keys are written like F9, ctrl+alt+d, pause or ctrl_r.")
    return parts


def _name(part: str) -> str:
    """`Right Ctrl`, `RightCtrl`, `Control_R` and `ctrl-r` are `ctrl_r`."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", part) if len(part) > 3 else part
    name = re.sub(r"(?<=.)[\s\-_]+(?=.)", "_", name).lower()
    name = _ALIASES.get(name, name)
    words = name.split("_")
    if len(words) == 2:
        for side, word in (words, words[::-1]):
            modifier = _ALIASES.get(word, word)
            if side in _SIDES and modifier in MODIFIERS:
                return f"{modifier}_{_SIDES[side]}"
    joined = "".join(words)
    return _ALIASES.get(joined, name) if name not in KEYS else name


def _unknown(part: str, names: tuple[str, ...], otherwise: str) -> HotkeyError:
    near = difflib.get_close_matches(_name(part), names, n=1)
    return HotkeyError(
        "hotkey.unknown_key", f"There is no key {part}", f"Did you mean {near[0]}?" if near else otherwise
    )


def _refused(title: str, hint: str) -> HotkeyError:
    return HotkeyError("hotkey.refused", title, hint)
