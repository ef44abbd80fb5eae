"""What was said before, taken up once more: recognized again, restored."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voiceflow.events import Event, HistoryChanged
from voiceflow.settings import Settings

if TYPE_CHECKING:
    from voiceflow.dictation.proving import Prover
    from voiceflow.engines.stt.contract import SttEngine
    from voiceflow.engines.vad.contract import Vad
    from voiceflow.history.records import Dictation as Record
    from voiceflow.history.store import History


@dataclass(frozen=True, slots=True)
class Past:
    """Any thread but the UI's: each call takes as long as the sound needs."""

    history: "History"
    settings: Callable[[], Settings]
    prover: "Prover"
    vad: "Callable[[], Vad]"
    publish: "Callable[[Event], None]"

    def recognize_again(self, dictation_id: str, engine: "SttEngine", model: str) -> "Record":
        """Transcribes the sound of a dictation that failed, was cancelled or interrupted, or that another model should
        try. The text goes into the history, never into a window. `HistoryError`, `ModelError`, `EngineError`."""
        from voiceflow.options import decode_options, text_wishes
        from voiceflow.transcription.again import recognize_again
        from voiceflow.transcription.transcriber import Transcriber, TranscriptionOptions

        recognizer = engine.load(model)
        try:
            floor_frames = self.prover.tally(model).floor_frames
            options = TranscriptionOptions(replace(decode_options(self.settings()), floor_frames=floor_frames))
            transcriber = Transcriber(recognizer, self.vad(), options)
            record = recognize_again(self.history, dictation_id, transcriber, text_wishes(self.settings()))
        finally:
            recognizer.close()
        self.publish(HistoryChanged(dictation_id))
        return record

    def restore(self, dictation_id: str) -> "Record":
        """The text as it was recognized becomes the text again, without what rules and guards did. `HistoryError`."""
        from voiceflow.history.restoring import restore

        record = restore(self.history, dictation_id)
        self.publish(HistoryChanged(record.id))
        return record
