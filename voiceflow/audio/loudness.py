"""How loud people find a sound: integrated loudness (EBU R 128, ITU-R BS.1770), as FFmpeg's `ebur128` measures it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SILENCE_LUFS = -70.0
"""The standard's absolute gate: what is softer does not count."""
_WINDOW_S = 0.4


def loudness_lufs(pcm: "NDArray[np.float32]", rate_hz: int) -> float:
    """Mono, heard from one loudspeaker. A sound shorter than the standard's window of 0.4 s is measured with silence
    behind it. `SILENCE_LUFS` for what nobody hears."""
    import numpy as np

    from voiceflow.audio.filters import Filter

    missing = max(0, int(rate_hz * _WINDOW_S) + 1 - len(pcm))
    meter = Filter(rate_hz, "ebur128", "metadata=1:framelog=quiet:dualmono=0")
    measured = SILENCE_LUFS
    for frames in (meter.push(np.concatenate([pcm, np.zeros(missing, np.float32)])), meter.finish()):
        for frame in frames:
            measured = float(frame.metadata.get("lavfi.r128.I", measured))
    return measured if measured > SILENCE_LUFS else SILENCE_LUFS
