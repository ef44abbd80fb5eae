"""The limits of issue 5, with what they are of."""

from dataclasses import replace

import pytest

from voiceflow.events import Measured
from voiceflow.metrics.alerts import CALM_S, Level
from voiceflow.metrics.histograms import Percentiles
from voiceflow.metrics.resources import ProcessMemory, Sample
from voiceflow.metrics.rules import Facts, Rules
from voiceflow.settings import Metrics

GB = 1_000_000_000
CALM = Sample(0.0, (ProcessMemory("app", 1, 100_000_000, 0, 0, 0),), 8 * GB, 10.0, 1.0, 50 * GB)
NOTHING = Facts((), {}, (), CALM)


def trace(state: str = "done", behind_s: float = 0.1, reason: str = "") -> Measured:
    return Measured(
        "id", 0.0, state, device="cpu", compute_type="int8", decodes_made=1, behind_s=behind_s, fallback_reason=reason
    )


def slow(name: str, p95_ms: float, count: int) -> dict[str, Percentiles]:
    return {name: Percentiles(count, p95_ms / 2, p95_ms, p95_ms, 0.0)}


def taking(memory_bytes: int) -> Sample:
    return replace(CALM, processes=(replace(CALM.processes[0], memory_bytes=memory_bytes),))


def alerts(facts: Facts, wishes: Metrics | None = None, for_s: float = 0.0) -> dict[str, Level]:
    rules = Rules()
    rules.check(facts, wishes or Metrics(), 0.0)
    return {alert.name: alert.level for alert in rules.check(facts, wishes or Metrics(), for_s)}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(NOTHING, {}, id="all is well"),
        pytest.param(
            replace(NOTHING, stages=slow("recognition", 1100, 20)), {"stage.recognition": Level.WARNING}, id="slow step"
        ),
        pytest.param(replace(NOTHING, stages=slow("recognition", 1100, 19)), {}, id="too few to know"),
        pytest.param(replace(NOTHING, stages=slow("speech", 9000, 50)), {}, id="people may speak for long"),
        pytest.param(replace(NOTHING, queries_ms=[600.0] * 20), {"history.queries": Level.WARNING}, id="slow history"),
        pytest.param(replace(NOTHING, queries_ms=[600.0] * 19), {}, id="too few questions"),
        pytest.param(
            replace(NOTHING, traces=[trace("failed")] * 1 + [trace()] * 39),
            {"dictations.failed": Level.WARNING},
            id="one of forty failed",
        ),
        pytest.param(
            replace(NOTHING, traces=[trace("failed")] * 3 + [trace()] * 27),
            {"dictations.failed": Level.CRITICAL},
            id="one of ten failed",
        ),
        pytest.param(replace(NOTHING, traces=[trace("failed")] * 19), {}, id="too few dictations"),
        pytest.param(replace(NOTHING, traces=[trace("failed")] * 10 + [trace()] * 200), {}, id="failures of long ago"),
        pytest.param(replace(NOTHING, traces=[trace("cancelled")] * 50), {}, id="a cancelled one did not fail"),
        pytest.param(
            replace(NOTHING, traces=[trace(behind_s=2.5)] * 3), {"recognition.backlog": Level.WARNING}, id="behind"
        ),
        pytest.param(
            replace(NOTHING, traces=[trace(behind_s=9.0), *[trace()] * 4]), {}, id="behind while the model was loaded"
        ),
        pytest.param(
            replace(NOTHING, traces=[trace(reason="cuBLAS is missing")]),
            {"recognition.device": Level.INFO},
            id="fallback",
        ),
        pytest.param(replace(NOTHING, sample=taking(int(3.3 * GB))), {"memory": Level.WARNING}, id="much memory"),
        pytest.param(replace(NOTHING, sample=taking(int(3.7 * GB))), {"memory": Level.CRITICAL}, id="too much memory"),
        pytest.param(
            replace(NOTHING, sample=replace(CALM, free_disk_bytes=499_000_000)), {"disk": Level.ERROR}, id="disk full"
        ),
        pytest.param(replace(NOTHING, sample=None), {}, id="no sample yet"),
    ],
)
def test_alerts(facts: Facts, expected: dict[str, Level]) -> None:
    assert alerts(facts) == expected


def test_busy_processors_are_an_alert_after_half_a_minute() -> None:
    facts = replace(NOTHING, sample=replace(CALM, cpu_percent=95.0))
    assert alerts(facts, for_s=29.0) == {}
    assert alerts(facts, for_s=30.0) == {"machine.processors": Level.WARNING}


def test_the_limits_are_the_users() -> None:
    facts = replace(NOTHING, sample=taking(950_000_000))
    assert alerts(facts, Metrics(memory_budget_mb=1000)) == {"memory": Level.CRITICAL}


def test_every_alert_names_its_cure() -> None:
    worst = Facts(
        [trace("failed", 9.0, "cuBLAS is missing. Install it")] * 20,
        slow("recognition", 5000, 30) | slow("insertion", 5000, 30) | slow("first_sample", 5000, 30),
        [900.0] * 30,
        replace(taking(9 * GB), cpu_percent=100.0, free_disk_bytes=0),
    )
    rules = Rules()
    rules.check(worst, Metrics(), 0.0)
    found = rules.check(worst, Metrics(), 40.0)
    assert len(found) == 10
    assert all(alert.title and alert.hint for alert in found)
    assert [alert.level for alert in found] == sorted((alert.level for alert in found), reverse=True)


def test_an_alert_goes_when_its_reason_has_gone() -> None:
    rules, full = Rules(), replace(NOTHING, sample=replace(CALM, free_disk_bytes=0))
    assert rules.check(full, Metrics(), 0.0)
    assert rules.check(NOTHING, Metrics(), 1.0)
    assert not rules.check(NOTHING, Metrics(), 1.0 + CALM_S)
