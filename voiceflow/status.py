"""What the running app would say of itself: kept up to date by the events, answered without asking any part."""

import time
from dataclasses import asdict
from typing import Any

from voiceflow.dictation.tally import LIMIT_PERCENT, Tally
from voiceflow.events import (
    Delivered,
    EngineChosen,
    Event,
    EventBus,
    InterruptedFound,
    ModelChanged,
    Notice,
    Severity,
    Spoken,
    State,
    StateChanged,
)

_PROBLEMS = 5


class Status:
    """Written on the `events` thread, read from any."""

    def __init__(self, events: EventBus) -> None:
        self.state = StateChanged(State.IDLE)
        self.interrupted = 0
        self.model = ModelChanged("unloaded", "")
        self.last: Delivered | None = None
        self.problems: list[Notice] = []
        self.stand_ins: dict[str, EngineChosen] = {}
        self.spoken: Spoken | None = None
        events.subscribe(Event, self._note)

    def answer(self) -> dict[str, Any]:
        """For `voiceflow status`; no dictated text."""
        last = self.last
        return {
            "running": True,
            "state": str(self.state.state),
            "recording_s": time.monotonic() - self.state.since_s if self.state.state is State.LISTENING else 0.0,
            "interrupted": self.interrupted,
            "model": {
                "name": self.model.model,
                "state": self.model.state,
                "device": self.model.device,
                "compute_type": self.model.compute_type,
                "reason": self.model.reason,
            },
            "last": last and {"state": last.state, "way": last.way, "stages_ms": last.stages_ms},
            "stand_ins": [
                {"family": family, "engine": chosen.engine, "first": chosen.first, "reason": chosen.reason}
                for family, chosen in self.stand_ins.items()
            ],
            "spoken": self.spoken and asdict(self.spoken),
            "memory_mb": memory_bytes() / 1e6,
            "problems": [f"{notice.title}. {notice.hint}".strip() for notice in self.problems],
        }

    def _note(self, event: Event) -> None:
        if isinstance(event, StateChanged):
            self.state = event
        elif isinstance(event, InterruptedFound):
            self.interrupted = len(event.dictation_ids)
        elif isinstance(event, ModelChanged):
            self.model = event
        elif isinstance(event, EngineChosen):
            others = {family: chosen for family, chosen in self.stand_ins.items() if family != event.family}
            self.stand_ins = others | ({event.family: event} if event.reason else {})
        elif isinstance(event, Delivered):
            self.last = event
        elif isinstance(event, Spoken):
            self.spoken = event
        elif isinstance(event, Notice) and event.severity is not Severity.INFO:
            self.problems = [*self.problems, event][-_PROBLEMS:]


def context_of(tally: Tally, full: bool) -> dict[str, Any]:
    """How much sound the encoder looks at, and what that was found to cost; `full` as in the settings."""
    least = (
        f"at least {tally.floor_frames / 100:.0f} s of sound" if tally.floor_frames else "no more sound than was spoken"
    )
    compared = f"{tally.words:.0f} words compared with the whole 30 s"
    lost = f"{max(0.0, tally.lost_percent):.1f} % of them lost, and above {LIMIT_PERCENT:.0f} % it grows"
    return {
        "floor_frames": tally.floor_frames,
        "words": round(tally.words),
        "lost_percent": round(tally.lost_percent, 2),
        "limit_percent": LIMIT_PERCENT,
        "summary": "always the whole 30 s of sound"
        if full or tally.is_final
        else f"{least}; {compared}, {lost if tally.is_telling else 'too few to tell'}",
    }


def memory_bytes() -> int:
    """Of this process and its children: what is theirs alone and their share of the rest (PSS) on Linux, else RSS."""
    import psutil

    total = 0
    me = psutil.Process()
    for process in (me, *me.children(recursive=True)):
        try:
            memory = process.memory_full_info()
            total += getattr(memory, "pss", memory.rss)
        except psutil.Error:
            continue
    return total
