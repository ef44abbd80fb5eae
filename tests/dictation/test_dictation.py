"""The life of a dictation, from key to delivered text. Everything is real but the two ends: the test plays the sound,
presses the key and looks at what arrives. The scripted engine recognizes."""

import queue
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from tests.room import DeafCore, Room
from voiceflow.audio import troubles
from voiceflow.core import Core
from voiceflow.dictation.dictation import Dictation
from voiceflow.engines.hotkey.manual import ManualHotkey
from voiceflow.events import Delivered, Event, ModelChanged, Notice, State, StateChanged
from voiceflow.history.records import DictationState
from voiceflow.options import dictation_options, listening_options
from voiceflow.settings import Settings

RATE_HZ = 16_000
DEADLINE_S = 20
SCRIPT = "the quick brown fox jumps over the lazy dog"

E = TypeVar("E", bound=Event)


class Desk:
    """VoiceFlow on a desk: a key, a room, a window."""

    def __init__(self, core: Core, inserter: str = "recording") -> None:
        self.core = core
        self.room = Room()
        self.events: queue.Queue[Event] = queue.Queue()
        core.events.subscribe(Event, self.events.put)
        self.dictation: Dictation = core.start_dictation(inserter=inserter, source=self.room)
        self.key = ManualHotkey("F9")
        self.dictation.watch(self.key)

    def wait_for(self, kind: type[E], fits: Callable[[E], bool] = lambda event: True) -> E:
        while True:
            event = self.events.get(timeout=DEADLINE_S)
            if isinstance(event, kind) and fits(event):
                return event

    def wait_for_state(self, state: State) -> StateChanged:
        return self.wait_for(StateChanged, lambda event: event.state is state)

    def press(self) -> None:
        """And wait until the microphone is open."""
        self.key.press()
        self.wait_for_state(State.STARTING)
        self.dictation._opening.ask(lambda: None).result(DEADLINE_S)

    def dictate(self, seconds: float = 2.0) -> Delivered:
        self.press()
        self.room.speak(seconds)
        self.wait_for_state(State.LISTENING)
        self.key.release()
        return self.wait_for(Delivered)

    def kept(self, delivered: Delivered) -> DictationState:
        self.core.history.flush()
        record = self.core.history.get(delivered.dictation_id)
        assert record is not None
        return record.state


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    yield from _desk(tmp_path, mode="hold")


@pytest.fixture
def hands_free_desk(tmp_path: Path) -> Iterator[Desk]:
    yield from _desk(tmp_path, mode="hands_free")


@pytest.fixture
def stopping_desk(tmp_path: Path) -> Iterator[Desk]:
    yield from _desk(tmp_path, mode="hands_free", words="stop dictation")


def _desk(folder: Path, mode: str, words: str = SCRIPT) -> Iterator[Desk]:
    script = folder / "script.txt"
    script.write_text(words)
    settings = Settings()
    settings = replace(
        settings,
        stt=replace(settings.stt, engine="scripted", model=str(script)),
        history=replace(settings.history, key_storage="file"),
        audio=replace(settings.audio, start_cue=False),
        hotkey=replace(settings.hotkey, mode=mode, hands_free_pause_ms=500),
    )
    with DeafCore(settings=settings) as core:
        yield Desk(core)


def test_hold_speak_let_go(desk: Desk) -> None:
    delivered = desk.dictate()
    assert delivered.text == SCRIPT + " "
    assert desk.kept(delivered) is DictationState.DONE
    assert set(delivered.stages_ms) >= {"first_sample", "recognition", "last_decode", "rules", "history", "insertion"}


def test_the_sound_is_kept_with_the_words(desk: Desk) -> None:
    delivered = desk.dictate(seconds=2.0)
    desk.core.history.flush()
    seconds = len(desk.core.history.audio(delivered.dictation_id)) / 2 / RATE_HZ
    assert 2.2 < seconds < 2.5


def test_the_states_come_in_order(desk: Desk) -> None:
    desk.press()
    desk.room.speak(1.0)
    desk.wait_for_state(State.LISTENING)
    desk.key.release()
    desk.wait_for_state(State.FINISHING)
    desk.wait_for_state(State.IDLE)


