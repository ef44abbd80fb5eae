"""Commands that take back what was dictated: a real delivery and history, and a window that the test makes up."""

from collections.abc import Iterator

import pytest

from voiceflow.dictation.delivery import Delivery, DeliveryOptions, Text
from voiceflow.dictation.session import Session
from voiceflow.engines.inserter.contract import Target
from voiceflow.engines.inserter.recording import RecordingInserter
from voiceflow.events import Delivered, Event, Notice
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History
from voiceflow.paths import paths
from voiceflow.settings import History as HistorySettings

EDITOR, OTHER, TERMINAL = Target("1", "editor"), Target("2", "mail"), Target("3", "xterm", terminal=True)


class Desk:
    def __init__(self, history: History) -> None:
        self.history = history
        self.window = RecordingInserter(EDITOR)
        self.events: list[Event] = []
        self.delivery = Delivery(self.window, history, self.events.append)
        self.delivery.start()

    def say(self, *utterances: str) -> None:
        for said in utterances:
            session = Session(target=self.window.window)
            self.history.begin(Dictation(session.id, session.started_at, DictationState.RECOGNIZING))
            self.delivery.deliver(session, Text(said, "en", 2.0), DeliveryOptions())
            self.delivery.flush()

    @property
    def text(self) -> str:
        return "".join(self.window.texts)

    @property
    def notices(self) -> list[str]:
        return [event.code for event in self.events if isinstance(event, Notice)]


@pytest.fixture
def desk() -> Iterator[Desk]:
    history = History.open(paths(), HistorySettings(key_storage="file"))
    desk = Desk(history)
    yield desk
    desk.delivery.stop()
    history.close()


def test_scratch_that_takes_back_one_after_another(desk: Desk) -> None:
    desk.say("One.", "Two.", "Scratch that.")
    assert desk.text == "One. "
    desk.say("Scratch that.")
    assert desk.text == ""
    desk.say("Scratch that.")
    assert desk.notices == ["insertion.nothing_to_take_back"]


def test_undo_that_brings_back_what_was_scratched(desk: Desk) -> None:
    desk.say("One.", "Two.", "Scratch that.", "Undo that.")
    assert desk.text == "One. Two. "
    desk.say("Undo that.")
    assert desk.text == "One. "


def test_select_that_selects_the_last_insertion(desk: Desk) -> None:
    desk.say("One.", "Two.", "Select that.")
    assert (desk.window.selected, desk.text) == ("Two. ", "One. Two. ")


def test_what_is_not_there_any_more_is_left_alone_and_told(desk: Desk) -> None:
    desk.say("One.")
    desk.window.texts.append("typed by hand")
    desk.say("Scratch that.")
    assert desk.text == "One. typed by hand"
    assert desk.notices == ["insertion.not_there"]


def test_another_window_has_its_own_last_insertion(desk: Desk) -> None:
    desk.say("One.")
    desk.window.window = OTHER
    desk.say("Scratch that.")
    assert desk.text == "One. "
    assert desk.notices == ["insertion.nothing_to_take_back"]


def test_a_line_that_a_terminal_has_run_is_not_taken_back(desk: Desk) -> None:
    desk.window.window = TERMINAL
    desk.say("ls", "Press enter.", "Scratch that.")
    assert desk.text == "ls \n"
    assert desk.notices == ["insertion.nothing_to_take_back"]


def test_a_key_in_an_editor_is_taken_back_too(desk: Desk) -> None:
    desk.say("One.", "Press enter.", "Scratch that.")
    assert desk.text == "One. "


def test_the_last_text_can_be_scratched_when_it_was_inserted_again_from_the_history(desk: Desk) -> None:
    desk.say("One.")
    kept = next(event for event in desk.events if isinstance(event, Delivered))
    desk.delivery.insert_again(kept.dictation_id, lambda _: DeliveryOptions())
    desk.say("Scratch that.")
    assert desk.text == "One. "


def test_stop_dictation_is_told_and_not_written(desk: Desk) -> None:
    stopped: list[bool] = []
    desk.delivery.on_stop = lambda: stopped.append(True)
    desk.say("Stop dictation.")
    assert (stopped, desk.text) == ([True], "")


def test_nothing_is_typed_into_a_terminal_to_select(desk: Desk) -> None:
    desk.window.window = TERMINAL
    desk.say("ls", "Select that.")
    assert (desk.text, desk.window.selected) == ("ls ", "")
    assert desk.notices == ["insertion.no_selection"]
