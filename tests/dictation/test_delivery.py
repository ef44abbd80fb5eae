"""From recognized words to text in the window, with a real history and a window that the test makes up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from voiceflow.dictation.beside import places_back
from voiceflow.dictation.delivery import Delivery, DeliveryOptions, Text
from voiceflow.dictation.session import Session
from voiceflow.engines.inserter.contract import InsertOptions, Target, Way
from voiceflow.engines.inserter.recording import RecordingInserter
from voiceflow.errors import InsertionError
from voiceflow.events import Corrected, Delivered, Event, Notice
from voiceflow.history.records import Dictation, DictationState, RuleStep
from voiceflow.history.store import History
from voiceflow.paths import paths
from voiceflow.settings import History as HistorySettings
from voiceflow.text.guards import Evidence
from voiceflow.text.pipeline import Wishes
from voiceflow.text.replacements import usable

EDITOR, TERMINAL = Target("1", app="editor", title="a letter"), Target("2", app="terminal", terminal=True)
OPTIONS = DeliveryOptions(insert=InsertOptions())
REFUSED = InsertionError("insertion.refused", "The window took nothing", "Paste it yourself")


class Window(RecordingInserter):
    """The end of the path."""

    no_clipboard = False

    def copy(self, text: str) -> None:
        if self.no_clipboard:
            raise InsertionError("insertion.no_clipboard", "There is no clipboard")
        super().copy(text)


class Desk:
    """A delivery with what is around it."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.window = Window(EDITOR)
        self.events: list[Event] = []
        self.delivery = Delivery(self.window, history, self.events.append)
        self.delivery.start()

    def dictate(
        self,
        raw: str,
        session: Session | None = None,
        options: DeliveryOptions = OPTIONS,
        evidence: Evidence | None = None,
    ) -> Dictation:
        session = session or Session(target=EDITOR)
        self.history.begin(Dictation(session.id, session.started_at, DictationState.RECOGNIZING))
        self.delivery.deliver(session, Text(raw, "en", 2.0, evidence=evidence), options)
        self.delivery.stop()
        self.history.flush()
        kept = self.history.get(session.id)
        assert kept is not None
        return kept

    @property
    def notices(self) -> list[str]:
        return [event.code for event in self.events if isinstance(event, Notice)]

    @property
    def delivered(self) -> Delivered:
        return next(event for event in self.events if isinstance(event, Delivered))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    history = History.open(paths(), HistorySettings(key_storage="file"))
    yield Desk(history)
    history.close()


def test_the_words_arrive_and_are_kept(desk: Desk) -> None:
    kept = desk.dictate(" Hello world.")
    assert desk.window.texts == ["Hello world. "]
    assert (kept.state, kept.raw_text, kept.text) == (DictationState.DONE, " Hello world.", "Hello world. ")
    assert (kept.app, kept.way) == ("editor", "paste")
    assert [stage.name for stage in kept.stages] == ["rules", "history", "receipt", "insertion"]


def test_what_the_rules_changed_is_kept_with_what_was_recognized(desk: Desk) -> None:
    kept = desk.dictate("Um, hello hello hello world.")
    assert desk.window.texts == ["Hello world. "]
    assert kept.raw_text == "Um, hello hello hello world."
    assert kept.trace == (RuleStep("fillers", "Hello hello hello world."), RuleStep("stutters", "Hello world."))


def test_what_nobody_said_is_kept_but_not_inserted(desk: Desk) -> None:
    kept = desk.dictate("Thank you.", evidence=Evidence(3.0, speech_s=0.0))
    assert desk.window.texts == []
    assert (kept.state, kept.raw_text, kept.text) == (DictationState.EMPTY, "Thank you.", "")
    assert desk.notices == ["dictation.left_out"]


@pytest.mark.parametrize(("said", "key"), [("Press enter.", "\n"), ("press tab", "\t")])
def test_a_key_is_pressed_where_nothing_else_was_said(desk: Desk, said: str, key: str) -> None:
    kept = desk.dictate(said)
    assert desk.window.texts == [key]
    assert (kept.state, kept.raw_text, kept.text, kept.way) == (DictationState.DONE, said, "", "typed")


def test_a_dictation_can_be_cancelled_by_voice(desk: Desk) -> None:
    kept = desk.dictate("Cancel dictation.")
    assert desk.window.texts == []
    assert (kept.state, kept.raw_text) == (DictationState.CANCELLED, "Cancel dictation.")


