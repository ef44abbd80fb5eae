"""Which attempt is believed."""

from collections.abc import Sequence

import pytest

from voiceflow.engines.stt.whisper_context import FULL, Context
from voiceflow.engines.stt.whisper_guards import Evidence
from voiceflow.engines.stt.whisper_steps import Attempt, Outcome, best_of, judged

SHORT = Attempt(Context(500, 128, 250))
TWICE = "Tear down the fence, tear down the fence."


def outcome(text: str, average: float = -0.2, suspicion: str = "") -> Outcome:
    return Outcome(Evidence(text, len(text.split()), 6.0, average, 0.0), [], None, 0.0, 0.0, suspicion)


@pytest.mark.parametrize(
    ("attempt", "text", "before", "suspected"),
    [
        (SHORT, "Tear down the fence.", [], ""),
        (SHORT, TWICE, [], "repeat"),
        (SHORT, TWICE, [TWICE], "repeat"),
        (Attempt(FULL), TWICE, ["tear down the fence tear down the fence"], ""),
        (Attempt(FULL), TWICE, ["Tear down the fence, tear down the fence, tear"], "repeat"),
        (Attempt(FULL), TWICE, [], "repeat"),
        (Attempt(FULL, temperature=0.2), TWICE, [TWICE], "repeat"),
        (Attempt(FULL), "so " * 50, ["so " * 50], "too_many_tokens"),
    ],
)
def test_what_full_context_hears_as_well_was_said_twice(
    attempt: Attempt, text: str, before: Sequence[str], suspected: str
) -> None:
    assert judged(attempt, outcome(text), [outcome(each) for each in before]).suspicion == suspected


@pytest.mark.parametrize(
    ("outcomes", "best"),
    [
        ([outcome(TWICE, suspicion="repeat"), outcome("once")], "once"),
        ([outcome(TWICE, suspicion="repeat"), outcome("sure", -1.1, "doubt"), outcome("x", -2.0, "doubt")], "sure"),
        ([outcome("so " * 40, suspicion="repeat"), outcome(TWICE, suspicion="repeat")], TWICE),
    ],
)
def test_the_best_is_the_last_that_convinces_or_the_least_bad(outcomes: Sequence[Outcome], best: str) -> None:
    assert best_of(outcomes).evidence.text == best
