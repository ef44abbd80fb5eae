"""The speaker: sound is played on a thread of its own, one after another, and can be stopped at any moment."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from voiceflow.audio import devices, portaudio, troubles
from voiceflow.mailbox import Mailbox

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

log = logging.getLogger(__name__)

_STEP_S = 0.05
"""How much is written at once: a stop is obeyed within this and what the device has buffered."""
_CLOSING_S = 2.0


class Playback:
    """One sound on its way. `error` is set when it could not be played, or its blocks could not be made."""

    def __init__(self) -> None:
        self.error: Exception | None = None
        self._stopping = threading.Event()
        self._finished = threading.Event()
        self._heard_from_s = 0.0
        self._given_s = 0.0
        self._ended_at_s: float | None = None

    @property
    def position_s(self) -> float:
        """How much of it was heard so far; stays where it ended. From any thread."""
        if self._ended_at_s is not None:
            return self._ended_at_s
        return min(max(time.monotonic() - self._heard_from_s, 0.0), self._given_s)

    def stop(self) -> None:
        """From any thread; never waits."""
        self._stopping.set()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Whether it is over: played, stopped or failed."""
        return self._finished.wait(timeout_s)


class Speaker:
    """Empty names are the system's default. The device is opened for each sound and given back after it."""

    def __init__(
        self, device: str = "", host_api: str = "", on_error: Callable[[Exception], None] | None = None
    ) -> None:
        self._wanted = (device, host_api)
        self._on_error = on_error or (lambda error: log.warning("sound could not be played: %s", error))
        self._mailbox = Mailbox("speaker").start()

    def play(self, blocks: "Iterable[Pcm]", rate_hz: int) -> Playback:
        """`blocks`: float32 mono in [-1, 1], taken one after another on the speaker's thread; a generator is closed
        when playing stops. Returns at once."""
        playback = Playback()
        self._mailbox.post(self._play, playback, blocks, rate_hz)
        return playback

    def close(self) -> None:
        """What waits is still played, for `_CLOSING_S` at most; stop it first where that is not wanted."""
        self._mailbox.stop(_CLOSING_S)

    def _play(self, playback: Playback, blocks: "Iterable[Pcm]", rate_hz: int) -> None:
        try:
            if not playback._stopping.is_set():
                self._write(playback, iter(blocks), rate_hz)
        except Exception as error:
            playback.error = error
            self._on_error(error)
        finally:
            if isinstance(blocks, Iterator) and hasattr(blocks, "close"):
                blocks.close()
            playback._ended_at_s = playback.position_s
            playback._finished.set()

    def _write(self, playback: Playback, blocks: "Iterator[Pcm]", rate_hz: int) -> None:
        device_rate_hz, stream = self._opened()
        playback._heard_from_s = time.monotonic() + stream.latency
        try:
            for step in _steps(blocks, rate_hz, device_rate_hz):
                if playback._stopping.is_set():
                    stream.abort(ignore_errors=True)
                    return
                stream.write(step.tobytes())
                playback._given_s += len(step) / device_rate_hz
            stream.stop()  # waits until all of it was heard
            playback._ended_at_s = playback._given_s
        finally:
            stream.close(ignore_errors=True)
            portaudio.open_streams.closed()

    def _opened(self) -> tuple[int, Any]:
        sounddevice = portaudio.load()
        device = devices.find_output(*self._wanted)
        rate_hz = device.default_rate_hz
        portaudio.open_streams.opened()
        try:
            with portaudio.quiet():
                stream = sounddevice.RawOutputStream(
                    device=device.index, samplerate=rate_hz, channels=1, dtype="float32"
                )
                stream.start()
        except sounddevice.PortAudioError as error:
            portaudio.open_streams.closed()
            raise troubles.from_portaudio(error, device.name, rate_hz, 1) from error
        except BaseException:
            portaudio.open_streams.closed()
            raise
        return rate_hz, stream


def _steps(blocks: "Iterator[Pcm]", rate_hz: int, device_rate_hz: int) -> "Iterator[Pcm]":
    """At the device's rate, in short pieces."""
    import numpy as np

    resample: Callable[..., Any] = lambda pcm, last=False: pcm  # noqa: E731 the two cases side by side
    if rate_hz != device_rate_hz:
        import soxr

        resample = soxr.ResampleStream(rate_hz, device_rate_hz, 1, dtype="float32").resample_chunk
    step = int(device_rate_hz * _STEP_S)
    for pcm in blocks:
        sound = resample(np.ascontiguousarray(pcm, np.float32))
        yield from (sound[i : i + step] for i in range(0, len(sound), step))
    rest = resample(np.zeros(0, np.float32), last=True)
    yield from (rest[i : i + step] for i in range(0, len(rest), step))
