"""What stands around the caret of a program on Linux: by AT-SPI, the D-Bus interface for assistive technology
(https://gnome.pages.gitlab.gnome.org/at-spi2-core/devel-docs/). Nothing is switched on for it: where the desktop has no
accessibility bus, or the program is not on it, nobody knows."""

import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from voiceflow.engines.inserter.contract import AROUND, Caret, Target

_ACCESSIBLE, _TEXT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Text"
_ROOT = "/org/a11y/atspi/accessible/root"
_LIMIT_S, _CONNECT_S = 0.05, 0.15
_RETRY_S = 30.0
_ACTIVE, _FOCUSED, _SHOWING = 1 << 1, 1 << 12, 1 << 25  # AtspiStateType
_PASSWORD = 40  # AtspiRole; so are these, which hold no text that could be dictated into
_BARREN = frozenset([33, 34, 35, 39, 48, 63])  # menu, menu bar, menu item, page tab, scroll bar, tool bar
_NODES = 3000
_GONE = (OSError, EOFError, ValueError)


class Node(NamedTuple):
    """A program's name on the bus and an object's path in it."""

    name: str
    path: str


class _Ask(NamedTuple):
    node: Node
    interface: str
    member: str
    signature: str = ""
    body: tuple[Any, ...] = ()


class AtSpi:
    """One thread at a time. A program that does not answer costs `_LIMIT_S`."""

    def __init__(self) -> None:
        self._bus: Any = None
        self._retry_s = 0.0
        self._last: tuple[Target, Node] | None = None

    def caret(self, target: Target | None) -> Caret | None:
        try:
            bus = self._connected()
            if bus is None or target is None:
                return None
            return _Look(bus, time.monotonic() + _LIMIT_S).caret(self._focused(bus, target))
        except TimeoutError:
            return None
        except _GONE:
            self.close()
            return None

    def close(self) -> None:
        bus, self._bus, self._last = self._bus, None, None
        if bus is not None:
            with suppress(OSError):
                bus.close()

    def _focused(self, bus: Any, target: Target) -> Node | None:
        """Where it was last time, if that has the focus still; else the tree is searched."""
        look = _Look(bus, time.monotonic() + _LIMIT_S)
        if self._last and self._last[0] == target and look.states([self._last[1]])[0] & _FOCUSED:
            return self._last[1]
        found = look.focused(target)
        self._last = (target, found) if found else None
        return found

    def _connected(self) -> Any:
        if self._bus is None and time.monotonic() >= self._retry_s:
            self._retry_s = time.monotonic() + _RETRY_S
            self._bus = _open()
        return self._bus


def _open() -> Any:
    """The accessibility bus; None where there is none. It is not started: who needs it has it."""
    from jeepney import DBusAddress, MessageType, message_bus, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    with suppress(KeyError, *_GONE), open_dbus_connection(bus="SESSION") as session:
        owned = session.send_and_get_reply(message_bus.NameHasOwner("org.a11y.Bus"), timeout=_CONNECT_S)
        if not owned.body[0]:
            return None
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        answer = session.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=_CONNECT_S)
        if answer.header.message_type is MessageType.method_return and answer.body[0]:
            return open_dbus_connection(answer.body[0], auth_timeout=_CONNECT_S)
    return None


