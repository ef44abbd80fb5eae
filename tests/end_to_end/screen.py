"""What stands on the screen, as a screen reader hears it from the accessibility bus (AT-SPI 2), and a mouse that goes
there. Whoever finds a button here has found its accessible name and role, too."""

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any, NamedTuple

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.end_to_end.rig import Desktop, wait_until

_ACCESSIBLE, _COMPONENT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Component"
_TEXT = "org.a11y.atspi.Text"
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_SHOWING, _ENABLED, _VISIBLE = 25, 8, 30  # AtspiStateType
_SECONDS = 20.0
_CLOSED_ROLES = {"combo box", "menu"}
"""What is in them is not on the screen."""


class Seen(NamedTuple):
    name: str
    role: str
    bus: str
    path: str


class Screen:
    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        with closing(open_dbus_connection(desktop.env["DBUS_SESSION_BUS_ADDRESS"])) as session:
            address = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            self._bus: DBusConnection = open_dbus_connection(session.send_and_get_reply(address, timeout=5).body[0])

    def __enter__(self) -> "Screen":
        return self

    def __exit__(self, *_: object) -> None:
        self._bus.close()

    def everything(self) -> list[Seen]:
        return list(self._below(Seen("", "", *_ROOT)))

    def look(self, name: str, role: str = "") -> Seen | None:
        """The last one of that name; a role is told apart by its end, for `push button` is `button` in newer Qt."""
        found = [each for each in self.everything() if each.name == name and each.role.endswith(role)]
        return found[-1] if found else None

    def wait_for(self, name: str, role: str = "", timeout_s: float = _SECONDS) -> Seen:
        found: Seen = self._wait(lambda: self.look(name, role), f"{role} {name!r}", timeout_s)
        return found

    def wait_for_words(self, words: str, timeout_s: float = _SECONDS) -> str:
        """In any text on the screen."""
        found: list[str] = self._wait(
            lambda: [text for text in self._texts() if words.lower() in text.lower()], f"the words {words!r}", timeout_s
        )
        return found[0]

    def _wait(self, condition: Callable[[], Any], what: str, timeout_s: float) -> Any:
        try:
            return wait_until(condition, what, timeout_s)
        except TimeoutError as error:
            raise TimeoutError(f"{error}; on the screen: {' | '.join(filter(None, self._texts()))}") from None

    def click(self, name: str, role: str = "button", times: int = 1) -> None:
        x, y, width, height = self._place(self.wait_for(name, role))
        click = ["click", "--repeat", str(times), "--delay", "60", "1"]
        self._desktop.run(["xdotool", "mousemove", str(x + width // 2), str(y + height // 2), *click])

    def text(self, seen: Seen) -> str:
        """What is written in a field."""
        return str(self._call(seen, _TEXT, "GetText", "ii", (0, -1))[0])

    def _texts(self) -> Iterator[str]:
        for each in self.everything():
            yield each.name
            if each.role == "text":
                yield self.text(each)

    def _below(self, parent: Seen) -> Iterator[Seen]:
        for bus, path in self._call(parent, _ACCESSIBLE, "GetChildren")[0]:
            child = Seen("", "", bus, path)
            if parent.bus != _ROOT[0] and not self._is_shown(child):
                continue
            name = self._property(child, "Name")
            seen = Seen(name, self._call(child, _ACCESSIBLE, "GetRoleName")[0], bus, path)
            yield seen
            if seen.role not in _CLOSED_ROLES:
                yield from self._below(seen)

    def _is_shown(self, seen: Seen) -> bool:
        low, _ = self._call(seen, _ACCESSIBLE, "GetState")[0]
        return bool(low & 1 << _SHOWING and low & 1 << _VISIBLE)

    def _place(self, seen: Seen) -> tuple[int, int, int, int]:
        place: tuple[int, int, int, int] = self._call(seen, _COMPONENT, "GetExtents", "u", (0,))[0]
        return place

    def _property(self, seen: Seen, name: str) -> str:
        answer = self._bus.send_and_get_reply(
            Properties(DBusAddress(seen.path, seen.bus, _ACCESSIBLE)).get(name), timeout=5
        )
        return str(answer.body[0][1]) if answer.header.message_type is MessageType.method_return else ""

    def _call(self, seen: Seen, interface: str, member: str, signature: str = "", body: tuple[Any, ...] = ()) -> Any:
        """What is gone meanwhile has no children and shows nothing."""
        message = new_method_call(DBusAddress(seen.path, seen.bus, interface), member, signature, body)
        answer = self._bus.send_and_get_reply(message, timeout=5)
        if answer.header.message_type is not MessageType.method_return:
            return {"GetChildren": ([],), "GetState": ((0, 0),)}.get(member, ("",))
        return answer.body
