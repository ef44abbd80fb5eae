"""Text rules, clean-up, the history with and without its key, and what VoiceFlow itself costs."""

import random
import threading
import time
from itertools import repeat
from pathlib import Path

import numpy as np
import pytest

from tests.bench.measured import measured, values
from voiceflow.bench import filled_history as filled
from voiceflow.bench import null_engines
from voiceflow.bench.clips import Clip
from voiceflow.bench.endpoint import Endpoint
from voiceflow.bench.scripted_engines import Timed, chain, noise, routes
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core import api, callers, cleanup, database, overhead, rules, uploads
from voiceflow.bench.targets import targets_of
from voiceflow.cloud.cloud import Cloud
from voiceflow.core import Core
from voiceflow.engines.rewriter.contract import RewriteRequest
from voiceflow.engines.rewriter.openai_compatible import OpenAiCompatibleRewriter
from voiceflow.engines.stt.contract import DecodeRequest, Hypothesis
from voiceflow.engines.stt.scripted import ScriptedRecognizer
from voiceflow.paths import Paths
from voiceflow.settings import Routing, Settings

# the history


def test_a_filled_history_has_sound_and_is_searched_alike_with_and_without_its_key(tmp_path: Path) -> None:
    answers = []
    for db in (filled.encrypted(tmp_path / "encrypted.db"), filled.plain(tmp_path / "plain.db")):
        filled.fill(db, 60, filled.Texts())
        operations = filled.operations(db, 60, filled.Texts(), random.Random(1))
        sound, first, failed = (
            operations[name]() for name in ("read sound", "list, the first 50", "failed ones, keys")
        )
        answers.append((sound, first, list(failed)))
        assert (len(sound), len(first), len(failed)) == (2 * 5 * 16_000, 50, 1)
        db.close()
    assert answers[0] == answers[1]


def test_only_the_plain_one_can_be_read_without_the_key(tmp_path: Path) -> None:
    texts = filled.Texts()
    for make, readable in ((filled.encrypted, False), (filled.plain, True)):
        path = tmp_path / f"{make.__name__}.db"
        db = make(path)
        filled.fill(db, 20, texts)
        db.close()
        files = b"".join(file.read_bytes() for file in tmp_path.glob(f"{path.name}*"))
        assert (b"CREATE TABLE" in files) is readable


def test_what_takes_turns_is_timed_apart() -> None:
    fast, slow = filled.side_by_side(lambda: None, lambda: threading.Event().wait(0.003), 4)
    assert len(fast) == len(slow) == 4
    assert max(fast) < 3.0 <= min(slow)


def test_the_part_gives_the_overhead_of_the_encryption(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_QUICK_ROWS", 100)
    found = values(measured(database.PARTS[0], tmp_path))
    assert {"encrypted: add p95", "plain: add p95", "encryption overhead"} <= found.keys()


# words


def test_the_rules_are_timed_by_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "LENGTHS", {30: 4, 1_000: 1})
    found = values(measured(rules.PARTS[0], tmp_path))
    assert found["en, 1,000 characters p50"] > found["en, 30 characters p50"]
    assert found["intent detection, half of them commands, mean"] > 0


# clean-up


@pytest.mark.parametrize(("keep_alive", "connections"), [(True, 1), (False, 3)])
def test_the_imitation_of_a_language_model_is_understood(keep_alive: bool, connections: int) -> None:
    with Endpoint(keep_alive=keep_alive) as endpoint:
        settings = cleanup.settings_for(Settings(), endpoint.url)
        cloud = Cloud(lambda: settings)
        rewriter = OpenAiCompatibleRewriter(cloud)
        texts = [f"here is text number {number}" for number in range(3)]
        answers = [rewriter.rewrite(RewriteRequest(text)).text for text in texts]
        cloud.close()
    assert answers == [f"Here is text number {number}." for number in range(3)]
    assert endpoint.connections == connections


def test_clean_up_waits_for_its_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleanup, "_LEAST", 2)
    monkeypatch.setattr(cleanup, "_THINKS_S", 0.05)
    result = measured(cleanup.PARTS[0], tmp_path)
    found = values(result)
    assert found["whole p50"] >= 0.05
    assert found["own time, connection kept p50"] > 0
    assert any("imitation" in note for note in result.notes)


def test_no_api_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "find_spec", lambda _: None)
    result = measured(api.PARTS[0], tmp_path)
    assert result.skipped and result.cure and not result.failed


# sound on its way


