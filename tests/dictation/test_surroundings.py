"""What is dictated fits what stands around the caret, as far as anybody knows."""

from collections.abc import Iterator

import pytest

from voiceflow.dictation.delivery import Delivery, DeliveryOptions, Text
from voiceflow.dictation.session import Session
from voiceflow.engines.inserter.contract import Caret, InsertOptions, Target, Way
from voiceflow.engines.inserter.recording import RecordingInserter
from voiceflow.events import Event
from voiceflow.history.records import Dictation, DictationState, RuleStep
from voiceflow.history.store import History
from voiceflow.paths import paths
from voiceflow.settings import History as HistorySettings
from voiceflow.text.pipeline import Wishes

EDITOR, OTHER = Target("1", "editor"), Target("2", "mail")


class Desk:
    def __init__(self, history: History) -> None:
        self.history = history
        self.window = RecordingInserter(EDITOR)
        self.events: list[Event] = []
        self.delivery = Delivery(self.window, history, self.events.append)
        self.delivery.start()

    def begin(self) -> Session:
        session = Session(target=self.window.window)
        self.history.begin(Dictation(session.id, session.started_at, DictationState.RECOGNIZING))
        self.delivery.look(session).result(5)
        return session

    def end(self, session: Session, said: str, options: DeliveryOptions | None = None) -> str:
        self.delivery.deliver(session, Text(said, "en", 2.0), options or DeliveryOptions())
        self.delivery.flush()
        return self.window.texts[-1] if self.window.texts else self.window.clipboard

    def say(self, said: str, options: DeliveryOptions | None = None) -> str:
        return self.end(self.begin(), said, options)


@pytest.fixture
def desk() -> Iterator[Desk]:
    history = History.open(paths(), HistorySettings(key_storage="file"))
    desk = Desk(history)
    yield desk
    desk.delivery.stop()
    history.close()


def test_the_text_fits_what_stands_there(desk: Desk) -> None:
    desk.window.around = Caret("I went to the shop", " yesterday.")
    session = desk.begin()
    assert desk.end(session, "And to the market.") == " and to the market"
    desk.history.flush()
    kept = desk.history.get(session.id)
    assert kept is not None
    assert kept.text == " and to the market"
    assert kept.trace == (RuleStep("joins", " and to the market"),)


def test_without_an_answer_the_last_insertion_tells(desk: Desk) -> None:
    desk.say("First this,")
    assert desk.say("And then that.") == "and then that. "


def test_a_line_break_that_was_typed_is_reckoned_with(desk: Desk) -> None:
    desk.say("A title")
    assert desk.say("The text of it.") == "The text of it. "


def test_what_was_inserted_while_somebody_spoke_stands_before_the_caret(desk: Desk) -> None:
    desk.window.around = Caret("", " end.")
    first, second = desk.begin(), desk.begin()
    assert desk.end(first, "First this,") == "First this,"
    assert desk.end(second, "And then that.") == " and then that"


def test_another_window_knows_nothing(desk: Desk) -> None:
    desk.say("First this,")
    desk.window.window = OTHER
    assert desk.say("And then that.") == "And then that. "


def test_a_window_that_the_desktop_does_not_name_may_be_any(desk: Desk) -> None:
    desk.window.window = None
    desk.say("First this,")
    assert desk.say("And then that.") == "And then that. "


def test_what_is_selected_is_not_what_stands_before(desk: Desk) -> None:
    desk.say("First this,")
    desk.say("Select that.")
    assert desk.say("And then that.") == "And then that. "


@pytest.mark.parametrize(
    "options",
    [
        DeliveryOptions(fit_to_cursor=False),
        DeliveryOptions(rules=Wishes(verbatim=True)),
        DeliveryOptions(insert=InsertOptions(way=Way.CLIPBOARD)),
    ],
    ids=["switched off", "verbatim", "clipboard"],
)
def test_where_it_is_not_wanted_nothing_is_fitted(desk: Desk, options: DeliveryOptions) -> None:
    desk.window.around = Caret("I went", "")
    assert desk.say("And slept.", options) == "And slept. "


def test_a_single_sentence_may_go_without_its_period(desk: Desk) -> None:
    chat = DeliveryOptions(final_period="not_alone")
    assert desk.say("On my way.", chat) == "On my way "
    assert desk.say("On my way. See you.", chat) == "On my way. See you. "
