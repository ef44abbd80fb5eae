import pytest

from voiceflow.dictation.lost import leaves_out, repeats

FIREMAN = "my allah replied fireman i tell thee the truth"


@pytest.mark.parametrize(
    ("before", "after", "left_out"),
    [
        (FIREMAN, "he should notice the position and temperature", True),
        ("and with their answer tell me what happened", "and with their answer the invention of movable type", True),
        ("we met on monday and then we left again", "we met on monday", True),
        (FIREMAN, f"{FIREMAN} he should notice the position", False),
        ("by allah reply to firemen", FIREMAN, False),
        ("the pacific crayfish are where oysters every", "the pacific crayfish however serves every purpose", False),
        (
            "i have a cold so i price them for a different than the",
            "i have a cold so i might smell quite different than the acoustic",
            False,
        ),
        ("i said that we met on monday morning there and left", "i said that we left", True),
        ("thank you", "he should notice the position", False),
        ("", "he should notice the position", False),
    ],
    ids=[
        "another sentence",
        "the middle",
        "the end",
        "more",
        "heard better",
        "some letters",
        "heard otherwise",
        "the middle is gone",
        "too few to say",
        "none",
    ],
)
def test_words_that_an_earlier_decode_heard_are_missed(before: str, after: str, left_out: bool) -> None:
    assert leaves_out(before.split(), after.split()) is left_out


@pytest.mark.parametrize(
    ("before", "after", "repeated"),
    [
        ("let me see", "let me see", True),
        ("let me see", "let me see how can i begin", True),
        ("967 967", "967 977", False),
        ("one two free four five six seven eight", "won too three for five six seven eight", True),
        ("", "anything", True),
    ],
)
def test_only_a_decode_that_says_the_same_can_have_stopped_early(before: str, after: str, repeated: bool) -> None:
    assert repeats(after.split(), before.split()) is repeated
