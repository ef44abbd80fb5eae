"""The real threads between blocks of sound and reports."""

import queue
from collections.abc import Iterator

import numpy as np
import pytest

from tests.dictation.spelled_sound import RATE_HZ, ExactVad, Reader, say, silence, spoken, word
from voiceflow.audio import cue
from voiceflow.audio.frames import Block
from voiceflow.dictation.listening import Listening
from voiceflow.dictation.recognition import Recognition
from voiceflow.dictation.reports import FirstSound, LevelReport, ListeningEnded, RecognitionFailed, Recognized, Report
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.errors import EngineError

DEADLINE_S = 10


class Room:
    """Sound is played into `listening` on a clock of its own, which runs with the sound."""

    def __init__(self, vad: type = ExactVad) -> None:
        self.reader = Reader()
        self.reports: queue.Queue[Report] = queue.Queue()
        self.journal: list[bytes] = []
        self.now_s = 100.0
        self.recognition = Recognition(lambda: self.reader, lambda _: None)
        self.listening = Listening(vad, self.recognition, ListeningOptions(), self.reports.put)

    def begin(self, dictation_id: str = "d1") -> None:
        self.listening.begin(dictation_id, self.journal.append)

    def play(self, *sounds: np.ndarray, rate_hz: int = RATE_HZ, block_s: float = 0.01) -> None:
        sound = np.concatenate(sounds)
        step = int(rate_hz * block_s)
        for at in range(0, len(sound), step):
            piece = sound[at : at + step]
            self.now_s += len(piece) / rate_hz
            self.listening.block(Block(piece.astype(np.float32).tobytes(), 1, rate_hz, self.now_s))

    def finish(self) -> None:
        self.listening.finish(self.now_s)

    def wait_for(self, kind: type):
        while not isinstance(report := self.reports.get(timeout=DEADLINE_S), kind):
            pass
        return report

    @property
    def journalled(self) -> np.ndarray:
        return np.frombuffer(b"".join(self.journal), "<i2")


@pytest.fixture
def room() -> Iterator[Room]:
    yield from opened(Room())


def opened(room: Room) -> Iterator[Room]:
    room.recognition.start()
    room.listening.start()
    yield room
    room.listening.stop()
    room.recognition.stop()


def test_what_was_said_just_before_the_key_belongs_to_it_when_a_preroll_is_wished(room):
    room.listening.use(ListeningOptions(preroll_ms=400))
    room.play(say(1, 2), silence(0.5), say(3))
    room.begin()
    room.play(say(4), silence(0.1))
    room.finish()
    assert room.wait_for(Recognized).text == spoken([3, 4])


def test_without_a_preroll_nothing_from_before_the_key_is_heard(room):
    room.play(say(1, 2))
    room.begin()
    room.play(say(3), silence(0.1))
    room.finish()
    assert room.wait_for(Recognized).text == spoken([3])


def test_a_cancelled_dictation_is_journalled_to_its_end_before_it_is_said_to_be_done(room):
    seconds = queue.Queue()
    room.begin()
    room.play(say(*range(1, 40)))
    room.listening.cancel(lambda: seconds.put(len(room.journalled) / RATE_HZ))
    assert seconds.get(timeout=DEADLINE_S) == pytest.approx(39 * 0.36, abs=0.01)


def test_every_block_before_finish_is_recognized(room):
    room.begin()
    room.play(say(1, 2, 3), silence(0.1))
    room.finish()
    assert room.wait_for(ListeningEnded).duration_s == pytest.approx(1.18, abs=0.033)
    assert room.wait_for(Recognized).text == spoken([1, 2, 3])


def test_the_first_sound_is_told_with_the_time_of_its_first_sample(room):
    room.begin()
    room.play(silence(0.05))
    assert room.wait_for(FirstSound) == FirstSound("d1", pytest.approx(100.0))


def test_all_sound_is_journalled_in_small_pieces(room):
    room.begin()
    sound = np.concatenate([say(*range(900, 910)), silence(0.5)])
    room.play(sound)
    room.finish()
    room.wait_for(Recognized)
    assert np.abs(room.journalled / 32_767 - sound).max() < 1e-4
    assert max(map(len, room.journal)) <= 2 * RATE_HZ // 4


