"""The sound library: loaded once, told apart from what is open, re-initialised only when nothing is."""

import atexit
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from voiceflow.audio import troubles

_CLOSING_S = 2.0


@cache
def load() -> Any:
    """The module `sounddevice`; the first call costs about 20 MB and 50 ms. `AudioError`."""
    try:
        import sounddevice
    except OSError as error:
        raise troubles.no_library(str(error)) from error
    _hush_alsa()
    atexit.unregister(sounddevice._exit_handler)
    atexit.register(_terminate, sounddevice)
    return sounddevice


def _terminate(sounddevice: Any) -> None:
    """sounddevice ends PortAudio when the program ends, and PortAudio ends every stream: while one is being closed on
    another thread, or hangs, the program would hang with it."""
    if open_streams.wait_for_none(_CLOSING_S):
        sounddevice._exit_handler()


class OpenStreams:
    """How many streams are open: while there is one, PortAudio must not be re-initialised."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._count = 0

    def opened(self) -> None:
        with self._changed:
            self._count += 1

    def closed(self) -> None:
        with self._changed:
            self._count -= 1
            self._changed.notify_all()

    def wait_for_none(self, timeout_s: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._count == 0, timeout_s)

    def refresh(self) -> bool:
        """Makes a new list of devices (6 ms), which PortAudio fixes when it is initialised. False, and nothing is done,
        when a stream is open."""
        sounddevice = load()
        with self._changed:
            if self._count:
                return False
            sounddevice._terminate()
            sounddevice._initialize()
            return True


open_streams = OpenStreams()


@contextmanager
def quiet() -> Iterator[None]:
    """PortAudio writes the expression that failed to the process's stderr, beside the error that it returns.
    Python's own stderr is the same file, so this is held only as long as a device is being opened."""
    try:
        saved, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # no stderr at all, as in a Windows program without a console
        yield
        return
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)


@cache
def _hush_alsa() -> Any:
    """libasound writes to stderr on its own; what matters comes back as an error code anyway. The cache keeps the
    handler alive: libasound holds only its address."""
    import ctypes
    import sys

    if not sys.platform.startswith("linux"):
        return None
    try:
        library = ctypes.CDLL("libasound.so.2")
    except OSError:
        return None
    kind = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)
    handler = kind(lambda *_: None)
    library.snd_lib_error_set_handler(handler)
    return handler
