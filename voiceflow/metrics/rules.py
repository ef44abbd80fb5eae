"""What VoiceFlow watches itself for, with the user's limits, and the cure of each. The defaults are issue 5's."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voiceflow.events import Measured
from voiceflow.metrics.alerts import Alert, Level, Limits, Watch
from voiceflow.metrics.histograms import Percentiles
from voiceflow.metrics.resources import Sample
from voiceflow.settings import Metrics as Wishes

LAST = 200
"""Failures are counted among so many dictations."""
_LEAST_DICTATIONS = 20
_LEAST_QUERIES = 20
_BUSY_S = 30.0
_BACKLOGS = 5
_LEAST_BACKLOGS = 3
_FAILED = "failed"
_TRIED = ("done", "empty", _FAILED)

_STEPS = {
    "first_sample": (
        "The microphone opens slowly",
        "Choose the microphone itself instead of the system's default: voiceflow devices",
    ),
    "recognition": (
        "Recognition is slow",
        "A smaller model answers sooner: voiceflow models list. voiceflow doctor --tune measures this machine",
    ),
    "rules": ("The text rules are slow", "Report it: they should take a millisecond"),
    "cleanup": ("Clean-up of the text is slow", "Choose a faster rewriter, or switch clean-up off"),
    "history": ("Writing the history is slow", "See what else writes to the disk where VoiceFlow keeps its data"),
    "insertion": (
        "Windows take the text slowly",
        "Try the other way: voiceflow config set insertion.way typed",
    ),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules look at: the last dictations, oldest first, stage times of the last hour by name, the last
    questions to the history in milliseconds, and the last sample."""

    traces: Sequence[Measured]
    stages: dict[str, Percentiles]
    queries_ms: Sequence[float]
    sample: Sample | None


@dataclass(frozen=True, slots=True)
class Reading:
    """`value` as the limits have it; None where it is not known."""

    name: str
    limits: Limits
    value: float | None
    count: int
    title: str
    hint: str


class Rules:
    """Owned by one thread."""

    def __init__(self) -> None:
        self._watches: dict[str, Watch] = {}

    def check(self, facts: Facts, wishes: Wishes, now_s: float) -> list[Alert]:
        """Those that hold now, the worst first. `now_s`: seconds since 1970."""
        alerts = []
        for reading in readings(facts, wishes):
            watch = self._watches.setdefault(reading.name, Watch())
            level = watch.update(reading.limits, reading.value, reading.count, now_s)
            if level is not None:
                alerts.append(Alert(reading.name, level, reading.title, reading.hint, watch.since_s))
        return sorted(alerts, key=lambda alert: -alert.level)


def readings(facts: Facts, wishes: Wishes) -> Iterator[Reading]:
    yield from _steps(facts, wishes)
    yield _queries(facts, wishes)
    yield _failures(facts, wishes)
    yield _backlog(facts, wishes)
    yield _device(facts)
    if facts.sample:
        yield _processors(facts.sample, wishes)
        yield _memory(facts.sample, wishes)
        yield _disk(facts.sample, wishes)


def _steps(facts: Facts, wishes: Wishes) -> Iterator[Reading]:
    limits = Limits({Level.WARNING: wishes.stage_p95_ms}, least_count=_LEAST_DICTATIONS)
    for name, (title, hint) in _STEPS.items():
        found = facts.stages.get(name)
        p95_ms, count = (found.p95, found.count) if found else (0.0, 0)
        told = f"{title}: one in twenty of the last hour's dictations waited {p95_ms / 1000:.1f} s or longer"
        yield Reading(f"stage.{name}", limits, p95_ms, count, told, hint)


def _queries(facts: Facts, wishes: Wishes) -> Reading:
    times_ms = sorted(facts.queries_ms)
    p95_ms = times_ms[round(0.95 * (len(times_ms) - 1))] if times_ms else 0.0
    limits = Limits({Level.WARNING: wishes.query_p95_ms}, least_count=_LEAST_QUERIES)
    title = f"The history answers slowly: one question in twenty takes {p95_ms / 1000:.1f} s or longer"
    return Reading("history.queries", limits, p95_ms, len(times_ms), title,
                   "Keep fewer dictations: voiceflow config set history.keep_days 365")  # fmt: skip


def _failures(facts: Facts, wishes: Wishes) -> Reading:
    tried = [trace for trace in facts.traces if trace.state in _TRIED][-LAST:]
    failed = sum(trace.state == _FAILED for trace in tried)
    share = 100 * failed / len(tried) if tried else 0.0
    levels = {Level.WARNING: wishes.failed_warning_percent, Level.CRITICAL: wishes.failed_critical_percent}
    title = f"{failed} of the last {len(tried)} dictations failed ({share:.1f} %)"
    return Reading("dictations.failed", Limits(levels, least_count=_LEAST_DICTATIONS), share, len(tried), title,
                   "Problems says why each did. Their sound is in the history: transcribe it there")  # fmt: skip


def _backlog(facts: Facts, wishes: Wishes) -> Reading:
    """The median, so that a dictation during which the model was loaded is no alert."""
    behind_s = [trace.behind_s for trace in facts.traces if trace.decodes_made][-_BACKLOGS:]
    value = statistics.median(behind_s) if behind_s else 0.0
    limits = Limits({Level.WARNING: wishes.backlog_s}, least_count=_LEAST_BACKLOGS)
    title = f"Recognition does not keep up: it was {value:.1f} s behind the speech in the last dictations"
    return Reading("recognition.backlog", limits, value, len(behind_s), title,
                   "A smaller model keeps up: voiceflow models list")  # fmt: skip


def _device(facts: Facts) -> Reading:
    """Of the last dictation that was decoded."""
    last = next((trace for trace in reversed(facts.traces) if trace.device), None)
    reason = last.fallback_reason if last else ""
    title = f"{last.device.upper()} {last.compute_type} is used" if last else ""
    return Reading("recognition.device", Limits({Level.INFO: 0.5}), float(bool(reason)), 1, title, reason)


def _processors(sample: Sample, wishes: Wishes) -> Reading:
    limits = Limits({Level.WARNING: wishes.cpu_percent}, for_s=_BUSY_S)
    title = f"The processors are {sample.cpu_percent:.0f} % busy, {sample.own_cpu_percent:.0f} % with VoiceFlow"
    return Reading("machine.processors", limits, sample.cpu_percent, 1, title,
                   "Recognition waits for them: end what works in the background")  # fmt: skip


def _memory(sample: Sample, wishes: Wishes) -> Reading:
    budget_bytes = wishes.memory_budget_mb * 1_000_000 or sample.machine_bytes / 2
    percent = 100 * sample.memory_bytes / budget_bytes if budget_bytes else 0.0
    levels = {Level.WARNING: wishes.memory_warning_percent, Level.CRITICAL: wishes.memory_critical_percent}
    used, budget = sample.memory_bytes / 1e6, budget_bytes / 1e6
    title = f"VoiceFlow takes {used:.0f} MB of memory, {percent:.0f} % of the {budget:.0f} MB that it may take"
    return Reading("memory", Limits(dict(levels)), percent, 1, title,
                   "Take a smaller model, or unload it sooner: voiceflow config set stt.unload_after_s 60")  # fmt: skip


def _disk(sample: Sample, wishes: Wishes) -> Reading:
    limits = Limits({Level.ERROR: wishes.free_disk_mb * 1e6}, below=True)
    title = f"{sample.free_disk_bytes / 1e6:.0f} MB are free on the disk where the history is"
    return Reading("disk", limits, sample.free_disk_bytes, 1, title,
                   "Make room: sound is kept there while you speak")  # fmt: skip
