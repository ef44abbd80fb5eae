"""The desktop's side of the GlobalShortcuts portal, so that the real xdg-desktop-portal has somebody to ask. A program
of its own: it reads what the user does from standard input, a word per line (`press`, `release`, `cancel`, `occupy`,
`refuse`), and prints `ready`, then a line for each decision."""

import itertools
import sys
import threading
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.impl.portal.desktop.fake"
SHORTCUTS = DBusAddress("/org/freedesktop/portal/desktop", interface="org.freedesktop.impl.portal.GlobalShortcuts")
SIGNALS = {
    "press": ("Activated", "dictate"),
    "release": ("Deactivated", "dictate"),
    "cancel": ("Activated", "cancel"),
}


class Backend:
    def __init__(self) -> None:
        self.bus = open_dbus_connection("SESSION")
        self.bus.send_and_get_reply(message_bus.RequestName(NAME))
        self.session = ""
        self.mode = ""
        self.clock = itertools.count(1)

    def user(self) -> None:
        for line in sys.stdin:
            word = line.strip()
            if word not in SIGNALS:
                self.mode = word
                print(f"decided {word}", flush=True)
            elif self.session:
                signal, shortcut = SIGNALS[word]
                body = (self.session, shortcut, next(self.clock), {})
                self.bus.send(new_signal(SHORTCUTS, signal, "osta{sv}", body))

    def answer(self, call: Message) -> Message:
        member, body = call.header.fields[HeaderFields.member], call.body
        if member == "CreateSession":
            self.session = body[1]
            return new_method_return(call, "ua{sv}", (0, {}))
        if member == "BindShortcuts":
            given = [] if self.mode == "occupy" else [self.given(*shortcut) for shortcut in body[2]]
            results = {"shortcuts": ("a(sa{sv})", given)}
            return new_method_return(call, "ua{sv}", (1 if self.mode == "refuse" else 0, results))
        if member == "Get":
            return new_method_return(call, "v", (("u", 1),))
        if member == "GetAll":
            return new_method_return(call, "a{sv}", ({"version": ("u", 1)},))
        if member == "Close":
            self.session = ""
            return new_method_return(call)
        return new_error(call, "org.freedesktop.DBus.Error.UnknownMethod")

    def given(self, name: str, options: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        trigger = options.get("preferred_trigger", ("s", ""))
        return name, {"description": options["description"], "trigger_description": trigger}

    def run(self) -> None:
        threading.Thread(target=self.user, daemon=True).start()
        print("ready", flush=True)
        while True:
            message = self.bus.receive()
            if message.header.message_type is MessageType.method_call:
                self.bus.send(self.answer(message))


if __name__ == "__main__":
    Backend().run()
