"""Sound as bytes, for the history: in memory only, no file is ever written but the one that the user asks for."""

import io
import wave
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from voiceflow.audio.files import AudioFile
from voiceflow.audio.frames import RATE_HZ

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OPUS_BIT_RATE = 32_000
"""Wide-band speech that listeners cannot tell from the original (RFC 6716, section 2.1.1: 28 to 40 kbit/s)."""
_FRAME_SAMPLES = 4096


def encode_flac(pcm_int16: bytes, rate_hz: int = RATE_HZ) -> bytes:
    """Mono, native byte order. Nothing is lost; about half the size."""
    return _encode(pcm_int16, rate_hz, container="flac", codec="flac")


def encode_opus(pcm_int16: bytes, rate_hz: int = RATE_HZ, bit_rate: int = OPUS_BIT_RATE) -> bytes:
    """Ogg Opus, mono; `rate_hz` one of 8, 12, 16, 24 and 48 thousand. About an eighth of the size."""
    return _encode(pcm_int16, rate_hz, container="ogg", codec="libopus", bit_rate=bit_rate)


def decode_bytes(data: bytes) -> "NDArray[np.float32]":
    """Any format that `files` reads: float32 mono at 16 kHz, shape (n,). `AudioError`."""
    import numpy as np

    with AudioFile("recording", io.BytesIO(data)) as file:
        return np.concatenate(list(file.chunks()))


def to_int16(pcm: "NDArray[np.float32]") -> bytes:
    """Clips to [-1, 1]; native byte order."""
    import numpy as np

    return np.round(np.clip(pcm, -1.0, 1.0) * 32767).astype(np.int16).tobytes()


def to_float32(pcm_int16: bytes) -> "NDArray[np.float32]":
    import numpy as np

    return np.frombuffer(pcm_int16, np.int16).astype(np.float32) / np.float32(32768)


def write_wav(target: Path | IO[bytes], pcm: "NDArray[np.float32]", rate_hz: int) -> None:
    """16 bit mono."""
    with wave.open(str(target) if isinstance(target, Path) else target, "wb") as file:
        file.setparams((1, 2, rate_hz, 0, "NONE", ""))
        file.writeframes(to_int16(pcm))


def _encode(pcm_int16: bytes, rate_hz: int, container: str, codec: str, bit_rate: int | None = None) -> bytes:
    import av
    import numpy as np

    samples = np.frombuffer(pcm_int16, np.int16)
    out = io.BytesIO()
    with av.open(out, "w", format=container) as file:
        stream: Any = file.add_stream(codec, rate=rate_hz, layout="mono", format="s16")
        if bit_rate:
            stream.bit_rate = bit_rate
        for start in range(0, len(samples), _FRAME_SAMPLES):
            frame = av.AudioFrame.from_ndarray(
                samples[None, start : start + _FRAME_SAMPLES], format="s16", layout="mono"
            )
            frame.sample_rate = rate_hz
            frame.pts = start
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    return out.getvalue()
