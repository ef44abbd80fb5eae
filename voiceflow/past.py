"""What was said before, taken up once more: recognized again, corrected, restored, deleted."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voiceflow.errors import HistoryError
from voiceflow.events import Corrected, Event, HistoryChanged, InterruptedFound, Notice, Severity
from voiceflow.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future

    from voiceflow.dictation.proving import Prover
    from voiceflow.engines.stt.contract import SttEngine
    from voiceflow.engines.vad.contract import Vad
    from voiceflow.history.queries import Numbers
    from voiceflow.history.records import Dictation as Record
    from voiceflow.history.retention import Removed
    from voiceflow.history.store import History
    from voiceflow.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Past:
    """Any thread but the UI's: each call takes as long as the sound needs."""

    history: "History"
    settings: Callable[[], Settings]
    prover: "Prover"
    vad: "Callable[[], Vad]"
    publish: "Callable[[Event], None]"
    vocabulary: "Callable[[], Vocabulary]"

    def recognize_again(self, dictation_id: str, engine: "SttEngine", model: str) -> "Record":
        """Transcribes the sound of a dictation that failed, was cancelled or interrupted, or that another model should
        try. The text goes into the history, never into a window; the one before is kept. `HistoryError`, `ModelError`,
        `EngineError`."""
        from voiceflow.options import decode_options, text_wishes
        from voiceflow.transcription.again import recognize_again
        from voiceflow.transcription.transcriber import Transcriber, TranscriptionOptions

        settings, words = self.settings(), self.vocabulary().entries()
        recognizer = engine.load(model)
        try:
            floor_frames = self.prover.tally(model).floor_frames
            options = TranscriptionOptions(replace(decode_options(settings, words), floor_frames=floor_frames))
            transcriber = Transcriber(recognizer, self.vad(), options)
            record = recognize_again(self.history, dictation_id, transcriber, text_wishes(settings, words))
        finally:
            recognizer.close()
        self.publish(HistoryChanged(dictation_id))
        return record

    def tend(self) -> None:
        """What a crash left is offered, what the user does not keep is deleted, and how the history is kept is told
        where it deserves a word. `HistoryError`."""
        if self.settings().history.key_storage != "file":  # which is the user's own choice
            for warning in self.history.warnings:
                self.publish(Notice(Severity.WARNING, warning.code, warning.title, warning.hint))
        interrupted = self.history.interrupted()
        if interrupted:
            self.publish(InterruptedFound(tuple(record.id for record in interrupted)))
        self.apply_retention()

    def restore(self, dictation_id: str) -> "Record":
        """The text as it was recognized becomes the text again, without what rules and guards did. `HistoryError`."""
        from voiceflow.history.restoring import restore

        record = restore(self.history, dictation_id)
        self.publish(HistoryChanged(record.id))
        return record

    def correct(self, dictation_id: str, text: str) -> "Record":
        """The user's own text. What was recognized and what rules made of it is kept; the vocabulary may learn
        from the difference. `HistoryError`."""
        record = self.history.find(dictation_id)
        before = self.history.correct(record.id, text).result()
        if before.strip() != text.strip():
            corrected = Corrected(record.id, before, text)
            self.publish(corrected)
            self.publish(HistoryChanged(record.id))
            self.vocabulary().learn(corrected)
        return self.history.find(record.id)

    def use_text(self, dictation_id: str, number: int) -> "Record":
        """One of `History.earlier_texts` takes the place of the text, which becomes an earlier one. `HistoryError`."""
        record = self.history.find(dictation_id)
        if not self.history.use_text(record.id, number).result():
            raise HistoryError(
                "history.no_such_text",
                f"The dictation has no earlier text with the number {number}",
                "`voiceflow history show` lists them.",
            )
        self.publish(HistoryChanged(record.id))
        return self.history.find(record.id)

    def star(self, wanted: "Numbers", starred: bool) -> int:
        """How many changed."""
        return self._told(self.history.star(wanted, starred).result())

    def delete(self, wanted: "Numbers") -> int:
        """With sound and earlier texts, overwritten in the file; no way back. How many went."""
        return self._told(self.history.delete_all(wanted).result())

    def delete_sound(self, wanted: "Numbers") -> int:
        """The texts stay. How many had a sound."""
        return self._told(self.history.delete_sound(wanted).result())

    def _told(self, changed: int) -> int:
        if changed:
            self.publish(HistoryChanged(""))
        return changed

    def apply_retention(self) -> None:
        """Deletes what the settings do not keep, and says what it was; nobody waits for it."""
        self.history.retention().add_done_callback(self._tell_removed)

    def _tell_removed(self, done: "Future[Removed]") -> None:
        if done.exception():  # told by the history itself
            return
        removed = done.result()
        if not (removed.dictations or removed.sounds):
            return
        wishes = self.settings().history
        parts = []
        if removed.dictations:
            parts.append(f"{_number(removed.dictations)} older than {wishes.keep_days} days")
        if removed.sounds:
            sound_mb = removed.sound_bytes / 1e6
            parts.append(f"the sound of {_number(removed.sounds)} above {wishes.keep_audio_mb} MB ({sound_mb:.0f} MB)")
        title = f"Deleted, as the settings say: {' and '.join(parts)}"
        hint = "Settings, History has both limits; starred dictations are never deleted."
        self.publish(Notice(Severity.INFO, "history.retention", title, hint))
        self.publish(HistoryChanged(""))


def _number(dictations: int) -> str:
    return "1 dictation" if dictations == 1 else f"{dictations} dictations"
