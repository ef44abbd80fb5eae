"""What a short context costs, counted."""

import random
from dataclasses import asdict

import pytest

from voiceflow.dictation.tally import Comparison, Tally, compare, tally_of, word_errors


@pytest.mark.parametrize(
    ("heard", "reference", "errors"),
    [
        ("", "", 0),
        ("a b c", "a b c", 0),
        ("a x c", "a b c", 1),
        ("a c", "a b c", 1),
        ("a b b c", "a b c", 1),
        ("", "a b c", 3),
        ("a b c a b c", "a b c", 3),
        ("b c d", "a b c", 2),
    ],
)
def test_errors_are_substitutions_deletions_and_insertions(heard: str, reference: str, errors: int) -> None:
    assert word_errors(heard.split(), reference.split()) == errors


@pytest.mark.parametrize(
    ("short", "full", "reference", "lost"),
    [
        ("a b c d", "a b c d", "a b c d", 0),
        pytest.param("a b c x", "a b c x", "a b c d", 0, id="both wrong alike"),
        pytest.param("a b c x", "a b c d", "a b c d", 0.75, id="the reference sides with full at times"),
        pytest.param("a b c d", "a b c x", "a b c d", -1.25, id="short was the better one"),
        pytest.param("a b c x", "a b c y", "a b c d", -0.25, id="wrong in two ways"),
        pytest.param("a b", "a b c d", "a b c d", 1.5, id="stopped early"),
        pytest.param("a b c d " * 9, "a b c d", "a b c d", 4, id="a loop costs no more than all words"),
        pytest.param("", "", "", 0, id="silence"),
    ],
)
def test_words_lost_to_the_short_context(short: str, full: str, reference: str, lost: float) -> None:
    assert compare(short.split(), full.split(), reference.split()).lost == pytest.approx(lost)


def spoken(chance_of_loss: float, segments: int, seed: int, loss: int = 3, words: int = 15) -> list[Comparison]:
    """Segments whose two decodes often differ harmlessly; at times the short one loses words."""
    dice = random.Random(seed)
    heard = []
    for _ in range(segments):
        differ = dice.random() < 0.25
        short, full = (dice.randint(0, 2), dice.randint(0, 2)) if differ else (0, 0)
        short += loss if dice.random() < chance_of_loss else 0
        heard.append(Comparison(words, short, full, apart=abs(short - full)))
    return heard


def floor_after(comparisons: list[Comparison], frames: int = 500) -> int:
    tally = Tally()
    for comparison in comparisons:
        tally = tally.plus(comparison).judged(max(frames, tally.floor_frames))
    return tally.floor_frames


def test_harmless_differences_never_grow_the_context() -> None:
    assert [floor_after(spoken(0, segments=1000, seed=seed)) for seed in range(20)] == [0] * 20


@pytest.mark.parametrize(("chance_of_loss", "loss", "segments"), [(0.5, 3, 60), (0.15, 15, 200), (0.3, 3, 300)])
def test_lost_words_grow_it(chance_of_loss: float, loss: int, segments: int) -> None:
    floors = [floor_after(spoken(chance_of_loss, segments, seed, loss)) for seed in range(20)]
    assert all(floors)


def test_a_few_words_are_no_verdict() -> None:
    assert not Tally().plus(Comparison(words=40, short_errors=40, apart=40)).loses


def test_it_grows_step_by_step_to_the_whole_window_and_no_further() -> None:
    bad = Comparison(words=20, short_errors=8, apart=8)
    tally, floors = Tally(), []
    for _ in range(100):
        tally = tally.plus(bad).judged(max(500, tally.floor_frames))
        if tally.floor_frames not in floors:
            floors.append(tally.floor_frames)
    assert floors == [0, 1000, 1500, 2000, 3000]
    assert tally.is_final


def test_the_first_step_is_above_what_the_engine_uses_already() -> None:
    bad = Comparison(words=500, short_errors=100, apart=100)
    tally = Tally()
    for _ in range(9):
        tally = tally.plus(bad)
    assert tally.judged(1000).floor_frames == 1500


def test_the_past_fades() -> None:
    tally = Tally()
    for _ in range(200):
        tally = tally.plus(Comparison(words=100, short_errors=1, apart=1))
    assert 2000 <= tally.words <= 4000
    assert tally.lost_percent == pytest.approx(0.75)


@pytest.mark.parametrize("tally", [Tally(), Tally(1500, 812.0, -3.25, 40.5)])
def test_what_was_kept_comes_back(tally: Tally) -> None:
    assert tally_of(asdict(tally)) == tally


@pytest.mark.parametrize("kept", [None, [], "x", {"words": 3}, {"floor_frames": "many"}, {"floor_frames": 1, "new": 2}])
def test_what_is_damaged_counts_for_nothing(kept: object) -> None:
    assert tally_of(kept) == Tally()
