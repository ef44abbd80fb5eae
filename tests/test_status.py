"""What the running app says of itself."""

from collections.abc import Iterator

import pytest

from voiceflow.dictation.tally import Tally
from voiceflow.events import EngineChosen, EventBus
from voiceflow.status import Status, context_of


@pytest.mark.parametrize(
    ("tally", "full", "summary"),
    [
        (Tally(), False, "no more sound than was spoken; 0 words compared with the whole 30 s, too few to tell"),
        (
            Tally(0, words=1234, lost=2.5),
            False,
            "no more sound than was spoken; 1234 words compared with the whole 30 s, 0.2 % of them lost, and above 1 %"
            " it grows",
        ),
        (Tally(1500, 20, -3), False, "at least 15 s of sound; 20 words compared with the whole 30 s, too few to tell"),
        (
            Tally(1500, 900, -3),
            False,
            "at least 15 s of sound; 900 words compared with the whole 30 s, 0.0 % of them lost, and above 1 %"
            " it grows",
        ),
        (Tally(3000), False, "always the whole 30 s of sound"),
        (Tally(0, words=1234, lost=2.5), True, "always the whole 30 s of sound"),
    ],
)
def test_what_the_encoder_is_shown(tally: Tally, full: bool, summary: str) -> None:
    assert context_of(tally, full)["summary"] == summary


def test_the_figures_of_the_context_are_numbers_for_programs() -> None:
    figures = context_of(Tally(1000, words=400, lost=6), full=False)
    del figures["summary"]
    assert figures == {"floor_frames": 1000, "words": 400, "lost_percent": 1.5, "limit_percent": 1.0}


@pytest.fixture
def events() -> Iterator[EventBus]:
    bus = EventBus().start()
    yield bus
    bus.stop()


def test_who_stands_in_is_told_until_the_first_engine_answers_again(events: EventBus) -> None:
    status = Status(events)
    reason = "whisper had no model"

    events.publish(EngineChosen("stt", "openai", "whisper", reason))
    events.publish(EngineChosen("tts", "espeak", "piper", "piper crashed"))
    events.publish(EngineChosen("tts", "piper", "piper"))
    events.stop()

    stand_in = {"family": "stt", "engine": "openai", "first": "whisper", "reason": reason}
    assert status.answer()["stand_ins"] == [stand_in]
