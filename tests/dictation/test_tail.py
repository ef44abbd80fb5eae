"""The end of a long window is decoded by itself for somebody who waits, and the whole window when nobody does."""

from dataclasses import replace

import pytest

from tests.dictation.spelled_sound import RATE_HZ, Reader, say, silence, spoken, word
from tests.dictation.stage import Stage
from voiceflow.dictation.reports import HeardReport, Recognized
from voiceflow.dictation.tail import Tail, tail_of
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis, Word

PHRASES = [range(first, first + 6) for first in range(1, 43, 6)]
"""Seven of 2.2 s, with the pause behind each 2.4 s."""


def said(stage: Stage, *phrases: range, pause_s: float = 0.25) -> None:
    for phrase in phrases:
        stage.hear(say(*phrase), silence(pause_s))


def numbers(*phrases: range) -> str:
    return spoken(number for phrase in phrases for number in phrase)


def seconds_of(stage: Stage) -> list[float]:
    return [len(request.pcm) / RATE_HZ for request in stage.reader.requests]


def test_a_guess_hears_only_the_end_of_a_long_window():
    stage = Stage()
    said(stage, *PHRASES)
    assert 7 <= seconds_of(stage)[-1] <= 10
    assert stage.last(HeardReport).tentative == numbers(*PHRASES)


def test_the_text_at_key_up_is_whole():
    stage = Stage()
    said(stage, *PHRASES)
    stage.finish()
    assert stage.last(Recognized).text == numbers(*PHRASES)


def test_what_was_said_since_the_last_guess_is_heard_with_the_end_alone():
    stage = Stage()
    said(stage, *PHRASES[:-1])
    assert stage.dictate(say(*PHRASES[-1])).text == numbers(*PHRASES)
    assert stage.reader.requests[-1].final
    assert 7 <= seconds_of(stage)[-1] <= 10


def test_one_word_between_two_pauses_stands_by_itself():
    stage = Stage()
    text = stage.dictate(say(*range(1, 7)), silence(0.25), word(7, 1.4), silence(0.25), say(*range(8, 34))).text
    assert text == spoken(range(1, 34))


class OnceWrong(Reader):
    """One decode leaves out its last words or, below 0, makes up one that is said next."""

    def __init__(self, which: int, left_out: int) -> None:
        super().__init__()
        self.which, self.left_out = which, left_out

    def decode(self, request: DecodeRequest) -> Hypothesis:
        read = super().decode(request)
        if len(self.requests) != self.which:
            return read
        words = read.text.split()
        following = f"w{int(words[-1][1:]) + 1}"
        return replace(read, text=" ".join(words[: -self.left_out] if self.left_out > 0 else [*words, following]))


@pytest.mark.parametrize("which", [1, 2, 3])
@pytest.mark.parametrize("left_out", [-1, 1, 2, 3])
def test_the_mistake_of_an_earlier_guess_costs_and_doubles_no_word(which, left_out):
    stage = Stage(reader=OnceWrong(which, left_out))
    said(stage, *PHRASES)
    assert stage.dictate().text == numbers(*PHRASES)


def test_what_is_settled_is_not_guessed_in_the_same_pause():
    stage = Stage()
    stage.hear(say(*range(1, 24)), silence(0.15), say(24, 25), silence(1.2))
    assert len(stage.reader.requests) == 2


def test_a_decode_of_which_a_part_is_heard_anew_decides_no_language():
    stage = Stage(reader=Mistaken())
    recognized = stage.dictate(say(*range(1, 17)), silence(0.6), say(*range(17, 20)))
    assert (recognized.language, recognized.decodes.split) == ("en", 1)


class Mistaken(Reader):
    """Hears one word, and another language, at first."""

    def decode(self, request: DecodeRequest) -> Hypothesis:
        read = super().decode(request)
        return replace(read, text="w1", language="cy") if len(self.requests) == 1 else read


def test_the_model_is_told_what_was_said_right_before():
    stage = Stage(ListeningOptions(decode=DecodeOptions(prompt="Letters to Ada.")))
    said(stage, *PHRASES)
    request = stage.reader.requests[-1]
    first = int(request.known.split()[0].removeprefix("w"))
    assert request.options.prompt == "Letters to Ada. " + spoken(range(first - 12, first))


