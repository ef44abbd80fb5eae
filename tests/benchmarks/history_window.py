"""The history's page on a large history: how long the UI thread is held up while somebody uses it. Run by
`tests.benchmarks.history`."""

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.bench.filled_history import Texts

if TYPE_CHECKING:
    from voiceflow.ui.history_page import HistoryPage

TICK_MS = 5
TYPING_MS = 110
SCROLL_STEPS = 150
PAGES = 40


def make_home(folder: Path) -> tuple[Path, str]:
    """An empty encrypted history in a home of its own: its file and its key."""
    os.environ["VOICEFLOW_HOME"] = str(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from voiceflow import settings
    from voiceflow.history.key import KeyStore
    from voiceflow.history.opening import find_key
    from voiceflow.history.store import History
    from voiceflow.paths import paths

    script = folder / "script.txt"
    script.write_text("some words")
    file = paths().settings_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'[stt]\nengine = "scripted"\nmodel = "{script.as_posix()}"\n[history]\nkey_storage = "file"\n'
        "keep_days = 0\nkeep_audio_mb = 0\n[audio]\nstart_cue = false\n"
    )
    History.open(paths(), settings.History(key_storage="file")).close()
    return paths().database, find_key(paths().database, KeyStore(paths().database, "file"))


class Watchdog:
    """The gaps between the beats of a timer on the UI thread, in ms, and how long it worked in each: on a machine that
    is busy with something else the gaps are longer than that."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.gaps_ms: list[float] = []
        self.busy_ms: list[float] = []
        self._last_s, self._worked_s = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now_s, worked_s = time.perf_counter(), time.thread_time()
        self.gaps_ms.append((now_s - self._last_s) * 1000)
        self.busy_ms.append((worked_s - self._worked_s) * 1000)
        self._last_s, self._worked_s = now_s, worked_s

    def fresh(self) -> None:
        self.gaps_ms.clear()
        self.busy_ms.clear()
        self._last_s, self._worked_s = time.perf_counter(), time.thread_time()


def watch(texts: Texts, limit_ms: float) -> bool:
    """Whether the longest gap stays below the limit in all that is done."""
    from PySide6.QtWidgets import QApplication

    from tests.ui.conftest import Face, QuietCore
    from voiceflow.ui import theme
    from voiceflow.ui.garbage import Garbage
    from voiceflow.ui.window import HISTORY, Window

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("fusion")
    garbage = Garbage()
    with QuietCore() as core:
        face = Face(core)
        face.control.start()
        _spin(lambda: face.control.is_ready)
        window = Window(face.control, face.choices, theme.LIGHT, lambda: True)
        window.connect_to(face.bridge)
        window.resize(960, 660)
        window.show()
        window.open_page(HISTORY)
        rows = core.history.count()
        _spin(lambda: window.history.model.rowCount() == rows)
        good = _measure(_User(window.history, texts), limit_ms)
        window.close()
        window.deleteLater()
        app.processEvents()
        face.bridge.stop()
        face.work.close()
    garbage.close()
    return good


def _measure(user: "_User", limit_ms: float) -> bool:
    watchdog, good = Watchdog(), True
    print(f"\n{'UI thread, gaps of a timer, ms':<38}{'p99':>8}{'longest':>10}{'limit':>8}{'busy at most':>14}")
    for name, do in user.deeds.items():
        gc.collect()
        watchdog.fresh()
        do()
        gaps, busy_ms = sorted(watchdog.gaps_ms), max(watchdog.busy_ms)
        p99, longest = gaps[int(len(gaps) * 0.99)], gaps[-1]
        good = good and longest < limit_ms
        mark = " " if longest < limit_ms else "!"
        print(f"{name:<38}{p99:8.1f}{longest:10.1f}{limit_ms:8.0f}{mark}{busy_ms:13.1f}")
    return good


class _User:
    """Somebody at the page."""

    def __init__(self, page: "HistoryPage", texts: Texts) -> None:
        self._page, self._texts = page, texts
        self.deeds: dict[str, Callable[[], None]] = {
            "nothing is done": lambda: _wait(1500),
            "types a rare word": lambda: self._type(texts.ranked(10_000, 15_000)),
            "types a frequent word": lambda: self._type(texts.ranked(0, 10)),
            "types two words": lambda: self._type(f"{texts.ranked(0, 10)} {texts.ranked(300, 500)}"),
            "clears the search": self._clear,
            "drags the scroll bar to the end": self._scroll,
            "pages down": self._page_down,
            "filters by program": self._filter,
            "selects everything": self._select_all,
            "opens the statistics": self._count,
        }

    def _type(self, words: str) -> None:
        from PySide6.QtTest import QTest

        self._page.search.clear()
        for letter in words:
            QTest.keyClicks(self._page.search, letter)
            _wait(TYPING_MS)
        _wait(800)

    def _clear(self) -> None:
        self._page.search.clear()
        _wait(1500)

    def _scroll(self) -> None:
        bar = self._page.list.verticalScrollBar()
        for step in range(SCROLL_STEPS + 1):
            bar.setValue(bar.maximum() * step // SCROLL_STEPS)
            _wait(16)
        _wait(300)

    def _page_down(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self._page.list.setCurrentIndex(self._page.model.index(0))
        for _ in range(PAGES):
            QTest.keyClick(self._page.list, Qt.Key.Key_PageDown)
            _wait(60)
        _wait(300)

    def _filter(self) -> None:
        app = self._page.filters.app
        app.wanted.emit()
        _spin(lambda: app.count() > 1)
        for place in (1, 0):
            app.setCurrentIndex(place)
            app.chosen.emit(str(app.itemData(place)))
            _wait(1200)

    def _select_all(self) -> None:
        self._page.list.selectAll()
        _wait(500)
        self._page.list.setCurrentIndex(self._page.model.index(0))
        _wait(300)

    def _count(self) -> None:
        self._page.figures.click()
        _wait(2500)
        self._page.figures.click()
        _wait(200)


def _wait(duration_ms: int) -> None:
    from PySide6.QtTest import QTest

    QTest.qWait(duration_ms)


def _spin(until: Callable[[], bool], deadline_s: float = 60.0) -> None:
    end_s = time.monotonic() + deadline_s
    while not until():
        assert time.monotonic() < end_s, "the page did not come up"
        _wait(10)
