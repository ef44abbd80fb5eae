"""The sound that the history keeps, transcribed once more."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voiceflow.errors import AudioError, HistoryError
from voiceflow.history.records import Dictation, DictationState, RuleStep
from voiceflow.history.store import History
from voiceflow.text import pipeline
from voiceflow.text.pipeline import Wishes
from voiceflow.transcription.transcriber import Transcriber

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_RATE_HZ = 16_000
_CHUNK_SAMPLES = 30 * _RATE_HZ


@dataclass(frozen=True, slots=True)
class KeptSound:
    """int16 mono at 16 kHz, as `transcription` reads a file."""

    name: str
    pcm: bytes
    warnings: tuple[AudioError, ...] = ()

    @property
    def duration_s(self) -> float:
        return len(self.pcm) / 2 / _RATE_HZ

    def chunks(self) -> "Iterator[NDArray[np.float32]]":
        import numpy as np

        samples = np.frombuffer(self.pcm, "<i2")
        for at in range(0, len(samples), _CHUNK_SAMPLES):
            yield samples[at : at + _CHUNK_SAMPLES].astype(np.float32) / np.float32(32_768)


def recognize_again(history: History, dictation_id: str, transcriber: Transcriber, wishes: Wishes) -> Dictation:
    """Returns what the history holds then. A dictation that had no text before counts as recovered."""
    record = history.get(dictation_id)
    pcm = history.audio(dictation_id)
    if record is None or not pcm:
        raise HistoryError(
            "history.no_sound", "The history has no sound of this dictation", "Only its text can be used"
        )
    transcript = transcriber.transcribe(KeptSound(dictation_id, pcm))
    state = record.state if record.state is DictationState.DONE else DictationState.RECOVERED
    outcome = pipeline.apply(transcript.text, transcript.language, replace(wishes, commands=False))
    history.rewrite(
        dictation_id,
        state=state,
        raw_text=transcript.text,
        text=outcome.text,
        trace=tuple(RuleStep(change.rule, change.text) for change in outcome.changes),
        language=transcript.language,
        engine=transcript.engine,
        model=transcript.model,
        duration_s=transcript.duration_s,
        error="",
    ).result()
    history.finish_audio(dictation_id).result()
    again = history.get(dictation_id)
    assert again is not None
    return again
