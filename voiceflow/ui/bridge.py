"""The one way from the core's events to Qt: signals on the UI thread, fast ones at most 30 times a second."""

import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from voiceflow.events import (
    BeingCleaned,
    CloudUse,
    Delivered,
    EditProposed,
    Event,
    EventBus,
    Heard,
    HistoryChanged,
    InterruptedFound,
    Level,
    ModelChanged,
    Notice,
    ProfileChosen,
    ReadingChanged,
    SettingsChanged,
    StateChanged,
)
from voiceflow.ui.translation import translated_notice

FRAME_MS = 34


class Bridge(QObject):
    """Of `Level` and `Heard` only the newest is kept until it is shown; before any other event they come first, so
    the order stays."""

    state = Signal(object)
    level = Signal(object)
    heard = Signal(object)
    delivered = Signal(object)
    cleaned = Signal(object)
    notice = Signal(object)
    model = Signal(object)
    interrupted = Signal(object)
    history = Signal(object)
    settings = Signal(object)
    cloud = Signal(object)
    profile = Signal(object)
    edit = Signal(object)
    reading = Signal(object)
    _posted = Signal(object)

    def __init__(self, events: EventBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signals: dict[type[Event], Any] = {
            StateChanged: self.state,
            Level: self.level,
            Heard: self.heard,
            Delivered: self.delivered,
            BeingCleaned: self.cleaned,
            Notice: self.notice,
            ModelChanged: self.model,
            InterruptedFound: self.interrupted,
            HistoryChanged: self.history,
            SettingsChanged: self.settings,
            CloudUse: self.cloud,
            ProfileChosen: self.profile,
            EditProposed: self.edit,
            ReadingChanged: self.reading,
        }
        self._fast: dict[type[Event], Event] = {}
        self._lock = threading.Lock()
        self._shown_s = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._show_fast)
        self._posted.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.stop: Callable[[], None] = events.subscribe(Event, self._on_event)

    def _on_event(self, event: Event) -> None:
        """On the thread `events`."""
        if isinstance(event, Level | Heard):
            with self._lock:
                waiting = bool(self._fast)
                self._fast[type(event)] = event
            if waiting:
                return
        self._posted.emit(event)

    @Slot(object)
    def _take(self, event: Event) -> None:
        if isinstance(event, Level | Heard):
            if not self._timer.isActive():
                since_ms = round((time.monotonic() - self._shown_s) * 1000)
                self._timer.start(max(0, FRAME_MS - since_ms))
            return
        self._show_fast()
        if signal := self._signals.get(type(event)):
            signal.emit(translated_notice(event) if isinstance(event, Notice) else event)

    @Slot()
    def _show_fast(self) -> None:
        self._timer.stop()
        with self._lock:
            waiting, self._fast = self._fast, {}
        if waiting:
            self._shown_s = time.monotonic()
        for kind, event in waiting.items():
            self._signals[kind].emit(event)
