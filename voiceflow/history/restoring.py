"""The text as it was recognized, in place of what the rules made of it."""

from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History


def restore(history: History, reference: str) -> Dictation:
    """Returns what the history holds then; one that had no text counts as recovered. `HistoryError` as `find`."""
    record = history.find(reference)
    state = DictationState.RECOVERED if record.state is DictationState.EMPTY else record.state
    history.rewrite(record.id, text=record.raw_text, trace=(), state=state).result()
    return history.find(record.id)
