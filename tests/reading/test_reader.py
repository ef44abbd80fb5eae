"""Texts that are read aloud: by an engine whose sounds tell the words, on a speaker that the test moves on."""

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from tests.reading.spoken_words import TestOutput, TestPlayback, WordEngine, wait_until
from voiceflow.errors import AudioError, VoiceFlowError
from voiceflow.events import Event, Notice, ReadingChanged, ReadingState, Spoken
from voiceflow.reading.cache import SpeechCache
from voiceflow.reading.reader import MOST_CHARACTERS, Parts, Reader, Wish
from voiceflow.reading.synthesizer import Synthesizer

THREE = "One two. Three four. Five six."


class Stage:
    """A reader with its ends in the test's hands."""

    def __init__(self, engine: WordEngine) -> None:
        self.engine = engine
        self.output = TestOutput()
        self.events: list[Event] = []
        self.looked_again = 0
        self.rested = 0
        self.speed = 1.0
        self.cache = SpeechCache()
        synthesizer = Synthesizer(engine, self.cache, self.events.append)
        parts = Parts(
            lambda _: synthesizer, lambda: self.output, self._look_again, lambda: ("en", self.speed), self.events.append
        )
        self.reader = Reader(parts, self._rest, lambda: 0.01)

    def read(self, text: str, **wish: float) -> TestPlayback:
        count = len(self.output.played)
        self.reading = self.reader.read(Wish(text, **wish))
        return self.output.wait_for(count + 1)

    def states(self) -> list[ReadingState]:
        return [event.state for event in self.events if isinstance(event, ReadingChanged)]

    def _look_again(self) -> None:
        self.looked_again += 1

    def _rest(self) -> None:
        self.rested += 1


@pytest.fixture
def make_stage() -> Iterator[Callable[..., Stage]]:
    made: list[Stage] = []

    def make(**engine: object) -> Stage:
        made.append(Stage(WordEngine(**engine)))
        return made[-1]

    yield make
    for stage in made:
        stage.reader.close()


@pytest.fixture
def stage(make_stage: Callable[..., Stage]) -> Stage:
    return make_stage()


def heard(*playbacks: TestPlayback) -> list[int]:
    """The lengths of the words that were heard, each once; silence is left out."""
    pcm = np.concatenate([pcm for playback in playbacks for pcm in playback.taken] or [np.zeros(0)])
    found: list[int] = []
    for at in range(0, len(pcm) - 480, 480):
        part = pcm[at : at + 480]
        if part.min() > 0.005 and part.max() - part.min() < 1e-3:
            length = round(float(part.mean()) * 100)
            if not found or found[-1] != length:
                found.append(length)
    return found


def test_a_text_is_read_from_its_beginning_to_its_end(stage: Stage) -> None:
    playback = stage.read("A bbb. Ccccc.")
    playback.take()
    assert stage.reading.wait(10)
    assert heard(playback) == [1, 4, 6]
    assert stage.states() == [ReadingState.SPEAKING, ReadingState.IDLE]
    assert stage.reader.state is ReadingState.IDLE


def test_the_first_sentence_sounds_while_the_second_is_made(make_stage: Callable[..., Stage]) -> None:
    gate = threading.Semaphore(2)
    stage = make_stage(gate=gate)
    playback = stage.read("A bbb. Ccccc.")
    playback.take(0.9)
    assert heard(playback) == [1, 4]
    gate.release()
    playback.take()
    assert heard(playback) == [1, 4, 6]


def test_sentences_follow_each_other_without_a_gap_but_their_pause(stage: Stage) -> None:
    playback = stage.read("A bbb. Ccccc.")
    playback.take()
    assert playback.position_s == pytest.approx(3 * 0.5 + 0.15 + 0.45, abs=0.02)


def test_each_sentence_is_told_with_its_figures(stage: Stage) -> None:
    stage.read("A bbb. Ccccc.").take()
    assert stage.reading.wait(10)
    told = [event for event in stage.events if isinstance(event, Spoken)]
    assert [(event.engine, event.sound_s, event.cached) for event in told] == [
        ("words", 1.0, False),
        ("words", 0.5, False),
    ]


def test_what_was_said_before_is_not_made_again(stage: Stage) -> None:
    for _ in range(2):
        playback = stage.read("A bbb.")
        playback.take()
        assert stage.reading.wait(10)
    assert stage.engine.said == ["A bbb."]
    assert heard(playback) == [1, 4]
    assert [event.cached for event in stage.events if isinstance(event, Spoken)] == [False, True]


def test_a_pause_keeps_what_was_not_heard(stage: Stage) -> None:
    first = stage.read(THREE)
    first.take(0.75)
    stage.reader.pause()
    assert first.stopped
    assert stage.reader.state is ReadingState.PAUSED
    assert stage.reading.track.place.sentence == 0
    assert stage.reading.track.place.second == pytest.approx(0.75, abs=0.06)
    stage.reader.pause()
    second = stage.output.wait_for(2)
    second.take()
    assert stage.reading.wait(10)
    assert first.position_s + second.position_s == pytest.approx(3.0 + 2 * 0.15 + 0.45, abs=0.05)


