"""Speech that the model passes over is decoded by itself; nothing is there twice."""

from dataclasses import replace

import pytest

from tests.dictation.spelled_sound import RATE_HZ, Reader, say, silence, spoken, word
from tests.dictation.stage import Stage
from voiceflow.engines.stt.contract import DecodeRequest, Hypothesis, Word
from voiceflow.engines.stt.whisper_times import without_swallowed_pauses


class ShortOfBreath(Reader):
    """Stops where another voice begins, as Whisper does: words from 1000 on are of another voice."""

    def decode(self, request: DecodeRequest) -> Hypothesis:
        hypothesis = super().decode(request)
        words = hypothesis.text.split()
        voices = [int(found[1:]) >= 1000 for found in words]
        change = next((at for at, voice in enumerate(voices) if voice != voices[0]), len(words))
        timed = self._read(request.pcm) if change < len(words) else ()
        return replace(hypothesis, text=" ".join(words[:change]), words=tuple(timed)[:change])


@pytest.mark.parametrize("pause_s", [0.16, 0.3, 0.6])
@pytest.mark.parametrize("slow", [False, True])
def test_what_the_model_stopped_short_of_is_decoded_by_itself(pause_s, slow):
    stage = Stage(reader=ShortOfBreath(), slow=slow)
    one, other = range(1, 9), range(1001, 1015)
    recognized = stage.dictate(say(*one), silence(pause_s), say(*other))
    assert recognized.text == spoken([*one, *other])
    assert recognized.decodes.split >= 1


class ShortOfBreathAtTheEnd(ShortOfBreath):
    """Its last word lies at the end of the sound, as the alignment of attention gives it."""

    def decode(self, request: DecodeRequest) -> Hypothesis:
        hypothesis = super().decode(request)
        if not hypothesis.words or hypothesis.words == tuple(self._read(request.pcm)):
            return hypothesis
        end_s = len(request.pcm) / RATE_HZ
        return replace(
            hypothesis, words=(*hypothesis.words[:-1], replace(hypothesis.words[-1], start_s=end_s - 0.5, end_s=end_s))
        )


@pytest.mark.parametrize("pause_s", [0.16, 0.3, 0.6])
def test_a_last_word_that_seems_to_end_with_the_sound_does_not_hide_what_was_missed(pause_s):
    stage = Stage(reader=ShortOfBreathAtTheEnd())
    one, other = range(1, 9), range(1001, 1015)
    assert stage.dictate(say(*one), silence(pause_s), say(*other)).text == spoken([*one, *other])


@pytest.mark.parametrize("change", range(42, 64, 2))
def test_what_is_missed_around_a_cut_in_speech_is_there_once(change):
    stage = Stage(reader=ShortOfBreath())
    one, other = range(1, change), range(1001, 1041)
    recognized = stage.dictate(say(*one), silence(0.06), say(*other))
    assert recognized.decodes.torn
    assert recognized.text == spoken([*one, *other])


class Bookkeeper(Reader):
    """Writes all words as one number, as Whisper does with digits."""

    def decode(self, request: DecodeRequest) -> Hypothesis:
        hypothesis = super().decode(request)
        found = tuple(self._read(request.pcm))
        if not found:
            return hypothesis
        number = " " + "".join(each.text.strip()[1:] for each in found)
        whole = Word(found[0].start_s, found[-1].end_s, number)
        return replace(hypothesis, text=number.strip(), words=tuple(without_swallowed_pauses([whole])))


def test_a_long_number_is_not_taken_for_something_missed():
    stage = Stage(reader=Bookkeeper())
    said = [part for digit in (9, 6, 7, 9, 7, 7, 8, 4, 4, 9) for part in (word(digit, 0.4), silence(0.15))]
    assert stage.dictate(*said).text == "9679778449"


class DeafInTheMiddle(Reader):
    """Skips a phrase: words from 1000 on that stand between others."""

    def decode(self, request: DecodeRequest) -> Hypothesis:
        hypothesis = super().decode(request)
        timed = tuple(self._read(request.pcm))
        loud = [int(found.text.strip()[1:]) >= 1000 for found in timed]
        if all(loud) or not any(loud) or loud[-1]:
            return replace(hypothesis, words=timed)
        kept = tuple(found for found, skipped in zip(timed, loud, strict=True) if not skipped)
        return replace(hypothesis, text="".join(found.text for found in kept).strip(), words=kept)


def test_a_phrase_that_the_model_skipped_is_decoded_by_itself():
    stage = Stage(reader=DeafInTheMiddle())
    one, skipped, other = range(1, 9), range(1001, 1009), range(9, 17)
    words = [*one, *skipped, *other]
    assert stage.dictate(say(*one), silence(0.2), say(*skipped), silence(0.2), say(*other)).text == spoken(words)


class Wavering(Reader):
    """Hears words from 1000 on otherwise while they are all it hears; when more follow, it may pass them over."""

    def __init__(self, early_log_probability: float) -> None:
        super().__init__()
        self._early_log_probability = early_log_probability

    def decode(self, request: DecodeRequest) -> Hypothesis:
        hypothesis = super().decode(request)
        numbers = [int(found[1:]) for found in hypothesis.text.split()]
        early = [number for number in numbers if number >= 1000]
        if numbers == early:
            return replace(
                hypothesis, text="one can still eat it all", average_log_probability=self._early_log_probability
            )
        return replace(hypothesis, text=spoken(numbers if self.hears_all else numbers[len(early) :]))

    hears_all = True


@pytest.mark.parametrize(("sure", "kept"), [(-0.1, True), (-0.5, False)])
def test_what_was_heard_otherwise_before_is_only_kept_if_the_model_was_sure(sure, kept):
    stage = Stage(reader=Wavering(sure))
    recognized = stage.dictate(say(*range(1000, 1008)), silence(0.3), say(*range(1, 15)))
    assert ("one can still eat it all" in recognized.text) is kept


def test_words_passed_over_are_kept_though_the_model_was_unsure_of_them():
    reader = Wavering(-0.5)
    reader.hears_all = False
    recognized = Stage(reader=reader).dictate(say(*range(1000, 1008)), silence(0.3), say(*range(1, 5)))
    assert recognized.text == f"one can still eat it all {spoken(range(1, 5))}"
