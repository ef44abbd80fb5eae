"""The face on a real core whose two ends are the test's: a room that it speaks into, a window that keeps the texts."""

import gc
import itertools
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import desktop, make_desktop, sentence_wav, spoken
from tests.engines.hub_imitation import HubImitation, whisper_files
from tests.room import DeafCore, Room, buzz
from voiceflow.dictation.dictation import Dictation
from voiceflow.engines import model_download
from voiceflow.engines.inserter.recording import RecordingInserter
from voiceflow.history.records import Dictation as Record
from voiceflow.history.records import DictationState
from voiceflow.ui import theme
from voiceflow.ui.bridge import Bridge
from voiceflow.ui.choices import Choices
from voiceflow.ui.control import Control
from voiceflow.ui.notices import Notices
from voiceflow.ui.settings_panel import SettingsPanel
from voiceflow.ui.window import Window
from voiceflow.ui.work import Work

__all__ = ["desktop", "make_desktop", "sentence_wav", "spoken"]

SCRIPT = "the quick brown fox jumps over the lazy dog"
DEADLINE_MS = 15_000
BASE = "Systran/faster-whisper-base"

_numbers = itertools.count(1)


class QuietCore(DeafCore):
    """Needs no microphone, no keyboard and no other window."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room()
        self.desk = RecordingInserter()

    def start_dictation(self, *_: object, **__: object) -> Dictation:
        return super().start_dictation("recording", "manual", self.room)

    def _inserter(self, name: str) -> RecordingInserter:
        return self.desk


class Face:
    """The parts that tray and window are made of, with dictation running."""

    def __init__(self, core: QuietCore) -> None:
        self.core = core
        self.bridge = Bridge(core.events)
        self.work, self.notices = Work(), Notices()
        self.control = Control(core, self.bridge, self.notices, self.work)
        self.choices = Choices(core, self.work)
        self.bridge.notice.connect(self.notices.add)

    def window(self, qtbot: QtBot, has_tray: bool = True) -> Window:
        window = Window(self.control, self.choices, theme.LIGHT, lambda: has_tray)
        window.connect_to(self.bridge)
        qtbot.addWidget(window)
        return window

    def keep(self, text: str, state: DictationState = DictationState.DONE, **fields: Any) -> Record:
        """A dictation as the history has it; each is a minute younger than the one before."""
        number = next(_numbers)
        values = {"raw_text": text, "duration_s": 2.0, "app": "editor"} | fields
        record = Record(f"test-{number}", 1_700_000_000.0 + 60 * number, state, text=text, **values)
        self.core.history.begin(record)
        self.core.history.flush()
        return record

    def give_sound(self, record: Record, seconds: float = 2.0) -> None:
        pcm = (buzz(seconds) * 32767).astype("<i2").tobytes()
        self.core.history.append_audio(record.id, pcm)
        self.core.history.finish_audio(record.id).result(10)

    def kept(self, record: Record) -> Record | None:
        self.core.history.flush()
        return self.core.history.get(record.id)


@pytest.fixture(scope="package", autouse=True)
def no_garbage_for_other_threads() -> Iterator[None]:
    """See `voiceflow.ui.garbage`."""
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def garbage_of_this_thread() -> Iterator[None]:
    gc.disable()
    yield
    gc.collect(1)


@pytest.fixture
def core(private_home: Path, qapp: object) -> Iterator[QuietCore]:
    script = private_home / "script.txt"
    config = private_home / "config" / "config.toml"
    config.parent.mkdir(parents=True)
    script.write_text(SCRIPT)
    config.write_text(
        f'[stt]\nengine = "scripted"\nmodel = "{script.as_posix()}"\n[history]\nkey_storage = "file"\n'
        "[audio]\nstart_cue = false\n"
    )
    with QuietCore() as core:
        yield core


@pytest.fixture
def new_face(core: QuietCore) -> Iterator[Face]:
    """Dictation has not been started yet."""
    face = Face(core)
    yield face
    face.bridge.stop()
    face.work.close()
    for thread in threading.enumerate():
        if thread.name == "ui work":  # the last to hold a QObject may not be another thread: see `voiceflow.ui.garbage`
            thread.join(DEADLINE_MS / 1000)


@pytest.fixture
def face(new_face: Face, qtbot: QtBot) -> Face:
    with qtbot.waitSignal(new_face.control.ready, timeout=DEADLINE_MS):
        new_face.control.start()
    return new_face


@pytest.fixture
def panel(qtbot: QtBot, new_face: Face) -> SettingsPanel:
    """The settings page by itself."""
    panel = SettingsPanel(new_face.control)
    new_face.bridge.settings.connect(lambda _: panel.on_settings())
    new_face.bridge.state.connect(panel.on_state)
    qtbot.addWidget(panel)
    panel.resize(700, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow, timeout=DEADLINE_MS)
    return panel


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubImitation]:
    """The model hub on loopback, which has `base`."""
    import huggingface_hub

    monkeypatch.setattr(model_download, "RETRY_WAITS_S", (0.0, 0.0))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with HubImitation({BASE: whisper_files()}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        yield hub
        huggingface_hub.close_session()
