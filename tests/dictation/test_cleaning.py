"""Dictated text through a language model's server, with a real history and a window that the test makes up."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.dictation.test_dictation import Desk as WholeDesk
from tests.end_to_end.rig import wait_until
from tests.imitations.allowed import Ready, allowed
from tests.imitations.chat import Chat
from tests.imitations.faults import FAULTS
from tests.imitations.server import Imitation
from tests.room import DeafCore
from voiceflow.dictation.delivery import Delivery, DeliveryOptions, Text
from voiceflow.dictation.session import Session
from voiceflow.engine_choice import EngineChoice
from voiceflow.engines.inserter.contract import Target
from voiceflow.engines.inserter.recording import RecordingInserter
from voiceflow.events import BeingCleaned, Delivered, Event, Notice, State
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History
from voiceflow.paths import paths
from voiceflow.settings import History as HistorySettings
from voiceflow.settings import Settings
from voiceflow.text.pipeline import Wishes

SAID = "um the meeting moves to friday"
BY_RULES = "the meeting moves to friday "
CLEANED = "The meeting moves to friday. "
TIDY = DeliveryOptions(cleanup_style="tidy", fit_to_cursor=False)


class Desk:
    def __init__(self, history: History, ready: Ready, chat: Chat) -> None:
        self.history, self.ready, self.chat = history, ready, chat
        self.window = RecordingInserter(Target("1", app="editor"))
        self.events: list[Event] = []
        ready.settings.cleanup.language_model = "llama"
        choice = EngineChoice(lambda: ready.settings, _never, _never, lambda: ready.cloud)
        self.delivery = Delivery(self.window, history, self.events.append, choice.rewriter)
        self.delivery.start()

    def dictate(self, options: DeliveryOptions = TIDY, raw: str = SAID) -> Dictation:
        session = Session(target=Target("1", app="editor"))
        self.history.begin(Dictation(session.id, session.started_at, DictationState.RECOGNIZING))
        self.delivery.deliver(session, Text(raw, "en", 2.0), options)
        self.delivery.flush()
        self.history.flush()
        kept = self.history.get(session.id)
        assert kept is not None
        return kept

    @property
    def notices(self) -> list[Notice]:
        return [event for event in self.events if isinstance(event, Notice)]


def _never() -> None:
    raise AssertionError("clean-up needs neither models nor routes")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    chat = Chat()
    with allowed(chat, tmp_path, monkeypatch) as ready:
        history = History.open(paths(), HistorySettings(key_storage="file"))
        desk = Desk(history, ready, chat)
        yield desk
        desk.delivery.stop()
        history.close()


def test_cleaned_text_goes_into_the_window_and_both_texts_into_the_history(desk: Desk) -> None:
    kept = desk.dictate()
    assert desk.window.texts == [CLEANED]
    assert (kept.raw_text, kept.text) == (SAID, CLEANED)
    assert kept.trace[-1].rule == "cleanup"
    assert "cleanup" in [stage.name for stage in kept.stages]


def test_as_is_asks_nobody(desk: Desk) -> None:
    assert desk.dictate(DeliveryOptions(fit_to_cursor=False)).text == BY_RULES
    assert desk.chat.seen == []


def test_verbatim_is_stronger(desk: Desk) -> None:
    desk.dictate(DeliveryOptions(Wishes(verbatim=True), cleanup_style="tidy", fit_to_cursor=False))
    assert desk.chat.seen == []


def test_a_command_is_not_cleaned(desk: Desk) -> None:
    desk.dictate(raw="press enter")
    assert desk.chat.seen == []


@pytest.mark.parametrize("name", ["500", "401", "429", "not JSON", "cut in the middle", "a web page"])
def test_a_clean_up_that_fails_costs_itself_and_says_so(desk: Desk, name: str) -> None:
    desk.ready.server.always = FAULTS[name]
    kept = desk.dictate()
    assert desk.window.texts == [BY_RULES]
    assert (kept.raw_text, kept.text, kept.state) == (SAID, BY_RULES, DictationState.DONE)
    (notice,) = desk.notices
    assert notice.title.startswith("Your words are not cleaned up: ")
    assert notice.hint


def test_an_answer_instead_of_an_edit_is_not_inserted(desk: Desk) -> None:
    desk.chat.writes = lambda data: "Sure! Which meeting do you mean?"
    assert desk.dictate().text == BY_RULES
    assert desk.notices[0].code == "rewriter.refused"


def test_the_words_are_in_the_history_before_the_language_model_is_asked(desk: Desk) -> None:
    found: list[str] = []

    def look(data: dict[str, str]) -> str:
        found.extend(record.text for record in desk.history.list(limit=1))
        return "The meeting moves to friday."

    desk.chat.writes = look
    desk.dictate()
    assert found == [BY_RULES]


def test_without_leave_nothing_is_sent_and_the_words_arrive(desk: Desk) -> None:
    desk.ready.settings.cloud.enabled = False
    assert desk.dictate().text == BY_RULES
    assert desk.ready.server.connections == 0
    assert desk.notices[0].code == "cloud.off"


@dataclass(frozen=True)
class Speaker:
    """A whole VoiceFlow: `desk` with a language model on this machine that does not answer."""

    desk: WholeDesk
    server: Imitation

    def is_asked(self) -> str:
        """Speaks, lets go, and waits until the model is asked. Gives the dictation's id."""
        self.desk.press()
        self.desk.room.speak(1.0)
        self.desk.wait_for_state(State.LISTENING)
        self.desk.key.release()
        asked = self.desk.wait_for(BeingCleaned)
        assert asked.text == BY_RULES
        wait_until(lambda: bool(self.server.asked), "the request")
        return asked.dictation_id


