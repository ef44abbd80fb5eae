"""What every inserter does, whatever the desktop. Those that this machine cannot run are skipped with the reason."""

import sys
import time
from abc import abstractmethod
from collections.abc import Iterator

import pytest

from tests.end_to_end import sway
from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import Editor
from voiceflow.engines.catalogue import engine
from voiceflow.engines.inserter.contract import Inserter, InsertOptions, Target, Way
from voiceflow.engines.inserter.recording import RecordingInserter
from voiceflow.errors import InsertionError, VoiceFlowError

MIXED = "é ß Ж 漢字 😀 – « “ € 日本 👩‍💻\tend"
LONG = (MIXED + " The quick brown fox jumps over the lazy dog.\n") * 75
assert len(LONG) > 5000


class InserterContract:
    """A subclass brings `inserter`, and `received`: what its window holds in the end, given what is expected."""

    @pytest.fixture
    @abstractmethod
    def inserter(self) -> Iterator[Inserter]: ...

    @abstractmethod
    def received(self, inserter: Inserter, expected: str) -> str: ...

    def insert(self, inserter: Inserter, text: str, **options: object) -> None:
        inserter.insert(text, inserter.focus(), InsertOptions(**options))  # type: ignore[arg-type]

    def test_it_can_say_whether_it_works_here(self, inserter: Inserter) -> None:
        assert inserter.unavailable() is None

    @pytest.mark.parametrize("text", [MIXED, "two\nlines", " x ", LONG], ids=["mixed", "lines", "spaces", "long"])
    def test_the_text_arrives_exactly(self, inserter: Inserter, text: str) -> None:
        self.insert(inserter, text)
        assert self.received(inserter, text) == text

    def test_texts_arrive_in_order(self, inserter: Inserter) -> None:
        for text in ("one ", "two ", "three "):
            self.insert(inserter, text)
        assert self.received(inserter, "one two three ") == "one two three "

    def test_typing_is_as_exact(self, inserter: Inserter) -> None:
        self.insert(inserter, MIXED, way=Way.TYPED)
        assert self.received(inserter, MIXED) == MIXED

    def test_a_terminal_gets_one_line_unless_lines_are_wanted(self, inserter: Inserter) -> None:
        window = inserter.focus()
        terminal = Target(window.window if window else "", "xterm", terminal=True)
        inserter.insert("make\r\nrun\n", terminal, InsertOptions())
        assert self.received(inserter, "make run") == "make run"
        inserter.insert("\nls", terminal, InsertOptions(keep_newlines=True))
        assert self.received(inserter, "make run\nls") == "make run\nls"

    @pytest.mark.parametrize("text", ["two ", MIXED.replace("\t", " "), "two\nlines "], ids=["plain", "mixed", "lines"])
    def test_exactly_what_was_inserted_is_taken_back(self, inserter: Inserter, text: str) -> None:
        self.insert(inserter, "one ")
        self.insert(inserter, text)
        assert self.received(inserter, "one " + text) == "one " + text
        inserter.erase(text, inserter.focus(), InsertOptions())
        assert self.received(inserter, "one ") == "one "

    def test_what_does_not_stand_there_is_left_alone(self, inserter: Inserter) -> None:
        self.insert(inserter, "one ")
        self.insert(inserter, "two ")
        with pytest.raises(InsertionError) as refused:
            inserter.erase("one ", inserter.focus(), InsertOptions())
        assert refused.value.code == "insertion.not_there"
        self.insert(inserter, "three")
        assert self.received(inserter, "one two three") == "one two three"

    def test_what_was_inserted_is_selected_and_then_replaced(self, inserter: Inserter) -> None:
        self.insert(inserter, "one ")
        self.insert(inserter, "two ")
        inserter.select_back("two ", inserter.focus())
        self.insert(inserter, "three ")
        assert self.received(inserter, "one three ") == "one three "

    def test_the_focus_is_the_same_window_until_it_changes(self, inserter: Inserter) -> None:
        first, second = inserter.focus(), inserter.focus()
        assert first is not None and second is not None
        assert first.window == second.window

    def test_a_snapshot_is_taken_in_the_background(self, inserter: Inserter) -> None:
        started = time.monotonic()
        inserter.snapshot()
        assert time.monotonic() - started < 0.05


class TestRecording(InserterContract):
    @pytest.fixture
    def inserter(self) -> Iterator[Inserter]:
        inserter = RecordingInserter()
        yield inserter
        inserter.close()

    def received(self, inserter: Inserter, expected: str) -> str:
        assert isinstance(inserter, RecordingInserter)
        return "".join(inserter.wait_for(1))


@pytest.fixture(scope="module")
def x11_desktop() -> Iterator[Desktop]:
    desktop = Desktop(audio=False, tray=False, keyring=False)
    if missing := desktop.missing():
        pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
    with desktop:
        yield desktop


@pytest.fixture(scope="module")
def x11_editor(x11_desktop: Desktop) -> Iterator[Editor]:
    with Editor(x11_desktop) as editor:
        yield editor


@pytest.mark.desktop
class TestX11(InserterContract):
    @pytest.fixture
    def inserter(self, x11_desktop: Desktop, x11_editor: Editor, monkeypatch: pytest.MonkeyPatch) -> Iterator[Inserter]:
        from voiceflow.engines.inserter.x11 import X11Inserter

        monkeypatch.setenv("DISPLAY", x11_desktop.env["DISPLAY"])
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        x11_editor.clear()
        self.editor = x11_editor
        inserter = X11Inserter()
        yield inserter
        inserter.close()

    def received(self, inserter: Inserter, expected: str) -> str:
        return self.editor.wait_for(expected)


@pytest.fixture(scope="module")
def wayland_desktop() -> Iterator[Desktop]:
    if missing := sway.missing():
        pytest.skip(f"the Wayland desktop needs {', '.join(missing)}")
    with sway.sway_desktop() as desktop:
        yield desktop


@pytest.fixture(scope="module")
def wayland_editor(wayland_desktop: Desktop) -> Iterator[Editor]:
    with Editor(wayland_desktop, "wayland") as editor:
        yield editor


@pytest.mark.desktop
class TestWayland(InserterContract):
    @pytest.fixture
    def inserter(
        self, wayland_desktop: Desktop, wayland_editor: Editor, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[Inserter]:
        from voiceflow.engines.inserter.wayland import WaylandInserter

        for name in ("WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SWAYSOCK", "DBUS_SESSION_BUS_ADDRESS"):
            monkeypatch.setenv(name, wayland_desktop.env[name])
        wayland_editor.clear()
        self.editor = wayland_editor
        inserter = WaylandInserter()
        yield inserter
        inserter.close()

    def received(self, inserter: Inserter, expected: str) -> str:
        return self.editor.wait_for(expected)


@pytest.mark.parametrize(("name", "platform"), [("windows", "win32"), ("macos", "darwin")])
def test_an_inserter_of_another_system_says_so(name: str, platform: str) -> None:
    if sys.platform == platform:
        pytest.skip("this is that system")
    error = engine("inserter", name).load().unavailable()
    assert isinstance(error, VoiceFlowError)
    assert error.hint
