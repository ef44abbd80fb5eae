"""A key that was pressed into a Qt window, by the name that the settings have for it."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "ctrl"),
    (Qt.KeyboardModifier.AltModifier, "alt"),
    (Qt.KeyboardModifier.ShiftModifier, "shift"),
    (Qt.KeyboardModifier.MetaModifier, "super"),
)
_K = Qt.Key
_NAMES = {
    _K.Key_Escape: "escape", _K.Key_Insert: "insert", _K.Key_PageUp: "page_up", _K.Key_PageDown: "page_down",
    _K.Key_Pause: "pause", _K.Key_Print: "print", _K.Key_SysReq: "print", _K.Key_Menu: "menu",
    _K.Key_ScrollLock: "scroll_lock", _K.Key_NumLock: "num_lock", _K.Key_CapsLock: "caps_lock",
    _K.Key_Space: "space", _K.Key_Return: "enter", _K.Key_Enter: "enter", _K.Key_Tab: "tab", _K.Key_Backtab: "tab",
    _K.Key_Backspace: "backspace", _K.Key_Delete: "delete", _K.Key_Left: "left", _K.Key_Right: "right",
    _K.Key_Up: "up", _K.Key_Down: "down", _K.Key_Home: "home", _K.Key_End: "end",
    _K.Key_MediaPlay: "play", _K.Key_MediaTogglePlayPause: "play", _K.Key_MediaStop: "stop",
    _K.Key_MediaNext: "next", _K.Key_MediaPrevious: "previous", _K.Key_VolumeMute: "mute",
    _K.Key_VolumeUp: "volume_up", _K.Key_VolumeDown: "volume_down", _K.Key_MicMute: "microphone",
}  # fmt: skip
_KEYSYMS = {
    0xFFE1: "shift_l", 0xFFE2: "shift_r", 0xFFE3: "ctrl_l", 0xFFE4: "ctrl_r", 0xFFE9: "alt_l", 0xFFEA: "alt_r",
    0xFFEB: "super_l", 0xFFEC: "super_r", 0xFE03: "altgr",
}  # fmt: skip
"""keysymdef.h of X11, which Wayland's xkbcommon has too. Elsewhere Qt does not tell the sides of a modifier apart."""


def pressed(event: QKeyEvent) -> str:
    """With its modifiers, such as `ctrl+alt+d`; empty for a modifier alone, and for a key that has no name here."""
    key = _name(event)
    if not key or key in _KEYSYMS.values():
        return ""
    return "+".join([*(name for flag, name in _MODIFIERS if event.modifiers() & flag), key])


def modifier_alone(event: QKeyEvent) -> str:
    """Which one and its side, such as `ctrl_r`."""
    return _KEYSYMS.get(event.nativeVirtualKey(), "") if sys.platform == "linux" else ""


def _name(event: QKeyEvent) -> str:
    key = event.key()
    if _K.Key_F1 <= key <= _K.Key_F24:
        return f"f{key - _K.Key_F1 + 1}"
    if key in _NAMES:
        return _NAMES[_K(key)]
    if not 0x21 <= key <= 0x7E:
        return ""
    numpad = event.modifiers() & Qt.KeyboardModifier.KeypadModifier and chr(key).isdigit()
    return f"numpad_{chr(key)}" if numpad else chr(key).lower()
