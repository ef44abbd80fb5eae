"""Sound as Whisper hears it: the log-mel spectrogram of Radford et al. 2022 (section 2.2), in numpy alone."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SAMPLE_RATE_HZ = 16_000
HOP_SAMPLES = 160
WINDOW_SAMPLES = 400
FRAMES_PER_S = SAMPLE_RATE_HZ // HOP_SAMPLES
MAX_FRAMES = 3_000


class LogMel:
    """Filters and window of one model; `mels` is 80, or 128 for large-v3 and turbo."""

    def __init__(self, mels: int) -> None:
        import numpy as np

        self._filters = slaney_filters(mels)
        self._window = np.hanning(WINDOW_SAMPLES + 1)[:-1].astype(np.float32)

    def __call__(self, pcm: "Floats", frames: int) -> "Floats":
        """Shape (mels, frames), contiguous: the sound, then digital silence as in training. `pcm` is cut to fit."""
        import numpy as np

        heard = min(frames, len(pcm) // HOP_SAMPLES + 2)
        power = self._power(pcm[: frames * HOP_SAMPLES], heard)
        log = np.log10(np.maximum(self._filters @ power, 1e-10))
        floor = max(float(log.max()) - 8.0, -10.0)
        mel = np.full((len(self._filters), frames), (floor + 4.0) / 4.0, dtype=np.float32)
        np.divide(np.maximum(log, floor) + 4.0, 4.0, out=mel[:, :heard])
        return mel

    def _power(self, pcm: "Floats", frames: int) -> "Floats":
        """Shape (201, frames): squared magnitudes of centred windows."""
        import numpy as np

        half = WINDOW_SAMPLES // 2
        length = (frames - 1) * HOP_SAMPLES + WINDOW_SAMPLES
        padded = np.zeros(length, dtype=np.float32)
        sound = pcm[: length - half]
        padded[half : half + len(sound)] = sound
        mirrored = pcm[1 : half + 1][::-1]
        padded[half - len(mirrored) : half] = mirrored
        windows = np.lib.stride_tricks.sliding_window_view(padded, WINDOW_SAMPLES)[::HOP_SAMPLES]
        spectrum = np.fft.rfft(windows * self._window, axis=-1)
        power: Floats = (spectrum.real**2 + spectrum.imag**2).astype(np.float32).T
        return power


def slaney_filters(mels: int) -> "Floats":
    """Shape (mels, 201), area-normalized triangles on Slaney's mel scale (Auditory Toolbox, 1998): linear up to
    1 kHz with 15 mel a kilohertz, above that 27 mel for every factor of 6.4."""
    import numpy as np

    top_hz = SAMPLE_RATE_HZ / 2
    top_mel = 15.0 + np.log(top_hz / 1000.0) * 27.0 / np.log(6.4)
    mel = np.linspace(0.0, top_mel, mels + 2)
    edges_hz = np.where(mel < 15.0, mel * 200.0 / 3.0, 1000.0 * np.exp((mel - 15.0) * np.log(6.4) / 27.0))
    bins_hz = np.fft.rfftfreq(WINDOW_SAMPLES, 1.0 / SAMPLE_RATE_HZ)
    low, centre, high = edges_hz[:-2, None], edges_hz[1:-1, None], edges_hz[2:, None]
    rising = (bins_hz - low) / (centre - low)
    falling = (high - bins_hz) / (high - centre)
    triangles = np.maximum(0.0, np.minimum(rising, falling)) * 2.0 / (high - low)
    filters: Floats = triangles.astype(np.float32)
    return filters
