"""Sound cut in the middle of speech: whatever the cut, every word is there once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voiceflow.dictation.joining import concatenate, join, moved, split, spread, text_of
from voiceflow.engines.stt.contract import Word

OVERLAP_S = 3.0
LOOK_BEHIND_S = 5.0


def spoken(*texts: str, word_s: float = 0.25, gap_s: float = 0.05) -> list[Word]:
    step_s = word_s + gap_s
    return [Word(at * step_s, at * step_s + word_s, f" {text}") for at, text in enumerate(texts)]


def heard(words: list[Word], begin_s: float, end_s: float) -> list[Word]:
    """What a recognizer makes of a stretch of sound: a word of which it hears half or more, cut to what is there."""
    found = []
    for word in words:
        start_s, stop_s = max(word.start_s, begin_s), min(word.end_s, end_s)
        if stop_s - start_s >= (word.end_s - word.start_s) / 2:
            found.append(Word(start_s, stop_s, word.text))
    return found


def cut_and_joined(words: list[Word], cut_s: float, end_s: float) -> list[str]:
    left = heard(words, 0.0, end_s)
    right = heard(words, cut_s - OVERLAP_S, words[-1].end_s + 1)
    return [word.text for word in (*split(left, cut_s)[0], *join(left, right, cut_s))]


def all_cuts(words: list[Word]) -> list[float]:
    return [at * 0.01 for at in range(10, int(words[-1].end_s * 100))]


@pytest.mark.parametrize(
    "texts",
    [
        "one two three four five six seven eight nine ten",
        "no no no no no no no no",
        "yes no yes no yes no yes no yes",
        "that that is is that that is not is not",
    ],
)
@pytest.mark.parametrize("behind_s", [0.3, 1.2, LOOK_BEHIND_S])
def test_every_cut_leaves_every_word_once(texts, behind_s):
    words = spoken(*texts.split())
    for cut_s in all_cuts(words):
        assert cut_and_joined(words, cut_s, cut_s + behind_s) == [word.text for word in words], f"cut at {cut_s:.2f} s"


@settings(deadline=None, derandomize=True)
@given(
    numbers=st.lists(st.integers(0, 5), min_size=3, max_size=40),
    lengths_s=st.lists(st.floats(0.08, 0.7), min_size=40, max_size=40),
    gaps_s=st.lists(st.floats(0.0, 0.3), min_size=40, max_size=40),
    place=st.floats(0.02, 0.98),
    behind_s=st.floats(0.3, LOOK_BEHIND_S),
)
def test_any_speech_and_any_cut(numbers, lengths_s, gaps_s, place, behind_s):
    words, at_s = [], 0.0
    for number, length_s, gap_s in zip(numbers, lengths_s, gaps_s, strict=False):
        words.append(Word(at_s, at_s + length_s, f" w{number}"))
        at_s += length_s + gap_s
    cut_s = place * at_s
    assert cut_and_joined(words, cut_s, cut_s + behind_s) == [word.text for word in words]


@settings(deadline=None, derandomize=True)
@given(
    count=st.integers(4, 30),
    slips_s=st.lists(st.floats(-0.15, 0.15), min_size=60, max_size=60),
    place=st.floats(0.1, 0.9),
    behind_s=st.floats(1.0, LOOK_BEHIND_S),
)
def test_words_whose_times_are_wrong_by_up_to_150_ms(count, slips_s, place, behind_s):
    words = spoken(*(f"w{number}" for number in range(count)))
    cut_s = place * words[-1].end_s
    left = heard(words, 0.0, cut_s + behind_s)
    right = heard(words, cut_s - OVERLAP_S, words[-1].end_s)
    left = [moved([word], slip_s)[0] for word, slip_s in zip(left, slips_s, strict=False)]
    right = [moved([word], slip_s)[0] for word, slip_s in zip(right, slips_s[30:], strict=False)]
    texts = [word.text for word in (*split(left, cut_s)[0], *join(left, right, cut_s))]
    assert texts == [word.text for word in words]


def test_case_and_punctuation_do_not_make_another_word():
    left = spoken("so", "we", "went", "there.")
    right = spoken("-", "-", "Went", "there,", "again")[2:]
    assert text_of(join(left, right, cut_s=0.55)) == "Went there, again"


def test_a_word_that_only_the_left_heard_is_kept():
    left = spoken("a", "b", "c", "d")
    assert text_of(join(left, spoken("a", "b", "c", "d", "e")[3:], cut_s=0.58)) == "c d e"


def test_a_torn_word_is_taken_from_the_left():
    left = spoken("we", "like", "strawberry", "cake")
    right = [Word(0.7, 0.85, " berry"), Word(0.9, 1.15, " cake"), Word(1.2, 1.5, " most")]
    assert text_of(join(left, right, cut_s=0.6)) == "strawberry cake most"


def test_many_words_in_a_row_count_more_than_times():
    """Of a recording: the two sides had the same words nearly a second apart, and one of them twice."""
    said = [
        "well",
        "the",
        "best",
        "on",
        "it",
        "is",
        "that",
        "I",
        "have",
        "a",
        "squire",
        "now",
        "that",
        "is",
        "as",
        "good",
        "as",
        "a",
        "knight",
    ]
    left, right = spoken(*said[:14]), moved(spoken(*said), -0.85)
    assert text_of(join(left, right, cut_s=left[9].start_s)) == " ".join(said[9:])


def test_without_a_common_word_times_decide():
    assert text_of(join(spoken("a", "b"), spoken("x", "y", "z"), cut_s=0.5)) == "z"


def test_words_without_times_are_spread_evenly():
    assert spread("a b c d", 2.0)[2] == Word(1.0, 1.5, " c")
    assert spread("", 2.0) == ()


def test_moved_words_keep_their_length():
    assert moved([Word(1.0, 1.5, " a")], 2.0) == (Word(3.0, 3.5, " a"),)


@pytest.mark.parametrize(
    ("language", "texts", "joined"),
    [
        ("en", ["Hello there.", "", " How are you?"], "Hello there. How are you?"),
        ("ja", ["こんにちは。", "元気ですか。"], "こんにちは。元気ですか。"),
        ("", ["a", "b"], "a b"),
    ],
)
def test_windows_cut_at_pauses_follow_each_other(language, texts, joined):
    assert concatenate(texts, language) == joined
