"""Where each stage of each dictation stands on a picture of a given width: pure, without painting."""

from collections.abc import Sequence
from dataclasses import dataclass

from voiceflow.events import Measured, Stage

LANES = {
    "key_held": 0, "speech": 0,
    "first_sample": 1, "recognition": 1, "rules": 1, "cleanup": 1, "history": 1, "insertion": 1,
    "last_decode": 2, "receipt": 2,
}  # fmt: skip
"""What the speaker does, what VoiceFlow does one after another, and parts of that."""
_LEAD_MS = 1000.0
"""How much before the key went up is shown at most, where only the time after it is wanted."""
_TICKS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """`begin_ms` from the key going up; `left` and `width` as shares of the picture's width, already cut to it."""

    trace: Measured
    stage: Stage
    lane: int
    begin_ms: float
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """`bars` of each trace, in the order of the traces; milliseconds count from the key going up."""

    begin_ms: float
    end_ms: float
    bars: tuple[tuple[Bar, ...], ...]

    def place(self, at_ms: float) -> float:
        """0 is the left edge, 1 the right."""
        return (at_ms - self.begin_ms) / (self.end_ms - self.begin_ms)

    @property
    def ticks(self) -> list[float]:
        """Milliseconds, at steps of 1, 2 or 5 times a power of ten."""
        least = (self.end_ms - self.begin_ms) / _TICKS
        power = 10 ** (len(str(int(least))) - 1)
        step = next(step for step in (power, 2 * power, 5 * power, 10 * power) if step >= least)
        first = int(self.begin_ms // step) + 1
        return [float(number * step) for number in range(first, int(self.end_ms // step) + 1)]


def timeline(traces: Sequence[Measured], whole: bool) -> Timeline:
    """`whole`: from the key going down; else from a moment before it went up."""
    spans = [
        [
            (stage, stage.start_ms - released_ms(trace))
            for stage in trace.stages
            if stage.name in LANES and (whole or LANES[stage.name])
        ]
        for trace in traces
    ]
    begins = [begin for shown in spans for stage, begin in shown if whole or LANES[stage.name] == 2]
    ends = [begin + stage.duration_ms for shown in spans for stage, begin in shown]
    begin_ms = min([0.0, *begins]) if whole else max(-_LEAD_MS, min([0.0, *begins]))
    end_ms = max([begin_ms + 10.0, *ends])
    margin = 0.02 * (end_ms - begin_ms)
    line = Timeline(begin_ms - margin, end_ms + margin, ())
    return Timeline(line.begin_ms, line.end_ms, tuple(
        tuple(bar for stage, begin in shown if (bar := _bar(line, trace, stage, begin)))
        for trace, shown in zip(traces, spans, strict=True)
    ))  # fmt: skip


def released_ms(trace: Measured) -> float:
    """When the key went up, from its going down; the end of what there is where that is not known."""
    stages = {stage.name: stage for stage in trace.stages}
    if released := stages.get("recognition"):
        return released.start_ms
    return max((stage.start_ms + stage.duration_ms for stage in trace.stages), default=0.0)


def _bar(line: Timeline, trace: Measured, stage: Stage, begin_ms: float) -> Bar | None:
    left, right = max(0.0, line.place(begin_ms)), min(1.0, line.place(begin_ms + stage.duration_ms))
    if right < 0 or left > 1:
        return None
    return Bar(trace, stage, LANES[stage.name], begin_ms, left, right - left)
