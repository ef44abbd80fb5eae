"""Speech as a file or as bytes: WAV, FLAC, Opus."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.audio import codecs
from voiceflow.errors import AudioError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

SUFFIXES = (".wav", ".flac", ".opus")
OPUS_RATE_HZ = 24_000
"""Super-wideband: the voices' 22.05 kHz fit in."""
_BIT_RATES = ((4_000, 16_000), (8_000, 24_000), (12_000, 32_000))
"""Up to which frequency there is sound, and what speech of that band needs, with a margin (RFC 6716, section 2.1.1:
narrowband 8 to 12, wideband 16 to 20, fullband 28 to 40 kbit/s)."""
_FULL_BAND_BIT_RATE = 40_000
DECODED_RATE_HZ = 48_000
"""What every Opus decoder gives (RFC 7845, section 5.1)."""
_DECODED_S = 0.2
_KNOWN_FORMAT = {"probesize": "32", "analyzeduration": "0"}
"""Nothing has to be guessed of what we wrote ourselves."""
_AUDIBLE = 1e-3
"""60 dB below the strongest frequency."""


def check_suffix(path: Path) -> None:
    """`AudioError` for a file name whose format is not written."""
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise AudioError("audio.unknown_format", f"{path.name} names no format that is written", f"There is: {known}")


def save(path: Path, pcm: "Pcm", rate_hz: int) -> None:
    """Mono; the format is that of the name. `AudioError`."""
    check_suffix(path)
    data = encoded(path.suffix.lower(), pcm, rate_hz)
    try:
        path.write_bytes(data)
    except OSError as error:
        hint = "Write to another folder"
        raise AudioError("audio.not_written", f"{path} cannot be written: {error.strerror}", hint) from error


def encoded(suffix: str, pcm: "Pcm", rate_hz: int) -> bytes:
    if suffix == ".flac":
        return codecs.encode_flac(codecs.to_int16(pcm), rate_hz)
    if suffix == ".opus":
        return encode_opus(pcm, rate_hz)
    out = io.BytesIO()
    codecs.write_wav(out, pcm, rate_hz)
    return out.getvalue()


def encode_opus(pcm: "Pcm", rate_hz: int) -> bytes:
    """Ogg Opus at 24 kHz; as many bits as the sound needs."""
    import soxr

    sound = pcm if rate_hz == OPUS_RATE_HZ else soxr.resample(pcm, rate_hz, OPUS_RATE_HZ)
    return codecs.encode_opus(codecs.to_int16(sound), OPUS_RATE_HZ, bit_rate(pcm, rate_hz))


def decode_opus(data: bytes) -> "Iterator[Pcm]":
    """At `DECODED_RATE_HZ`, a fifth of a second at a time, all together as long as what was encoded. `ValueError` for
    what is no Ogg Opus."""
    import av
    import numpy as np

    parts: list[Pcm] = []
    try:
        with av.open(io.BytesIO(data), "r", format="ogg", options=_KNOWN_FORMAT) as file:
            for frame in file.decode(file.streams.audio[0]):
                parts.append(frame.to_ndarray().reshape(-1).astype(np.float32, copy=False))
                if sum(map(len, parts)) >= DECODED_RATE_HZ * _DECODED_S:
                    yield np.concatenate(parts)
                    parts = []
    except (av.error.FFmpegError, IndexError) as error:
        raise ValueError("no Ogg Opus") from error
    if parts:
        yield np.concatenate(parts)


def bit_rate(pcm: "Pcm", rate_hz: int) -> int:
    """Bits a second for Opus, by the highest frequency that is heard."""
    highest_hz = highest_frequency_hz(pcm, rate_hz)
    return next((bits for limit_hz, bits in _BIT_RATES if highest_hz <= limit_hz), _FULL_BAND_BIT_RATE)


def highest_frequency_hz(pcm: "Pcm", rate_hz: int) -> float:
    import numpy as np

    size = 1024
    if len(pcm) < size:
        return 0.0
    spans = pcm[: len(pcm) // size * size].reshape(-1, size) * np.hanning(size).astype(np.float32)
    strength = np.sqrt(np.mean(np.square(np.abs(np.fft.rfft(spans, axis=1))), axis=0))
    heard = np.nonzero(strength > _AUDIBLE * strength.max())[0]
    return float(heard[-1] * rate_hz / size) if len(heard) else 0.0
