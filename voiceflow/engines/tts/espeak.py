"""eSpeak NG: small, quick, 130 languages, no download; the library and its data are those of espeakng-loader."""

import threading
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from voiceflow.engines.tts.contract import Speaking, Speech, SpeechBlock, TtsEngine
from voiceflow.engines.tts.languages import tag, wanted
from voiceflow.engines.tts.pieces import pieces
from voiceflow.errors import EngineError, ModelError, VoiceFlowError
from voiceflow.installation import cure_of_missing
from voiceflow.settings import Tts

if TYPE_CHECKING:
    from voiceflow.engines.tts.espeak_library import EspeakLibrary, EspeakVoice

_PIECE_CHARACTERS = 300
"""What is said in one go, 20 s of sound, made in 50 ms: others wait no longer for the library."""
_OTHER_NAMES = {"zh": "cmn", "zh-CN": "cmn", "zh-TW": "cmn", "zh-HK": "yue", "no": "nb", "tl": "fil", "iw": "he"}
"""Codes that systems use and espeak does not list."""


class EspeakEngine(TtsEngine):
    """`models` is not asked: all voices come with the library."""

    def __init__(self, settings: Tts, models: object) -> None:
        del models
        self._settings = settings

    def unavailable(self) -> VoiceFlowError | None:
        if find_spec("espeakng_loader") is None:
            return _not_installed()
        return None

    def speaking(self, voice: str = "", language: str = "") -> Speaking:
        return Speaking("espeak", self._identifier(_library(), voice, language))

    def synthesize(self, text: str, voice: str = "", language: str = "") -> Speech:
        speaking = self.speaking(voice, language)
        stopping = threading.Event()
        return Speech(speaking, _spoken(_library(), text, speaking.voice, stopping), stopping.set)

    def warm_up(self, voice: str = "", language: str = "") -> None:
        self.speaking(voice, language)

    def close(self) -> None:
        """The library stays: it cannot be initialized twice, and takes two megabytes."""

    def _identifier(self, library: "EspeakLibrary", voice: str, language: str) -> str:
        """`voice` by identifier, language code or name, a variant after `+`: `gmw/en-US`, `en-us+f3`, `German`."""
        name, plus, variant = (voice or self._own_voice(language)).partition("+")
        if variant and variant not in library.variants:
            raise ModelError(
                "models.unknown", f"espeak has no variant {variant!r} of a voice", "There is f3, m4, klatt"
            )
        found = _named(library, name) if name else _best(library, wanted(self._settings, language))
        return f"{found.identifier}{plus}{variant}"

    def _own_voice(self, language: str) -> str:
        """The settings' voice, where it is one of espeak's and no other language was asked for."""
        name = self._settings.voice
        known = not language and name and any(_is_called(voice, name.partition("+")[0]) for voice in _library().voices)
        return name if known else ""


def _library() -> "EspeakLibrary":
    from voiceflow.engines.tts.espeak_library import library

    try:
        return library()
    except ImportError as error:
        raise _not_installed() from error


def _not_installed() -> EngineError:
    return EngineError("tts.not_installed", "espeak needs the extra `tts`", cure_of_missing("tts"))


def _is_called(voice: "EspeakVoice", name: str) -> bool:
    names = {voice.identifier, voice.identifier.rpartition("/")[2], voice.name}
    return name.lower() in {known.lower() for known in names}


def _named(library: "EspeakLibrary", name: str) -> "EspeakVoice":
    for voice in library.voices:
        if _is_called(voice, name):
            return voice
    try:
        return _best(library, tag(name))
    except ModelError:
        hint = "A language code such as en-us or de names one"
        raise ModelError("models.unknown", f"espeak has no voice {name!r}", hint) from None


def _best(library: "EspeakLibrary", language: str) -> "EspeakVoice":
    """Of the region, else of the language; American English for English, which most voices of others speak too."""
    for code in _codes(language):
        ranked = [(priority, voice) for voice in library.voices for priority, known in voice.languages if known == code]
        if ranked:
            return min(ranked, key=lambda ranking: (ranking[0], len(ranking[1].identifier)))[1]
    raise ModelError("models.none", f"espeak has no voice for the language {language}", "Choose another engine")


def _codes(language: str) -> Iterator[str]:
    """From the most exact on, as espeak writes them."""
    bare = language.partition("-")[0]
    yield "en-us" if language == "en" else language.lower()
    for written in (language, bare):
        if written in _OTHER_NAMES:
            yield _OTHER_NAMES[written]
    yield bare


def _spoken(library: "EspeakLibrary", text: str, voice: str, stopping: threading.Event) -> Iterator[SpeechBlock]:
    import numpy as np

    for piece in pieces(text, _PIECE_CHARACTERS):
        pcm = bytearray()
        library.say(piece, voice, partial(_collect, pcm, stopping))
        if pcm:
            yield SpeechBlock(np.frombuffer(pcm, np.int16).astype(np.float32) / np.float32(32768), library.rate_hz)


def _collect(pcm: bytearray, stopping: threading.Event, made: bytes) -> bool:
    pcm += made
    return not stopping.is_set()
