"""What can be seen of VoiceFlow at one moment: for the profiler and the exporters. No dictated text."""

from dataclasses import dataclass

from voiceflow.events import Measured
from voiceflow.metrics.alerts import Alert
from voiceflow.metrics.engine_counts import EngineCounts
from voiceflow.metrics.histograms import Percentiles
from voiceflow.metrics.resources import Sample

HOUR_S, DAY_S, MONTH_S = 3600, 86_400, 30 * 86_400
WINDOWS_S = (HOUR_S, DAY_S, MONTH_S)


@dataclass(frozen=True, slots=True)
class Mark:
    """`name` is `loaded`, `unloaded` or `dictation`; `at_s` in seconds since 1970."""

    at_s: float
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """`traces` oldest first. `table` by (name, engine, model) and `totals` by name, of the last `window_s`;
    `over_time` is release-to-text by the begin of each bucket. `weights_bytes`: the loaded model's files, zero while
    none is loaded. Times in seconds since 1970."""

    at_s: float
    window_s: int
    traces: tuple[Measured, ...]
    table: dict[tuple[str, str, str], Percentiles]
    totals: dict[str, Percentiles]
    over_time: tuple[tuple[int, Percentiles], ...]
    samples: tuple[Sample, ...]
    marks: tuple[Mark, ...]
    alerts: tuple[Alert, ...]
    weights_bytes: int = 0
    engines: tuple[EngineCounts, ...] = ()

    @property
    def sample(self) -> Sample | None:
        return self.samples[-1] if self.samples else None
