"""The Wayland inserter under sway: what the clipboard holds afterwards, and what is said when something is missing."""

from collections.abc import Iterator

import pytest

from tests.end_to_end import sway
from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import ClipboardOwner, Editor, WaylandTerminal
from voiceflow.engines.inserter.clipboard import ClipboardInserter
from voiceflow.engines.inserter.contract import InsertOptions, Way
from voiceflow.engines.inserter.wayland import WaylandInserter
from voiceflow.errors import InsertionError

pytestmark = pytest.mark.desktop

TEXT = "dictated: é Ж 漢字 😀"
VARIABLES = ("WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SWAYSOCK", "DBUS_SESSION_BUS_ADDRESS")


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    if missing := sway.missing():
        pytest.skip(f"the Wayland desktop needs {', '.join(missing)}")
    with sway.sway_desktop() as desktop:
        yield desktop


@pytest.fixture(autouse=True)
def on_the_desktop(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.setenv(name, desktop.env[name])


@pytest.fixture
def inserter(desktop: Desktop) -> Iterator[WaylandInserter]:
    inserter = WaylandInserter()
    yield inserter
    inserter.close()


def read(desktop: Desktop, kind: str) -> bytes:
    command = ["wl-paste", "--no-newline", "--type", kind]
    return bytes(desktop.run(command, check=False, text=False).stdout)  # type: ignore[arg-type]


def contents(desktop: Desktop) -> dict[str, bytes]:
    kinds = set(desktop.run(["wl-paste", "--list-types"], check=False).stdout.splitlines())
    if "image/png" in kinds:
        kinds = {"image/png"}
    return {kind: read(desktop, kind) for kind in kinds if kind != "SAVE_TARGETS"}


@pytest.mark.parametrize("kind", ["text", "rich", "image", "large"])
def test_the_clipboard_holds_again_what_it_held(kind: str, desktop: Desktop, inserter: WaylandInserter) -> None:
    # Qt may set the clipboard in a window with the focus only, so this owner has one
    with ClipboardOwner(desktop, kind, "wayland") as owner:
        before = contents(desktop)
        assert before
        with Editor(desktop, "wayland") as editor:
            inserter.snapshot()
            inserter.insert(TEXT, inserter.focus(), InsertOptions())
            assert editor.wait_for(TEXT) == TEXT
        owner.stop()
        assert contents(desktop) == before


def test_a_terminal_pastes_one_line(desktop: Desktop, inserter: WaylandInserter) -> None:
    with WaylandTerminal(desktop) as terminal:
        window = inserter.focus()
        assert window is not None
        assert (window.app, window.terminal, window.title) == ("foot", True, "Target terminal")
        assert inserter.insert("ls\n-l\n", window, InsertOptions()).way is Way.PASTE
        assert terminal.wait_for("ls -l") == "ls -l"


def test_a_window_that_does_not_read_is_an_error(desktop: Desktop, inserter: WaylandInserter) -> None:
    with Editor(desktop, "wayland") as editor:
        editor.freeze()
        with pytest.raises(InsertionError, match="did not take"):
            inserter.insert(TEXT, inserter.focus(), InsertOptions(receipt_timeout_s=0.3))


def test_copying_needs_no_window(desktop: Desktop) -> None:
    inserter = ClipboardInserter()
    assert inserter.insert(TEXT, None, InsertOptions()).way is Way.CLIPBOARD
    assert read(desktop, "text/plain").decode() == TEXT
    inserter.close()


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    assert WaylandInserter.unavailable() is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "wtype" in str(WaylandInserter.unavailable())
    monkeypatch.delenv("WAYLAND_DISPLAY")
    assert "not a Wayland desktop" in str(WaylandInserter.unavailable())
