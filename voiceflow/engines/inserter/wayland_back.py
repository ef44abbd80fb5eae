"""Back over what was inserted on Wayland: selected with the keys, and compared with what is selected then."""

import time

from voiceflow.engines.inserter.contract import graphemes, not_there
from voiceflow.engines.inserter.wayland_clipboard import PRIMARY, TEXT_TYPES, UnreadableError, WaylandClipboard
from voiceflow.engines.inserter.wayland_keys import Keys

_SEEN_S = 0.8
_LOOK_S = 0.02


def select(keys: Keys, clipboard: WaylandClipboard, text: str) -> None:
    """`InsertionError` when not exactly that is selected then; the selection is let go."""
    before = clipboard.offer(PRIMARY)
    keys.repeat("Left", graphemes(text), shifted=True)
    deadline = time.monotonic() + _SEEN_S + len(text) * 0.001
    while clipboard.offer(PRIMARY) == before or _selected(clipboard) != text:
        if time.monotonic() > deadline:
            keys.repeat("Right", 1)
            raise not_there()
        time.sleep(_LOOK_S)


def _selected(clipboard: WaylandClipboard) -> str:
    try:
        content = clipboard.read(PRIMARY)
    except UnreadableError:
        return ""
    return next((content[kind].decode("utf-8", "replace") for kind in TEXT_TYPES if kind in content), "")
