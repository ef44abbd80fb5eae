"""Names of keys as X11 and Wayland know them (keysymdef.h, XF86keysym.h)."""

_KEYSYMS = {
    "space": "space", "enter": "Return", "tab": "Tab", "backspace": "BackSpace", "delete": "Delete", "left": "Left",
    "right": "Right", "up": "Up", "down": "Down", "home": "Home", "end": "End", "escape": "Escape", "insert": "Insert",
    "page_up": "Prior", "page_down": "Next", "pause": "Pause", "print": "Print", "menu": "Menu",
    "altgr": "ISO_Level3_Shift", "scroll_lock": "Scroll_Lock", "num_lock": "Num_Lock", "caps_lock": "Caps_Lock",
    "ctrl_l": "Control_L", "ctrl_r": "Control_R", "alt_l": "Alt_L", "alt_r": "Alt_R", "shift_l": "Shift_L",
    "shift_r": "Shift_R", "super_l": "Super_L", "super_r": "Super_R",
    "-": "minus", "=": "equal", "[": "bracketleft", "]": "bracketright", ";": "semicolon", "'": "apostrophe",
    ",": "comma", ".": "period", "/": "slash", "`": "grave", "\\": "backslash",
    "play": "XF86AudioPlay", "stop": "XF86AudioStop", "next": "XF86AudioNext", "previous": "XF86AudioPrev",
    "mute": "XF86AudioMute", "volume_up": "XF86AudioRaiseVolume", "volume_down": "XF86AudioLowerVolume",
    "microphone": "XF86AudioMicMute",
}  # fmt: skip


def keysym_name(key: str) -> str:
    """Of a name out of `keys.KEYS`."""
    if key.startswith("numpad_"):
        return f"KP_{key[-1]}"
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return _KEYSYMS.get(key, key)
