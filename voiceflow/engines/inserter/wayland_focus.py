"""Which window has the focus, where the compositor tells: sway and Hyprland. Wayland itself has no such question."""

import json
import os
import socket
import struct
from typing import Any

from voiceflow.engines.inserter.contract import Target
from voiceflow.engines.inserter.terminals import is_terminal

_TIMEOUT_S = 0.5
_GET_TREE, _SWAY_HEAD_BYTES = 4, 14  # sway-ipc(7)


def focus() -> Target | None:
    """A few milliseconds over the compositor's own socket."""
    if sway := os.environ.get("SWAYSOCK"):
        found = _focused(_answer(sway, b"i3-ipc" + struct.pack("=II", 0, _GET_TREE), _SWAY_HEAD_BYTES))
        return _target(found, "id", found.get("app_id") or "", "name") if found.get("pid") else None
    if hyprland := os.environ.get("HYPRLAND_INSTANCE_SIGNATURE"):
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        found = _answer(f"{runtime}/hypr/{hyprland}/.socket.sock", b"j/activewindow", 0)
        return _target(found, "address", found.get("class") or "", "title") if found.get("address") else None
    return None


def _target(window: dict[str, Any], number: str, app: str, title: str) -> Target:
    app = (app or (window.get("window_properties") or {}).get("class") or "").lower()
    return Target(str(window[number]), app, window.get(title) or "", int(window.get("pid") or 0), is_terminal(app))


def _focused(node: dict[str, Any]) -> dict[str, Any]:
    """The focused leaf of sway's tree; empty when a workspace has it."""
    for child in [*node.get("nodes", []), *node.get("floating_nodes", [])]:
        if found := _focused(child):
            return found
    return node if node.get("focused") else {}


def _answer(path: str, question: bytes, head_bytes: int) -> dict[str, Any]:
    """Empty when the compositor does not answer. sway's answer has a head that tells its length, Hyprland's ends with
    the connection."""
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
            link.settimeout(_TIMEOUT_S)
            link.connect(path)
            link.sendall(question)
            data = b""
            while piece := link.recv(65536):
                data += piece
                if head_bytes and len(data) >= head_bytes + struct.unpack_from("=I", data, 6)[0]:
                    break
        return dict(json.loads(data[head_bytes:]))
    except (OSError, ValueError, struct.error):
        return {}
