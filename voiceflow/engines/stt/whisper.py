"""Whisper (Radford et al. 2022) on CTranslate2, driven directly: the encoder sees no more than the sound needs, and
the words known already are forced instead of decoded again."""

from pathlib import Path
from typing import Protocol

from voiceflow.engines.stt.contract import DecodeOptions, Recognizer, SttEngine
from voiceflow.errors import EngineError, VoiceFlowError
from voiceflow.settings import Stt


class Models(Protocol):
    """What this engine needs of the model store."""

    def folder(self, name_or_path: str) -> Path:
        """The checked files of a model; `ModelError` when it is missing or damaged."""

    def best(self, family: str = "stt", language: str = "") -> str:
        """The name of the best model here; `ModelError` when there is none."""


class WhisperEngine(SttEngine):
    def __init__(self, settings: Stt, models: Models) -> None:
        self._settings, self._models = settings, models

    def unavailable(self) -> VoiceFlowError | None:
        from importlib.util import find_spec

        missing = [name for name in ("ctranslate2", "tokenizers", "numpy") if find_spec(name) is None]
        if missing:
            return EngineError(
                "stt.not_installed", f"Whisper needs {', '.join(missing)}", "Install VoiceFlow again: installer run"
            )
        return None

    def hotwords_that_fit(self, options: DecodeOptions, model: str = "") -> int:
        from voiceflow.engines.stt.whisper_tokens import Tokens, hotwords_that_fit

        return hotwords_that_fit(Tokens(self._models.folder(self._name(model)) / "tokenizer.json"), options)

    def load(self, model: str = "") -> Recognizer:
        settings, name = self._settings, self._name(model)
        folder = self._models.folder(name)
        if settings.isolated:
            from voiceflow.engines.stt.isolated import IsolatedRecognizer

            return IsolatedRecognizer(folder, name, settings)
        return open_whisper(folder, name, settings)

    def _name(self, model: str) -> str:
        return model or self._settings.model or self._models.best("stt", self._settings.language)


def open_whisper(folder: Path, name: str, settings: Stt) -> Recognizer:
    """In this process, warmed up."""
    from voiceflow.engines.stt.whisper_decoder import WhisperRecognizer
    from voiceflow.engines.stt.whisper_memory import give_back
    from voiceflow.engines.stt.whisper_model import WhisperModel
    from voiceflow.engines.stt.whisper_threads import one_at_a_time, side_by_side, usable_cores

    cores = usable_cores()
    alone, together = one_at_a_time(cores, settings.threads), side_by_side(cores, settings.threads)
    model = WhisperModel(folder, settings.device, settings.compute_type, alone)
    give_back()  # what loading took; later it would be what decoding needs again
    recognizer = WhisperRecognizer(model, name, (alone, together), always_full=settings.context == "full")
    recognizer.warm_up()
    return recognizer
