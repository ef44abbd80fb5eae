"""What is known of one dictation while it runs: owned by the `dictation` thread."""

import time
import uuid
from dataclasses import dataclass, field

from voiceflow.engines.inserter.contract import Target
from voiceflow.history.records import Stage


@dataclass(slots=True)
class Session:
    """Times are on the clock of `time.monotonic()`, zero where the moment has not come."""

    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    started_at: float = field(default_factory=time.time)
    key_down_s: float = field(default_factory=time.monotonic)
    first_sound_s: float = 0.0
    key_up_s: float = 0.0
    target: Target | None = None
    cancelled: bool = False
    lost_microphone: bool = False
    stages: list[Stage] = field(default_factory=list)

    def mark(self, name: str, begin_s: float, end_s: float) -> None:
        self.stages.append(Stage(name, (begin_s - self.key_down_s) * 1000, (end_s - begin_s) * 1000))
