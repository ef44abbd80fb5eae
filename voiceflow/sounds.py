"""The microphone and the speaker of the settings."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING
from weakref import WeakSet

from voiceflow.errors import VoiceFlowError
from voiceflow.settings import Audio

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.audio.speaker import Playback, Speaker
    from voiceflow.audio.trial import Trial
    from voiceflow.dictation.ear import OnBlock, Source, Trouble


class Sounds:
    """Any thread. `settings` is asked each time, for it may change."""

    def __init__(self, settings: Callable[[], Audio]) -> None:
        self._settings = settings
        self._used: tuple[str, Speaker] | None = None
        self._trials: WeakSet[Trial] = WeakSet()
        self._opening = threading.Lock()
        self._closed = False

    def microphone(self, on_block: "OnBlock", on_trouble: "Trouble") -> "Source":
        from voiceflow.audio.microphone import Microphone

        wishes = self._settings()
        return Microphone(wishes.device, wishes.host_api, on_block, on_trouble)

    def try_microphone(self) -> "Trial":
        """Records into memory, for the user to hear how they sound. Takes up to 1.2 s. `AudioError`."""
        from voiceflow.audio.trial import Trial

        with self._opening:
            trial = Trial().open(self.microphone)
            self._trials.add(trial)
            if self._closed:
                trial.stop()
        return trial

    @property
    def speaker(self) -> "Speaker":
        from voiceflow.audio.speaker import Speaker

        wanted = self._settings().output_device
        if self._used is None or self._used[0] != wanted:
            self._close_speaker()
            self._used = wanted, Speaker(wanted)
        return self._used[1]

    def play(self, sound: "NDArray[np.float32]") -> "Playback":
        """Mono at 16 kHz; returns at once."""
        from voiceflow.audio.frames import RATE_HZ

        return self.speaker.play([sound], RATE_HZ)

    def play_cue(self) -> "tuple[NDArray[np.float32], float]":
        """What is heard now, and since when (`time.monotonic`)."""
        from voiceflow.audio import cue
        from voiceflow.audio.frames import RATE_HZ

        sound = cue.make(RATE_HZ)
        self.play(sound)
        return sound, time.monotonic()

    def close(self) -> None:
        """A microphone left open would call into a Python that has ended, which crashes."""
        self._close_speaker()
        with self._opening:
            self._closed = True
            for trial in list(self._trials):
                trial.stop()

    def _close_speaker(self) -> None:
        if self._used:
            self._used[1].close()


def warm_up() -> None:
    """What the first key-down would wait 200 ms for. Without a sound library the first dictation says so."""
    from voiceflow.audio import devices

    with suppress(VoiceFlowError, ImportError):
        import soxr  # noqa: F401

        devices.list_devices()
