"""What is known of one dictation while it runs: owned by the `dictation` thread."""

import time
import uuid
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from voiceflow.dictation.reports import Recognized
from voiceflow.engines.inserter.contract import Target
from voiceflow.events import Measured, Stage

if TYPE_CHECKING:
    from voiceflow.dictation.delivery import ForWindow
    from voiceflow.dictation.surroundings import Seen


@dataclass(slots=True)
class Session:
    """Times are on the clock of `time.monotonic()`, zero where the moment has not come. `edits`: the selected text that
    an instruction is for."""

    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    started_at: float = field(default_factory=time.time)
    key_down_s: float = field(default_factory=time.monotonic)
    first_sound_s: float = 0.0
    key_up_s: float = 0.0
    target: Target | None = None
    for_window: "ForWindow | None" = None
    seen: "Seen | None" = None
    edits: str = ""
    cancelled: bool = False
    lost_microphone: bool = False
    may_be_silent: bool = False
    recognized: Recognized | None = None
    stages: list[Stage] = field(default_factory=list)

    def mark(self, name: str, begin_s: float, end_s: float) -> None:
        self.stages.append(Stage(name, (begin_s - self.key_down_s) * 1000, (end_s - begin_s) * 1000))

    def measured(self, state: str) -> Measured:
        ended = Measured(self.id, self.started_at, state, tuple(self.stages))
        if self.recognized is None:
            return ended
        done, info = self.recognized.decodes, self.recognized.info
        ended = replace(
            ended,
            audio_s=self.recognized.duration_s,
            decodes_made=done.made,
            decodes_redone=done.redone,
            decodes_dropped=done.dropped,
            decodes_split=done.split,
            decode_s=done.seconds,
            behind_s=self.recognized.behind_s,
        )
        if info is None:
            return ended
        return replace(
            ended,
            engine=info.engine,
            model=info.model,
            device=info.device,
            compute_type=info.compute_type,
            fallback_reason=info.fallback_reason,
        )
