"""Cutting a stream into windows, with a detector that reads its answer from the sound itself."""

import tracemalloc
from collections.abc import Iterator

import numpy as np
import pytest

from voiceflow.engines.vad.contract import FRAME_SAMPLES, Vad
from voiceflow.transcription.windows import FAST, RATE_HZ, Window, WindowOptions, cut


class Loudness(Vad):
    """Each frame's middle sample is its probability: the sound in these tests is drawn, not spoken."""

    def probability(self, frame: np.ndarray) -> float:
        return float(frame[256])

    def reset(self) -> None:
        pass


def sound(*stretches: tuple[float, float]) -> np.ndarray:
    """(seconds, probability) one after another."""
    parts = [np.full(round(seconds * RATE_HZ), value, np.float32) for seconds, value in stretches]
    return np.concatenate([np.zeros(0, np.float32), *parts])


def windows(pcm: np.ndarray, options: WindowOptions | None = None, chunk: int = 8000) -> list[Window]:
    chunks = (pcm[at : at + chunk] for at in range(0, len(pcm), chunk))
    return list(cut(chunks, Loudness(), options or WindowOptions()))


def spans(found: list[Window]) -> list[tuple[float, float]]:
    return [(round(w.start_s, 1), round(w.start_s + w.duration_s, 1)) for w in found]


@pytest.mark.parametrize(
    ("name", "pcm", "expected"),
    [
        ("nothing", sound(), []),
        ("silence alone", sound((60, 0)), []),
        ("a short clip is one window", sound((5, 0.9)), [(0, 5)]),
        ("less than a frame", sound((0.02, 0.9)), [(0, 0)]),
        ("silence before speech keeps a margin", sound((10, 0), (5, 0.9)), [(9.5, 15)]),
        ("a pause under 4 s does not cut", sound((3, 0.9), (0.6, 0.2), (4, 0.9)), [(0, 7.6)]),
        ("a short pause does not cut", sound((5, 0.9), (0.4, 0.2), (4, 0.9)), [(0, 9.4)]),
        ("the first pause after 4 s cuts", sound((5, 0.9), (1, 0.2), (5, 0.9)), [(0, 5.25), (5.25, 11)]),
        ("no pause: the one in the second half", sound((8, 0.9), (0.3, 0.2), (9, 0.9)), [(0, 8.15), (8.15, 17.3)]),
        ("long silence belongs to nobody", sound((3, 0.9), (60, 0), (3, 0.9)), [(0, 3.75), (62.5, 66)]),
        ("whispering is not silence", sound((3, 0.9), (3, 0.2), (3, 0.9)), [(0, 3.75), (3.75, 9)]),
    ],
)
def test_where_windows_begin_and_end(name: str, pcm: np.ndarray, expected: list[tuple[float, float]]) -> None:
    assert spans(windows(pcm)) == [(pytest.approx(a, abs=0.1), pytest.approx(b, abs=0.1)) for a, b in expected], name


def random_talk(seed: int, seconds: float = 150) -> np.ndarray:
    generator = np.random.default_rng(seed)
    stretches: list[tuple[float, float]] = []
    while sum(length for length, _ in stretches) < seconds:
        stretches += [(generator.uniform(0.1, 35), generator.uniform(0.4, 1)), (generator.exponential(1.5), 0.0)]
    return sound(*stretches)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("options", [WindowOptions(), FAST], ids=["normal", "fast"])
def test_no_speech_is_lost_or_doubled_and_no_window_is_too_long(seed: int, options: WindowOptions) -> None:
    pcm = random_talk(seed)
    found = windows(pcm, options)
    again = np.zeros(len(pcm), np.float32)
    end = 0
    for window in found:
        assert window.start >= end
        end = window.start + len(window.pcm)
        again[window.start : end] = window.pcm
        assert window.duration_s <= options.most_s + 0.1
        assert len(window.probabilities) == -(-len(window.pcm) // FRAME_SAMPLES)
    np.testing.assert_array_equal(again, pcm)


def test_the_size_of_chunks_does_not_matter() -> None:
    pcm = random_talk(7, 90)
    assert spans(windows(pcm, chunk=333)) == spans(windows(pcm, chunk=50_000))


def half_minutes(count: int) -> Iterator[np.ndarray]:
    """A second of speech, every 30 s."""
    half_minute = sound((1, 0.9), (29, 0.0))
    for _ in range(count):
        yield half_minute


def test_after_three_hours_times_are_right() -> None:
    starts = [window.start_s for window in cut(half_minutes(360), Loudness(), WindowOptions())]
    assert starts == [pytest.approx(max(0, 30 * at - 0.5), abs=0.05) for at in range(360)]


def test_what_follows_a_stretch_that_is_done_is_on_the_same_clock() -> None:
    three_hours = 3 * 3600 * RATE_HZ
    found = list(cut([sound((1, 0), (3, 0.9))], Loudness(), WindowOptions(), start=three_hours))
    assert [window.start_s for window in found] == [pytest.approx(3 * 3600 + 0.5, abs=0.05)]


def test_memory_is_flat() -> None:
    peaks_bytes = []
    for minutes in (2, 10):
        tracemalloc.start()
        for _ in cut((np.full(8000, 0.9, np.float32) for _ in range(120 * minutes)), Loudness(), WindowOptions()):
            pass
        peaks_bytes.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks_bytes[1] < 1.3 * peaks_bytes[0] < 12_000_000
