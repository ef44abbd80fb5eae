"""The microphone: blocks come out, and every way in which it can go away is noticed."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from voiceflow.audio import devices, portaudio, troubles
from voiceflow.audio.devices import Device
from voiceflow.audio.frames import Block
from voiceflow.audio.health import Health
from voiceflow.errors import AudioError

log = logging.getLogger(__name__)

OnBlock = Callable[[Block], None]
OnTrouble = Callable[[AudioError, bool], None]

BLOCK_MS = 10
_CLOSING_S = 1.0
"""How long a device that is still being closed is waited for."""
_LOOK_S = 0.2


class Microphone:
    """One recording: made, opened once, closed once. Empty names are the system's default.

    `on_block` runs on PortAudio's thread and must only post. `on_trouble(error, lost)` runs on a thread of its own;
    `lost` means that no more sound will come, otherwise recording goes on. Each trouble is told once.
    """

    def __init__(self, device: str, host_api: str, on_block: OnBlock, on_trouble: OnTrouble) -> None:
        self._wanted = (device, host_api)
        self._on_block = on_block
        self._on_trouble = on_trouble
        self._stream: Any = None
        self._stream_lock = threading.Lock()
        self._closing = threading.Event()
        self._wake = threading.Event()
        self.device: Device | None = None
        self.health = Health()

    @property
    def first_block_s(self) -> float | None:
        """When the first sound arrived, on the clock of `time.monotonic()`."""
        return self.health.first_s

    def open(self) -> None:
        """Takes up to 100 ms, with a retry up to 1.2 s: a device that was just plugged in, or one that is still
        being closed, gets a second chance. `AudioError`."""
        try:
            self._open_once()
        except AudioError:
            portaudio.open_streams.wait_for_none(_CLOSING_S)
            devices.refresh()
            self._open_again()
        threading.Thread(target=self._watch, name="microphone", daemon=True).start()
        if self._closing.is_set():  # closed while it was opening
            self.close()

    def close(self) -> None:
        """Returns at once: no block comes after it, and the device is given back by a thread of its own, because a
        stream of a device that is gone may hang for ever."""
        self._closing.set()
        self._wake.set()
        with self._stream_lock:
            stream, self._stream = self._stream, None
        if stream is not None:
            threading.Thread(target=_end, args=(stream,), name="microphone close", daemon=True).start()

    def _open_again(self) -> None:
        try:
            self._open_once()
        except AudioError as error:
            from voiceflow.audio.default_device import has_no_microphone

            raise (troubles.no_microphone() if has_no_microphone() else error) from error

    def _open_once(self) -> None:
        sounddevice = portaudio.load()
        device = devices.find_input(*self._wanted)
        with portaudio.quiet():
            try:
                stream = self._started(sounddevice, device)
            except sounddevice.PortAudioError as error:
                raise troubles.from_portaudio(error, device.name, device.default_rate_hz, device.inputs) from error
        with self._stream_lock:
            self._stream, self.device = stream, device
        log.info("recording %d channels at %d Hz (%s)", _channels(device), device.default_rate_hz, device.host_api)

    def _started(self, sounddevice: Any, device: Device) -> Any:
        portaudio.open_streams.opened()
        stream = None
        try:
            stream = sounddevice.RawInputStream(
                device=device.index,
                samplerate=device.default_rate_hz,
                channels=_channels(device),
                dtype="float32",
                blocksize=device.default_rate_hz * BLOCK_MS // 1000,
                latency="low",
                callback=self._callback(device.default_rate_hz, _channels(device)),
                finished_callback=self._finished,
            )
            stream.start()
        except BaseException:
            if stream is not None:
                stream.close()
            portaudio.open_streams.closed()
            raise
        return stream

    def _callback(self, rate_hz: int, channels: int) -> Callable[..., None]:
        on_block, health, closing, now = self._on_block, self.health, self._closing, time.monotonic

        def callback(data: Any, _frames: int, _times: Any, status: Any) -> None:
            if closing.is_set():
                return
            block = Block(bytes(data), channels, rate_hz, now())
            health.heard(block.data, block.time_s, bool(status))
            on_block(block)

        return callback

    def _finished(self) -> None:
        """On PortAudio's thread, also when we ended the stream ourselves."""
        self.health.ended = True
        self._wake.set()

    def _watch(self) -> None:
        """Polls: nobody calls when a callback does not come."""
        default = _DefaultWatch(self._wanted[0])
        opened_s = time.monotonic()
        told: set[str] = set()
        name = self.device.name if self.device else ""
        while not self._closing.is_set():
            now_s = time.monotonic()
            trouble = self.health.trouble(name, opened_s, now_s) or (default.trouble(now_s), False)
            error, lost = trouble
            if error and error.code not in told and not self._closing.is_set():
                told.add(error.code)
                self._on_trouble(error, lost)
            if lost:
                return
            self._wake.wait(_LOOK_S)


class _DefaultWatch:
    """Tells when the system's default microphone is another one than before; looks once a second."""

    _EVERY_S = 1.0
    _FOLLOWING = ("", "default", "pulse", "pipewire", "sysdefault")

    def __init__(self, wanted: str) -> None:
        self._on = wanted in self._FOLLOWING
        self._known: str | None = None
        self._next_s = 0.0

    def trouble(self, now_s: float) -> AudioError | None:
        if not self._on or now_s < self._next_s:
            return None
        from voiceflow.audio.default_device import default_input

        self._next_s = now_s + self._EVERY_S
        before, self._known = self._known, default_input() or self._known
        changed = before is not None and self._known is not None and before != self._known
        return troubles.default_changed(before or "", self._known or "") if changed else None


def _channels(device: Device) -> int:
    """All of the device's, but PulseAudio and its like offer 32 of which the first two say it all."""
    return min(device.inputs, 2) if device.inputs > 8 else device.inputs


def _end(stream: Any) -> None:
    """Aborts rather than stops: nothing more is wanted of it, and a stop waits for sound that may never come. What
    hangs (a frozen sound server) is left behind with this thread; should it come back, it is closed then."""
    try:
        stream.abort(ignore_errors=True)
        stream.close(ignore_errors=True)
    finally:
        portaudio.open_streams.closed()
