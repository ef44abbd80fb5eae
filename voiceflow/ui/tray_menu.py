"""The tray icon's menu."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from voiceflow import autostart
from voiceflow.errors import VoiceFlowError
from voiceflow.history.records import Dictation, DictationState
from voiceflow.ui import conditions
from voiceflow.ui.choices import Choice, Choices
from voiceflow.ui.control import Control
from voiceflow.ui.reading import ReadingMenu

_TEXTS = 5
_WITH_TEXT = (DictationState.DONE, DictationState.RECOVERED)


class TrayMenu(QMenu):
    open_window = Signal()
    first_steps = Signal()

    def __init__(self, control: Control, choices: Choices) -> None:
        super().__init__()
        self._control, self._choices = control, choices
        self._state = self._add("", None)
        self._state.setEnabled(False)
        self._cloud = self._add("", None)
        self._cloud.setEnabled(False)
        self._cloud.setVisible(False)
        self._toggle = self._add("", control.toggle)
        self._cancel = self._add(self.tr("Cancel this dictation"), control.cancel)
        self._pause = self._add_check(self.tr("Pause the key"), control.pause)
        self.addSeparator()
        self.reading = ReadingMenu(self.tr("Read aloud"), control)
        self.addMenu(self.reading)
        self._recent = self.addMenu(self.tr("Copy a recent text"))
        self._microphones = self.addMenu(self.tr("Microphone"))
        self._models = self.addMenu(self.tr("Speech model"))
        self._autostart = self._add_check(self.tr("Start at login"), self._switch_autostart)
        self.addSeparator()
        self._add(self.tr("Open VoiceFlow"), self.open_window.emit)
        self._add(self.tr("First steps"), self.first_steps.emit)
        self._add(self.tr("Quit"), lambda: QApplication.exit(0))
        self._fill_when_looked_at()
        self.refresh()
        self.load_recent()

    def refresh(self) -> None:
        """After a change of state or settings."""
        now = self._control.condition
        self._state.setText(conditions.word(now))
        start, stop = self.tr("Start dictation"), self.tr("Stop and insert")
        self._toggle.setText(f"{stop if now.active else start}\t{self._control.key}")
        self._toggle.setEnabled(self._control.is_ready and not self._control.paused)
        self._cancel.setEnabled(now.cancellable)
        self._pause.setChecked(self._control.paused)
        self._pause.setEnabled(self._control.is_ready)

    def tell_cloud(self, told: str) -> None:
        """What leaves this machine now; empty when nothing does."""
        self._cloud.setText(as_menu_text(told))
        self._cloud.setVisible(bool(told))

    def load_recent(self) -> None:
        """After a change of the history."""
        if not self._control.is_ready:
            self._show_recent([])
            return
        history = self._control.core.history
        self._control.work.run(
            lambda: history.list(limit=_TEXTS, states=_WITH_TEXT), self._show_recent, lambda _: self._show_recent([])
        )

    def _add(self, text: str, do: Callable[[], object] | None) -> QAction:
        action = self.addAction(text)
        if do:
            action.triggered.connect(lambda _: do())
        return action

    def _add_check(self, text: str, do: Callable[[bool], object]) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        action.triggered.connect(do)
        return action

    def _fill_when_looked_at(self) -> None:
        choices, tell = self._choices, self._control.tell
        self.aboutToShow.connect(lambda: self._autostart.setChecked(autostart.is_on()))
        self._microphones.aboutToShow.connect(self._look_for_microphones)
        self._models.aboutToShow.connect(
            lambda: choices.models(self._show_models, lambda error: _say(self._models, error.title))
        )
        for menu in (self._microphones, self._models):
            _say(menu, self.tr("Looking…"))
        self._choose_microphone = lambda name: choices.choose_microphone(name, tell)
        self._choose_model = lambda name: choices.choose_model(name, tell)

    def _look_for_microphones(self) -> None:
        self._choices.microphones(
            self.tr("The system's default"),
            lambda found: _offer(self._microphones, found, self._choose_microphone),
            lambda error: _say(self._microphones, error.title),
        )

    def _show_models(self, found: list[Choice]) -> None:
        _offer(self._models, found, self._choose_model)

    def _show_recent(self, found: list[Dictation]) -> None:
        self._recent.clear()
        for dictation in found:
            self._copy_action(dictation.text.strip())
        if not found:
            _say(self._recent, self.tr("Nothing was dictated yet"))

    def _copy_action(self, text: str) -> None:
        action = self._recent.addAction(as_menu_text(text))
        action.triggered.connect(lambda _: self._control.core.copy(text))

    def _switch_autostart(self, on: bool) -> None:
        def failed(error: VoiceFlowError) -> None:
            self._autostart.setChecked(not on)
            self._control.tell(error)

        self._control.work.run(lambda: self._control.core.change("ui.start_at_login", on), lambda _: None, failed)


def as_menu_text(text: str, width: int = 48) -> str:
    """One short line, whose ampersands are no keyboard shortcuts."""
    line = " ".join(text.split())
    return (line if len(line) <= width else line[: width - 1].rstrip() + "…").replace("&", "&&")


def _say(menu: QMenu, text: str) -> None:
    menu.clear()
    menu.addAction(as_menu_text(text)).setEnabled(False)


def _offer(menu: QMenu, found: list[Choice], choose: Callable[[str], object]) -> None:
    menu.clear()
    group = QActionGroup(menu)
    for choice in found:
        action = menu.addAction(as_menu_text(choice.label))
        action.setCheckable(True)
        action.setChecked(choice.chosen)
        action.setActionGroup(group)
        action.triggered.connect(lambda _, value=choice.value: choose(value))
