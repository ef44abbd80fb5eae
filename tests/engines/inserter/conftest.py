"""One virtual X11 desktop for each test module here, with an editor, an inserter and owners of the clipboard."""

import shutil
from collections.abc import Callable, Iterator

import pytest

from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import ClipboardOwner, Editor
from voiceflow.engines.inserter.x11 import X11Inserter


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """One for all tests here: it starts in half a second."""
    desktop = Desktop(audio=False, tray=False, keyring=False)
    if missing := desktop.missing() + missing_programs_of_tests():
        pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
    with desktop:
        yield desktop


def missing_programs_of_tests() -> list[str]:
    return [name for name in ("xclip", "xdotool", "xterm", "setxkbmap") if shutil.which(name) is None]


@pytest.fixture(scope="module")
def shared_editor(desktop: Desktop) -> Iterator[Editor]:
    with Editor(desktop) as editor:
        yield editor


@pytest.fixture
def editor(shared_editor: Editor) -> Editor:
    """Empty and with the focus."""
    shared_editor.thaw()
    shared_editor.activate()
    shared_editor.clear()
    return shared_editor


@pytest.fixture
def inserter(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[X11Inserter]:
    monkeypatch.setenv("DISPLAY", desktop.env["DISPLAY"])
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    inserter = X11Inserter()
    yield inserter
    inserter.close()


@pytest.fixture
def put_on_clipboard(desktop: Desktop) -> Iterator[Callable[[str], ClipboardOwner]]:
    owners: list[ClipboardOwner] = []

    def put(kind: str) -> ClipboardOwner:
        owners.append(ClipboardOwner(desktop, kind))
        return owners[-1]

    yield put
    for owner in owners:
        owner.stop()
