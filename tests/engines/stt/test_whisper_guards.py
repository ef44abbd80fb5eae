"""When a decode is done again."""

import pytest

from voiceflow.engines.stt.whisper_guards import (
    Evidence,
    compression_ratio,
    has_repeat,
    is_silence,
    length_limit,
    suspicion,
)


def heard(text: str, tokens: int = 0, duration_s: float = 6.0, average: float = -0.2, doubt: float = 0.0) -> Evidence:
    return Evidence(text, tokens or len(text.split()), duration_s, average, doubt)


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("", False),
        ("Ten of clubs.", False),
        ("Ten of clubs, ten of clubs.", True),
        ("Rice is served in round bowls. Rice is served in round bowls.", True),
        ("He said no no no to that.", False),
        ("Very very good.", False),
        ("Knock knock. Knock knock.", False),
        ("one two one two one two", True),
        ("one two one two", False),
        ("uh uh uh uh uh uh", True),
        ("The cat sat; the cat slept.", False),
        ("I'll go and I'll go and I'll go", True),
        ("Не знаю как. Не знаю как.", True),
    ],
)
def test_repeats_are_words_right_after_themselves(text: str, repeats: bool) -> None:
    assert has_repeat(text) is repeats


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("Tear down the fence, tear down the fence.", False),
        ("Tear down the fence, tear down the fence, because they are afraid.", False),
        ("Tear down the fence, tear down the fence, tear down the fence.", True),
        ("Tear down the fence, tear down the fence. Ten of clubs, ten of clubs.", True),
        ("Well, tear down the fence, tear down the fence.", True),
    ],
)
def test_a_repeat_that_was_found_to_be_said_is_not_doubted_again(text: str, repeats: bool) -> None:
    assert has_repeat(text, known="Tear down the fence! Tear down the fence") is repeats


def test_a_sound_said_over_and_over_compresses_well() -> None:
    assert compression_ratio("neth" + "es-s" * 40) > 1.8
    assert compression_ratio("Serve it in a chafing dish with thin slices of dry toast.") < 1.8
    assert compression_ratio("") == 0.0


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (heard("Drop the two when you add the figures."), ""),
        (heard("ten of clubs ten of clubs"), "repeat"),
        (heard("neth" + "ess" * 40, tokens=20), "compression"),
        (heard("a b c d", tokens=50), "too_many_tokens"),
        (heard("Wen Chy Art's YON", average=-1.8), "doubt"),
    ],
)
def test_each_suspicion_has_its_name(evidence: Evidence, reason: str) -> None:
    assert suspicion(evidence) == reason


@pytest.mark.parametrize(
    ("evidence", "silent"),
    [
        (heard("you", doubt=0.94, average=-0.57), True),
        (heard("you", doubt=0.91, average=-0.98), True),
        (heard("thank you for watching this", doubt=0.8, average=-1.2), True),
        (heard("Yes.", doubt=0.2, average=-0.5), False),
        (heard("nine nine three", doubt=0.81, average=-0.19), False),
        (heard("Montreal forced aligner please", doubt=0.85, average=-0.75), False),
    ],
)
def test_silence_is_doubt_and_uncertain_or_few_words(evidence: Evidence, silent: bool) -> None:
    assert is_silence(evidence) is silent


def test_the_length_limit_knows_the_duration() -> None:
    assert length_limit(0.5) == 27
    assert length_limit(5.0) == 54
    assert length_limit(30.0) == 204
    assert length_limit(60.0) == 224
