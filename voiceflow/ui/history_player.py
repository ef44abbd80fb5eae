"""The sound of one dictation: seen, heard, deleted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from voiceflow.errors import VoiceFlowError
from voiceflow.ui.control import Control
from voiceflow.ui.history_waveform import BARS, Waveform
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import SPACING, button, label

if TYPE_CHECKING:
    from voiceflow.audio.speaker import Playback
    from voiceflow.core import Core

_FRAME_MS = 33
_AT_REST_MS = 120
"""Somebody who walks through the list does not read every sound."""
_RATE_HZ = 16_000


class Player(QWidget):
    """Invisible where there is no sound; `found` tells whether there is one."""

    found = Signal(bool)

    def __init__(self, control: Control, colours: Colours) -> None:
        super().__init__()
        self._control = control
        self._dictation_id = ""
        self._playback: Playback | None = None
        self._from_s = 0.0
        self.waveform = Waveform(colours)
        self.waveform.sought.connect(self._on_sought)
        self.waveform.toggled.connect(self.toggle)
        self.play_button = button("", self.toggle)
        self._time = label(kind="muted")
        self._time.setWordWrap(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACING)
        line.addWidget(self.play_button)
        line.addWidget(self.waveform, 1)
        line.addWidget(self._time)
        self._look = QTimer(self, singleShot=True, interval=_AT_REST_MS)
        self._look.timeout.connect(self._read)
        self._moving = QTimer(self, interval=_FRAME_MS)
        self._moving.timeout.connect(self._follow)
        control.changed.connect(self._give_way)
        self.hide()
        self._refresh()

    def show_sound_of(self, dictation_id: str) -> None:
        """Empty: of none."""
        if dictation_id != self._dictation_id:
            self.pause()
            self.hide()
        self._dictation_id = dictation_id
        if dictation_id:
            self._look.start()
        else:
            self._look.stop()

    @property
    def is_playing(self) -> bool:
        return self._playback is not None

    def toggle(self) -> None:
        if self.is_playing:
            self.pause()
        else:
            ended = self.waveform.position_s >= self.waveform.duration_s - 0.05
            self._play(0.0 if ended else self.waveform.position_s)

    def pause(self) -> None:
        if self._playback:
            self._playback.stop()
            self._end()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pause()

    def _read(self) -> None:
        """Not before somebody sees this page: sound is large."""
        page = self.parentWidget()
        if page is None or not page.isVisible():
            return
        core, wanted = self._control.core, self._dictation_id

        def show(found: tuple[tuple[float, ...], float]) -> None:
            if wanted == self._dictation_id:
                peaks, duration_s = found
                if not self.is_playing:
                    self.waveform.show_sound(peaks, duration_s)
                self.setVisible(bool(peaks))
                self.found.emit(bool(peaks))
                self._refresh()

        self._control.work.run(lambda: _look_at(core, wanted), show, self._control.tell)

    def _play(self, from_s: float) -> None:
        core, wanted = self._control.core, self._dictation_id

        def started(playback: "Playback") -> None:
            if wanted != self._dictation_id or self.is_playing or not self.isVisible():
                playback.stop()
                return
            self._playback, self._from_s = playback, from_s
            self._moving.start()
            self._refresh()

        self._control.work.run(lambda: _play(core, wanted, from_s), started, self._control.tell)

    def _on_sought(self, position_s: float) -> None:
        if self.is_playing:
            self.pause()
            self._play(position_s)
        self._refresh()

    def _follow(self) -> None:
        playback = self._playback
        if playback is None:
            return
        self.waveform.move_to(self._from_s + playback.position_s)
        if playback.wait(0):
            self._end()
            if playback.error is None:
                self.waveform.move_to(self.waveform.duration_s)
            else:
                self._control.tell(_told(playback.error))
        self._refresh()

    def _end(self) -> None:
        self._playback = None
        self._moving.stop()
        self._refresh()

    def _give_way(self) -> None:
        """Who dictates does not want to hear it."""
        if self._control.condition.active:
            self.pause()

    def _refresh(self) -> None:
        self.play_button.setText(self.tr("Pause") if self.is_playing else self.tr("Play"))
        self.play_button.setAccessibleName(self.play_button.text())
        self._time.setText(f"{_clock(self.waveform.position_s)} / {_clock(self.waveform.duration_s)}")


def _told(error: Exception) -> VoiceFlowError:
    if isinstance(error, VoiceFlowError):
        return error
    return VoiceFlowError("audio.not_played", f"The sound could not be played ({type(error).__name__})", "See the log")


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _look_at(core: "Core", dictation_id: str) -> tuple[tuple[float, ...], float]:
    """Peaks and length."""
    import numpy as np

    samples = np.frombuffer(core.history.audio(dictation_id), "<i2")
    if not len(samples):
        return (), 0.0
    parts = np.array_split(samples, min(BARS, len(samples)))
    peaks = tuple(float(np.abs(part.astype(np.int32)).max()) / 32768 for part in parts)
    return peaks, len(samples) / _RATE_HZ


def _play(core: "Core", dictation_id: str, from_s: float) -> "Playback":
    import numpy as np

    samples = np.frombuffer(core.history.audio(dictation_id), "<i2")[int(from_s * _RATE_HZ) :]
    return core.sounds.play(samples.astype(np.float32) / np.float32(32768))
