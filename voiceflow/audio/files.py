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
_GAP_S = 0.1
_LONGEST_GAP_S = 3600.0
"""More than that is a broken clock, not a gap."""

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
        """A stream may change its rate or channels on the way: each stretch gets its own resampler. A stretch that is
        missing from it is filled with silence, so that times stay those that a player shows."""
        import av
        import numpy as np

        setup, interleave, resampler, done_s = None, None, None, 0.0
        for frame in self._frames():
            channels, rate_hz = frame.layout.nb_channels, frame.sample_rate
            now = (frame.format.name, frame.layout.name, rate_hz)
            if now != setup:
                if resampler:
                    yield resampler.flush()
                setup = now
                interleave = av.AudioResampler(format="flt", layout=frame.layout, rate=rate_hz)
                resampler = Resampler(rate_hz, channels, "HQ")
            assert interleave is not None
            assert resampler is not None
            missing_s = self._missing_s(frame, done_s)
            for _ in range(int(missing_s)):  # by the second: a long one must not need its size in memory
                yield resampler.push_samples(np.zeros((rate_hz, channels), np.float32))
            yield resampler.push_samples(np.zeros((int(missing_s % 1 * rate_hz), channels), np.float32))
            for same in interleave.resample(frame):
                samples: Any = same.to_ndarray()
                yield resampler.push_samples(samples.reshape(-1, channels))
            done_s += missing_s + frame.samples / rate_hz
        if resampler:
            yield resampler.flush()

    def _missing_s(self, frame: Any, done_s: float) -> float:
        """How much later than all before it a frame is meant to be heard."""
        if frame.time is None:
            return 0.0
        begin_s = (self._container.start_time or 0) / 1_000_000
        missing_s: float = frame.time - begin_s - done_s
        return missing_s if _GAP_S < missing_s < _LONGEST_GAP_S else 0.0

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
