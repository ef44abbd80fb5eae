"""Says what a script says, as fast as people talk: for demonstrations, for tests of everything around the engine."""

from collections.abc import Sequence
from pathlib import Path

from voiceflow.engines.stt.contract import (
    SAMPLE_RATE_HZ,
    DecodeRequest,
    Hypothesis,
    ModelInfo,
    Recognizer,
    Segment,
    SttEngine,
    Word,
)
from voiceflow.errors import ModelError, VoiceFlowError
from voiceflow.settings import Stt

WORDS_PER_S = 2.5


class ScriptedEngine(SttEngine):
    """The script is `script`, or the text file that `stt.model` names; no words at all make the null engine."""

    def __init__(self, settings: Stt, models: object = None, script: Sequence[str] | None = None) -> None:
        self._settings, self._script = settings, script

    def unavailable(self) -> VoiceFlowError | None:
        return None

    def load(self, model: str = "") -> Recognizer:
        if self._script is not None:
            return ScriptedRecognizer(self._script)
        name = model or self._settings.model
        if not name:
            return ScriptedRecognizer(())
        try:
            return ScriptedRecognizer(Path(name).expanduser().read_text(encoding="utf-8").split(), name)
        except (OSError, UnicodeDecodeError) as error:
            raise ModelError(
                "stt.no_script", f"The script {name} cannot be read", "Set stt.model to a text file"
            ) from error


class ScriptedRecognizer(Recognizer):
    """A tentative decode hears the words for which the sound is long enough, a final one all of them, closer together
    if need be. After words that the prompt ends with, the script goes on. Digital silence has no words."""

    def __init__(self, script: Sequence[str], name: str = "script") -> None:
        self._script, self._name = tuple(script), name

    @property
    def info(self) -> ModelInfo:
        return ModelInfo("scripted", self._name, "cpu", "none")

    def decode(self, request: DecodeRequest) -> Hypothesis:
        language = request.options.language or "en"
        if not self._script or not request.pcm.any():
            return Hypothesis("", language)
        duration_s = len(request.pcm) / SAMPLE_RATE_HZ
        ahead = self._script[_said(self._script, request.options.prompt.split()) :]
        heard = ahead if request.final else ahead[: int(duration_s * WORDS_PER_S)]
        words = _spread(heard, min(1 / WORDS_PER_S, duration_s / max(1, len(heard))))
        text = " ".join(heard)
        segments = (Segment(0.0, words[-1].end_s, text),) if words else ()
        return Hypothesis(text, language, words if request.options.word_times else (), segments)

    def close(self) -> None:
        pass


def _said(script: Sequence[str], before: Sequence[str]) -> int:
    """How many of the script's first words the text before ends with."""
    return next((n for n in range(len(script), 0, -1) if list(script[:n]) == list(before[-n:])), 0)


def _spread(words: Sequence[str], step_s: float) -> tuple[Word, ...]:
    return tuple(Word(i * step_s, (i + 1) * step_s, " " + word) for i, word in enumerate(words))
