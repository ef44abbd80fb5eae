"""Piper (VITS voices, Hansen 2023) on onnxruntime; text becomes phonemes by the espeak-ng inside piper-tts."""

import logging
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from voiceflow.engines.tts.contract import SpeechBlock, TtsEngine
from voiceflow.errors import EngineError, ModelError, VoiceFlowError
from voiceflow.settings import Tts

if TYPE_CHECKING:
    import onnxruntime
    from piper import PiperVoice

_STARTER_VOICE = "en_US-joe-medium"


class Voices(Protocol):
    """What this engine needs of the model store."""

    def folder(self, name_or_path: str) -> Path: ...

    def best(self, family: str, language: str = "") -> str: ...


class PiperVoiceEngine(TtsEngine):
    """Keeps the last voice loaded; a block is a sentence. Any thread, one at a time is served."""

    def __init__(self, settings: Tts, models: Voices) -> None:
        self._settings, self._models = settings, models
        self._lock = threading.Lock()
        self._loaded: tuple[Path, PiperVoice] | None = None

    def unavailable(self) -> VoiceFlowError | None:
        if find_spec("piper") is None:
            hint = "Run: pip install 'voiceflow-dictation[tts]'"
            return EngineError("tts.not_installed", "Piper needs the extra `tts`", hint)
        try:
            self._settings.voice or self._models.best("tts")
        except ModelError:
            hint = f"Run: voiceflow models install {_STARTER_VOICE}"
            return ModelError("models.none", "Piper needs a voice", hint)
        return None

    def synthesize(self, text: str, voice: str = "") -> Iterator[SpeechBlock]:
        problem = self.unavailable()
        if problem is not None and not voice:
            raise problem
        speaker = self._voice(self._models.folder(voice or self._settings.voice or self._models.best("tts")))
        for chunk in speaker.synthesize(_without_phoneme_marks(text)):
            yield SpeechBlock(chunk.audio_float_array, chunk.sample_rate)

    def close(self) -> None:
        with self._lock:
            self._loaded = None

    def _voice(self, folder: Path) -> "PiperVoice":
        with self._lock:
            if self._loaded is None or self._loaded[0] != folder:
                self._loaded = None  # two voices at once would be twice the memory
                self._loaded = folder, _load(folder)
            return self._loaded[1]


def _load(folder: Path) -> "PiperVoice":
    """`EngineError` for a voice whose phonemes would need packages or downloads of their own (Chinese by g2pW, Hebrew,
    Japanese, Thai), and for files that onnxruntime does not take."""
    import json

    import onnxruntime
    from piper import PhonemeType, PiperConfig, PiperVoice

    logging.getLogger("piper").setLevel(logging.INFO)  # below it, Piper logs the text that it speaks
    model = next(iter(sorted(folder.glob("*.onnx"))))
    try:
        config = PiperConfig.from_dict(json.loads(model.with_name(f"{model.name}.json").read_text(encoding="utf-8")))
        if config.phoneme_type not in (PhonemeType.ESPEAK, PhonemeType.TEXT):
            title = f"The voice {model.stem} needs phonemes that VoiceFlow does not make ({config.phoneme_type.value})"
            raise EngineError("tts.voice_failed", title, "Choose another voice: voiceflow models list")
        session = onnxruntime.InferenceSession(str(model), _session_options(), ["CPUExecutionProvider"])
    except EngineError:
        raise
    except Exception as error:  # onnxruntime's errors share no base class
        title = f"The voice {model.stem} does not load ({type(error).__name__})"
        raise EngineError("tts.voice_failed", title, f"Run: voiceflow models verify {model.stem}") from error
    return PiperVoice(session, config)


def _session_options() -> "onnxruntime.SessionOptions":
    """Threads that wait for work sleep instead of spinning."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return options


def _without_phoneme_marks(text: str) -> str:
    """Piper takes what stands in double brackets for phonemes; here it is text."""
    return text.replace("[[", "[ [")
