"""Chains whose engines fail, stall and rest: that the measurements see it."""

import time
from itertools import repeat
from pathlib import Path

import pytest

from tests.bench.measured import measured, values
from voiceflow.bench.scoring import percentile
from voiceflow.bench.scripted_engines import Timed, chain, noise, routes
from voiceflow.bench.suites import routing_breaker, routing_fallback, routing_hedging, routing_ordering
from voiceflow.bench.suites.routing import SUITE
from voiceflow.errors import EngineError
from voiceflow.settings import Routing

CASES = {case.name: case for case in routing_fallback.CASES}


@pytest.mark.parametrize("name", [name for name in CASES if name != "stalls"])
def test_the_second_engine_answers_soon(name: str) -> None:
    wishes = Routing(deadline_s=5, deadline_per_s=0.0, cache_entries=0)
    assert routing_fallback.later_ms(CASES[name], wishes) < 1_000


def test_a_chain_that_loses_words_is_seen() -> None:
    alone = Timed("first", repeat(0.0), EngineError("engine.crashed", "It crashed", "Try again"))
    with chain([alone], routes(Routing())) as recognizer, pytest.raises(EngineError):
        recognizer.decode(noise(0.1))


def test_an_engine_ends_when_it_is_stopped() -> None:
    engine = Timed("slow", repeat(60.0))
    begun_s = time.monotonic()
    wishes = Routing(deadline_s=1, deadline_per_s=0, cache_entries=0)
    with chain([engine, Timed("fast", repeat(0.0))], routes(wishes)) as both:
        assert both.decode(noise(0.1)).text == "heard by fast"
    assert time.monotonic() - begun_s < 10


def test_a_second_engine_is_asked_where_the_first_stalls(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("STALLS", 0.08), ("TIMES_MEDIAN", 20), ("MEDIAN_S", 0.008)):
        monkeypatch.setattr(routing_hedging, name, value)
    known = routes(Routing(hedge=True, cache_entries=0))
    routing_hedging.ask(True, 25, seed=1, known=known)
    without, hedged = routing_hedging.ask(False, 50, seed=5), routing_hedging.ask(True, 50, seed=5, known=known)
    assert without.calls == 50 < hedged.calls
    assert percentile(hedged.times_s, 95) < percentile(without.times_s, 95)


def test_an_engine_rests_and_comes_back(tmp_path: Path) -> None:
    result = measured(routing_breaker.PARTS[0], tmp_path)
    found = values(result)
    assert found["failures until it rests"] == 3
    assert 8 <= found["first rest"] <= 12.5
    assert 480 <= found["longest rest"] <= 720.5
    assert found["calls to an engine that rests"] == found["questions without an answer"] == 0
    assert not result.findings


def test_an_engine_that_never_comes_back_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routing_breaker.Watched, "rest_s", lambda _: 0.0)
    result = measured(routing_breaker.PARTS[0], tmp_path)
    assert [finding.code for finding in result.findings] == ["routing.breaker"]


def test_the_order_that_was_named_is_kept_where_that_is_wanted() -> None:
    wishes = Routing(order="fixed", cache_entries=0)
    times_s = routing_ordering.ask((0.06, 0.002), wishes, seed=1, until_s=time.monotonic() + 0.2)
    assert min(times_s) > 0.03


def test_what_was_learned_first_does_not_count_in_the_second_half() -> None:
    answered = routing_ordering.Answered({(1.0, 2.0): [4.0, 4.0, 1.0, 1.0], (2.0, 1.0): [1.0, 1.0, 1.0, 1.0]})
    assert (answered.mean_s(1.0), answered.mean_s(0.5)) == (1.75, 1.0)


def test_the_suite_stays_within_its_share() -> None:
    assert sum(part.quick_s for part in SUITE.parts) <= 20
