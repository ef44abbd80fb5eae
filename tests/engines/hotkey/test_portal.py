"""The GlobalShortcuts portal: the real xdg-desktop-portal on a private bus, with a desktop behind it that we drive."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the desktop portal", allow_module_level=True)

from tests.contracts.test_hotkey import Heard, HotkeyContract
from tests.end_to_end.rig import Desktop, wait_until
from voiceflow.engines.hotkey.keys import parse
from voiceflow.engines.hotkey.portal import PortalHotkey, trigger
from voiceflow.errors import HotkeyError

PORTAL = next(
    (path for path in map(Path, ("/usr/libexec/xdg-desktop-portal", "/usr/lib/xdg-desktop-portal")) if path.exists()),
    None,
)
DESCRIPTION = """[portal]
DBusName=org.freedesktop.impl.portal.desktop.fake
Interfaces=org.freedesktop.impl.portal.GlobalShortcuts;
UseIn=fake
"""


def bus_only() -> Desktop:
    desktop = Desktop(x=False, audio=False, keyring=False)
    if missing := desktop.missing():
        pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
    return desktop


class PortalKeyboard:
    tells_down = False

    def __init__(self, desktop: Desktop) -> None:
        assert PORTAL
        self._backend = desktop.popen(
            [sys.executable, str(Path(__file__).with_name("portal_backend.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._backend.stdout
        assert self._backend.stdout.readline() == "ready\n"
        (desktop.folder / "fake.portal").write_text(DESCRIPTION)
        environment = {"XDG_DESKTOP_PORTAL_DIR": str(desktop.folder), "XDG_CURRENT_DESKTOP": "fake"}
        self.portal = desktop.popen([str(PORTAL)], env=desktop.env | environment)
        wait_until(lambda: PortalHotkey.unavailable() is None, "the portal")

    def do(self, word: str) -> None:
        assert self._backend.stdin
        self._backend.stdin.write(f"{word}\n")
        self._backend.stdin.flush()

    def make(self, key: str = "") -> PortalHotkey:
        return PortalHotkey(key or "ctrl+alt+d")

    def press(self) -> None:
        self.do("press")

    def release(self) -> None:
        self.do("release")

    def hold_until_it_repeats(self) -> None:
        for _ in range(5):
            self.do("press")

    def tap_cancel(self) -> None:
        self.do("cancel")

    def occupy(self) -> None:
        self.decide("occupy")

    def decide(self, what: str) -> None:
        """What the desktop will answer to the next question; empty: yes."""
        self.do(what)
        assert self._backend.stdout
        while self._backend.stdout.readline() != f"decided {what}\n":
            pass


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    if not PORTAL:
        pytest.skip("xdg-desktop-portal is not installed")
    with bus_only() as desktop:
        yield desktop


@pytest.fixture(scope="module")
def portal(desktop: Desktop) -> Iterator[PortalKeyboard]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.env["DBUS_SESSION_BUS_ADDRESS"])
        yield PortalKeyboard(desktop)


@pytest.fixture
def keyboard(portal: PortalKeyboard) -> Iterator[PortalKeyboard]:
    yield portal
    portal.decide("")


@pytest.mark.desktop
class TestPortal(HotkeyContract):
    pass


@pytest.mark.desktop
def test_the_desktop_is_asked_for_the_key_that_the_user_set(keyboard: PortalKeyboard) -> None:
    hotkey = keyboard.make("super+F9")
    hotkey.start(Heard())
    assert hotkey.trigger == "LOGO+F9"
    hotkey.stop()


@pytest.mark.desktop
def test_a_user_who_says_no_is_told_what_else_works(keyboard: PortalKeyboard) -> None:
    keyboard.decide("refuse")
    with pytest.raises(HotkeyError, match=r"refused the global key.*voiceflow toggle"):
        keyboard.make().start(Heard())


@pytest.mark.desktop
def test_without_a_portal_it_says_what_else_works(monkeypatch: pytest.MonkeyPatch) -> None:
    with bus_only() as desktop:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.env["DBUS_SESSION_BUS_ADDRESS"])
        reason = PortalHotkey.unavailable()
        assert reason and reason.code == "hotkey.no_portal"
        assert "voiceflow toggle" in reason.hint
        with pytest.raises(HotkeyError, match="offers no global shortcuts"):
            PortalHotkey("F9").start(Heard())


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere/bus", "nonsense"])
def test_without_a_bus_it_says_so(address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    reason = PortalHotkey.unavailable()
    assert reason and reason.code == "hotkey.no_bus"


@pytest.mark.desktop
def test_the_thread_ends_when_the_bus_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    if not PORTAL:
        pytest.skip("xdg-desktop-portal is not installed")
    with bus_only() as desktop:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.env["DBUS_SESSION_BUS_ADDRESS"])
        hotkey = PortalKeyboard(desktop).make()
        hotkey.start(Heard())
        desktop.process("bus").kill()
        assert hotkey._thread
        hotkey._thread.join(5)
        assert not hotkey._thread.is_alive()
        hotkey.stop()


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("F9", "F9"),
        ("ctrl+alt+d", "CTRL+ALT+d"),
        ("super+space", "LOGO+space"),
        ("pause", "Pause"),
        ("ctrl+-", "CTRL+minus"),
    ],
)
def test_a_key_is_written_as_the_portal_wants_it(key: str, wanted: str) -> None:
    assert trigger(parse(key)) == wanted
