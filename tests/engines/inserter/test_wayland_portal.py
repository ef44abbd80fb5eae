"""Keys through the RemoteDesktop portal, against its far end on a private bus."""

import sys
from collections.abc import Iterator

import pytest

from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import Program
from voiceflow.engines.inserter.wayland_portal import Portal
from voiceflow.errors import InsertionError

pytestmark = pytest.mark.desktop
SHIFT, INSERT = 0xFFE1, 0xFF63


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    bus_only = Desktop(x=False, audio=False, keyring=False)
    if missing := bus_only.missing():
        pytest.skip(f"the session bus needs {', '.join(missing)}")
    with bus_only as desktop:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.env["DBUS_SESSION_BUS_ADDRESS"])
        yield desktop


def portal_program(desktop: Desktop, *habits: str) -> Program:
    program = Program(desktop, [sys.executable, "-m", "tests.end_to_end.portal", *habits])
    assert program.next() == "ready"
    return program


def test_keys_arrive_as_keysyms(desktop: Desktop) -> None:
    with portal_program(desktop) as program:
        assert Portal.missing() == ""
        keys = Portal()
        keys.paste()
        assert [program.next() for _ in range(4)] == [[SHIFT, 1], [INSERT, 1], [INSERT, 0], [SHIFT, 0]]
        keys.type("aЖ\n")
        pressed = [program.next() for _ in range(6)]
        assert [keysym for keysym, state in pressed if state] == [0x61, 0x01000416, 0xFF0D]
        keys.close()


def test_a_refused_consent_says_what_to_do(desktop: Desktop) -> None:
    with portal_program(desktop, "refuse"):
        with pytest.raises(InsertionError, match="did not allow") as caught:
            Portal().paste()
        assert caught.value.hint


def test_a_desktop_without_a_portal_is_told(desktop: Desktop) -> None:
    assert "xdg-desktop-portal" in Portal.missing()