def test_a_cancelled_dictation_is_journalled_and_gives_no_text(room):
    room.begin()
    room.play(say(1, 2), silence(0.05))
    room.listening.cancel()
    room.begin("d2")
    room.play(say(3), silence(0.1))
    room.finish()
    assert room.wait_for(Recognized).dictation_id == "d2"
    assert len(room.journalled) == pytest.approx((0.77 + 0.46) * RATE_HZ, abs=200)


def test_sound_at_the_devices_own_rate_becomes_16_khz(room):
    room.begin()
    room.play(np.sin(np.arange(48_000 * 2) * 0.05) * 0.5, rate_hz=48_000)
    room.finish()
    room.wait_for(ListeningEnded)
    room.listening.cancel()
    room.begin("d2")
    room.wait_for(Recognized)
    assert len(room.journalled) == pytest.approx(2 * RATE_HZ, abs=0.03 * RATE_HZ)


def test_a_microphone_that_gives_nothing_more_does_not_hold_the_end_up(room):
    room.begin()
    room.play(say(1), word(2, 0.3))
    room.finish()
    assert room.wait_for(Recognized).text == spoken([1, 2])


def test_a_dictation_that_never_heard_a_sound_ends_too(room):
    room.begin()
    room.finish()
    assert room.wait_for(ListeningEnded).duration_s == 0
    assert room.wait_for(Recognized).had_speech is False


def test_a_new_dictation_ends_the_one_before_and_no_sound_is_in_both(room):
    room.begin("d1")
    room.play(say(1, 2))
    room.finish()
    room.begin("d2")
    room.play(say(3), silence(0.2))
    room.finish()
    assert (room.wait_for(Recognized).text, room.wait_for(Recognized).text) == ("w1 w2", "w3")


def test_sound_outside_a_dictation_is_forgotten(room):
    room.play(say(1))
    room.begin()
    room.play(say(2), silence(0.1))
    room.finish()
    room.play(say(3))
    assert room.wait_for(Recognized).text == "w2"
    assert len(room.journalled) <= 0.6 * RATE_HZ


def test_the_start_cue_is_muted_where_it_is_heard(room):
    sound = cue.make(RATE_HZ)
    room.begin()
    room.play(silence(0.1))
    room.listening.cue_sounded(sound, room.now_s)
    room.play(silence(0.15), sound * 0.3, silence(0.5), say(1), silence(0.1))
    room.finish()
    recognized = room.wait_for(Recognized)
    heard = np.concatenate([request.pcm for request in room.reader.requests])
    assert recognized.text == "w1"
    assert np.abs(heard[heard < 0]).max(initial=0) < 1e-3
    assert np.abs(room.journalled).max() > 500


def test_speech_that_began_before_the_cue_is_not_muted(room):
    sound = cue.make(RATE_HZ)
    room.begin()
    room.play(silence(0.1))
    room.listening.cue_sounded(sound, room.now_s)
    speech = np.concatenate([word(1000, 0.8), silence(0.5)])
    speech[4800 : 4800 + len(sound)] += sound
    room.play(speech)
    room.finish()
    room.wait_for(Recognized)
    assert np.count_nonzero(room.reader.requests[-1].pcm) >= 0.79 * RATE_HZ


class BrokenVad(ExactVad):
    def probability(self, frame: np.ndarray) -> float:
        if frame.any():
            raise RuntimeError("the runtime's own words")
        return 0.0


def test_a_fault_ends_the_dictation_with_an_error_and_keeps_its_sound():
    for room in opened(Room(BrokenVad)):
        room.begin()
        room.play(silence(0.5), say(1))
        failed = room.wait_for(RecognitionFailed)
        assert isinstance(failed.error, EngineError)
        assert "own words" not in str(failed.error)
        assert len(room.journalled) >= 0.4 * RATE_HZ


def test_levels_are_told_while_listening(room):
    room.begin()
    room.play(say(2000, 2000))
    levels = [room.wait_for(LevelReport).rms_db for _ in range(8)]
    assert max(levels) == pytest.approx(-6.2, abs=0.5)