class _Look:
    """Questions until a deadline: `TimeoutError` then. Those of one round are sent together."""

    def __init__(self, bus: Any, deadline_s: float) -> None:
        self._bus, self._deadline_s = bus, deadline_s

    def focused(self, target: Target) -> Node | None:
        """What has the focus and a text. Breadth first, and closed menus and hidden pages cost nothing."""
        frontier, seen = deque(self._windows(target)), 0
        while frontier and seen < _NODES:
            nodes = list(frontier)
            frontier.clear()
            seen += len(nodes)
            states = self.states(nodes)
            focused = [node for node, state in zip(nodes, states, strict=True) if state & _FOCUSED]
            if focused:
                return self._deepest(focused[-1])
            shown = [node for node, state in zip(nodes, states, strict=True) if state & (_SHOWING | _ACTIVE)]
            fertile = [node for node, role in zip(shown, self._roles(shown), strict=True) if role not in _BARREN]
            frontier.extend(child for children in self._children(fertile) for child in children)
        return None

    def caret(self, node: Node | None) -> Caret | None:
        if node is None or self._roles([node])[0] == _PASSWORD:
            return None
        offset, length, count = self._all(
            [
                _property(node, _TEXT, "CaretOffset"),
                _property(node, _TEXT, "CharacterCount"),
                _Ask(node, _TEXT, "GetNSelections"),
            ]
        )
        if offset is None or length is None or offset[0][1] < 0:
            return None
        begin = end = int(offset[0][1])
        if count and count[0] > 0:
            (selected,) = self._all([_Ask(node, _TEXT, "GetSelection", "i", (0,))])
            begin, end = sorted(selected) if selected else (begin, end)
        spans = ((max(0, begin - AROUND), begin), (end, min(int(length[0][1]), end + AROUND)))
        before, after = self._all([_Ask(node, _TEXT, "GetText", "ii", span) for span in spans])
        return Caret(before[0], after[0]) if before and after else None

    def states(self, nodes: Sequence[Node]) -> list[int]:
        """0 for what is gone."""
        answers = self._all([_Ask(node, _ACCESSIBLE, "GetState") for node in nodes])
        return [answer[0][0] if answer and answer[0] else 0 for answer in answers]

    def _deepest(self, node: Node) -> Node | None:
        """Some programs say of a whole page that it has the focus, and of the field in it too; others, of a part of the
        field that has no text itself."""
        focused = [node]
        while inside := self._focused_in(focused[-1]):
            focused.append(inside)
        answers = self._all([_Ask(each, _ACCESSIBLE, "GetInterfaces") for each in focused])
        texts = [each for each, answer in zip(focused, answers, strict=True) if answer and _TEXT in answer[0]]
        return texts[-1] if texts else None

    def _focused_in(self, node: Node) -> Node | None:
        children = self._children([node])[0]
        states = self.states(children)
        return next((child for child, state in zip(children, states, strict=True) if state & _FOCUSED), None)

    def _windows(self, target: Target) -> list[Node]:
        programs = self._children([Node("org.a11y.atspi.Registry", _ROOT)])[0]
        bus = Node("org.freedesktop.DBus", "/org/freedesktop/DBus")
        ask = "GetConnectionUnixProcessID"
        pids = self._all([_Ask(bus, bus.name, ask, "s", (program.name,)) for program in programs])
        own = [program for program, pid in zip(programs, pids, strict=True) if pid and pid[0] == target.pid]
        windows = [window for children in self._children(own) for window in children]
        names = self._all([_property(window, _ACCESSIBLE, "Name") for window in windows])
        named = [window for window, name in zip(windows, names, strict=True) if name and name[0][1] == target.title]
        return named or windows

    def _roles(self, nodes: Sequence[Node]) -> list[int]:
        return [answer[0] if answer else 0 for answer in self._all([_Ask(n, _ACCESSIBLE, "GetRole") for n in nodes])]

    def _children(self, nodes: Sequence[Node]) -> list[list[Node]]:
        answers = self._all([_Ask(node, _ACCESSIBLE, "GetChildren") for node in nodes])
        """Of each node."""
        return [[Node(*child) for child in answer[0]] if answer else [] for answer in answers]

    def _all(self, asks: Sequence[_Ask]) -> list[tuple[Any, ...] | None]:
        """None where the answer is an error."""
        from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call

        waiting: dict[int, int] = {}
        for place, (node, interface, member, signature, body) in enumerate(asks):
            address = DBusAddress(node.path, node.name, interface)
            message = new_method_call(address, member, signature or None, body)
            serial = next(self._bus.outgoing_serial)
            waiting[serial] = place
            self._bus.send(message, serial=serial)
        answers: list[tuple[Any, ...] | None] = [None] * len(asks)
        while waiting:
            left_s = self._deadline_s - time.monotonic()
            if left_s <= 0:
                raise TimeoutError
            received = self._bus.receive(timeout=left_s)
            place_of = waiting.pop(received.header.fields.get(HeaderFields.reply_serial, -1), None)
            if place_of is not None and received.header.message_type is MessageType.method_return:
                answers[place_of] = received.body
        return answers


def _property(node: Node, interface: str, name: str) -> _Ask:
    return _Ask(node, "org.freedesktop.DBus.Properties", "Get", "ss", (interface, name))
