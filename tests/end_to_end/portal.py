"""The far end of a desktop portal for keys: it grants (or refuses) a session and tells every key that it is given.

Run as `python -m tests.end_to_end.portal [refuse]` on a private bus."""

import json
import sys
from typing import Any

from jeepney import DBusAddress, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

_NAME = "org.freedesktop.portal.Desktop"
_SESSION = "/org/freedesktop/portal/desktop/session/1/voiceflow"


def main() -> None:
    refuse = "refuse" in sys.argv
    with open_dbus_connection(bus="SESSION") as bus:
        Proxy(message_bus, bus).RequestName(_NAME)
        _tell("ready")
        while True:
            call = bus.receive()
            if call.header.message_type is MessageType.method_call:
                _answer(bus, call, refuse)


def _answer(bus: DBusConnection, call: Any, refuse: bool) -> None:
    fields = {field.name: value for field, value in call.header.fields.items()}
    member = fields["member"]
    if member == "Get":
        bus.send_message(new_method_return(call, "v", (("u", 3),)))
    elif member == "NotifyKeyboardKeysym":
        session, _, keysym, state = call.body
        _tell([keysym, state] if session == _SESSION else "wrong session")
        bus.send_message(new_method_return(call))
    elif member in ("CreateSession", "SelectDevices", "Start"):
        sender = fields["sender"].removeprefix(":").replace(".", "_")
        token = call.body[-1]["handle_token"][1]
        path = f"/org/freedesktop/portal/desktop/request/{sender}/{token}"
        bus.send_message(new_method_return(call, "o", (path,)))
        results = {"session_handle": ("s", _SESSION)} if member == "CreateSession" else {}
        refused = refuse and member == "Start"
        address = DBusAddress(path, interface="org.freedesktop.portal.Request")
        bus.send_message(new_signal(address, "Response", "ua{sv}", (1 if refused else 0, results)))
    else:
        bus.send_message(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))


def _tell(value: Any) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
