"""Windows' virtual-key codes (WinUser.h)."""

_CODES = {
    "backspace": 0x08, "tab": 0x09, "enter": 0x0D, "pause": 0x13, "caps_lock": 0x14, "escape": 0x1B, "space": 0x20,
    "page_up": 0x21, "page_down": 0x22, "end": 0x23, "home": 0x24, "left": 0x25, "up": 0x26, "right": 0x27,
    "down": 0x28, "print": 0x2C, "insert": 0x2D, "delete": 0x2E, "super_l": 0x5B, "super_r": 0x5C, "menu": 0x5D,
    "num_lock": 0x90, "scroll_lock": 0x91, "shift_l": 0xA0, "shift_r": 0xA1, "ctrl_l": 0xA2, "ctrl_r": 0xA3,
    "alt_l": 0xA4, "alt_r": 0xA5, "altgr": 0xA5, "mute": 0xAD, "volume_down": 0xAE, "volume_up": 0xAF, "next": 0xB0,
    "previous": 0xB1, "stop": 0xB2, "play": 0xB3, ";": 0xBA, "=": 0xBB, ",": 0xBC, "-": 0xBD, ".": 0xBE, "/": 0xBF,
    "`": 0xC0, "[": 0xDB, "\\": 0xDC, "]": 0xDD, "'": 0xDE,
}  # fmt: skip


def virtual_key(key: str) -> int:
    """Of a name out of `keys.KEYS`; 0 when Windows has none."""
    if key.startswith("numpad_"):
        return 0x60 + int(key[-1])
    if len(key) == 1 and key.isalnum():
        return ord(key.upper())
    if key[0] == "f" and key[1:].isdigit():
        return 0x70 + int(key[1:]) - 1
    return _CODES.get(key, 0)
