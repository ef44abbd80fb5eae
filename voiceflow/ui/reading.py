"""The tray's submenu that reads aloud."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from voiceflow.events import ReadingState
from voiceflow.ui.control import Control

SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)


class ReadingMenu(QMenu):
    """`refresh` when the reading changes; it does itself when somebody looks."""

    def __init__(self, title: str, control: Control) -> None:
        super().__init__(title)
        self._control = control
        speech = control.core.speech
        self._selection = self._add(self.tr("What is selected"), speech.read_selection)
        self._last = self._add(self.tr("The last dictation"), speech.read_back)
        self.addSeparator()
        self._pause = self._add("", partial(speech.command, "pause"))
        self._steps = [
            self._pause,
            self._add(self.tr("Next sentence"), partial(speech.command, "next")),
            self._add(self.tr("Back a sentence"), partial(speech.command, "back")),
            self._add(self.tr("Stop reading"), partial(speech.command, "stop")),
        ]
        self.addSeparator()
        self._speeds = self._add_speeds()
        self.aboutToShow.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        state = self._control.core.speech.state
        wishes = self._control.core.settings.tts
        key = "+".join(part.strip().title() for part in wishes.hotkey.split("+"))
        self._selection.setText(f"{self.tr('What is selected')}\t{key}".rstrip())
        self._last.setEnabled(self._control.is_ready)
        self._pause.setText(self.tr("Go on") if state is ReadingState.PAUSED else self.tr("Pause"))
        for step in self._steps:
            step.setEnabled(state is not ReadingState.IDLE)
        for speed, action in self._speeds.items():
            action.setChecked(speed == wishes.speed)

    def _add(self, text: str, do: Callable[[], object]) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda _: self._run(do))
        return action

    def _add_speeds(self) -> dict[float, QAction]:
        menu = self.addMenu(self.tr("Speed"))
        group = QActionGroup(menu)
        found = {}
        for speed in SPEEDS:
            action = menu.addAction(f"{speed:g} ×")
            action.setCheckable(True)
            action.setActionGroup(group)
            change = partial(self._control.core.change, "tts.speed", speed)
            action.triggered.connect(lambda _, change=change: self._run(change))
            found[speed] = action
        return found

    def _run(self, do: Callable[[], object]) -> None:
        self._control.work.run(do, lambda _: None, self._control.tell)
