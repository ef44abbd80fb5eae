"""One dictation on a clock of its own: sound goes in frame by frame, and answers come when the test says so."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.dictation.spelled_sound import RATE_HZ, Reader, say, silence, spoken, word
from tests.dictation.stage import Stage
from voiceflow.dictation.reports import (
    HeardReport,
    LevelReport,
    ListeningEnded,
    Paused,
    RecognitionFailed,
    Recognized,
    SpeechStarted,
)
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.dictation.window import WindowOptions
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis
from voiceflow.errors import EngineError


def test_what_was_said_comes_out():
    assert Stage().dictate(say(1, 2, 3)).text == spoken([1, 2, 3])


def test_the_answer_is_there_when_the_key_goes_up_after_a_pause():
    stage = Stage()
    stage.hear(say(1, 2, 3), silence(0.3))
    decoded = len(stage.reader.requests)
    stage.finish()
    assert stage.last(Recognized).text == spoken([1, 2, 3])
    assert len(stage.reader.requests) == decoded


def test_no_speech_is_never_decoded():
    stage = Stage()
    recognized = stage.dictate(silence(3))
    assert (recognized.text, recognized.had_speech, stage.reader.requests) == ("", False, [])


def test_a_pause_is_decoded_while_the_user_goes_on_and_its_words_are_the_next_prefix():
    stage = Stage()
    stage.dictate(say(*range(1, 23)), silence(0.46), say(23))
    assert stage.reader.requests[-1].prefix == spoken(range(1, 23))
    assert stage.last(Recognized).text == spoken(range(1, 24))


def test_a_few_words_are_no_prefix():
    stage = Stage()
    stage.dictate(say(1, 2), silence(0.7), say(3))
    assert stage.reader.requests[-1].prefix == ""


class Unsure(Reader):
    def __init__(self, log_probability: float = -0.5, no_speech_probability: float = 0.01) -> None:
        super().__init__()
        self.log_probability, self.no_speech_probability = log_probability, no_speech_probability

    def decode(self, request: DecodeRequest) -> Hypothesis:
        return replace(super().decode(request), average_log_probability=self.log_probability)


def test_words_that_the_model_was_unsure_of_are_no_prefix():
    stage = Stage(reader=Unsure())
    stage.dictate(say(*range(1, 23)), silence(0.7), say(23))
    assert stage.reader.requests[-1].prefix == ""


def test_what_is_settled_is_not_decoded_again_when_the_window_is_cut():
    stage = Stage()
    stage.hear(say(1, 2, 3), silence(3))
    assert len(stage.reader.requests) == 1
    assert stage.last(HeardReport).committed == spoken([1, 2, 3])


def test_a_guess_that_proved_wrong_is_only_shown():
    stage = Stage()
    stage.hear(say(1, 2), silence(0.16), say(3), silence(0.1))
    assert stage.last(HeardReport).tentative == spoken([1, 2])
    assert stage.dictate().text == spoken([1, 2, 3])
    assert stage.reader.requests[-1].prefix == ""
    assert stage.last(Recognized).decodes.dropped == 1


def test_without_speculation_short_pauses_are_not_decoded():
    stage = Stage(ListeningOptions(window=WindowOptions(speculate=False)))
    stage.hear(say(1, 2), silence(0.3))
    assert stage.reader.requests == []


def test_where_the_machine_has_no_room_nothing_is_guessed():
    stage = Stage(may_guess=lambda: False)
    stage.hear(say(1, 2), silence(0.3))
    assert stage.reader.requests == []
    assert stage.dictate().text == spoken([1, 2])


@pytest.mark.parametrize(("behind_s", "guesses"), [(0.7, 1), (1.1, 0)])
def test_nothing_is_guessed_while_the_recognizer_is_over_a_second_behind(behind_s, guesses):
    stage = Stage(ListeningOptions(window=WindowOptions(least_new_ms=0)), slow=True)
    stage.hear(say(1, 2), silence(0.16), word(3, behind_s - 0.16), silence(0.3))
    stage.answer_all()
    assert len(stage.reader.requests) == guesses, "the first guess was dropped as speech went on"
    assert stage.dictate().text == spoken([1, 2, 3])


def test_long_dictations_are_cut_at_pauses_and_lose_nothing():
    stage = Stage()
    numbers = list(range(1, 121))
    for at in range(0, 120, 6):
        stage.hear(say(*numbers[at : at + 6]), silence(0.6))
    assert stage.dictate().text == spoken(numbers)
    assert max(len(request.pcm) for request in stage.reader.requests) <= 24 * RATE_HZ
    assert stage.all(HeardReport)[-1].committed


def test_committed_text_never_changes():
    stage = Stage()
    for at in range(0, 120, 6):
        stage.hear(say(*range(at + 1, at + 7)), silence(0.6))
    committed = [report.committed for report in stage.all(HeardReport)]
    assert all(later.startswith(earlier) for earlier, later in pairwise(committed))


@pytest.mark.parametrize("word_s", [0.23, 0.31, 0.47, 0.64, 0.9])
@pytest.mark.parametrize("slow", [False, True])
def test_speech_without_a_pause_is_cut_between_words_and_loses_none(word_s, slow):
    stage = Stage(slow=slow)
    numbers = range(1, int(100 / word_s))
    stage.hear(*(part for number in numbers for part in (word(number + 1000, word_s), silence(0.04))))
    assert stage.dictate().text == spoken(number + 1000 for number in numbers)
    assert max(len(request.pcm) for request in stage.reader.requests) <= 25 * RATE_HZ


def test_speech_without_any_gap_loses_no_word():
    stage = Stage()
    stage.hear(*(word(number + 1000, 0.37) for number in range(1, 200)))
    assert stage.dictate().text == spoken(number + 1000 for number in range(1, 200))


def test_an_engine_without_word_times_loses_few_words_where_speech_has_no_pause():
    stage = Stage(reader=Reader(incremental=False, has_times=False))
    numbers = [number + 1000 for number in range(1, 200)]
    stage.hear(*(part for number in numbers for part in (word(number, 0.3), silence(0.05))))
    assert stage.dictate().text == spoken(numbers)


def test_a_slow_recognizer_loses_nothing_and_stale_wishes_are_not_decoded():
    stage = Stage(slow=True)
    numbers = list(range(1, 61))
    for at in range(0, 60, 6):
        stage.hear(say(*numbers[at : at + 6]), silence(0.6))
    assert stage.dictate().text == spoken(numbers)
    assert len(stage.reader.requests) <= 5


def test_a_long_silence_between_words_is_not_decoded_but_no_word_is_lost():
    stage = Stage()
    assert stage.dictate(say(1), silence(40), say(2)).text == spoken([1, 2])
    assert max(len(request.pcm) for request in stage.reader.requests) <= 4 * RATE_HZ


def test_the_tail_is_heard_while_speech_goes_on():
    stage = Stage()
    stage.hear(say(1), word(2, 0.2))
    stage.finish()
    assert stage.all(ListeningEnded) == []
    stage.hear(word(2, 0.1), silence(0.3))
    assert stage.last(Recognized).text == spoken([1, 2])


def test_the_tail_ends_after_its_time_though_speech_goes_on():
    stage = Stage(ListeningOptions(tail_ms=200))
    stage.hear(word(1, 1.0))
    stage.finish()
    stage.hear(word(1, 1.0))
    assert stage.last(ListeningEnded).duration_s == pytest.approx(1.2, abs=0.04)


def test_with_silence_at_key_up_listening_ends_with_the_current_frame():
    stage = Stage()
    stage.hear(say(1), silence(0.5))
    stage.finish()
    assert stage.last(ListeningEnded).duration_s == pytest.approx(0.86, abs=0.032)


def test_sound_that_was_spoken_before_key_up_but_came_later_is_heard():
    stage = Stage()
    stage.hear(silence(0.5))
    stage.utterance.finish(stage.now_s, still_coming=int(0.4 * RATE_HZ))
    stage.hear(say(1), silence(0.3))
    assert stage.last(Recognized).text == spoken([1])


@pytest.mark.parametrize(
    ("reader", "heard"),
    [
        pytest.param(Reader(), True, id="sure"),
        pytest.param(Unsure(-0.32, 0.61), True, id="a sore throat"),
        pytest.param(Unsure(-0.97, 0.62), False, id="noise"),
    ],
)
def test_loud_sound_that_the_vad_missed_is_words_unless_the_model_doubts_it(reader, heard):
    stage = Stage(reader=reader)
    stage.utterance._around.vad.probability = lambda frame: 0.1
    recognized = stage.dictate(silence(1), say(1000, 1001), silence(1))
    assert (recognized.text, recognized.had_speech) == (spoken([1000, 1001]) if heard else "", heard)


class Looping(Reader):
    def decode(self, request: DecodeRequest) -> Hypothesis:
        return replace(super().decode(request), attempts=3)


def test_loud_sound_that_the_vad_missed_is_nothing_if_it_had_to_be_decoded_again():
    stage = Stage(reader=Looping())
    stage.utterance._around.vad.probability = lambda frame: 0.1
    assert stage.dictate(silence(1), say(1000, 1001), silence(1)).text == ""


@pytest.mark.parametrize(("pause_s", "together"), [(0.5, False), (0.2, True)])
def test_whispering_before_speech_is_heard_by_itself_if_it_is_quiet_between_them(pause_s, together):
    stage = Stage()
    exact = stage.utterance._around.vad.probability
    stage.utterance._around.vad.probability = lambda frame: exact(frame) if abs(frame).max() < 0.2 else 0.1
    whispered = range(1000, 1006)
    recognized = stage.dictate(silence(1), say(*whispered), silence(pause_s), say(1, 2), silence(1))
    assert recognized.text == spoken([*whispered, 1, 2])
    texts = [Reader().decode(request).text for request in stage.reader.requests]
    assert (spoken([*whispered, 1, 2]) in texts) is together


@pytest.mark.parametrize("spoken_s", [0.31, 0.37, 0.43, 0.49])
def test_speech_that_becomes_a_whisper_is_not_cut_before_it_is_quiet(spoken_s):
    """The VAD does not hear the whisper."""
    stage = Stage()
    exact = stage.utterance._around.vad.probability
    stage.utterance._around.vad.probability = lambda frame: exact(frame) if abs(frame).max() < 0.2 else 0.1
    whispered = range(1000, 1030)
    recognized = stage.dictate(silence(2), word(1, spoken_s), silence(0.06), say(*whispered), silence(2))
    assert recognized.text == spoken([1, *whispered])
    assert len([request for request in stage.reader.requests if request.final]) == 1


def test_engines_that_cannot_build_on_earlier_words_decode_once_at_the_end():
    stage = Stage(reader=Reader(incremental=False))
    assert stage.dictate(say(1, 2), silence(0.7), say(3), silence(0.4)).text == spoken([1, 2, 3])
    assert len(stage.reader.requests) == 1


def test_a_failed_early_decode_costs_nothing():
    reader = Reader()
    reader.failures = [EngineError("stt.broken", "Broken")]
    assert Stage(reader=reader).dictate(say(1), silence(0.7), say(2)).text == spoken([1, 2])


def test_a_final_decode_that_fails_twice_is_reported_once_listening_has_ended():
    reader = Reader()
    reader.failures = [EngineError("stt.broken", "Broken")] * 9
    stage = Stage(reader=reader)
    stage.hear(say(1))
    assert stage.all(RecognitionFailed) == []
    stage.finish()
    stage.hear(silence(0.2))
    stage.answer_all()
    assert stage.last(RecognitionFailed).error.code == "stt.broken"


def test_the_language_is_decided_by_the_first_decode_that_heard_enough():
    stage = Stage(reader=Reader(language="de"))
    stage.dictate(say(1), silence(0.6), say(*range(2, 12)), silence(0.6), say(12))
    languages = [request.options.language for request in stage.reader.requests]
    assert languages[0] is None
    assert languages[-1] == "de"
    assert stage.last(Recognized).language == "de"


def test_a_language_that_is_set_is_not_detected():
    stage = Stage(ListeningOptions(decode=DecodeOptions(language="en")), reader=Reader(language="de"))
    assert stage.dictate(say(1)).language == "en"


def test_cancel_decodes_nothing_more():
    stage = Stage(slow=True)
    stage.hear(say(1, 2), silence(0.6))
    stage.utterance.cancel()
    stage.answer_all()
    assert stage.reader.requests == []
    assert stage.all(Recognized) == []


def test_it_tells_of_speech_levels_and_pauses():
    stage = Stage()
    stage.hear(silence(1), say(1, 2), silence(1))
    assert len(stage.all(SpeechStarted)) == 1
    assert len(stage.all(LevelReport)) == pytest.approx(20 * 2.72, abs=2)
    assert stage.last(Paused).since_ms == pytest.approx(1000, abs=150)


def test_sound_is_given_back_while_the_dictation_goes_on():
    stage = Stage()
    for _ in range(30):
        stage.hear(say(1, 2, 3, 4), silence(0.8))
    kept = sum(len(piece) for piece in stage.utterance._draft.sound._pieces)
    assert kept < 25 * RATE_HZ
