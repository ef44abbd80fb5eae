"""The start cue, made by code, and whether the microphone heard it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

DURATION_S = 0.09
_LOW_HZ, _HIGH_HZ = 900.0, 1800.0
_LEVEL = 0.12

FOUND = 0.45
"""The normalized correlation from which the cue counts as heard. Measured with 20 minutes of real speech: speech alone
reached 0.37; the cue, at the level of the speech over it, in a room with 0.6 s of reverberation, had 0.48 at the 5th
percentile."""
_ECHO_S = 0.06
"""Added to the end of what is found: a room goes on sounding."""


def make(rate_hz: int) -> "Pcm":
    """A soft rising glide: no voice glides that fast, so that it is told from speech. float32 mono at `rate_hz`."""
    import numpy as np

    time_s = np.arange(int(rate_hz * DURATION_S)) / rate_hz
    sweep_hz_s = (_HIGH_HZ - _LOW_HZ) / DURATION_S
    phase = 2 * np.pi * (_LOW_HZ * time_s + sweep_hz_s * time_s**2 / 2)
    envelope = np.sin(np.pi * time_s / DURATION_S) ** 2
    return (_LEVEL * envelope * np.sin(phase)).astype(np.float32)


def find(cue: "Pcm", sound: "Pcm", rate_hz: int = 16_000) -> tuple[float, float] | None:
    """Where in `sound` the cue is heard, in seconds from its start, or None. Both float32 mono at `rate_hz`. Takes
    about 2 ms for two seconds of sound."""
    import numpy as np

    n = len(cue)
    if len(sound) < n:
        return None
    size = 1 << (len(sound) + n - 1).bit_length()
    # Delay and room turn the phase: the magnitude of the analytic signal's correlation does not mind.
    product = np.fft.rfft(sound, size) * np.conj(np.fft.rfft(cue, size))
    analytic = np.zeros(size, np.complex128)
    analytic[: len(product)] = product * np.where(np.arange(len(product)) % (size // 2), 2, 1)
    correlation = np.abs(np.fft.ifft(analytic))[: len(sound) - n + 1]
    energy = np.concatenate(([0.0], np.cumsum(np.square(sound, dtype=np.float64))))
    energy = np.maximum(energy[n:] - energy[:-n], 1e-9)
    score = correlation / np.sqrt(energy * float(np.square(cue, dtype=np.float64).sum()))
    start = int(score.argmax())
    if score[start] < FOUND:
        return None
    return start / rate_hz, min((start + n) / rate_hz + _ECHO_S, len(sound) / rate_hz)
