"""The global key on Wayland: the desktop itself watches it and tells through the GlobalShortcuts portal."""

import logging
import os
import socket
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from voiceflow.engines.hotkey.contract import Hotkey, KeyAction, KeyEvent
from voiceflow.engines.hotkey.keys import Combination, parse, parse_cancel, taken
from voiceflow.engines.hotkey.keysyms import keysym_name
from voiceflow.errors import EngineError, HotkeyError, VoiceFlowError

if TYPE_CHECKING:
    from voiceflow.engines.hotkey.portal_session import PortalSession

log = logging.getLogger(__name__)

_STOP_TIMEOUT_S = 2.0
_TRIGGER_MODIFIERS = {"ctrl": "CTRL", "alt": "ALT", "shift": "SHIFT", "super": "LOGO"}


class PortalHotkey(Hotkey):
    """The desktop may ask its user at the first start, and the user may choose another key there. A portal cannot lend
    a key for a while, so Esc is not taken: `cancel` is a second shortcut that the user may give a key to."""

    def __init__(self, key: str, cancel_key: str = "Escape") -> None:
        self._key = key
        self._cancel_key = cancel_key
        self._watches_cancel = False
        self._down = False
        self._thread: threading.Thread | None = None
        self.trigger = ""
        """How the desktop names the key that it gave; empty when it does not say."""

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return EngineError("hotkey.no_bus", "There is no session bus (D-Bus)", "Start it from a desktop session.")
        try:
            from voiceflow.engines.hotkey.portal_session import PortalSession

            session = PortalSession()
        except ImportError:
            return EngineError("hotkey.no_jeepney", "jeepney is not installed", "Install it: pip install jeepney")
        except HotkeyError as error:
            return error
        try:
            session.version()
        except (HotkeyError, OSError) as error:
            return error if isinstance(error, HotkeyError) else EngineError("hotkey.no_bus", "The session bus is gone")
        finally:
            session.close()
        return None

    def start(self, on_event: Callable[[KeyEvent], None]) -> None:
        from voiceflow.engines.hotkey.portal_session import PortalSession

        combination = parse(self._key)
        parse_cancel(self._cancel_key)
        session = PortalSession()
        try:
            session.version()
            session.open()
            self.trigger = _bound(session, combination)
        except OSError as error:
            session.close()
            raise HotkeyError("hotkey.no_bus", "The session bus is gone", "Log out and in again.") from error
        except BaseException:
            session.close()
            raise
        self._session = session
        self._on_event = on_event
        self._wake, self._waker = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="hotkey", daemon=True)
        self._thread.start()

    def is_down(self) -> bool | None:
        return None

    def watch_cancel(self, on: bool) -> None:
        self._watches_cancel = on

    def stop(self) -> None:
        if self._thread and self._thread.is_alive():
            try:
                self._waker.send(b"x")
            except OSError:  # it has just ended by itself
                log.debug("the hotkey thread had ended")
            self._thread.join(_STOP_TIMEOUT_S)

    def _run(self) -> None:
        try:
            while signals := self._session.wait(self._wake):
                for member, shortcut in signals:
                    self._handle(member, shortcut)
        except OSError as error:
            log.warning("the session bus is gone, and the global key with it: %s", type(error).__name__)
        finally:
            self._session.close()
            self._waker.close()
            self._wake.close()

    def _handle(self, member: str, shortcut: str) -> None:
        if shortcut == "cancel":
            if member == "Activated" and self._watches_cancel:
                self._tell(KeyAction.CANCEL)
        elif shortcut == "dictate" and (member == "Activated") != self._down:
            self._down = member == "Activated"
            self._tell(KeyAction.PRESS if self._down else KeyAction.RELEASE)

    def _tell(self, action: KeyAction) -> None:
        self._on_event(KeyEvent(action, time.monotonic()))


def trigger(combination: Combination) -> str:
    """As the portal wants it: `CTRL+ALT+d` (XDG shortcuts specification)."""
    return "+".join([*(_TRIGGER_MODIFIERS[m] for m in combination.modifiers), keysym_name(combination.key)])


def _bound(session: "PortalSession", combination: Combination) -> str:
    wanted = {"description": ("s", "Dictate (hold or tap)"), "preferred_trigger": ("s", trigger(combination))}
    given = session.bind([("dictate", wanted), ("cancel", {"description": ("s", "Cancel the dictation")})])
    if given is None:
        raise HotkeyError(
            "hotkey.refused_by_user",
            "You or the desktop refused the global key",
            "Allow it in the desktop's settings, or bind a key there to `voiceflow toggle`.",
        )
    if "dictate" not in given:
        raise taken(combination)
    return str(given["dictate"].get("trigger_description", ("s", ""))[1])
