"""Which window has the focus, where the compositor tells: sway and Hyprland. Wayland itself has no such question."""

import json
import os
import subprocess
from typing import Any

from voiceflow.engines.inserter.contract import Target
from voiceflow.engines.inserter.terminals import is_terminal

_TIMEOUT_S = 0.5


def focus() -> Target | None:
    if os.environ.get("SWAYSOCK"):
        found = _focused(_asked(["swaymsg", "-t", "get_tree", "--raw"]))
        return _target(found, "id", found.get("app_id") or "", "name") if found and found.get("pid") else None
    if os.environ.get("HYPRLAND_INSTANCE_SIGNATURE"):
        found = _asked(["hyprctl", "-j", "activewindow"])
        return _target(found, "address", found.get("class") or "", "title") if found and found.get("address") else None
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


def _asked(command: list[str]) -> dict[str, Any]:
    try:
        answer = subprocess.run(command, capture_output=True, check=True, timeout=_TIMEOUT_S)
        return dict(json.loads(answer.stdout))
    except (OSError, subprocess.SubprocessError, ValueError):
        return {}
