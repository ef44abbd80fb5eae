"""NVIDIA's Parakeet TDT through onnx-asr: faster than Whisper of its size, 25 European languages, no prompts."""

import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from voiceflow.engines.stt.contract import DecodeRequest, Hypothesis, ModelInfo, Recognizer, SttEngine, Word
from voiceflow.engines.stt.whisper_times import segments_of
from voiceflow.errors import EngineError, ModelError, VoiceFlowError
from voiceflow.installation import cure_of_missing
from voiceflow.settings import Stt

_FAMILY = "nemo-conformer-tdt"
_FILES = ("encoder-model", "decoder_joint-model")
_MIN_SAMPLES = 1_600
"""A tenth of a second: less gives the encoder no whole frame."""


class Models(Protocol):
    def folder(self, name_or_path: str) -> Path:
        """`ModelError` when it is missing or damaged."""


class ParakeetEngine(SttEngine):
    """`stt.model` is a folder with `encoder-model.onnx`, `decoder_joint-model.onnx` (or `.int8.onnx`), `vocab.txt`."""

    def __init__(self, settings: Stt, models: Models) -> None:
        self._settings, self._models = settings, models

    def unavailable(self) -> VoiceFlowError | None:
        if find_spec("onnx_asr") is not None:
            return None
        return EngineError("stt.not_installed", "Parakeet needs the package onnx-asr", cure_of_missing("parakeet"))

    def load(self, model: str = "") -> Recognizer:
        if problem := self.unavailable():
            raise problem
        name = model or self._settings.model
        if not name:
            hint = "Set stt.model to the folder of nemo-parakeet-tdt in ONNX format"
            raise ModelError("stt.no_model", "Parakeet has no model yet", hint)
        own = Path(name).expanduser()
        folder = own if own.is_dir() else self._models.folder(name)
        return ParakeetRecognizer(folder, name, self._settings)


class ParakeetRecognizer(Recognizer):
    """Decodes each request whole: what is known already does not help a transducer."""

    def __init__(self, folder: Path, name: str, settings: Stt) -> None:
        quantization = _quantization(folder)
        providers = _providers(settings.device)
        self._model = _load(folder, quantization, providers, settings.threads)
        device = "cuda" if "CUDAExecutionProvider" in providers else "cpu"
        self._info = ModelInfo("parakeet", name, device, quantization or "float32", incremental=False)

    @property
    def info(self) -> ModelInfo:
        return self._info

    def decode(self, request: DecodeRequest) -> Hypothesis:
        language = request.options.language or ""
        if len(request.pcm) < _MIN_SAMPLES or not request.pcm.any():
            return Hypothesis("", language)
        began = time.perf_counter()
        try:
            heard = self._model.recognize(request.pcm, sample_rate=16_000)
        except Exception as error:  # onnxruntime's errors have no common class but this
            hint = "Try again, or choose another model"
            raise EngineError("stt.decode_failed", f"Parakeet failed: {type(error).__name__}", hint) from error
        words = words_from_pieces(heard.tokens or [], heard.timestamps or [], len(request.pcm) / 16_000)
        return Hypothesis(
            heard.text.strip(),
            language,
            words if request.options.word_times else (),
            segments_of(words) if request.options.word_times else (),
            average_log_probability=sum(heard.logprobs or ()) / max(1, len(heard.logprobs or ())),
            decode_ms=(time.perf_counter() - began) * 1e3,
        )

    def close(self) -> None:
        self._model = None


def words_from_pieces(pieces: Sequence[str], begins_s: Sequence[float], duration_s: float) -> tuple[Word, ...]:
    """A word begins with a piece that begins with a space, and ends where the next begins."""
    starts = [at for at, piece in enumerate(pieces) if at == 0 or piece.startswith(" ")]
    words: list[Word] = []
    for at, end in zip(starts, [*starts[1:], len(pieces)], strict=True):
        end_s = begins_s[end] if end < len(begins_s) else duration_s
        words.append(Word(begins_s[at], end_s, "".join(pieces[at:end])))
    return tuple(words)


def _quantization(folder: Path) -> str | None:
    """int8 where both halves are there."""
    for quantization in ("int8", None):
        suffix = f".{quantization}.onnx" if quantization else ".onnx"
        if all((folder / f"{name}{suffix}").is_file() for name in _FILES):
            return quantization
    raise ModelError("stt.model_incomplete", f"There is no Parakeet in {folder.name}", f"It needs {_FILES[0]}.onnx")


def _providers(device: str) -> list[str]:
    import onnxruntime

    wanted = ["CPUExecutionProvider"] if device == "cpu" else ["CUDAExecutionProvider", "CPUExecutionProvider"]
    available = onnxruntime.get_available_providers()
    return [provider for provider in wanted if provider in available]


def _load(folder: Path, quantization: str | None, providers: list[str], threads: int) -> Any:
    import onnx_asr
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        model = onnx_asr.load_model(
            _FAMILY, folder, quantization=quantization, providers=providers, sess_options=options
        )
    except Exception as error:  # a damaged file fails deep inside onnxruntime
        hint = "Install the model again"
        raise ModelError("stt.load_failed", f"Parakeet does not load: {type(error).__name__}", hint) from error
    return model.with_timestamps()