def test_cancelled_words_are_not_inserted_and_the_sound_stays(desk: Desk) -> None:
    desk.press()
    desk.room.speak(1.0)
    desk.wait_for_state(State.LISTENING)
    desk.key.cancel()
    delivered = desk.wait_for(Delivered)
    assert delivered.text == ""
    assert desk.kept(delivered) is DictationState.CANCELLED
    assert len(desk.core.history.audio(delivered.dictation_id)) > RATE_HZ


def test_the_model_is_given_back_after_a_cancelled_dictation(desk: Desk) -> None:
    unload_soon(desk)
    desk.press()
    desk.key.cancel()

    assert desk.wait_for(ModelChanged, lambda event: event.state == "unloaded")


def test_the_model_is_given_back_while_the_key_is_ignored(desk: Desk) -> None:
    unload_soon(desk)
    desk.press()
    desk.room.speak(0.5)
    desk.dictation.pause(True)
    desk.wait_for_state(State.PAUSED)

    assert desk.wait_for(ModelChanged, lambda event: event.state == "unloaded")


def unload_soon(desk: Desk) -> None:
    desk.core.settings.stt.unload_after_s = 1
    desk.dictation.use(dictation_options(desk.core.settings), listening_options(desk.core.settings))


def test_a_key_that_is_held_while_settings_change_ends_the_dictation(desk: Desk) -> None:
    desk.press()
    desk.room.speak(2.0)
    desk.wait_for_state(State.LISTENING)
    desk.dictation.use(dictation_options(desk.core.settings), listening_options(desk.core.settings))
    desk.key.release()
    assert desk.wait_for(Delivered).text == SCRIPT + " "


def test_where_nobody_spoke_nothing_is_inserted(desk: Desk) -> None:
    desk.press()
    desk.room.be_silent(1.0)
    desk.wait_for_state(State.LISTENING)
    desk.key.release()
    assert desk.wait_for(Notice).code == "dictation.nothing_heard"
    assert desk.kept(desk.wait_for(Delivered)) is DictationState.EMPTY


def test_a_microphone_that_goes_away_costs_nothing_said_before(desk: Desk) -> None:
    desk.press()
    desk.room.speak(2.0)
    desk.wait_for_state(State.LISTENING)
    desk.room.go_away()
    assert desk.wait_for(Notice).code == "audio.device_gone"
    assert desk.wait_for(Delivered).text == SCRIPT + " "


def test_without_a_microphone_the_user_is_told(desk: Desk) -> None:
    desk.room.broken = troubles.no_microphone()
    desk.press()
    assert desk.wait_for(Notice).code == "audio.no_microphone"
    assert desk.wait_for(Delivered).text == ""
    assert desk.dictation.state is State.IDLE


def test_the_next_dictation_begins_before_the_last_is_inserted(desk: Desk) -> None:
    first = desk.dictate()
    second = desk.dictate()
    assert first.dictation_id != second.dictation_id
    assert desk.room.opened >= 1
    assert second.text == SCRIPT + " "


def test_hands_free_a_pause_ends_one_dictation_and_the_next_begins(hands_free_desk: Desk) -> None:
    desk = hands_free_desk
    desk.press()
    desk.room.speak(2.0)
    desk.room.be_silent(1.0)
    assert desk.wait_for(Delivered).text.startswith("the quick brown fox")
    assert desk.room.listens
    assert desk.room.opened == 1


def test_paused_the_key_does_nothing(desk: Desk) -> None:
    desk.dictation.pause(True)
    desk.wait_for_state(State.PAUSED)
    desk.key.press()
    desk.key.release()
    desk.dictation.pause(False)
    assert desk.wait_for(StateChanged).state is State.IDLE


def test_quitting_in_the_middle_keeps_the_sound(desk: Desk) -> None:
    desk.press()
    desk.room.speak(1.0)
    begun = desk.wait_for_state(State.LISTENING)
    assert begun.dictation_id
    desk.core.close()
    with Core(settings=desk.core.settings) as later:
        assert len(later.history.audio(begun.dictation_id)) >= RATE_HZ


def test_hands_free_dictation_is_stopped_by_voice(stopping_desk: Desk) -> None:
    desk = stopping_desk
    desk.press()
    desk.room.speak(1.5)
    desk.room.be_silent(1.0)
    assert desk.wait_for(Delivered).text == ""
    desk.room.be_silent(1.0)
    desk.wait_for_state(State.IDLE)
    assert desk.dictation.state is State.IDLE
