"""Plays in a process of its own: `cue`, or `long`, which is stopped after its first half second."""

import sys
import threading
import time
from collections.abc import Iterator

import numpy as np

from voiceflow.audio import cue
from voiceflow.audio.speaker import Speaker


def endless(half_second: threading.Event, closed: threading.Event) -> Iterator[np.ndarray]:
    try:
        for count in range(1000):
            if count == 5:
                half_second.set()
            yield 0.2 * np.sin(np.arange(2205) * 0.2).astype(np.float32)
    finally:
        closed.set()


speaker = Speaker(sys.argv[2] if len(sys.argv) > 2 else "")
began_s = time.monotonic()
if sys.argv[1] == "cue":
    playback = speaker.play([cue.make(48000)], 48000)
else:
    half_second, closed = threading.Event(), threading.Event()
    playback = speaker.play(endless(half_second, closed), 22050)
    half_second.wait(5)
    playback.stop()
assert time.monotonic() - began_s < (0.02 if sys.argv[1] == "cue" else 2)
assert playback.wait(5)
if sys.argv[1] == "long":
    assert closed.is_set()
    assert 0.2 < playback.position_s < 1.5
elif not playback.error:
    assert abs(playback.position_s - len(cue.make(48000)) / 48000) < 0.01
print(getattr(playback.error, "code", "played"))
speaker.close()