def test_flac_loses_nothing_and_opus_saves_most() -> None:
    sound = (0.3 * np.sin(np.arange(32_000) / 8)).astype(np.float32)
    raw = uploads.Way(uploads.to_int16, uploads.to_float32)
    flac, opus = uploads.Way(uploads.as_flac), uploads.Way(uploads.as_opus)
    assert np.array_equal(raw.send(sound), flac.send(sound))
    assert abs(len(opus.send(sound)) - len(sound)) < 1_600
    assert opus.sent_bytes < 0.5 * flac.sent_bytes < 0.5 * raw.sent_bytes


class Scripted(ScriptedRecognizer):
    """Hears the first sentence as it was said; of the second, sent as Opus, `lost` of its words are wrong."""

    def __init__(self, words: int, lost: int) -> None:
        super().__init__(())
        self._words, self._lost, self._decodes = words, lost, 0

    def decode(self, request: DecodeRequest) -> Hypothesis:
        self._decodes += 1
        lost = self._lost if self._decodes == 4 else 0
        return Hypothesis(" ".join(["word"] * (self._words - lost) + ["ward"] * lost))


@pytest.mark.parametrize(
    ("words", "lost", "met"), [(200, 0, True), (200, 1, True), (200, 2, False), (20, 1, True), (20, 2, False)]
)
def test_opus_saves_nothing_where_it_costs_words(
    words: int, lost: int, met: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = np.zeros(16_000, np.float32)
    spoken = [Clip(name, sound, " ".join(["word"] * words)) for name in ("one", "two")]
    monkeypatch.setattr(uploads, "clips", lambda *_: spoken)
    monkeypatch.setattr(uploads, "_recognizer", lambda *_: Scripted(words, lost))
    result = measured(uploads.PARTS[0], tmp_path)
    figure = next(figure for figure in result.figures if figure.name.endswith("opus saves at the same error rate"))
    (target,) = targets_of(figure.name.replace("suite/", "core/"))
    assert target.met(figure.value, figure.unit) is met
    assert f"{lost} of {2 * words} words instead of 0" in figure.note
    assert values(result)["opus saves"] > 50


# VoiceFlow's own cost


def test_null_engines_cost_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("ROUND_S", 0.01), ("_LEAST_S", 0.05), ("_BATCH_S", 0.01)):
        monkeypatch.setattr(callers, name, value)
    monkeypatch.setattr(overhead, "_SPANS", 1_000)
    found = values(measured(overhead.PARTS[0], tmp_path))
    assert found["recognition mean"] == pytest.approx(1e3 / found["recognitions per second"])
    assert 0 < found["metrics record mean"] < 100
    assert 0 < found["memory"] < 5
    assert found["sustained slowest batch behind the fastest"] < 1


def test_the_starts_are_timed_without_the_sound_and_away_from_the_users_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    class Noted(Core):
        def __init__(self, where: Paths, settings: Settings) -> None:
            made.append(where.routing_file)
            super().__init__(where, settings)

    def no_sound(_: float) -> None:
        raise AssertionError

    monkeypatch.setattr(overhead, "Core", Noted)
    monkeypatch.setattr(null_engines, "noise", no_sound)
    result = measured(Part("overhead", "", overhead._initialization, 0.2, 0.2), tmp_path)
    assert values(result)["initialization mean"] > 0
    assert made and all(file.is_relative_to(tmp_path / "overhead") for file in made)


def test_batches_are_compared_by_their_rates() -> None:
    assert callers.behind([1.0, 2.0, 1.5]) == pytest.approx(0.5)


def test_a_lock_that_is_held_keeps_callers_from_scaling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callers, "ROUND_S", 0.1)
    monkeypatch.setattr(callers, "_AT_ONCE", 1)
    lock = threading.Lock()
    with chain([Timed("service", repeat(0.01))], routes(Routing())) as recognizer:

        def free() -> None:
            recognizer.decode(noise(0.1))

        def held() -> None:
            with lock:
                free()

        scaling = [callers.rate(call, 0.0, 8) / callers.rate(call, 0.0) for call in (free, held)]
    assert scaling[0] > 2 * scaling[1]


def test_a_part_keeps_to_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of its rounds would take ten seconds."""
    monkeypatch.setattr(rules, "LENGTHS", {1_000: 5})
    monkeypatch.setattr(rules, "_record_intents", lambda _: None)
    begun_s = time.monotonic()
    result = measured(rules.PARTS[0], tmp_path, 0.3)
    assert "en, 1,000 characters p50" in values(result)
    assert time.monotonic() - begun_s < 5
