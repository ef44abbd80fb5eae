"""The program: the core plus the faces asked for."""

import logging
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from voiceflow.errors import VoiceFlowError

if TYPE_CHECKING:
    from voiceflow.core import Core
    from voiceflow.ui.desktop import Desktop

log = logging.getLogger(__name__)


def run(arguments: Sequence[str]) -> int:
    from voiceflow.cli.entry import run as run_command

    return run_command(arguments, desktop)


def desktop(first_steps: bool = False) -> int:
    """Tray, hotkey, overlay and window, until the user quits. A second start shows the first one's window, or its
    first steps."""
    if not has_display():
        raise VoiceFlowError(
            "app.no_display",
            "There is no display for the desktop app",
            "These work without one: voiceflow dictate, transcribe, models, history, devices, doctor, selftest, config",
        )
    from voiceflow import logs
    from voiceflow.control import call, single_instance
    from voiceflow.paths import paths

    where = paths()
    lock = single_instance(where.lock_file)
    if lock is None:
        call(where.control_socket, {"command": "first_steps" if first_steps else "show"}, timeout_s=5.0)
        return 0
    logs.set_up(where.logs)
    try:
        return _run_desktop(first_steps)
    finally:
        lock.release()


def has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))


def _run_desktop(first_steps: bool) -> int:
    from voiceflow.control import ControlServer
    from voiceflow.core import Core
    from voiceflow.ui.desktop import Desktop

    with Core() as core:
        face = Desktop(core)
        server = ControlServer(core.paths.control_socket, lambda request: answer(core, face, request))
        server.start()
        try:
            return face.run(first_steps)
        finally:
            server.stop()


def answer(core: "Core", face: "Desktop", request: dict[str, Any]) -> dict[str, Any]:
    """One request of the remote control; on the `control` thread, so it only posts."""
    command = request.get("command")
    if command == "status":
        return core.describe()
    if command == "show":
        face.show_window()
    elif command == "first_steps":
        face.show_first_steps()
    elif command == "reload":
        core.reload_settings()
    elif command == "quit":
        face.quit()
    elif command == "say":
        return {"reading": core.speech.requests.begin(request)}
    elif command == "reading":
        return {"going_on": core.speech.requests.is_going_on(request.get("reading"))}
    elif command == "speech":
        core.speech.command(str(request.get("do")))
    elif command in ("start", "stop", "toggle", "cancel"):
        core.command(command)
    else:
        raise VoiceFlowError("control.unknown", f"There is no command {command!r}", "See: voiceflow --help")
    return {"ok": True}
