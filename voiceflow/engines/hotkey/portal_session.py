"""A session of the desktop portal's GlobalShortcuts, by jeepney.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html
"""

import logging
import socket
import uuid
from contextlib import suppress
from select import select
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, HeaderFields, MatchRule, Message, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from voiceflow.errors import HotkeyError

log = logging.getLogger(__name__)

APP_ID = "org.voiceflow.VoiceFlow"
_BUS_NAME = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
_REGISTRY = DBusAddress(_PATH, _BUS_NAME, "org.freedesktop.host.portal.Registry")
_PORTAL = DBusAddress(_PATH, _BUS_NAME, _SHORTCUTS)
_CALL_TIMEOUT_S = 10.0
_USER_TIMEOUT_S = 60.0

Options = dict[str, tuple[str, Any]]


class PortalSession:
    """One thread at a time. `OSError` when the bus goes away; other failures are `HotkeyError`."""

    def __init__(self) -> None:
        self._bus = _open()
        self.handle = ""

    def version(self) -> int:
        """Of the GlobalShortcuts interface; `HotkeyError` when this desktop has none."""
        try:
            return int(self._ask(Properties(_PORTAL).get("version"))[0][1])
        except (DBusErrorResponse, TimeoutError) as error:
            raise no_portal() from error

    def open(self) -> None:
        with suppress(
            DBusErrorResponse
        ):  # before xdg-desktop-portal 1.19.4 it knows unsandboxed programs by themselves
            self._ask(new_method_call(_REGISTRY, "Register", "sa{sv}", (APP_ID, {})))
        for member in ("Activated", "Deactivated"):
            self._subscribe(MatchRule(type="signal", sender=_BUS_NAME, interface=_SHORTCUTS, member=member))
        token = ("s", _token())
        code, results = self._request("CreateSession", "a{sv}", ({"session_handle_token": token},), _CALL_TIMEOUT_S)
        if code:
            raise no_portal()
        self.handle = results["session_handle"][1]

    def bind(self, shortcuts: list[tuple[str, Options]]) -> dict[str, Options] | None:
        """What the desktop gave of it, by id; None when its user said no. May wait for the user."""
        arguments: tuple[Any, ...] = (self.handle, shortcuts, "", {})
        code, results = self._request("BindShortcuts", "oa(sa{sv})sa{sv}", arguments, _USER_TIMEOUT_S)
        return None if code else dict(results.get("shortcuts", ("", []))[1])

    def wait(self, wake: socket.socket) -> list[tuple[str, str]]:
        """Blocks until there are signals of this session, or `wake` can be read (then it may be an empty list). Each
        is its name and the shortcut's id."""
        signals: list[tuple[str, str]] = []
        while True:
            with suppress(TimeoutError):
                while True:
                    signals += self._shortcut(self._bus.receive(timeout=0))
            if signals or wake in select([self._bus.sock, wake], [], [])[0]:
                return signals

    def close(self) -> None:
        if self.handle:
            address = DBusAddress(self.handle, _BUS_NAME, "org.freedesktop.portal.Session")
            with suppress(OSError, DBusErrorResponse):
                self._ask(new_method_call(address, "Close"), timeout_s=1.0)
        self._bus.close()

    def _shortcut(self, message: Message) -> list[tuple[str, str]]:
        fields = message.header.fields
        if fields.get(HeaderFields.interface) != _SHORTCUTS or message.body[0] != self.handle:
            return []
        return [(fields[HeaderFields.member], message.body[1])]

    def _ask(self, message: Message, timeout_s: float = _CALL_TIMEOUT_S) -> Any:
        return unwrap_msg(self._bus.send_and_get_reply(message, timeout=timeout_s))

    def _subscribe(self, rule: MatchRule) -> None:
        self._ask(message_bus.AddMatch(rule))

    def _request(self, member: str, signature: str, arguments: tuple[Any, ...], timeout_s: float) -> tuple[int, Any]:
        """The answer comes as a signal, maybe before the call returns: so it is subscribed to first."""
        token = _token()
        sender = self._bus.unique_name[1:].replace(".", "_")
        answer = MatchRule(
            type="signal",
            sender=_BUS_NAME,
            interface="org.freedesktop.portal.Request",
            member="Response",
            path=f"{_PATH}/request/{sender}/{token}",
        )
        self._subscribe(answer)
        *before, options = arguments
        body = (*before, {**options, "handle_token": ("s", token)})
        # The bus turns the portal's name into a number, so the filter leaves the sender out.
        heard = MatchRule(
            type="signal", interface="org.freedesktop.portal.Request", path=f"{_PATH}/request/{sender}/{token}"
        )
        try:
            with self._bus.filter(heard) as queue:
                self._ask(new_method_call(_PORTAL, member, signature, body), timeout_s)
                code, results = self._bus.recv_until_filtered(queue, timeout=timeout_s).body
        except (DBusErrorResponse, TimeoutError) as error:
            raise HotkeyError(
                "hotkey.portal_failed",
                "The desktop did not answer the question for a global key",
                "Bind a key to `voiceflow toggle` in the desktop's own settings.",
            ) from error
        finally:
            self._ask(message_bus.RemoveMatch(answer))
        return code, results


def no_portal() -> HotkeyError:
    return HotkeyError(
        "hotkey.no_portal",
        "This desktop's portal offers no global shortcuts",
        "KDE Plasma, GNOME 48 and Hyprland do; elsewhere bind a key to `voiceflow toggle`.",
    )


def _open() -> DBusConnection:
    try:
        return open_dbus_connection("SESSION")
    except (OSError, KeyError, ValueError) as error:
        raise HotkeyError(
            "hotkey.no_bus", "There is no session bus (D-Bus)", "Start VoiceFlow from a desktop session."
        ) from error


def _token() -> str:
    return f"voiceflow_{uuid.uuid4().hex}"
