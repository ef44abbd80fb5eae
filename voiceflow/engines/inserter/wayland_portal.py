"""Keys through the desktop portal `org.freedesktop.portal.RemoteDesktop` (GNOME, KDE): the desktop asks the user once
for each run of VoiceFlow whether it may."""

import itertools
import os
from typing import Any

from voiceflow.engines.inserter.wayland_keys import Keys
from voiceflow.errors import InsertionError

_BUS, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.RemoteDesktop"
_KEYBOARD = 1  # in the bit fields AvailableDeviceTypes and `types`
_SHIFT_L, _INSERT, _RETURN, _TAB = 0xFFE1, 0xFF63, 0xFF0D, 0xFF09  # X11 keysyms
_NAMED = {"Left": 0xFF51, "Right": 0xFF53, "BackSpace": 0xFF08}
_PRESSED, _RELEASED = 1, 0
_CALL_S, _CONSENT_S = 5.0, 120.0


class Portal(Keys):
    """One session for the object's life; the first keys ask for consent, which takes as long as the user does."""

    def __init__(self) -> None:
        self._bus: Any = None
        self._session = ""
        self._tokens = itertools.count(1)

    @staticmethod
    def missing() -> str:
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return "-"
        try:
            kinds = _device_types()
        except Exception:  # jeepney raises many kinds; whatever they are, there is no portal to be used
            kinds = 0
        return "" if kinds & _KEYBOARD else "install xdg-desktop-portal with your desktop's backend for remote control"

    def paste(self) -> None:
        self._start()
        for key, state in ((_SHIFT_L, 1), (_INSERT, 1), (_INSERT, 0), (_SHIFT_L, 0)):
            self._press(key, state)

    def type(self, text: str) -> None:
        self._start()
        for character in text:
            key = {"\n": _RETURN, "\t": _TAB}.get(character) or _keysym(character)
            self._press(key, _PRESSED)
            self._press(key, _RELEASED)

    def repeat(self, key: str, times: int, shifted: bool = False) -> None:
        self._start()
        presses = [(_NAMED[key], state) for _ in range(times) for state in (_PRESSED, _RELEASED)]
        around = ([(_SHIFT_L, _PRESSED)], [(_SHIFT_L, _RELEASED)]) if shifted else ([], [])
        for keysym, state in (*around[0], *presses, *around[1]):
            self._press(keysym, state)

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()
        self._bus, self._session = None, ""

    def _start(self) -> None:
        if self._session:
            return
        from jeepney.io.blocking import open_dbus_connection

        try:
            self._bus = open_dbus_connection(bus="SESSION")
            created = self._ask("CreateSession", "a{sv}", {"session_handle_token": ("s", "voiceflow")})
            session = created["session_handle"][1]
            self._ask("SelectDevices", "oa{sv}", session, {"types": ("u", _KEYBOARD)})
            self._ask("Start", "osa{sv}", session, "", {})
            self._session = session
        except InsertionError:
            self.close()
            raise
        except Exception as error:
            self.close()
            raise InsertionError(
                "insertion.portal",
                f"The desktop portal for keys did not answer ({type(error).__name__})",
                "Restart xdg-desktop-portal, or set insertion.way to clipboard.",
            ) from error

    def _ask(self, method: str, signature: str, *body: Any) -> dict[str, Any]:
        """A portal request: its answer comes as a signal at a path that the token decides."""
        from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
        from jeepney.io.blocking import Proxy

        token = f"voiceflow{next(self._tokens)}"
        sender = self._bus.unique_name.removeprefix(":").replace(".", "_")
        path = f"/org/freedesktop/portal/desktop/request/{sender}/{token}"
        rule = MatchRule(type="signal", interface="org.freedesktop.portal.Request", member="Response", path=path)
        Proxy(message_bus, self._bus).AddMatch(rule)
        *fixed, options = body
        address = DBusAddress(_PATH, _BUS, _INTERFACE)
        call = new_method_call(address, method, signature, (*fixed, options | {"handle_token": ("s", token)}))
        with self._bus.filter(rule) as answers:
            self._bus.send_and_get_reply(call, timeout=_CALL_S)
            code, results = self._bus.recv_until_filtered(answers, timeout=_CONSENT_S).body
        if code != 0:
            raise InsertionError(
                "insertion.consent",
                "The desktop did not allow VoiceFlow to press keys",
                "Dictate again and allow it, or set insertion.way to clipboard.",
            )
        return dict(results)

    def _press(self, keysym: int, state: int) -> None:
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(_PATH, _BUS, _INTERFACE)
        body: tuple[Any, ...] = (self._session, {}, keysym, state)
        call = new_method_call(address, "NotifyKeyboardKeysym", "oa{sv}iu", body)
        try:
            self._bus.send_and_get_reply(call, timeout=_CALL_S)
        except Exception as error:
            self.close()
            raise InsertionError(
                "insertion.portal",
                f"The desktop portal did not take a key ({type(error).__name__})",
                "Dictate again; the desktop will ask for permission once more.",
            ) from error


def _keysym(character: str) -> int:
    """X11 protocol, appendix A."""
    code = ord(character)
    return code if 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xFF else 0x01000000 | code


def _device_types() -> int:
    from jeepney import DBusAddress, Properties
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection(bus="SESSION") as bus:
        ask = Properties(DBusAddress(_PATH, _BUS, _INTERFACE)).get("AvailableDeviceTypes")
        reply = bus.send_and_get_reply(ask, timeout=1.0)
    return int(reply.body[0][1]) if reply.header.message_type.name == "method_return" else 0
