"""Callers at the product with null engines: what they get, and what is told of those who get something else."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from voiceflow.bench.scripted_engines import Timed
from voiceflow.bench.suites.load.caller import Shared, Spoken, Turn
from voiceflow.bench.suites.load.crowd import Crowd, Level, level, null_product, null_speech, vowel
from voiceflow.errors import EngineError
from voiceflow.history.records import DictationState

FAST = 10.0


@pytest.fixture
def product(tmp_path: Path) -> Iterator[Shared]:
    with null_product(tmp_path) as shared:
        yield shared


def test_every_caller_has_its_words_in_the_history(product: Shared) -> None:
    found = level(product, 4, null_speech(), 0.3, FAST)
    assert {turn.user for turn in found.turns} == {0, 1, 2, 3}
    assert (found.success, found.errors) == (100.0, {})
    kept = product.core.history.list(limit=100)
    assert len(kept) == len(found.turns)
    assert {(record.state, record.text.strip()) for record in kept} == {(DictationState.DONE, "keep this")}
    assert len(found.waits_s) >= len(found.turns)


def test_other_words_than_those_spoken_are_no_success(product: Shared) -> None:
    found = level(product, 1, lambda _: Spoken(vowel(0.9, 0.3), "something else"), 0.1, FAST)
    assert found.success == 0
    assert found.errors == {"load.other_words": len(found.turns)}


def test_a_recognizer_that_fails_is_told_by_its_code(product: Shared) -> None:
    broken = Timed("broken", itertools.repeat(0.0), EngineError("stt.broken", "It is broken", ""))
    product.recognition.use(lambda: broken)
    found = level(product, 2, null_speech(), 0.1, FAST)
    assert found.errors == {"stt.broken": len(found.turns)}


def test_a_crowd_tells_how_it_went_since_it_was_last_asked(product: Shared) -> None:
    with Crowd(product, 1, null_speech(), FAST) as crowd:
        pass
    assert len(crowd.take().turns) == 1
    assert crowd.take().turns == ()


@pytest.mark.parametrize(("latencies", "index"), [((1, 1, 1, 1), 1.0), ((1, 0, 0, 0), 0.25), ((2, 1), 0.9)])
def test_fairness_is_jains_index(latencies: tuple[float, ...], index: float) -> None:
    turns = tuple(Turn(user, float(latency)) for user, latency in enumerate(latencies))
    assert Level(4, 1.0, 0.0, turns, (), 0.0, 0).fairness == pytest.approx(index, abs=1e-4)
