"""How the microphone hears its user: the level, and a few seconds to listen to."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QProgressBar

from voiceflow.audio.speaker import Playback
from voiceflow.audio.trial import Trial
from voiceflow.errors import VoiceFlowError
from voiceflow.ui.control import Control
from voiceflow.ui.widgets import Card, button, label, row

LONGEST_S = 6.0
_QUIETEST_DB, _LOW_DB, _CLIPPED_DB = -60.0, -45.0, -3.0
_EVERY_MS = 50


class MicrophoneCheck(Card):
    """The recording stays in memory, until another one or the end of the page."""

    def __init__(self, control: Control) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Microphone test"))
        self._control = control
        self._trial: Trial | None = None
        self._playback: Playback | None = None
        self._opening = False
        self._loudest_db = _QUIETEST_DB
        self._told, self._error = label(kind="muted"), label(kind="error")
        self._level = QProgressBar(textVisible=False)
        self._level.setRange(0, round(-_QUIETEST_DB))
        self._level.setAccessibleName(self.tr("Level"))
        self._record = button("", self._toggle, primary=True)
        self._play = button(self.tr("Play it"), self._toggle_playing)
        self.rows.addWidget(label(self.tr("Microphone test"), bold=True))
        for part in (self._told, self._level, self._error):
            self.rows.addWidget(part)
        self.rows.addLayout(row(self._record, self._play, None))
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._told.setText(self.tr("Speak for a few seconds and hear what VoiceFlow hears. Nothing of it is kept."))
        self._show_buttons()
        self._error.hide()

    @property
    def recording(self) -> bool:
        return self._timer.isActive() and self._trial is not None and self._playback is None

    def stop(self) -> None:
        """Gives the microphone back, for the dictation that begins."""
        if self.recording and self._trial:
            self._trial.stop()
            self._timer.stop()
            self._told.setText(self._verdict())
            self._level.setValue(0)
            self._show_buttons()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()
        if self._playback:
            self._playback.stop()

    def _toggle(self) -> None:
        if self.recording:
            self.stop()
        elif not self._opening:
            self._opening = True
            self._error.hide()
            self._told.setText(self.tr("The microphone opens."))
            self._control.work.run(self._control.core.sounds.try_microphone, self._opened, self._failed)

    def _opened(self, trial: Trial) -> None:
        self._opening = False
        self._trial, self._loudest_db = trial, _QUIETEST_DB
        if not self.isVisible() or self._control.condition.active:
            trial.stop()
            return
        self._timer.start()
        self._show_buttons()

    def _failed(self, error: VoiceFlowError) -> None:
        self._opening = False
        self._told.setText("")
        self._error.setText(str(error))
        self._error.show()

    def _look(self) -> None:
        if self._playback:
            self._look_at_playback(self._playback)
        elif self._trial:
            self._look_at_trial(self._trial)

    def _look_at_trial(self, trial: Trial) -> None:
        level_db = trial.level_db
        self._loudest_db = max(self._loudest_db, level_db)
        self._level.setValue(max(0, round(level_db - _QUIETEST_DB)))
        left_s = max(0.0, LONGEST_S - trial.duration_s)
        self._told.setText(self.tr("Speak. {seconds} s left").format(seconds=round(left_s)))
        if trial.error:
            self._failed(trial.error)
        if trial.error or left_s <= 0:
            self.stop()

    def _verdict(self) -> str:
        if self._loudest_db <= _QUIETEST_DB:
            return self.tr("Nothing was heard. Is it muted, or is another microphone the right one?")
        if self._loudest_db < _LOW_DB:
            return self.tr("It is very quiet. Come nearer, or turn the microphone up in the system's settings.")
        if self._loudest_db > _CLIPPED_DB:
            return self.tr("It is too loud. Turn the microphone down in the system's settings.")
        return self.tr("The level is good.")

    def _toggle_playing(self) -> None:
        if self._playback:
            self._playback.stop()
        elif self._trial:
            trial = self._trial
            self._play.setEnabled(False)
            self._control.work.run(lambda: self._control.core.sounds.play(trial.sound()), self._playing, self._failed)

    def _playing(self, playback: Playback) -> None:
        self._playback = playback
        self._timer.start()
        self._show_buttons()

    def _look_at_playback(self, playback: Playback) -> None:
        if not playback.wait(0):
            return
        self._timer.stop()
        self._playback = None
        if isinstance(playback.error, VoiceFlowError):
            self._failed(playback.error)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self._record.setText(self.tr("Stop") if self.recording else self.tr("Record a test"))
        self._play.setText(self.tr("Stop playing") if self._playback else self.tr("Play it"))
        for each in (self._record, self._play):
            each.setAccessibleName(each.text())
        self._record.setEnabled(self._playback is None)
        self._play.setEnabled(not self.recording and self._trial is not None)
