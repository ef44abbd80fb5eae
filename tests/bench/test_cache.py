"""The mixes, and what real caches know of them."""

from pathlib import Path

import pytest

from tests.bench.measured import measured, values
from voiceflow.bench.mixes import USUAL, Mix, most_possible_percent
from voiceflow.bench.run import Wishes
from voiceflow.bench.runner import run
from voiceflow.bench.suite import Suite
from voiceflow.bench.suites import cache_cleanup, cache_recognition, cache_speech
from voiceflow.bench.suites.cache import SUITE
from voiceflow.bench.suites.cache_recognition import asked, phrases
from voiceflow.core import Core
from voiceflow.reading.cache import SpeechCache
from voiceflow.settings import Routing, Settings

SMALL = Mix("small", 20, 1.0, 200)


def test_a_mix_is_the_same_every_time_and_the_first_phrase_the_most_frequent() -> None:
    drawn = SMALL.draw()
    assert drawn == SMALL.draw() != SMALL.draw(seed=8)
    assert max(set(drawn), key=drawn.count) == 0


def test_no_cache_knows_more_than_what_was_asked_before() -> None:
    assert most_possible_percent([1, 1, 2, 1]) == 50.0
    assert most_possible_percent(USUAL.draw()) == pytest.approx(86.6)


@pytest.mark.parametrize("room", [20, 3])
def test_hits_are_what_was_asked_before_and_not_forgotten(room: int) -> None:
    drawn = SMALL.draw()
    hits = asked(drawn, phrases(20, (0.1, 0.2)), Routing(cache_entries=room))
    assert len(hits) == _known(drawn, room)


def _known(drawn: list[int], room: int) -> int:
    """By a cache that is a list."""
    kept: list[int] = []
    known = 0
    for place in drawn:
        known += place in kept
        kept = [*(each for each in kept if each != place), place][-room:]
    return known


def test_speech_is_found_again() -> None:
    cache, texts = SpeechCache(), [f"sentence {number}" for number in range(20)]
    cache_speech.ask(cache, SMALL, texts, said_s=0.05)
    assert cache.hits.rate == pytest.approx(most_possible_percent(SMALL.draw()) / 100)
    assert len(cache_speech.hits_ms(cache, texts[:5], again=True)) == 20


def test_the_store_is_read_where_the_memory_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USUAL", "FEW", "MANY"):
        monkeypatch.setattr(cache_speech, name, SMALL)
    monkeypatch.setattr(cache_speech, "_SAID_QUICK_S", 0.05)
    found = values(measured(cache_speech.PARTS[0], tmp_path, 60.0))
    assert found["a hit in the encrypted store p50"] > found["a hit in memory p50"]


def test_without_time_nothing_is_made_up(tmp_path: Path) -> None:
    result = measured(cache_speech.PARTS[0], tmp_path, 0.0)
    assert not values(result)
    assert len(result.notes) > 3


def test_the_figures_are_named_as_the_targets_name_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USUAL", "FEW", "MANY"):
        monkeypatch.setattr(cache_recognition, name, Mix(name, 10, 1.0, 50))
    found = values(measured(cache_recognition.PARTS[0], tmp_path, 60.0))
    assert found["speech in hit rate"] >= 80
    assert found["intent hit rate"] >= 90


def test_a_cache_that_is_switched_off_has_no_hits_to_time(tmp_path: Path) -> None:
    part = cache_recognition.PARTS[0]
    with Core(settings=Settings(routing=Routing(cache_entries=0))) as core:
        found = run([Suite("cache", "", "", (part,))], Wishes(core, tmp_path, quick=True)).parts[0]
    assert values(found)["speech in hit rate"] == 0
    assert "a hit p50" not in values(found)


def test_a_text_that_was_cleaned_up_is_not_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_cleanup, "USUAL", SMALL)
    found = values(measured(cache_cleanup.PARTS[0], tmp_path, 60.0))
    assert found["clean-up hit rate"] == pytest.approx(most_possible_percent(SMALL.draw()))


def test_the_suite_stays_within_its_share() -> None:
    assert sum(part.quick_s for part in SUITE.parts) <= 16