@pytest.fixture
def speaker(tmp_path: Path) -> Iterator[Speaker]:
    (tmp_path / "script.txt").write_text(SAID)
    with Imitation(Chat()) as server:
        server.always = FAULTS["slow"]
        settings = Settings()
        settings.stt.engine, settings.stt.model = "scripted", str(tmp_path / "script.txt")
        settings.history.key_storage, settings.audio.start_cue, settings.hotkey.mode = "file", False, "hold"
        settings.cleanup.style, settings.cleanup.url = "tidy", f"{server.url}/v1"
        settings.cleanup.language_model = "llama"
        with DeafCore(settings=settings) as core:
            yield Speaker(WholeDesk(core), server)


def test_what_is_being_cleaned_can_be_cancelled_with_the_key(speaker: Speaker) -> None:
    """At once, though the model does not answer; nothing is inserted, and the words are in the history."""
    desk = speaker.desk
    dictation_id = speaker.is_asked()
    assert desk.dictation.state is State.FINISHING
    desk.key.cancel()
    delivered = desk.wait_for(Delivered)
    assert (delivered.dictation_id, delivered.state, delivered.text) == (dictation_id, "cancelled", "")
    desk.wait_for_state(State.IDLE)
    assert desk.kept(delivered) is DictationState.CANCELLED
    kept = desk.core.history.get(dictation_id)
    assert kept and (kept.raw_text, kept.text) == (SAID, BY_RULES)
    desk.key.cancel()  # it is watched no longer
    assert desk.core.history.audio(dictation_id)


def test_the_next_dictation_may_begin_while_the_last_one_is_cleaned(speaker: Speaker) -> None:
    """The cancel key then means the one that is spoken."""
    desk = speaker.desk
    first = speaker.is_asked()
    desk.press()
    desk.room.speak(0.5)
    desk.wait_for_state(State.LISTENING)
    desk.key.cancel()
    desk.wait_for_state(State.FINISHING)
    desk.key.cancel()
    ended = [desk.wait_for(Delivered), desk.wait_for(Delivered)]
    assert [each.state for each in ended] == ["cancelled", "cancelled"]
    assert ended[0].dictation_id == first
