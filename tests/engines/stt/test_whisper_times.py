"""Word times: what is done with the alignment."""

import pytest

from voiceflow.engines.stt.contract import Segment, Word
from voiceflow.engines.stt.parakeet import words_from_pieces
from voiceflow.engines.stt.whisper_threads import Layout, one_at_a_time, side_by_side
from voiceflow.engines.stt.whisper_times import segments_of, without_swallowed_pauses


def test_a_word_does_not_swallow_the_pause_before_it() -> None:
    words = [Word(0.0, 3.2, " One"), Word(3.2, 3.5, " two"), Word(3.5, 3.8, " three")]

    starts = [word.start_s for word in without_swallowed_pauses(words)]

    assert starts == [pytest.approx(2.6), 3.2, 3.5]


def test_segments_are_sentences() -> None:
    words = [Word(0.0, 0.4, " Hold"), Word(0.4, 0.8, " on."), Word(1.5, 2.0, ' Why?"'), Word(2.0, 2.2, " So")]

    assert segments_of(words) == (Segment(0.0, 0.8, "Hold on."), Segment(1.5, 2.0, 'Why?"'), Segment(2.0, 2.2, "So"))


def test_no_words_have_no_segments() -> None:
    assert segments_of(()) == ()


def test_pieces_become_words() -> None:
    words = words_from_pieces([" par", "ak", "eet", " sings", "."], [0.1, 0.2, 0.3, 0.8, 1.2], 1.5)

    assert words == (Word(0.1, 0.8, " parakeet"), Word(0.8, 1.5, " sings."))


@pytest.mark.parametrize(
    ("cores", "threads", "alone", "together"),
    [
        (1, 0, Layout(1, 1), Layout(1, 1)),
        (2, 0, Layout(1, 1), Layout(2, 1)),
        (4, 0, Layout(1, 2), Layout(4, 1)),
        (8, 0, Layout(1, 4), Layout(4, 2)),
        (16, 0, Layout(1, 4), Layout(4, 4)),
        (8, 2, Layout(1, 2), Layout(2, 1)),
    ],
)
def test_threads_by_cores(cores: int, threads: int, alone: Layout, together: Layout) -> None:
    assert one_at_a_time(cores, threads) == alone
    assert side_by_side(cores, threads) == together
