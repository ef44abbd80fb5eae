"""The profiler, with a dictation that really went through VoiceFlow."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS, Face, QuietCore
from tests.ui.test_window import named, nameless
from voiceflow.events import Delivered, State, StateChanged
from voiceflow.metrics.alerts import Alert, Level
from voiceflow.metrics.engine_counts import EngineCounts
from voiceflow.metrics.exporters import EXPORTERS
from voiceflow.metrics.metrics import Metrics
from voiceflow.selftest import SENTENCES, Spoken
from voiceflow.ui import profiler_selftest, theme
from voiceflow.ui.profiler_cards import Alerts
from voiceflow.ui.profiler_engines import engine_facts
from voiceflow.ui.profiler_panel import ProfilerPanel
from voiceflow.ui.window import HOME, PROFILER, Window


@pytest.fixture
def window(qtbot: QtBot, face: Face) -> Window:
    window = face.window(qtbot)
    window.bring_to_front()
    return window


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> ProfilerPanel:
    window.open_page(PROFILER)
    panel = opened(qtbot, window)
    qtbot.waitUntil(lambda: len(panel._charts) == 2, timeout=DEADLINE_MS)
    return panel


def opened(qtbot: QtBot, window: Window) -> ProfilerPanel:
    qtbot.waitUntil(lambda: window.profiler.panel is not None, timeout=DEADLINE_MS)
    assert window.profiler.panel
    return window.profiler.panel


def dictate(qtbot: QtBot, face: Face) -> None:
    before = len(face.core.desk.texts)
    face.core.command("start")
    assert face.core.dictation
    face.core.dictation._mailbox.ask(lambda: None).result(10)
    face.core.dictation._opening.ask(lambda: None).result(10)  # the microphone is open
    face.core.room.speak(2.0)
    qtbot.waitUntil(lambda: face.core.dictation.state is State.LISTENING, timeout=DEADLINE_MS)
    face.core.command("stop")
    qtbot.waitUntil(lambda: len(face.core.desk.texts) > before, timeout=DEADLINE_MS)


def seen(qtbot: QtBot, page: ProfilerPanel) -> None:
    """The last dictation is on the page."""
    qtbot.waitUntil(lambda: bool(page.waterfall.bars), timeout=DEADLINE_MS)


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def test_a_dictation_appears_while_somebody_looks(qtbot: QtBot, face: Face, page: ProfilerPanel) -> None:
    dictate(qtbot, face)
    seen(qtbot, page)
    assert {bar.stage.name for _, bar in page.waterfall.bars} >= {"recognition", "last_decode", "history", "insertion"}
    stages = [page.stages.item(line, 0).text() for line in range(page.stages.rowCount())]
    assert stages[0] == "Release to text"
    assert "Recognition" in stages
    assert "scripted" in page.stages.item(0, 1).text()
    assert "median" in words(page.figures)


def test_the_engine_that_answered_is_counted(qtbot: QtBot, face: Face, page: ProfilerPanel) -> None:
    dictate(qtbot, face)
    seen(qtbot, page)
    qtbot.waitUntil(lambda: "Recognition: scripted" in words(page), timeout=DEADLINE_MS)
    assert "answered" in words(page)


def test_an_engine_tells_only_what_happened() -> None:
    openai = EngineCounts("stt", "openai", answered=12, cached=3, failed=1, stood_in=2)
    [(name, told)] = engine_facts([openai, EngineCounts("tts", "piper")]).items()
    assert name == "Recognition: openai"
    assert told.split(" · ")[0] == "12\N{NO-BREAK SPACE}answered"
    assert told.replace("\N{NO-BREAK SPACE}", " ") == (
        "12 answered · 3 from memory (20%) · 2 in another's place · 1 failed"
    )


def test_what_was_measured_is_there_after_a_new_start(qtbot: QtBot, face: Face) -> None:
    dictate(qtbot, face)
    face.core.close()
    with QuietCore() as core:
        core.start_dictation()
        view = core.metrics.view().result(10)
    assert ("recognition", "scripted") in {key[:2] for key in view.table}
    assert [trace.state for trace in view.traces] == ["done"]
    assert view.traces[0].stages


def test_the_curves_follow_the_samples(qtbot: QtBot, face: Face, page: ProfilerPanel) -> None:
    dictate(qtbot, face)
    release, memory = page._charts
    qtbot.waitUntil(lambda: "p95" in release.accessibleDescription(), timeout=DEADLINE_MS)
    assert "App" in memory.accessibleDescription()
    assert len(release._dots.data) == 1
    assert memory._memory.yData[-1] > 1_000_000
    assert len(memory._lines) == 1  # the model was loaded
    assert len(memory._ticks.data) == 1


def test_everything_has_a_name_and_can_be_reached_by_keyboard(page: ProfilerPanel, window: Window) -> None:
    assert nameless(window) == []
    drawn = [page.waterfall, *page._charts]
    assert all(part.accessibleName() for part in drawn)
    parts = [*drawn, page.stages, page.selftest.start, page._window]
    assert all(part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in parts)


def test_light_and_dark(page: ProfilerPanel, window: Window) -> None:
    light = page.grab().toImage()
    window.set_colours(theme.DARK)
    assert page.grab().toImage() != light
    assert page._charts[0].backgroundBrush().color().name() == theme.DARK.panel


def test_samples_are_taken_only_while_somebody_looks(
    qtbot: QtBot, page: ProfilerPanel, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []
    monkeypatch.setattr(Metrics, "look", lambda self, looking: looked.append(looking))
    window.open_page(HOME)
    window.open_page(PROFILER)
    window.close()
    assert looked == [False, True, False]
    assert not page._timer.isActive()


def test_nothing_is_drawn_between_the_key_going_up_and_the_text(
    qtbot: QtBot, face: Face, page: ProfilerPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: not page._asking, timeout=DEADLINE_MS)
    asked: list[int] = []
    real = Metrics.view

    def view(self: Metrics, window_s: int) -> Any:
        asked.append(window_s)
        return real(self, window_s)

    monkeypatch.setattr(Metrics, "view", view)
    face.bridge.state.emit(StateChanged(State.FINISHING))
    page._ask()
    face.bridge.state.emit(StateChanged(State.IDLE))  # the text is on its way to the window
    page._ask()
    assert asked == []
    face.bridge.delivered.emit(Delivered("one", "done", "text", "paste"))
    page._ask()
    assert len(asked) == 1


def test_a_longer_time_is_asked_for(qtbot: QtBot, page: ProfilerPanel) -> None:
    page._window.setCurrentIndex(2)
    qtbot.waitUntil(lambda: page._view is not None and page._view.window_s == 30 * 86_400, timeout=DEADLINE_MS)


def test_export_writes_the_file_that_was_named(
    qtbot: QtBot, face: Face, page: ProfilerPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: page._view is not None, timeout=DEADLINE_MS)
    for count, ending in enumerate(EXPORTERS, 1):
        name = str(tmp_path / f"here.{ending}")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (name, ""))
        named(page, "Export…").click()
        qtbot.waitUntil(lambda count=count: len(face.notices) == count, timeout=DEADLINE_MS)
        assert next(iter(face.notices)).notice.code == "metrics.exported"
        written = Path(name).read_text()
        assert json.loads(written) if ending.endswith("json") else written


def test_an_export_that_fails_says_why(
    qtbot: QtBot, face: Face, page: ProfilerPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: page._view is not None, timeout=DEADLINE_MS)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "folder.json"), ""))
    named(page, "Export…").click()
    qtbot.waitUntil(lambda: len(face.notices) > 0, timeout=DEADLINE_MS)
    assert next(iter(face.notices)).notice.code == "metrics.not_written"


def test_the_self_test_shows_what_came_back(
    qtbot: QtBot, face: Face, page: ProfilerPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The self-test itself is in tests/test_selftest.py."""

    def run(_: object) -> Iterator[Spoken]:
        for sentence in SENTENCES:
            yield Spoken(sentence, sentence.lower(), 1.0, 3.0, {"recognition": 120.0})

    monkeypatch.setattr(profiler_selftest, "run", run)
    page.selftest.start.click()
    assert not page.selftest.start.isEnabled()
    qtbot.waitUntil(page.selftest.start.isEnabled, timeout=DEADLINE_MS)
    assert page.selftest.note.text() == "Dictation works."
    assert len(page.selftest.results) == len(SENTENCES)
    qtbot.waitUntil(lambda: "Recognition 120 ms" in words(page.selftest), timeout=DEADLINE_MS)


