"""When the first sample of a sound reaches the speaker: the monitor of a PulseAudio null sink is read all the time."""

import subprocess
import threading
import time
from array import array

LOUD = 100
"""Of 32767: nothing else sounds on this speaker."""
_RATE_HZ = 48_000
_READ_BYTES = 480 * 2
QUIET_S = 0.4


class SpeakerEar:
    """Its own delay, at most 20 ms, is part of every time that it tells."""

    def __init__(self) -> None:
        command = ["parec", "--raw", "--device=speaker.monitor", f"--rate={_RATE_HZ}", "--channels=1", "--format=s16le"]
        self._recorder = subprocess.Popen([*command, "--latency-msec=20"], stdout=subprocess.PIPE)
        self._first_s: float | None = None
        self._last_s = 0.0
        self._changed = threading.Condition()
        threading.Thread(target=self._listen, name="speaker ear", daemon=True).start()

    def arm(self) -> None:
        """Waits until nothing is heard, and then for the next sound."""
        with self._changed:
            while (left_s := self._last_s + QUIET_S - time.monotonic()) > 0:
                self._changed.wait(left_s)
            self._first_s = None

    def first_s(self, timeout_s: float = 60.0) -> float:
        """On the clock of `time.monotonic`."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._first_s is not None, timeout_s):
                raise TimeoutError("nothing was heard")
            assert self._first_s is not None
            return self._first_s

    def close(self) -> None:
        self._recorder.terminate()
        self._recorder.wait()

    def _listen(self) -> None:
        assert self._recorder.stdout is not None
        while data := self._recorder.stdout.read(_READ_BYTES):
            now_s = time.monotonic()
            samples = array("h", data[: len(data) // 2 * 2])
            if max(map(abs, samples), default=0) > LOUD:
                at = next(index for index, sample in enumerate(samples) if abs(sample) > LOUD)
                with self._changed:
                    self._last_s = now_s
                    if self._first_s is None:
                        self._first_s = now_s - (len(samples) - at) / _RATE_HZ
                    self._changed.notify_all()
