"""`Correct shivon to Siobhan`, obeyed: in the history, and in the window where the text still stands there."""

from collections.abc import Callable
from dataclasses import dataclass

from voiceflow.dictation.commanding import Commanding
from voiceflow.dictation.insertions import Insertions
from voiceflow.engines.inserter.contract import Inserter, InsertOptions, Target, Way
from voiceflow.errors import HistoryError, InsertionError
from voiceflow.events import Corrected, Event, HistoryChanged
from voiceflow.history.records import DictationState
from voiceflow.history.store import History
from voiceflow.text.commands import SCRATCH
from voiceflow.text.language import language
from voiceflow.text.learning_by_voice import corrected, corrections_in

_DEADLINE_S = 5.0
_DELIVERED = (DictationState.DONE, DictationState.RECOGNIZING)
"""The end of a dictation is written a moment after its text."""
_LOOK_BACK = 10
"""Commands are dictations without a text."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Of a dictation: its text, and what it should have been."""

    dictation_id: str
    before: str
    after: str


class Correcting:
    """On the `delivery` thread. `learn` must only post."""

    def __init__(
        self,
        inserter: Inserter,
        insertions: Insertions,
        commanding: Commanding,
        history: History,
        publish: Callable[[Event], None],
    ) -> None:
        self._inserter, self._insertions, self._commanding = inserter, insertions, commanding
        self._history, self._publish = history, publish
        self.learn: Callable[[Corrected], None] = lambda _: None

    def meant(self, text: str, language_code: str) -> Correction | None:
        """None where this is a sentence to be written: it is none of these commands, or nothing like the wrong words
        was dictated last. `HistoryError`."""
        wanted = list(corrections_in(text, language(language_code)))
        latest = self._history.list(_LOOK_BACK, states=_DELIVERED) if wanted else []
        last = next((record for record in latest if record.text), None)
        if last is None:
            return None
        texts = (corrected(last.text, each, language_code) for each in wanted)
        after = next((text for text in texts if text and text != last.text), "")
        return Correction(last.id, last.text, after) if after else None

    def correct(self, wanted: Correction, target: Target | None, options: InsertOptions) -> Way:
        """`InsertionError` when the window could not be corrected; the history is all the same. `HistoryError`."""
        try:
            self._history.correct(wanted.dictation_id, wanted.after).result(_DEADLINE_S)
        except TimeoutError as error:
            raise HistoryError("history.slow", "The history did not answer in time", "Say it again.") from error
        told = Corrected(wanted.dictation_id, wanted.before, wanted.after)
        self._publish(told)
        self._publish(HistoryChanged(wanted.dictation_id))
        self.learn(told)
        if self._insertions.last(target) != wanted.before:
            raise InsertionError(
                "insertion.corrected_elsewhere",
                "The last dictation is corrected in the history only",
                "It does not stand before the cursor any more: correct it in its window, or insert it again.",
            )
        self._commanding.obey(SCRATCH, target, options)
        try:
            inserted = self._inserter.insert(wanted.after, target, options)
        except InsertionError:
            self._inserter.copy(wanted.after)  # what it replaces is gone: now it is where the hint says
            raise
        self._insertions.add(target, wanted.after)
        return inserted.way
