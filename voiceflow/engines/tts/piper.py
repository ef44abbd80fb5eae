"""Piper (VITS voices, Hansen 2023) on onnxruntime; text becomes phonemes by the espeak-ng inside piper-tts."""

import threading
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from voiceflow.engines.tts.contract import Speaking, Speech, SpeechBlock, TtsEngine
from voiceflow.engines.tts.languages import tag, wanted
from voiceflow.engines.tts.pieces import pieces
from voiceflow.errors import EngineError, ModelError, VoiceFlowError
from voiceflow.installation import cure_of_missing
from voiceflow.settings import Tts

if TYPE_CHECKING:
    from voiceflow.engines.tts.piper_voice import LoadedVoice

_STARTER_VOICE = "en_US-joe-medium"
_PIECE_CHARACTERS = 1_000
"""Its phonemes are made in 5 ms, which nothing can stop."""


class Voices(Protocol):
    """What this engine needs of the model store."""

    def folder(self, name_or_path: str) -> Path: ...

    def best(self, family: str, language: str = "") -> str: ...


class PiperVoiceEngine(TtsEngine):
    """Keeps the last voice loaded. The first block is less than half a second of sound, those behind it are longer."""

    def __init__(self, settings: Tts, models: Voices) -> None:
        self._settings, self._models = settings, models
        self._lock = threading.Lock()
        self._loaded: LoadedVoice | None = None

    def unavailable(self) -> VoiceFlowError | None:
        if problem := _not_installed():
            return problem
        try:
            self._name("", "")
        except ModelError:
            return _no_voice()
        return None

    def speaking(self, voice: str = "", language: str = "") -> Speaking:
        if not voice and not language and (problem := _not_installed()):
            raise problem
        try:
            name = self._name(voice, language)
        except ModelError as error:
            raise error if voice or language else _no_voice() from error
        if voice:
            self._models.folder(name)  # or there is no such voice
        wishes = self._settings
        options = f"speaker={wishes.speaker} length={wishes.length_scale} noise={wishes.noise_scale}/{wishes.noise_w}"
        return Speaking("piper", name, options)

    def synthesize(self, text: str, voice: str = "", language: str = "") -> Speech:
        speaking = self.speaking(voice, language)
        run = _Run()
        return Speech(speaking, self._blocks(text, speaking.voice, run), run.stop)

    def warm_up(self, voice: str = "", language: str = "") -> None:
        folder = self._models.folder(self._name(voice, language))
        with self._lock:
            self._voice(folder)

    def close(self) -> None:
        from voiceflow.engines.stt.whisper_memory import give_back

        with self._lock:
            had_one, self._loaded = self._loaded is not None, None
        if had_one:
            give_back()  # of 180 MB that a voice takes, glibc would keep 115

    def _name(self, voice: str, language: str) -> str:
        own = self._settings.voice if _speaks(self._settings.voice, language) else ""
        return voice or own or self._models.best("tts", wanted(self._settings, language))

    def _blocks(self, text: str, voice: str, run: "_Run") -> Iterator[SpeechBlock]:
        folder = self._models.folder(voice)
        begun = False
        for piece in pieces(text, _PIECE_CHARACTERS):
            with self._lock:
                loaded = self._voice(folder)
                parts = loaded.parts(piece, soon=not begun)
            for phonemes in parts:
                begun = True
                yield from loaded.speak(phonemes, self._settings, partial(run.of, self._lock))

    def _voice(self, folder: Path) -> "LoadedVoice":
        from voiceflow.engines.tts.piper_voice import LoadedVoice

        if self._loaded is None or self._loaded.folder != folder:
            self._loaded = None  # two voices at once would be twice the memory
            self._loaded = LoadedVoice(folder, self._settings.threads)
        return self._loaded


def _not_installed() -> EngineError | None:
    if find_spec("piper") is not None:
        return None
    return EngineError("tts.not_installed", "Piper needs the extra `tts`", cure_of_missing("tts"))


def _no_voice() -> ModelError:
    return ModelError("models.none", "Piper needs a voice", f"Run: voiceflow models install {_STARTER_VOICE}")


class _Run:
    """What ends a run of the network from another thread."""

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._options: Any = None
        self._stopped = False

    def of(self, turn: threading.Lock, session: Any, inputs: dict[str, Any]) -> Any:
        """The network's first output. `turn`: several texts take turns between two runs. `EngineError`, also for a run
        that was stopped."""
        import onnxruntime

        with turn:
            with self._changing:
                self._options = onnxruntime.RunOptions()
                self._options.terminate = self._stopped
            try:
                return session.run(None, inputs, self._options)[0]
            except Exception as error:  # onnxruntime's errors share no base class
                title = f"The voice failed ({type(error).__name__})"
                raise EngineError("tts.voice_failed", title, "Choose another voice: voiceflow models list") from error

    def stop(self) -> None:
        with self._changing:
            self._stopped = True
            if self._options is not None:
                self._options.terminate = True


def _speaks(voice: str, language: str) -> bool:
    """By its name, which begins with its language (`en_US-joe-medium`); of others only their owner knows."""
    named = voice.partition("_")[0]
    return not language or "_" not in voice or tag(language).partition("-")[0] == named
