"""Whisper (Radford et al. 2022) on CTranslate2, driven directly: the encoder sees no more than the sound needs, and
the words known already are forced instead of decoded again."""

import json
from pathlib import Path
from typing import Protocol

from voiceflow.engines.stt.contract import Recognizer, SttEngine
from voiceflow.errors import EngineError, VoiceFlowError
from voiceflow.settings import Stt


class Models(Protocol):
    """What this engine needs of the model store."""

    def folder(self, name: str) -> Path:
        """The checked files of a model by name or path; `ModelError` when it is missing or damaged."""


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

    def load(self, model: str = "") -> Recognizer:
        from voiceflow.engines.stt.whisper_context import floor_frames
        from voiceflow.engines.stt.whisper_decoder import WhisperRecognizer
        from voiceflow.engines.stt.whisper_model import WhisperModel

        settings = self._settings
        name = model or settings.model
        folder = self._models.folder(name)
        loaded = WhisperModel(folder, settings.device, settings.compute_type, settings.threads)
        heads = json.loads((folder / "config.json").read_text())["alignment_heads"]
        recognizer = WhisperRecognizer(loaded, name or folder.name, floor_frames(1 + max(layer for layer, _ in heads)))
        recognizer.warm_up()
        return recognizer
