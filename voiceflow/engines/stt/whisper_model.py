"""A Whisper model in memory, on the device that works; falls back to the processor when that one fails."""

import logging
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from voiceflow.engines.stt.whisper_device import Choice, choose, facts_of_this_machine
from voiceflow.engines.stt.whisper_handle import WhisperHandle
from voiceflow.engines.stt.whisper_memory import as_folder
from voiceflow.engines.stt.whisper_threads import Layout
from voiceflow.engines.stt.whisper_tokens import Tokens
from voiceflow.engines.stt.whisper_weights import prefixable_files
from voiceflow.errors import EngineError, ModelError

log = logging.getLogger(__name__)
Result = TypeVar("Result")

_NEEDED_FILES = ("model.bin", "config.json", "tokenizer.json")


class WhisperModel:
    """`handle` is CTranslate2's; it is exchanged when the device fails, so ask for it each time."""

    def __init__(self, folder: Path, device: str, compute_type: str, layout: Layout) -> None:
        for name in _NEEDED_FILES:
            if not (folder / name).is_file():
                raise ModelError(
                    "stt.model_incomplete", f"The model in {folder.name} has no {name}", "Install the model again"
                )
        self._folder, self._layout = folder, layout
        self._choices = choose(facts_of_this_machine(folder / "model.bin"), device, compute_type)
        self.choice = self._choices[0]
        self.tokens = _tokens(folder)
        self.handle: Any = self._load()

    def _load(self) -> Any:
        """The first choice that loads; the others are dropped."""
        failures: list[Exception] = []
        for at, choice in enumerate(self._choices):
            try:
                handle = self._open(choice)
            except (RuntimeError, ValueError, MemoryError) as error:
                log.warning("loading on %s with %s failed: %s", choice.device, choice.compute_type, error)
                failures.append(error)
                continue
            self.choice = choice if not failures else _because(choice, failures[0])
            self._choices = self._choices[at:]
            return handle
        raise EngineError(
            "stt.load_failed", f"The model does not load: {failures[-1]}", "Install it again, or choose another model"
        ) from failures[-1]

    def _open(self, choice: Choice) -> Any:
        files = prefixable_files(self._folder, self.tokens) if choice.device == "cpu" else None
        if files is None:
            return WhisperHandle(self._opened(choice, str(self._folder)), self.tokens, changed=False)
        with as_folder(files) as folder:
            handle = self._opened(choice, folder) if folder else self._opened(choice, str(self._folder), files)
        return WhisperHandle(handle, self.tokens, changed=True)

    def _opened(self, choice: Choice, folder: str, files: dict[str, BytesIO] | None = None) -> Any:
        import ctranslate2

        return ctranslate2.models.Whisper(
            folder,
            device=choice.device,
            compute_type=choice.compute_type,
            intra_threads=self._layout.threads,
            inter_threads=self._layout.workers,
            files=files,
        )

    def attempt(self, work: Callable[[Any], Result]) -> Result:
        """Calls `work` with the handle. When the GPU fails (cuBLAS missing, memory full, context lost by suspend) the
        processor takes over and does the same work again."""
        try:
            return work(self.handle)
        except (RuntimeError, MemoryError) as error:
            if self.choice.device == "cpu":
                raise EngineError(
                    "stt.decode_failed", f"Recognition failed: {error}", "Try again, or choose another model"
                ) from error
            log.warning("recognition on %s failed, going on with the processor: %s", self.choice.device, error)
            self.handle = None
            self._choices = [_because(self._choices[-1], error)]
            self.handle = self._load()
            return work(self.handle)

    def arrange(self, layout: Layout) -> None:
        """Loads the model anew when it is laid out in another way; never two at a time. A GPU stays as it is."""
        if layout != self._layout and self.choice.device == "cpu":
            self._layout, self.handle = layout, None
            self.handle = self._load()

    def close(self) -> None:
        self.handle = None


def _tokens(folder: Path) -> Tokens:
    try:
        return Tokens(folder / "tokenizer.json")
    except Exception as error:  # the library raises plain exceptions
        title = f"The model in {folder.name} has a damaged tokenizer.json"
        raise ModelError("stt.model_damaged", title, "Install the model again") from error


def _because(choice: Choice, error: Exception) -> Choice:
    text = str(error)
    cure = "Free GPU memory or choose a smaller model" if "memory" in text.lower() else "See: voiceflow doctor"
    return Choice(choice.device, choice.compute_type, f"The GPU failed ({text}). {cure}")
