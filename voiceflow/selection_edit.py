"""The selected text, changed by a spoken instruction: `shorter`, `make this a list`. Nothing changes before the user
has seen it and agreed."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from voiceflow.engines import catalogue
from voiceflow.engines.hotkey.contract import Hotkey, KeyAction, KeyEvent
from voiceflow.engines.rewriter.contract import Rewriter, RewriteRequest
from voiceflow.errors import InsertionError, VoiceFlowError
from voiceflow.events import EditProposed, Event, Notice, Severity, State
from voiceflow.mailbox import Mailbox
from voiceflow.settings import Settings

if TYPE_CHECKING:
    from voiceflow.dictation.delivery import Text
    from voiceflow.dictation.dictation import Dictation
    from voiceflow.dictation.replacing import Replacement
    from voiceflow.dictation.session import Session

_OPEN = 10


@dataclass(frozen=True, slots=True)
class EditsWith:
    """What it needs of the rest. `rewriter` gives one that runs here, `EngineError` says why there is none;
    `selection` tells what is selected and may wait a second; `dictation` is None until it runs."""

    settings: Callable[[], Settings]
    rewriter: Callable[[], Rewriter]
    selection: Callable[[], str]
    dictation: "Callable[[], Dictation | None]"
    publish: Callable[[Event], None]


class SelectionEdit:
    """Owns the thread `edits`; any thread may call."""

    def __init__(self, around: EditsWith) -> None:
        self._around = around
        self._mailbox = Mailbox("edits").start()
        self._hotkey: Hotkey | None = None
        self._numbers = itertools.count(1)
        self._selected = ""
        self._pressed_s = 0.0
        self._open: dict[int, Replacement] = {}

    def watch_key(self) -> None:
        """The settings' key, from now on. May wait for a desktop that asks its user: not for the UI's thread.
        `HotkeyError`."""
        before, self._hotkey = self._hotkey, None
        if before:
            before.stop()
        wishes = self._around.settings().hotkey
        if not wishes.edit_key:
            return
        chosen = catalogue.first_available("hotkey", wishes.backend)
        hotkey: Hotkey = chosen.kind(wishes.edit_key, wishes.cancel_key)
        hotkey.start(partial(self._mailbox.post, self.on_key))
        self._hotkey = hotkey

    def on_key(self, event: KeyEvent) -> None:
        """Held while somebody speaks, or tapped to begin and to end. On the thread `edits`."""
        dictation = self._around.dictation()
        if dictation is None or event.action is KeyAction.CANCEL:
            return
        is_tap = event.time_s - self._pressed_s < self._around.settings().hotkey.tap_ms / 1000
        if event.action is KeyAction.RELEASE:
            if self._selected and not is_tap:
                dictation.finish()
        elif dictation.state in (State.STARTING, State.LISTENING):
            dictation.finish()
        else:
            self._pressed_s = event.time_s
            self._begin(dictation)

    def instruct(self, session: "Session", text: "Text") -> None:
        """What was said; only posts. The answer is an `EditProposed`, or a `Notice`."""
        self._mailbox.post(self._instruct, session, text)

    def accept(self, number: int) -> None:
        """The proposed text goes in the selected one's place; only posts. A number that is not open does nothing."""
        change, dictation = self._open.pop(number, None), self._around.dictation()
        if change and dictation:
            dictation.replace_selection(change)

    def discard(self, number: int) -> None:
        self._open.pop(number, None)

    def close(self) -> None:
        if self._hotkey:
            self._hotkey.stop()
        self._mailbox.stop(timeout_s=3)

    def _begin(self, dictation: "Dictation") -> None:
        """What is missing is told before anybody speaks in vain."""
        self._selected = ""
        try:
            self._around.rewriter()
            self._selected = self._around.selection()
        except InsertionError as error:
            self._tell(
                InsertionError(error.code, error.title, "Select the text that you want to change, then try again")
            )
            return
        except VoiceFlowError as error:
            self._tell(error)
            return
        dictation.begin_edit(self._selected)

    def _instruct(self, session: "Session", text: "Text") -> None:
        from voiceflow.dictation.replacing import Replacement

        try:
            if session.target and session.target.terminal:
                raise _terminal()
            selected = session.edits
            request = RewriteRequest(selected, instruction=" ".join(text.raw.split()), language=text.language)
            after = self._around.rewriter().rewrite(request).text
            if after == selected:
                raise _nothing_changed()
        except VoiceFlowError as error:
            self._tell(error, session.id)
            return
        number = next(self._numbers)
        self._open[number] = Replacement(session.target, selected, after, self._around.selection)
        self._open.pop(number - _OPEN, None)
        self._around.publish(EditProposed(number, request.instruction, selected, after))

    def _tell(self, error: VoiceFlowError, dictation_id: str | None = None) -> None:
        self._around.publish(Notice(Severity.WARNING, error.code, error.title, error.hint, dictation_id))


def _terminal() -> InsertionError:
    return InsertionError(
        "edit.terminal",
        "What is selected in a terminal cannot be replaced",
        "Select text in a window where it can be written.",
    )


def _nothing_changed() -> VoiceFlowError:
    return VoiceFlowError("edit.unchanged", "The text was left as it is", "Say it in other words.")
