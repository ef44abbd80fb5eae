"""Sound from files of any format that PyAV reads, as a stream: a file of three hours needs no more memory than one of
three seconds."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from voiceflow.audio import file_troubles
from voiceflow.audio.frames import RATE_HZ
from voiceflow.audio.resample import Resampler
from voiceflow.errors import AudioError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

STDIN = "-"
_CHUNK_SAMPLES = RATE_HZ // 2
_CUT_SHORT_S = 1.0
"""Less than the header promised by this much and by 1 %: the file was cut."""

# A playlist inside a file could make FFmpeg open other files and addresses: sound comes from this one file only.
_OPTIONS = {"protocol_whitelist": "none"}


class AudioFile:
    """One file being read. `duration_s` is None where the format does not tell; `warnings` is whole once `chunks` is
    through."""

    def __init__(self, name: str, source: IO[bytes]) -> None:
        """`AudioError` when there is no sound in it that can be read."""
        import av

        self.name = name
        self.warnings: list[AudioError] = []
        self._source = source
        try:
            self._container = av.open(source, "r", metadata_errors="ignore", options=_OPTIONS)
        except (av.error.FFmpegError, ValueError, EOFError) as error:
            raise file_troubles.unreadable(name, source) from error
        self._stream = next(iter(self._container.streams.audio), None)
        if self._stream is None:
            self._container.close()
            raise file_troubles.no_audio(name)

    @property
    def duration_s(self) -> float | None:
        stream = self._stream
        if stream is not None and stream.duration and stream.time_base:
            return float(stream.duration * stream.time_base)
        return self._container.duration / 1_000_000 if self._container.duration else None

    def chunks(self) -> "Iterator[Pcm]":
        """float32 mono at 16 kHz in [-1, 1], about half a second each. `AudioError` when there was no sound at all."""
        import numpy as np

        waiting: list[Pcm] = []
        waiting_samples = total_samples = 0
        for part in self._mono():
            waiting.append(part)
            waiting_samples += len(part)
            if waiting_samples >= _CHUNK_SAMPLES:
                yield np.concatenate(waiting)
                total_samples += waiting_samples
                waiting, waiting_samples = [], 0
        if waiting_samples:
            yield np.concatenate(waiting)
        total_samples += waiting_samples
        if not total_samples:
            raise file_troubles.no_sound(self.name)
        self._compare(total_samples / RATE_HZ)

    def close(self) -> None:
        self._container.close()

    def __enter__(self) -> "AudioFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _compare(self, heard_s: float) -> None:
        promised_s = self.duration_s
        if promised_s is not None and promised_s - heard_s > max(_CUT_SHORT_S, 0.01 * promised_s):
            self.warnings.append(file_troubles.cut_short(self.name, heard_s, promised_s))

    def _mono(self) -> "Iterator[Pcm]":
        """A stream may change its rate or channels on the way: each stretch gets its own resampler."""
        import av

        setup, interleave, resampler = None, None, None
        for frame in self._frames():
            now = (frame.format.name, frame.layout.name, frame.sample_rate)
            if now != setup:
                if resampler:
                    yield resampler.flush()
                setup = now
                interleave = av.AudioResampler(format="flt", layout=frame.layout, rate=frame.sample_rate)
                resampler = Resampler(frame.sample_rate, frame.layout.nb_channels, "HQ")
            assert interleave is not None
            assert resampler is not None
            for same in interleave.resample(frame):
                samples: Any = same.to_ndarray()
                yield resampler.push_samples(samples.reshape(-1, same.layout.nb_channels))
        if resampler:
            yield resampler.flush()

    def _frames(self) -> Iterator[Any]:
        """What is damaged is left out, with one warning."""
        import av

        try:
            for packet in self._container.demux(self._stream):
                try:
                    yield from packet.decode()
                except av.error.InvalidDataError:
                    self._warn_of_damage()
        except (av.error.FFmpegError, OSError):
            self._warn_of_damage()

    def _warn_of_damage(self) -> None:
        if not self.warnings:
            self.warnings.append(file_troubles.damaged(self.name))


def read(path: Path | str) -> AudioFile:
    """`-` is stdin. `AudioError`: missing, not allowed, empty, not a sound file, no sound in it."""
    if str(path) == STDIN:
        return AudioFile("stdin", sys.stdin.buffer)
    path = Path(path)
    try:
        source = path.open("rb")
    except OSError as error:
        raise file_troubles.not_opened(path, error) from error
    try:
        return _Owned(path.name, source)
    except BaseException:
        source.close()
        raise


class _Owned(AudioFile):
    """Closes what was opened for it."""

    def close(self) -> None:
        super().close()
        self._source.close()
