"""What is selected in another program, on X11 and on Wayland (sway)."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from tests.end_to_end import sway
from tests.end_to_end.rig import Desktop, wait_until
from voiceflow.engines import catalogue
from voiceflow.engines.selection.copied import CopiedText
from voiceflow.engines.selection.wayland import WaylandSelection
from voiceflow.engines.selection.x11 import X11Selection
from voiceflow.errors import InsertionError

TEXT = "selected: é Ж 漢字 😀\nand a second line"
VARIABLES = ("WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")


@pytest.fixture(scope="module")
def x11() -> Iterator[Desktop]:
    desktop = Desktop(window_manager=False, tray=False, audio=False, keyring=False)
    if missing := desktop.missing() or [name for name in ("xclip",) if shutil.which(name) is None]:
        pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
    with desktop:
        yield desktop


@pytest.fixture(scope="module")
def wayland() -> Iterator[Desktop]:
    if missing := sway.missing():
        pytest.skip(f"the Wayland desktop needs {', '.join(missing)}")
    with sway.sway_desktop() as desktop:
        yield desktop


@pytest.fixture
def on_x11(x11: Desktop, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    monkeypatch.setenv("DISPLAY", x11.env["DISPLAY"])
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return x11


@pytest.fixture
def on_wayland(wayland: Desktop, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    for name in VARIABLES:
        monkeypatch.setenv(name, wayland.env[name])
    return wayland


def select(desktop: Desktop, command: list[str], text: str) -> subprocess.Popen[bytes]:
    owner = desktop.popen(command, stdin=subprocess.PIPE)
    assert owner.stdin is not None
    owner.stdin.write(text.encode())
    owner.stdin.close()
    return owner


def text_of(read: Callable[[], str]) -> str:
    """Once there is one."""

    def tried() -> str:
        try:
            return read()
        except InsertionError:
            return ""

    return str(wait_until(tried, "the selection"))


@pytest.mark.desktop
def test_x11_tells_what_was_selected_last(on_x11: Desktop) -> None:
    owner = select(on_x11, ["xclip", "-selection", "primary", "-quiet"], TEXT)
    assert X11Selection.unavailable() is None
    assert text_of(X11Selection().text) == TEXT
    assert catalogue.first_available("selection").engine.name == "x11"
    owner.terminate()
    owner.wait(5)
    with pytest.raises(InsertionError) as told:
        X11Selection().text()
    assert told.value.code == "selection.nothing"


@pytest.mark.desktop
def test_an_owner_that_hangs_is_told(on_x11: Desktop) -> None:
    owner = select(on_x11, ["xclip", "-selection", "primary", "-quiet"], TEXT)
    assert text_of(X11Selection().text) == TEXT
    owner.send_signal(signal.SIGSTOP)
    with pytest.raises(InsertionError) as told:
        X11Selection().text()
    assert told.value.code == "selection.unreadable"
    owner.send_signal(signal.SIGCONT)
    owner.terminate()
    owner.wait(5)


@pytest.mark.desktop
def test_wayland_tells_what_was_selected_last(on_wayland: Desktop) -> None:
    with pytest.raises(InsertionError) as told:
        WaylandSelection().text()
    assert told.value.code == "selection.nothing"
    owner = select(on_wayland, ["wl-copy", "--primary", "--foreground", "--type", "text/plain;charset=utf-8"], TEXT)
    assert WaylandSelection.unavailable() is None
    assert text_of(WaylandSelection().text) == TEXT
    assert catalogue.first_available("selection").engine.name == "wayland"
    owner.terminate()
    owner.wait(5)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="here it works")
def test_elsewhere_what_was_copied_does_not_stand_for_it() -> None:
    assert CopiedText.unavailable() is not None
