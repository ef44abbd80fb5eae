"""Sound of a whole text, its figures, and what the speech model hears of it."""

import numpy as np
import pytest

from tests.reading.spoken_words import WordEngine
from voiceflow.errors import EngineError, VoiceFlowError
from voiceflow.reading.cache import SpeechCache
from voiceflow.reading.quality import quality
from voiceflow.reading.reader import Wish
from voiceflow.reading.recording import record
from voiceflow.reading.synthesizer import Synthesizer, Wanted
from voiceflow.round_trip import word_error_rate

RATE_HZ = 16_000


def synthesizer(engine: WordEngine) -> Synthesizer:
    return Synthesizer(engine, SpeechCache(), lambda event: None)


def test_a_recording_is_all_sentences_with_their_pauses() -> None:
    made = record(Wish("A bbb. Ccccc."), synthesizer(WordEngine()), "en")
    assert made.quality.sound_s == pytest.approx(1.5 + 0.15 + 0.45, abs=0.01)
    assert made.speaking.engine == "words"
    assert made.language == "en"


def test_a_faster_recording_is_shorter() -> None:
    made = record(Wish("A bbb. Ccccc.", speed=2.0), synthesizer(WordEngine()), "en")
    assert made.quality.sound_s == pytest.approx(1.05, rel=0.05)


def test_the_language_is_that_of_the_letters_unless_it_is_named() -> None:
    assert record(Wish("Доброе утро."), synthesizer(WordEngine()), "en").language == "ru"
    assert record(Wish("Доброе утро.", language="bg"), synthesizer(WordEngine()), "en").language == "bg"


def test_nothing_to_say_and_a_voice_that_fails_are_told() -> None:
    with pytest.raises(VoiceFlowError, match="nothing to read"):
        record(Wish("..."), synthesizer(WordEngine()), "en")
    with pytest.raises(EngineError):
        record(Wish("Bad."), synthesizer(WordEngine(broken="Bad")), "en")


def test_a_sentence_that_was_stopped_is_not_kept() -> None:
    engine = WordEngine()
    made = synthesizer(engine)
    speech = made.say("One two three.", Wanted())
    next(speech)
    speech.close()
    list(made.say("One two three.", Wanted()))
    assert engine.said == ["One two three."] * 2


def test_a_sentence_that_failed_is_not_kept() -> None:
    engine = WordEngine(broken="bad")
    made = synthesizer(engine)
    for _ in range(2):
        with pytest.raises(EngineError):
            list(made.say("One bad.", Wanted()))
    assert len(engine.said) == 2


def test_figures_tell_clipping_silence_and_the_real_time_factor() -> None:
    loud = np.where(np.arange(RATE_HZ) % 40 < 20, 1.0, -1.0).astype(np.float32)
    figures = quality(np.concatenate([loud, np.zeros(RATE_HZ, np.float32)]), RATE_HZ, made_s=0.5)
    assert figures.sound_s == 2.0
    assert figures.real_time_factor == 0.25
    assert figures.clipped == pytest.approx(0.5, abs=0.01)
    assert figures.silent == pytest.approx(0.5, abs=0.02)
    assert figures.loudness_lufs > -10


def test_no_sound_has_figures_too() -> None:
    assert quality(np.zeros(0, np.float32), RATE_HZ, 0.1).silent == 0.0


@pytest.mark.parametrize(
    ("said", "heard", "rate"),
    [
        ("Hello there.", "hello, there", 0.0),
        ("one two three four", "one too three four", 0.25),
        ("one two", "one two three", 0.5),
        ("one two", "", 1.0),
        ("", "", 0.0),
    ],
)
def test_the_word_error_rate_counts_what_differs(said: str, heard: str, rate: float) -> None:
    assert word_error_rate(said, heard) == rate
