"""A `View` for other programs."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from voiceflow.metrics.figures import COUNTS, REAL_TIME_FACTOR, RELEASE_TO_TEXT, STEPS, counts, release_to_text_ms
from voiceflow.metrics.histograms import Percentiles
from voiceflow.metrics.view import View

_IN_MS = (*STEPS, RELEASE_TO_TEXT)
_QUANTILES = (("0.5", "p50"), ("0.95", "p95"), ("0.99", "p99"))


def to_json(view: View) -> str:
    """Everything; times of day in seconds since 1970, stage times in milliseconds."""
    told = {
        "at_s": view.at_s,
        "window_s": view.window_s,
        "stages": [
            {"name": name, "engine": engine, "model": model, **asdict(found)}
            for (name, engine, model), found in view.table.items()
        ],
        "release_to_text": [{"begin_s": begin_s, **asdict(found)} for begin_s, found in view.over_time],
        "dictations": [
            {**asdict(trace), "release_to_text_ms": release_to_text_ms(trace)} for trace in reversed(view.traces)
        ],
        "samples": [asdict(sample) for sample in view.samples],
        "marks": [asdict(mark) for mark in view.marks],
        "alerts": [{**asdict(alert), "level": alert.level.name.lower()} for alert in view.alerts],
        "weights_bytes": view.weights_bytes,
        "engines": [asdict(counts) for counts in view.engines],
    }
    return json.dumps(told, indent=2)


def to_csv(view: View) -> str:
    """One line a dictation, newest first, with its stage times in milliseconds."""
    written = io.StringIO()
    facts = ["dictation_id", "started_at", "state", "engine", "model", "device", "compute_type", "audio_s", "decode_s"]
    names = [*facts, "key_held", "speech", *STEPS, RELEASE_TO_TEXT, *COUNTS]
    table = csv.DictWriter(written, names, lineterminator="\n")
    table.writeheader()
    for trace in reversed(view.traces):
        stages = {stage.name: round(stage.duration_ms, 3) for stage in trace.stages if stage.name in names}
        release_ms = release_to_text_ms(trace)
        own = {RELEASE_TO_TEXT: "" if release_ms is None else round(release_ms, 3)}
        table.writerow({name: getattr(trace, name) for name in facts} | stages | own | counts(trace))
    return written.getvalue()


def to_prometheus(view: View) -> str:
    """The text format, version 0.0.4 (prometheus.io, "Exposition formats"): base units, so seconds and bytes."""
    return "\n".join([*_stages(view), *_counts(view), *_engines(view), *_resources(view), *_alerts(view)]) + "\n"


def to_chrome_trace(view: View) -> str:
    """The Trace Event Format (Google, "Trace Event Format"), as Perfetto opens it: a track for each stage, one for each
    part of memory."""
    events = [*_tracks(view), *_memory_tracks(view)]
    return json.dumps({"traceEvents": events, "displayTimeUnit": "ms"})


def _stages(view: View) -> Iterator[str]:
    yield "# HELP voiceflow_stage_seconds How long the steps of a dictation took."
    yield "# TYPE voiceflow_stage_seconds summary"
    for (name, engine, model), found in view.table.items():
        if name in _IN_MS:
            labels = {"stage": name, "engine": engine, "model": model}
            yield from _summary("voiceflow_stage_seconds", labels, found, 0.001)
    yield "# HELP voiceflow_real_time_factor Time of recognition through time of sound."
    yield "# TYPE voiceflow_real_time_factor summary"
    for (name, engine, model), found in view.table.items():
        if name == REAL_TIME_FACTOR:
            yield from _summary("voiceflow_real_time_factor", {"engine": engine, "model": model}, found, 1.0)


def _summary(metric: str, labels: dict[str, str], found: Percentiles, scale: float) -> Iterator[str]:
    for quantile, field in _QUANTILES:
        yield f"{metric}{_labels(labels | {'quantile': quantile})} {getattr(found, field) * scale:.9g}"
    yield f"{metric}_sum{_labels(labels)} {found.total * scale:.9g}"
    yield f"{metric}_count{_labels(labels)} {found.count}"


def _counts(view: View) -> Iterator[str]:
    """Gauges: they are of the window, so they also fall."""
    for name in COUNTS:
        found = view.totals.get(name)
        yield f"# TYPE voiceflow_{name} gauge"
        yield f"voiceflow_{name} {round(found.total) if found else 0}"


def _engines(view: View) -> Iterator[str]:
    """Counters: since the program began."""
    yield "# TYPE voiceflow_engine_total counter"
    for engine in view.engines:
        told = asdict(engine)
        who = {"family": told.pop("family"), "engine": told.pop("engine")}
        for what, count in told.items():
            yield f"voiceflow_engine_total{_labels(who | {'what': what})} {count}"


def _resources(view: View) -> Iterator[str]:
    sample = view.sample
    if sample is None:
        return
    yield "# TYPE voiceflow_memory_bytes gauge"
    for process in sample.processes:
        labels = _labels({"process": process.role, "pid": str(process.pid)})
        yield f"voiceflow_memory_bytes{labels} {process.memory_bytes}"
    gauges = {
        "cpu_ratio": sample.own_cpu_percent / 100,
        "machine_cpu_ratio": sample.cpu_percent / 100,
        "disk_free_bytes": sample.free_disk_bytes,
        "model_weights_bytes": view.weights_bytes,
    }
    if sample.vram:
        gauges |= {"vram_used_bytes": sample.vram.used_bytes, "vram_total_bytes": sample.vram.total_bytes}
    for name, value in gauges.items():
        yield f"# TYPE voiceflow_{name} gauge"
        yield f"voiceflow_{name} {value:.15g}"


def _alerts(view: View) -> Iterator[str]:
    yield "# TYPE voiceflow_alert gauge"
    for alert in view.alerts:
        yield f"voiceflow_alert{_labels({'name': alert.name, 'level': alert.level.name.lower()})} 1"


def _labels(labels: dict[str, str]) -> str:
    return "{" + ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items()) + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _tracks(view: View) -> Iterator[dict[str, Any]]:
    names = ["model", *dict.fromkeys(stage.name for trace in view.traces for stage in trace.stages)]
    for track, name in enumerate(names):
        yield {"ph": "M", "name": "thread_name", "pid": 1, "tid": track, "args": {"name": name}}
    for trace in view.traces:
        facts = {"trace": trace.dictation_id, "state": trace.state, "model": trace.model, "device": trace.device}
        for stage in trace.stages:
            yield {
                "ph": "X", "name": stage.name, "pid": 1, "tid": names.index(stage.name), "args": facts,
                "ts": _microseconds(trace.started_at + stage.start_ms / 1000), "dur": round(stage.duration_ms * 1e3, 1),
            }  # fmt: skip
    for mark in view.marks:
        if mark.name != "dictation":
            yield {"ph": "i", "name": f"{mark.name} {mark.note}".strip(), "s": "p", "pid": 1, "tid": 0,
                   "ts": _microseconds(mark.at_s)}  # fmt: skip


def _memory_tracks(view: View) -> Iterator[dict[str, Any]]:
    for sample in view.samples:
        moment = {"ph": "C", "pid": 1, "ts": _microseconds(sample.at_s)}
        by_role: dict[str, float] = {}
        for process in sample.processes:
            by_role[process.role] = by_role.get(process.role, 0.0) + process.memory_bytes / 1e6
        yield {**moment, "name": "memory MB", "args": by_role}
        yield {**moment, "name": "processors %", "args": {"VoiceFlow": sample.own_cpu_percent}}
        if sample.vram:
            yield {**moment, "name": "graphics memory MB", "args": {"used": sample.vram.used_bytes / 1e6}}


def _microseconds(at_s: float) -> float:
    return round(at_s * 1e6, 1)


EXPORTERS: dict[str, Callable[[View], str]] = {
    "json": to_json,
    "csv": to_csv,
    "prom": to_prometheus,
    "trace.json": to_chrome_trace,
}
"""By the ending of the file's name."""
