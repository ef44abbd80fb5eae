"""Speech by its energy over the noise floor and by its tones: for machines where Silero does not run."""

import math
from typing import TYPE_CHECKING

from voiceflow.engines.vad.contract import FRAME_SAMPLES, Vad

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_RATE_HZ = 16_000
_BAND_HZ = (100, 4000)
_QUIETEST_DB = -60.0
"""Under this nobody speaks to a microphone."""
_FIRST_FLOOR_DB = -50.0
_FLOOR_RISE_DB = 0.05
"""A frame: 1.6 dB a second, so that a sentence without a pause does not become its own noise floor."""
_SPEECH_DB = 9.0
_SLOPE_DB = 2.0
_FLAT, _FLAT_SLOPE = 0.42, 0.04
"""Spectral flatness: one periodogram of white noise has exp(-0.577) = 0.56 on average, vowels under 0.2."""


class EnergyVad(Vad):
    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self._floor_db = _FIRST_FLOOR_DB

    def probability(self, frame: "NDArray[np.float32]") -> float:
        import numpy as np

        low, high = (hz * FRAME_SAMPLES // _RATE_HZ for hz in _BAND_HZ)
        power = np.square(np.abs(np.fft.rfft(frame * np.hanning(FRAME_SAMPLES)))[low:high]) + 1e-12
        # Parseval, one side of the spectrum, and the window's own power of 3/8.
        level_db = 10 * math.log10(float(power.sum()) * 2 / (FRAME_SAMPLES**2 * 0.375))
        flatness = math.exp(float(np.log(power).mean())) / float(power.mean())
        over_floor_db = level_db - self._floor_db
        self._floor_db = min(level_db, self._floor_db + _FLOOR_RISE_DB) if level_db > -100 else self._floor_db
        if level_db < _QUIETEST_DB:
            return 0.0
        return _logistic((over_floor_db - _SPEECH_DB) / _SLOPE_DB) * _logistic((_FLAT - flatness) / _FLAT_SLOPE)


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, x))))
