"""The sound that imitations make, and what they hear in sound."""

from collections.abc import Iterator

import numpy as np

from voiceflow.audio.codecs import decode_bytes

SECONDS_PER_CHARACTER = 0.06
PIECE_BYTES = 8192


def heard_samples(sound: bytes) -> int:
    """How much sound there really is in what was sent, at 16 kHz; 0 for silence. `AudioError` for what is none."""
    pcm = decode_bytes(sound)
    return len(pcm) if float(np.abs(pcm).max()) > 0.001 else 0


def tone(text: str, rate_hz: int) -> bytes:
    """16 bit mono, little endian, as long as the text would be spoken."""
    times_s = np.arange(int(len(text) * SECONDS_PER_CHARACTER * rate_hz)) / rate_hz
    return (np.sin(2 * np.pi * 220 * times_s) * 12_000).astype("<i2").tobytes()


def in_pieces(sound: bytes) -> tuple[bytes, ...]:
    return tuple(_pieces(sound))


def _pieces(sound: bytes) -> Iterator[bytes]:
    for start in range(0, len(sound), PIECE_BYTES):
        yield sound[start : start + PIECE_BYTES]
