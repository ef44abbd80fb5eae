"""What of a text is made, and when."""

import numpy as np

from voiceflow.engines.tts.contract import SpeechBlock
from voiceflow.reading.sentences import Sentence
from voiceflow.reading.track import AHEAD_S, Place, Track

RATE_HZ = 100
LENGTH_S = 4


def make(track: Track, index: int | None) -> None:
    assert index is not None
    track.add(index, SpeechBlock(np.zeros(LENGTH_S * RATE_HZ, np.float32), RATE_HZ))
    track.whole(index)


def test_going_back_makes_what_was_forgotten_however_much_is_made_ahead() -> None:
    track = Track([Sentence(f"Sentence {number}.") for number in range(20)])
    for playing in range(10):
        while (playing + AHEAD_S // LENGTH_S) not in track._made:
            make(track, track.wanted())
        while track.place.sentence == playing:
            track.take()
    track.go_to(Place(2))
    assert track.wanted() == 2
