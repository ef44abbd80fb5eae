import numpy as np
import pytest

from voiceflow.engines.stt.contract import Hypothesis, Segment, Word
from voiceflow.transcription.timing import spread, words_of
from voiceflow.transcription.windows import FRAME_S, RATE_HZ, Window


def window(start_s: float, *probabilities: float) -> Window:
    return Window(round(start_s * RATE_HZ), np.zeros(512 * len(probabilities), np.float32), probabilities)


def timed(words: list[Word]) -> list[tuple[float, float, str]]:
    return [(round(word.start_s, 2), round(word.end_s, 2), word.text) for word in words]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("", [(0, 1)], []),
        ("aa", [(1, 2)], [(1, 2, " aa")]),
        ("aa bb", [(0, 2)], [(0, 1, " aa"), (1, 2, " bb")]),
        ("aa bb", [(0, 1), (5, 6)], [(0, 1, " aa"), (5, 6, " bb")]),
        ("a bbbb", [(0, 7)], [(0, 2, " a"), (2, 7, " bbbb")]),
        ("aa bb", [(0, 0)], [(0, 0, " aa"), (0, 0, " bb")]),
    ],
)
def test_words_share_the_time_by_their_length(text, spans, expected) -> None:
    assert timed(spread(text, spans)) == expected


def test_a_line_without_spaces_is_cut_into_characters() -> None:
    words = spread("漢" * 50, [(0, 5)])
    assert len(words) == 50
    assert "".join(word.text for word in words) == " " + "漢" * 50


def test_the_recognizers_own_words_are_put_on_the_files_clock() -> None:
    hypothesis = Hypothesis("hello", words=(Word(0.5, 1.0, " hello", 0.9),))
    assert words_of(hypothesis, window(10_000, 0.9)) == [Word(10_000.5, 10_001.0, " hello", 0.9)]


def test_segments_are_shared_out() -> None:
    hypothesis = Hypothesis("aa bb", segments=(Segment(0, 1, "aa"), Segment(3, 4, "bb")))
    assert timed(words_of(hypothesis, window(100, 0.9))) == [(100, 101, " aa"), (103, 104, " bb")]


def test_without_either_the_speech_is() -> None:
    hypothesis = Hypothesis("aa bb")
    words = words_of(hypothesis, window(1, 0, 0.9, 0.9, 0, 0, 0.9, 0.9, 0))
    frame = FRAME_S
    assert [word.start_s for word in words] == pytest.approx([1 + frame, 1 + 5 * frame])
    assert [word.end_s for word in words] == pytest.approx([1 + 3 * frame, 1 + 7 * frame])