def test_another_window_has_the_focus_now(desk: Desk) -> None:
    session = Session(target=EDITOR)
    desk.window.window = TERMINAL
    kept = desk.dictate("Hello.", session)
    assert desk.window.texts == []
    assert desk.window.clipboard == "Hello. "
    assert desk.notices == ["insertion.focus_moved"]
    assert (kept.state, kept.way) == (DictationState.DONE, "clipboard")


def test_a_window_that_takes_nothing_leaves_the_text_on_the_clipboard(desk: Desk) -> None:
    desk.window.error = REFUSED
    kept = desk.dictate("Hello.")
    assert desk.window.clipboard == "Hello. "
    assert desk.notices == ["insertion.refused"]
    assert kept.way == "clipboard"


def test_without_window_and_clipboard_the_history_has_the_text(desk: Desk) -> None:
    desk.window.error, desk.window.no_clipboard = REFUSED, True
    kept = desk.dictate("Hello.")
    assert desk.notices == ["insertion.refused", "insertion.no_clipboard"]
    assert (kept.text, kept.way) == ("Hello. ", "kept")


def test_a_desktop_that_does_not_tell_the_focus_gets_the_text(desk: Desk) -> None:
    desk.window.window = None
    desk.dictate("Hello.", Session(target=None))
    assert desk.window.texts == ["Hello. "]


def test_a_dictation_cancelled_meanwhile_is_kept_and_not_inserted(desk: Desk) -> None:
    kept = desk.dictate("Hello.", Session(target=EDITOR, cancelled=True))
    assert desk.window.texts == []
    assert (kept.state, kept.raw_text) == (DictationState.CANCELLED, "Hello.")


def test_the_user_may_want_only_the_clipboard(desk: Desk) -> None:
    desk.dictate("Hello.", options=DeliveryOptions(insert=InsertOptions(way=Way.CLIPBOARD)))
    assert (desk.window.texts, desk.window.clipboard) == ([], "Hello. ")
    assert desk.notices == []


def test_nothing_but_spaces_is_not_inserted(desk: Desk) -> None:
    kept = desk.dictate("  ")
    assert desk.window.texts == []
    assert kept.state is DictationState.EMPTY


def corrected(desk: Desk, said: str, session: Session | None = None) -> Dictation:
    """The first dictation, after the second one was said."""
    first = Session(target=EDITOR, started_at=1.0)
    for spoken, its_session in (("I met shivon.", first), (said, session or Session(target=EDITOR))):
        desk.history.begin(Dictation(its_session.id, its_session.started_at, DictationState.RECOGNIZING))
        desk.delivery.deliver(its_session, Text(spoken, "en", 2.0), OPTIONS)
        desk.delivery.flush()
        desk.history.flush()
    desk.delivery.stop()
    kept = desk.history.get(first.id)
    assert kept is not None
    return kept


def test_the_last_dictation_is_corrected_by_voice_in_window_and_history(desk: Desk) -> None:
    learned: list[Corrected] = []
    desk.delivery.correcting.learn = learned.append
    kept = corrected(desk, "Correct shivon to Siobhan.")
    assert (kept.text, kept.raw_text) == ("I met Siobhan. ", "I met shivon.")
    assert "".join(desk.window.texts) == "I met Siobhan. "
    assert [(each.before, each.after) for each in learned] == [("I met shivon. ", "I met Siobhan. ")]


def test_a_correction_of_what_was_not_said_is_a_sentence(desk: Desk) -> None:
    assert corrected(desk, "Correct the invoice to Anna.").text == "I met shivon. "
    assert desk.window.texts == ["I met shivon. ", "Correct the invoice to Anna. "]


def test_where_the_text_does_not_stand_any_more_the_history_alone_is_corrected(desk: Desk) -> None:
    kept = corrected(desk, "Correct shivon to Siobhan.", Session(target=TERMINAL))
    assert kept.text == "I met Siobhan. "
    assert "insertion.corrected_elsewhere" in desk.notices


@pytest.mark.parametrize(("text", "places"), [("no. 5 . ", 2), ("no. 5 ", 0), ("Dear . ", 2)])
def test_a_final_period_behind_the_cursor_may_have_gone(text: str, places: int) -> None:
    assert places_back(text, ".") == places


def test_the_cursor_goes_where_a_snippet_wants_it(desk: Desk) -> None:
    rules = Wishes(snippets=usable(["greeting => Dear {cursor}, best regards"]))
    desk.dictate("Greeting.", options=DeliveryOptions(rules=rules))
    assert desk.window.texts == ["Dear , best regards "]
    assert desk.window.steps_back == len(", best regards ")
