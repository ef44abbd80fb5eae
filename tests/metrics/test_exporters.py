"""What other programs read."""

import csv
import io
import json
import re
from typing import Any

import pytest

from tests.metrics.test_metrics import DONE
from voiceflow.metrics.alerts import Alert, Level
from voiceflow.metrics.engine_counts import EngineCounts
from voiceflow.metrics.exporters import EXPORTERS, to_chrome_trace, to_csv, to_json, to_prometheus
from voiceflow.metrics.gpu import Vram
from voiceflow.metrics.histograms import Percentiles
from voiceflow.metrics.resources import ProcessMemory, Sample
from voiceflow.metrics.view import Mark, View

FOUND = Percentiles(20, 150.0, 300.0, 310.0, 3200.0)
SAMPLE = Sample(
    1000.5, (ProcessMemory("app", 7, 90_000_000, 120_000_000, 0, 0),), 8_000_000_000, 12.0, 3.0, 5_000_000_000,
    Vram(None, 2_000_000_000, 80_000_000_000),
)  # fmt: skip
VIEW = View(
    at_s=1001.0,
    window_s=3600,
    traces=(DONE,),
    table={("recognition", "whisper", 'odd "name"\\'): FOUND},
    totals={"decodes_made": Percentiles(3, 1.0, 2.0, 2.0, 5.0)},
    over_time=((600, FOUND),),
    samples=(SAMPLE,),
    marks=(Mark(999.0, "loaded", "base"),),
    alerts=(Alert("disk", Level.ERROR, "Full", "Make room", 1000.0),),
    weights_bytes=145_000_000,
    engines=(EngineCounts("stt", "openai", answered=3, stood_in=2),),
)
EMPTY = View(1001.0, 3600, (), {}, {}, (), (), (), ())


def test_json_has_everything() -> None:
    told = json.loads(to_json(VIEW))
    assert told["stages"][0] | {"total": 0} == {
        "name": "recognition", "engine": "whisper", "model": 'odd "name"\\', "count": 20, "p50": 150.0, "p95": 300.0,
        "p99": 310.0, "total": 0,
    }  # fmt: skip
    assert told["dictations"][0]["release_to_text_ms"] == pytest.approx(160)
    assert told["alerts"][0]["level"] == "error"
    assert (told["engines"][0]["engine"], told["engines"][0]["stood_in"]) == ("openai", 2)
    assert told["samples"][0]["processes"][0]["role"] == "app"


def test_csv_has_a_line_for_each_dictation() -> None:
    [line] = csv.DictReader(io.StringIO(to_csv(VIEW)))
    assert (line["state"], line["model"], line["recognition"], line["decodes_made"]) == ("done", "base", "150.0", "2")
    assert float(line["release_to_text"]) == pytest.approx(160)
    assert line["rules"] == ""


def test_prometheus_reads_each_line() -> None:
    """The grammar of the exposition format, without timestamps."""
    lines = to_prometheus(VIEW).splitlines()
    label = r'[a-z_]+="(?:[^"\\\n]|\\\\|\\"|\\n)*"'
    right = re.compile(rf"[a-z_]+(?:\{{{label}(?:,{label})*\}})? -?[0-9.e+]+|# (?:HELP|TYPE) [a-z_]+ .+")
    assert [line for line in lines if not right.fullmatch(line)] == []
    escaped = r'stage="recognition",engine="whisper",model="odd \"name\"\\"'
    assert f'voiceflow_stage_seconds{{{escaped},quantile="0.95"}} 0.3' in lines
    assert f"voiceflow_stage_seconds_count{{{escaped}}} 20" in lines
    assert 'voiceflow_memory_bytes{process="app",pid="7"} 90000000' in lines
    assert "voiceflow_vram_used_bytes 2000000000" in lines
    assert "voiceflow_decodes_made 5" in lines


def test_prometheus_tells_each_type_once() -> None:
    types = [line.split()[2] for line in to_prometheus(VIEW).splitlines() if line.startswith("# TYPE")]
    assert len(types) == len(set(types))


def test_a_chrome_trace_has_every_stage_on_its_track() -> None:
    events: list[dict[str, Any]] = json.loads(to_chrome_trace(VIEW))["traceEvents"]
    tracks = {event["tid"]: event["args"]["name"] for event in events if event["ph"] == "M"}
    spans = {event["name"]: event for event in events if event["ph"] == "X"}
    assert {tracks[span["tid"]] for span in spans.values()} == {stage.name for stage in DONE.stages}
    recognition = spans["recognition"]
    assert recognition["dur"] == 150_000
    assert recognition["ts"] == pytest.approx(DONE.started_at * 1e6 + 2_000_000, abs=1)
    assert recognition["args"]["trace"] == DONE.dictation_id
    assert {event["name"] for event in events if event["ph"] == "C"} >= {"memory MB", "graphics memory MB"}
    assert [event["name"] for event in events if event["ph"] == "i"] == ["loaded base"]


@pytest.mark.parametrize("ending", EXPORTERS)
def test_nothing_measured_can_be_exported_too(ending: str) -> None:
    assert EXPORTERS[ending](EMPTY)
