"""First step: which microphone, and does it hear its user."""

import time

from PySide6.QtCore import QTimer

from voiceflow.audio.trial import Trial
from voiceflow.errors import VoiceFlowError
from voiceflow.events import State, StateChanged
from voiceflow.ui.choices import Choices
from voiceflow.ui.choosers import Chooser
from voiceflow.ui.control import Control
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import Card, button, label, row
from voiceflow.ui.wizard_page import WizardPage
from voiceflow.ui.wizard_wave import Wave

SPEECH_DB, DEAD_DB, LOUD_DB = -42.0, -90.0, -1.0
PATIENCE_S = 4.0
"""After this long without a word the page says what may be wrong."""
LONGEST_S = 120.0
"""A page that somebody left open does not listen for ever."""
_EVERY_MS = 50


class MicrophonePage(WizardPage):
    """Listens while it is in sight; the sound stays in memory and goes with the page."""

    def __init__(self, control: Control, choices: Choices, colours: Colours) -> None:
        super().__init__(
            control,
            self.tr("Welcome. Can VoiceFlow hear you?"),
            self.tr("Say a few words: the bars move when your microphone hears you. Nothing of it is kept or sent."),
        )
        self._choices = choices
        self._trial: Trial | None = None
        self._asked = 0
        self._device = ""
        self._since_s = 0.0
        self.heard = False
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._build(colours)

    def enter(self) -> None:
        self._show_device()
        self._open()

    def leave(self) -> None:
        self._asked += 1
        self._timer.stop()
        self.wave.clear()
        self._let_go(self._trial)
        self._trial = None

    def set_colours(self, colours: Colours) -> None:
        self.wave.colours = colours
        self.wave.update()

    def on_settings(self) -> None:
        if self._device != self.control.core.settings.audio.device:
            self._show_device()
            self._open()

    def on_state(self, event: StateChanged) -> None:
        """A dictation has the microphone for itself."""
        if event.state in (State.STARTING, State.LISTENING):
            self.leave()
        elif self._trial is None and event.state is State.IDLE:
            self._open()

    def _build(self, colours: Colours) -> None:
        card = Card(self.tr("Microphone"))
        self.chooser = Chooser(self.tr("Microphone"))
        self.chooser.wanted.connect(self._look_for_microphones)
        self.chooser.chosen.connect(lambda name: self._choices.choose_microphone(name, self.control.tell))
        name = label(self.tr("Microphone"))
        name.setBuddy(self.chooser)
        line = row(name, self.chooser)
        line.setStretch(1, 1)
        self.wave = Wave(colours)
        self.told, self.error = label(kind="muted"), label(kind="error")
        self._again = button(self.tr("Try again"), self._open)
        card.rows.addLayout(line)
        for part in (self.wave, self.told, self.error):
            card.rows.addWidget(part)
        card.rows.addLayout(row(self._again, None))
        self.rows.addWidget(card)
        self.rows.addStretch(1)

    def _show_device(self) -> None:
        self._device = self.control.core.settings.audio.device
        self.chooser.show_only(self._device or self.tr("The system's default"))

    def _look_for_microphones(self) -> None:
        self._choices.microphones(
            self.tr("The system's default"),
            self.chooser.offer,
            lambda error: self.chooser.give_up(self.control, error),
        )

    def _open(self) -> None:
        self.leave()
        asked = self._asked
        self._tell(self.tr("The microphone opens."))
        self._say_wrong("")
        self.control.work.run(
            self.control.core.sounds.try_microphone,
            lambda trial: self._opened(asked, trial),
            lambda error: self._failed(asked, error),
        )

    def _opened(self, asked: int, trial: Trial) -> None:
        if asked != self._asked:
            self._let_go(trial)
            return
        self._trial, self._since_s, self.heard = trial, time.monotonic(), False
        self._tell(self.tr("Say something."))
        self._timer.start()

    def _failed(self, asked: int, error: VoiceFlowError) -> None:
        if asked == self._asked:
            self._tell("")
            self._say_wrong(str(error))

    def _let_go(self, trial: Trial | None) -> None:
        if trial:
            self.control.work.run(trial.stop, lambda _: None, self.control.tell)

    def _look(self) -> None:
        trial = self._trial
        if trial is None:
            return
        if trial.error:
            self.leave()
            self._failed(self._asked, trial.error)
            return
        if time.monotonic() - self._since_s > LONGEST_S:
            self._rest()
            return
        level_db = trial.level_db
        self.wave.add(level_db, level_db > SPEECH_DB)
        if level_db > SPEECH_DB:
            self.heard = True
            loud = level_db > LOUD_DB
            told = self.tr("It is very loud. Turn the microphone down in the system's settings.")
            self._tell(told if loud else self.tr("VoiceFlow hears you."), "muted" if loud else "good")
            self._say_wrong("")
        elif not self.heard and time.monotonic() - self._since_s > PATIENCE_S:
            self._tell("")
            self._say_wrong(self._doubt(level_db))

    def _rest(self) -> None:
        self.leave()
        self._tell(self.tr("VoiceFlow listens no more."))
        self._again.show()

    def _doubt(self, level_db: float) -> str:
        if level_db <= DEAD_DB:
            return self.tr(
                "Not a sound comes from this microphone. It may be muted, or its switch is off: unmute it in the "
                "system's sound settings, or choose another one above."
            )
        return self.tr(
            "Hardly anything is heard. Come nearer, turn the microphone up in the system's sound settings, or choose "
            "another one above."
        )

    def _tell(self, text: str, kind: str = "muted") -> None:
        if self.told.objectName() != kind:
            self.told.setObjectName(kind)
            self.told.style().polish(self.told)
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _say_wrong(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self._again.setVisible(bool(text))