def test_a_self_test_without_a_voice_says_what_to_install(qtbot: QtBot, face: Face, page: ProfilerPanel) -> None:
    face.core.settings.tts.voice = "no-such-voice"
    face.core.settings.stt.model = "no-such-model"
    page.selftest.start.click()
    qtbot.waitUntil(page.selftest.start.isEnabled, timeout=DEADLINE_MS)
    assert "no-such-model" in page.selftest.note.text()
    assert len(face.notices) == 1


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_alerts_are_told_with_their_level_and_cure(qtbot: QtBot, colours: theme.Colours) -> None:
    card = Alerts(colours)
    qtbot.addWidget(card)
    assert words(card).strip() == "All is within its limits."
    card.show_alerts(tuple(Alert(level.name, level, f"{level.name} title", "Do this", 0.0) for level in Level))
    shown = [text for text in words(card).splitlines() if text.endswith("title")]
    assert [text.partition(":")[0] for text in shown] == ["Information", "Warning", "Error", "Critical"]
    card.set_colours(theme.LIGHT)
    assert words(card).count("Do this") == len(Level)


def test_it_is_made_when_somebody_looks(qtbot: QtBot, window: Window) -> None:
    assert window.profiler.panel is None
    window.open_page(PROFILER)
    window.open_page(HOME)
    window.open_page(PROFILER)
    qtbot.waitUntil(opened(qtbot, window).isVisible, timeout=DEADLINE_MS)


def test_its_parts_are_loaded_when_somebody_looks() -> None:
    parts = {"pyqtgraph", "ddsketch", "voiceflow.ui.profiler_panel", "voiceflow.selftest"}
    program = f"import sys, voiceflow.ui.window; sys.exit(not {parts}.isdisjoint(sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0


def test_nothing_is_cut_off_in_the_smallest_window(qtbot: QtBot, page: ProfilerPanel, window: Window) -> None:
    window.resize(window.minimumSize())
    area = page.findChild(QScrollArea)
    assert area
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width(), timeout=DEADLINE_MS)
    assert area.horizontalScrollBar().maximum() == 0
