"""libespeak-ng through ctypes (speak_lib.h of eSpeak NG 1.52): one voice and one text at a time in a process."""

import ctypes
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from voiceflow.errors import EngineError

BUFFER_MS = 50
"""How much sound a callback brings. It is made in a fraction of a millisecond, so this is no bound for stopping."""
_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_UTF8 = 1
_CURE = "Reinstall espeakng-loader, or choose another engine"
_GOES_ON, _ENDS = 0, 1

_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),  # a priority byte and a string, again and again, then a zero
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("unused", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


@dataclass(frozen=True, slots=True)
class EspeakVoice:
    """`languages`: priority (least is best) and code, such as (2, "en-us")."""

    name: str
    identifier: str
    languages: tuple[tuple[int, str], ...]


class EspeakLibrary:
    """Any thread; `say` lets others wait. Loaded once for the process: `library`."""

    def __init__(self, library: Path, data: Path) -> None:
        self._lock = threading.Lock()
        self._take: Callable[[bytes], bool] = lambda pcm: False
        self._broken: BaseException | None = None
        try:
            self._library: Any = ctypes.CDLL(str(library))
        except OSError as error:
            title = f"The library of espeak does not load ({error})"
            raise EngineError(
                "tts.espeak_failed", title, "Reinstall espeakng-loader, or choose another engine"
            ) from error
        self.rate_hz: int = self._library.espeak_Initialize(_SYNCHRONOUS, BUFFER_MS, str(data).encode(), _DO_NOT_EXIT)
        if self.rate_hz <= 0:
            raise EngineError("tts.espeak_failed", "espeak does not find its data", _CURE)
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        self._callback = _Callback(self._on_sound)  # kept: the library calls it as long as it lives
        self._library.espeak_SetSynthCallback(self._callback)
        self.voices = self._list_voices()
        self.variants = frozenset(file.name for file in (data / "voices" / "!v").iterdir())

    def say(self, text: str, voice: str, take: Callable[[bytes], bool]) -> None:
        """`take` gets int16 sound at `rate_hz` as it is made and tells whether to go on. `EngineError` for a voice that
        does not load."""
        data = text.replace("\0", " ").encode()
        with self._lock:
            if self._library.espeak_SetVoiceByName(voice.encode()):
                raise EngineError("tts.voice_failed", f"The voice {voice} of espeak does not load")
            self._take, self._broken = take, None
            failed = self._library.espeak_Synth(data, len(data) + 1, 0, 1, 0, _UTF8, None, None)
            if self._broken:
                raise self._broken
        if failed:
            raise EngineError("tts.espeak_failed", f"espeak could not say it (its error {failed})")

    def _on_sound(self, samples: Any, count: int, events: object) -> int:
        if not samples or count <= 0:
            return _GOES_ON
        try:
            return _GOES_ON if self._take(ctypes.string_at(samples, 2 * count)) else _ENDS
        except BaseException as error:  # must not pass through C
            self._broken = error
            return _ENDS

    def _list_voices(self) -> tuple[EspeakVoice, ...]:
        found = []
        listed = self._library.espeak_ListVoices(None)
        for number in range(10_000):
            if not listed[number]:
                break
            voice = listed[number].contents
            identifier = (voice.identifier or b"").decode()
            if not identifier.startswith("mb/"):  # of the program mbrola, which is not here
                name = (voice.name or b"").decode()
                found.append(EspeakVoice(name, identifier, tuple(_languages(voice.languages))))
        return tuple(found)


def _languages(address: int) -> list[tuple[int, str]]:
    found = []
    while priority := ctypes.string_at(address, 1)[0]:
        code = ctypes.string_at(address + 1)
        found.append((priority, code.decode()))
        address += len(code) + 2
    return found


@cache
def library() -> EspeakLibrary:
    """Loading takes 30 ms. `EngineError`."""
    import espeakng_loader

    return EspeakLibrary(Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path()))
