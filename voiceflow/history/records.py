"""What the history keeps of a dictation."""

import json
from dataclasses import dataclass, field
from enum import StrEnum

from voiceflow.events import Stage


class DictationState(StrEnum):
    """`RECORDING` in the database while no app runs means that a crash left it: it is shown as interrupted."""

    RECORDING = "recording"
    RECOGNIZING = "recognizing"
    DONE = "done"
    EMPTY = "empty"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"
    RECOVERED = "recovered"


UNFINISHED = (DictationState.RECORDING, DictationState.RECOGNIZING)


@dataclass(frozen=True, slots=True)
class RuleStep:
    """A text rule that changed something, and the whole text behind it."""

    rule: str
    text: str


def steps(stored: str) -> tuple[RuleStep, ...]:
    """From the JSON in the database."""
    return tuple(RuleStep(*step) for step in json.loads(stored))


@dataclass(frozen=True, slots=True)
class Dictation:
    """`started_at`: seconds since 1970, UTC. `raw_text` is what was recognized, `text` what was inserted,
    `trace` how the one became the other; `corrected` when the user has changed `text` since."""

    id: str
    started_at: float
    state: DictationState
    duration_s: float = 0.0
    raw_text: str = ""
    text: str = ""
    engine: str = ""
    model: str = ""
    language: str = ""
    app: str = ""
    window_title: str = ""
    way: str = ""
    error: str = ""
    starred: bool = False
    stages: tuple[Stage, ...] = field(default_factory=tuple)
    trace: tuple[RuleStep, ...] = field(default_factory=tuple)
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A text that a dictation had until another one took its place, at `replaced_at` (seconds since 1970, UTC), with
    what made it; `number` names it."""

    number: int
    replaced_at: float
    engine: str
    model: str
    language: str
    raw_text: str
    text: str
    trace: tuple[RuleStep, ...]
    corrected: bool
