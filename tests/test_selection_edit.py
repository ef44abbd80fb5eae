"""The selected text, changed by a spoken instruction. Made up are the sound, the window and the language model."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.dictation.test_dictation import Desk
from tests.room import DeafCore
from voiceflow.engines.hotkey.contract import KeyAction, KeyEvent
from voiceflow.engines.inserter.contract import Target
from voiceflow.engines.inserter.recording import RecordingInserter
from voiceflow.engines.rewriter.contract import Rewriter, RewriteRequest, Rewritten
from voiceflow.errors import EngineError, InsertionError, VoiceFlowError
from voiceflow.events import Delivered, EditProposed, Notice
from voiceflow.history.records import DictationState
from voiceflow.selection_edit import EditsWith, SelectionEdit
from voiceflow.settings import Settings

INSTRUCTION = "make it shorter"


class Shortener(Rewriter):
    def __init__(self) -> None:
        self.asked: list[RewriteRequest] = []
        self.error: EngineError | None = None

    def unavailable(self) -> VoiceFlowError | None:
        return None

    def rewrite(self, request: RewriteRequest) -> Rewritten:
        self.asked.append(request)
        if self.error:
            raise self.error
        return Rewritten(request.text.split()[0], "shortener")

    def close(self) -> None:
        pass


class EditDesk(Desk):
    def __init__(self, core: DeafCore) -> None:
        super().__init__(core)
        self.rewriter = Shortener()
        self.missing: EngineError | None = None
        self.selected = "a long text"
        self.edits = SelectionEdit(
            EditsWith(
                lambda: core.settings, self._rewriter, self._selection, lambda: core.dictation, core.events.publish
            )
        )
        self.dictation._parts.delivery.on_instruction = self.edits.instruct
        inserter = self.dictation._parts.delivery.inserter
        assert isinstance(inserter, RecordingInserter)
        self.window = inserter

    def _rewriter(self) -> Rewriter:
        if self.missing:
            raise self.missing
        return self.rewriter

    def _selection(self) -> str:
        if not self.selected:
            raise InsertionError("selection.nothing", "Nothing is selected")
        return self.selected

    def hold(self, seconds: float = 2.0) -> None:
        """The edit key, with the instruction."""
        self.edits.on_key(KeyEvent(KeyAction.PRESS, 10.0))
        self.dictation._mailbox.ask(lambda: None).result(5)
        self.dictation._opening.ask(lambda: None).result(5)
        self.room.speak(seconds)
        self.edits.on_key(KeyEvent(KeyAction.RELEASE, 10.0 + seconds))

    def settle(self) -> None:
        self.edits._mailbox.ask(lambda: None).result(5)
        self.dictation._parts.delivery.flush()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[EditDesk]:
    script = tmp_path / "script.txt"
    script.write_text(INSTRUCTION)
    settings = Settings()
    settings = replace(
        settings,
        stt=replace(settings.stt, engine="scripted", model=str(script)),
        history=replace(settings.history, key_storage="file"),
        audio=replace(settings.audio, start_cue=False),
        hotkey=replace(settings.hotkey, mode="hold"),
    )
    with DeafCore(settings=settings) as core:
        desk = EditDesk(core)
        yield desk
        desk.edits.close()


def test_the_change_is_proposed_and_nothing_is_inserted(desk: EditDesk) -> None:
    desk.hold()
    proposed = desk.wait_for(EditProposed)
    assert (proposed.instruction, proposed.before, proposed.after) == (INSTRUCTION, "a long text", "a")
    assert desk.rewriter.asked[0].instruction == INSTRUCTION
    assert desk.window.texts == []


def test_the_instruction_is_kept_like_every_dictation(desk: EditDesk) -> None:
    desk.hold()
    delivered = desk.wait_for(Delivered)
    assert desk.kept(delivered) is DictationState.DONE
    kept = desk.core.history.get(delivered.dictation_id)
    assert kept is not None
    assert (kept.text, kept.way) == (INSTRUCTION, "kept")


def test_it_is_replaced_when_the_user_accepts_and_once_only(desk: EditDesk) -> None:
    desk.hold()
    number = desk.wait_for(EditProposed).number
    desk.edits.accept(number)
    desk.edits.accept(number)
    desk.settle()
    assert desk.window.texts == ["a"]


def test_what_is_discarded_is_gone(desk: EditDesk) -> None:
    desk.hold()
    number = desk.wait_for(EditProposed).number
    desk.edits.discard(number)
    desk.edits.accept(number)
    desk.settle()
    assert desk.window.texts == []


def test_a_selection_that_changed_meanwhile_is_left_alone(desk: EditDesk) -> None:
    desk.hold()
    number = desk.wait_for(EditProposed).number
    desk.selected = "something else"
    desk.edits.accept(number)
    desk.wait_for(Notice, lambda told: told.code == "edit.selection_changed")
    desk.settle()
    assert (desk.window.texts, desk.window.clipboard) == ([], "a")


@pytest.mark.parametrize("what", ["selection", "rewriter"])
def test_what_is_missing_is_told_before_anybody_speaks(desk: EditDesk, what: str) -> None:
    if what == "rewriter":
        desk.missing = EngineError("rewriter.none", "There is no language model", "Set cleanup.url")
    else:
        desk.selected = ""
    desk.edits.on_key(KeyEvent(KeyAction.PRESS, 10.0))
    code = {"rewriter": "rewriter.none", "selection": "selection.nothing"}[what]
    desk.wait_for(Notice, lambda told: told.code == code)
    desk.dictation._mailbox.ask(lambda: None).result(5)
    assert desk.room.opened == 0


def test_a_language_model_that_fails_costs_nothing(desk: EditDesk) -> None:
    desk.rewriter.error = EngineError("rewriter.late", "It took too long", "Try again")
    desk.hold()
    desk.wait_for(Notice, lambda told: told.code == "rewriter.late")
    assert desk.window.texts == []


def test_what_is_selected_in_a_terminal_cannot_be_replaced(desk: EditDesk) -> None:
    desk.window.window = Target("recording", "xterm", terminal=True)
    desk.hold()
    desk.wait_for(Notice, lambda told: told.code == "edit.terminal")


def test_tapped_the_key_begins_and_ends(desk: EditDesk) -> None:
    desk.edits.on_key(KeyEvent(KeyAction.PRESS, 10.0))
    desk.edits.on_key(KeyEvent(KeyAction.RELEASE, 10.1))
    desk.dictation._mailbox.ask(lambda: None).result(5)
    desk.dictation._opening.ask(lambda: None).result(5)
    desk.room.speak(2.0)
    desk.edits.on_key(KeyEvent(KeyAction.PRESS, 13.0))
    assert desk.wait_for(EditProposed).after == "a"