def test_a_window_that_ends_while_nobody_waits_is_heard_whole():
    stage = Stage()
    said(stage, *PHRASES)
    stage.hear(silence(1.5))
    assert seconds_of(stage)[-1] > 15
    assert stage.last(HeardReport).committed == numbers(*PHRASES)


def test_the_end_is_enough_when_the_key_goes_up_before_the_whole_is_decoded():
    stage = Stage()
    said(stage, *PHRASES, pause_s=0.3)
    stage._slow = True
    stage.hear(silence(1.2))
    stage.utterance.finish(stage.now_s)
    assert stage.last(Recognized).text == numbers(*PHRASES)
    stage.answer_all()
    assert seconds_of(stage)[-1] <= 10, "the decode that nobody waits for any more was dropped"


def test_a_guess_under_way_is_enough_when_the_window_was_just_cut():
    stage = Stage()
    said(stage, *PHRASES[:-1])
    stage.hear(say(*PHRASES[-1]))
    decoded = len(stage.reader.requests)
    stage._slow = True
    stage.hear(silence(1.2))
    stage.finish()
    assert stage.last(Recognized).text == numbers(*PHRASES)
    assert len(stage.reader.requests) == decoded + 1


@pytest.mark.parametrize(
    ("earlier", "latest", "expected"),
    [
        (["one two", "one two three"], 1, (1, "one two", "three")),
        (["One two.", "one, two three"], 1, (1, "one, two", "three")),
        (["one two", "one two three", "one two three four"], 2, (2, "one two three", "four")),
        (["one two", "one two three", "one two three four"], 1, (1, "one two", "three four")),
        (["one too", "one two three"], 1, None),
        (["one two", "one two"], 1, None),
        (["one two"], 1, None),
        (["", "one"], 1, None),
        ([], 1, None),
        (["one two", "one two three"], 0, None),
    ],
)
def test_it_begins_where_two_decodes_agree_on_all_before(earlier, latest, expected):
    found = tail_of([(at + 1, Hypothesis(text, "en")) for at, text in enumerate(earlier)], latest)
    assert (found and (found.begin, found.before, found.known)) == expected


def test_characters_count_where_there_are_no_spaces():
    found = tail_of([(1, Hypothesis("你好。", "zh")), (2, Hypothesis("你好,再见。", "zh"))], 1)
    assert found is not None
    assert (found.before, found.known) == ("你好,", "再见。")
    assert found.whole(Hypothesis("再见了。", "zh"), 1.0).text == "你好,再见了。"


@pytest.mark.parametrize(
    ("known", "heard", "whole"),
    [
        ("and bought milk.", "And bought milk and bread.", "We went out and bought milk and bread."),
        ("and bought", "Then bought milk.", "We went out Then bought milk."),
        ("and bought milk", "bought milk and bread.", "We went out and bought milk and bread."),
        ("and bought milk", "out and bought milk.", "We went out and bought milk."),
        ("and bought milk", "I bought milk.", "We went out I bought milk."),
        ("milk.", "Milk and bread.", "We went out milk and bread."),
        ("I bought", "I bought milk.", "We went out I bought milk."),
        ("and bought", "", "We went out and bought"),
    ],
)
def test_it_goes_on_in_the_sentence_that_it_begins_in(known, heard, whole):
    tail = Tail(1, "We went out", known, 2, Hypothesis(""))
    assert tail.whole(Hypothesis(heard), 1.0).text == whole


def test_the_whole_is_as_sure_and_as_much_speech_as_both_parts_say():
    newest = Hypothesis("one two", average_log_probability=-0.3, no_speech_probability=0.1)
    heard = Hypothesis("two", average_log_probability=-0.2, no_speech_probability=0.6, words=(Word(0.5, 1.0, " two"),))
    whole = Tail(RATE_HZ, "one", "two", 2 * RATE_HZ, newest).whole(heard, 2.0)
    assert (whole.average_log_probability, whole.no_speech_probability) == (-0.3, 0.1)
    assert [(word.text, word.start_s) for word in whole.words] == [(" one", 0.0), (" two", 2.5)]