def test_one_can_go_on_with_the_next_sentence_and_back(stage: Stage) -> None:
    stage.read(THREE).take(0.2)
    stage.reader.skip(1)
    second = stage.output.wait_for(2)
    second.take(0.4)
    assert heard(second) == [5]
    stage.reader.skip(-1)
    third = stage.output.wait_for(3)
    third.take(0.4)
    assert heard(third) == [3]
    third.take(2.4)
    stage.reader.skip(-1)  # a sentence that has been going on for a while begins again
    assert stage.reading.track.place.sentence == 1


def test_behind_the_last_sentence_is_the_end(stage: Stage) -> None:
    stage.read(THREE).take(0.2)
    stage.reader.skip(5)
    stage.output.wait_for(2).take()
    assert stage.reading.wait(10)
    assert stage.reader.state is ReadingState.IDLE


def test_it_can_be_stopped_while_the_engine_works(make_stage: Callable[..., Stage]) -> None:
    gate = threading.Semaphore(1)
    stage = make_stage(gate=gate)
    playback = stage.read(THREE)
    playback.take(0.3)
    stage.reader.stop()
    gate.release(10)
    assert stage.reading.wait(10)
    assert playback.stopped
    assert stage.states() == [ReadingState.SPEAKING, ReadingState.IDLE]


def test_hush_returns_when_nothing_sounds_any_more(stage: Stage) -> None:
    playback = stage.read(THREE)
    playback.take(0.3)
    stage.reader.hush(5)
    assert playback.stopped
    assert stage.reading.wait(0)


def test_a_new_text_ends_the_one_before(stage: Stage) -> None:
    first = stage.read(THREE)
    first.take(0.3)
    second = stage.read("A.")
    assert first.stopped
    second.take()
    assert stage.reading.wait(10)
    assert heard(second) == [2]


@pytest.mark.parametrize("speed", [0.5, 2.0])
def test_speed_changes_how_long_it_takes(stage: Stage, speed: float) -> None:
    playback = stage.read(THREE, speed=speed)
    playback.take()
    assert playback.position_s == pytest.approx(3.75 / speed, rel=0.03)


def test_a_speed_that_is_chosen_meanwhile_counts_from_there(stage: Stage) -> None:
    stage.read(THREE).take(1.0)
    stage.reader.renew(2.0)
    second = stage.output.wait_for(2)
    second.take()
    assert second.position_s == pytest.approx(2.75 / 2, rel=0.05)


def test_a_speaker_that_goes_away_is_looked_for_again_and_nothing_is_lost(stage: Stage) -> None:
    first = stage.read(THREE)
    first.take(0.75)
    first.end(AudioError("audio.gone", "The speaker went away"))
    second = stage.output.wait_for(2)
    second.take()
    assert stage.reading.wait(10)
    assert stage.reading.error is None
    assert stage.looked_again == 1
    assert first.position_s + second.position_s == pytest.approx(3.75, abs=0.05)


def test_a_speaker_that_never_opens_is_told(stage: Stage) -> None:
    stage.read(THREE)
    for count in range(1, 4):
        stage.output.wait_for(count).end(AudioError("audio.no_speaker", "No speaker was found", "Plug one in"))
    assert stage.reading.wait(10)
    assert isinstance(stage.reading.error, AudioError)
    wait_until(lambda: any(isinstance(event, Notice) for event in stage.events))
    assert [event.code for event in stage.events if isinstance(event, Notice)] == ["audio.no_speaker"]


def test_an_engine_that_fails_is_told_and_the_next_text_is_read(make_stage: Callable[..., Stage]) -> None:
    stage = make_stage(broken="bad")
    stage.read("A bad. Good.").take(0.4)
    assert stage.reading.wait(10)
    wait_until(lambda: stage.reader.state is ReadingState.IDLE)
    assert [event.code for event in stage.events if isinstance(event, Notice)] == ["tts.voice_failed"]
    playback = stage.read("Good.")
    playback.take()
    assert heard(playback) == [5]


def test_a_long_text_is_made_a_little_ahead_only(stage: Stage) -> None:
    playback = stage.read(" ".join(f"A b c d e f g h {number}." for number in range(50)))
    playback.take(1.0)
    wait_until(lambda: len(stage.engine.said) >= 7)
    assert len(stage.engine.said) < 12
    stage.reader.stop()


def test_nothing_to_read_is_told(stage: Stage) -> None:
    for text, code in [
        ("", "reading.nothing"),
        ("...", "reading.nothing"),
        ("a" * (MOST_CHARACTERS + 1), "reading.too_long"),
    ]:
        with pytest.raises(VoiceFlowError) as told:
            stage.reader.read(Wish(text))
        assert told.value.code == code


def test_a_voice_that_nobody_needs_may_rest(stage: Stage) -> None:
    stage.read("A.").take()
    wait_until(lambda: stage.rested == 1)
