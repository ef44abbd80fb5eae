"""Dictations in compressed time through the whole path; their words can be read off the sound."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.bench.measured import run_of, values
from tests.dictation.spelled_sound import ExactVad, Reader, say, spoken
from voiceflow.bench.clips import Clip
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.scenarios import bursts, checks, day, fairness, profiles, said
from voiceflow.bench.suites.scenarios.desk import DeskCore, desk
from voiceflow.bench.suites.scenarios.said import RATE_HZ, Said
from voiceflow.core import Core
from voiceflow.engine_choice import EngineChoice
from voiceflow.engines.inserter.contract import Inserted, Way
from voiceflow.errors import ModelError


def _said(*numbers: int) -> Said:
    return Said(np.repeat(say(*numbers), RATE_HZ // 16_000), spoken(numbers))


PIECES = (_said(3, 4), _said(5, 6, 7), _said(8, 9))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    monkeypatch.setattr(DeskCore, "vad", lambda self: ExactVad())
    monkeypatch.setattr(EngineChoice, "recognizer", lambda self, engine="", model="": Reader())
    with Core() as core:
        part = Part("desk", "Desk", bursts.measure, 2.0, 2.0)
        yield run_of("scenarios", part, Wishes(core, tmp_path))


def test_what_was_said_stands_in_the_window_once_and_in_order(run: Run) -> None:
    with desk(run, "desk", PIECES) as at:
        plain = at.dictate(_said(11, 12), cleaned=False, who="normal")
        tidied = at.dictate(_said(21, 22, 23), cleaned=True, who="power")
        assert [text.strip(" .").lower() for text in at.core.window.texts] == ["w3 w4", "w11 w12", "w21 w22 w23"]
        assert checks.findings(checks.evidence(at)) == []
    assert checks.words_lost_percent([plain, tidied]) == 0
    assert plain.cleanup_ms is None
    assert tidied.cleanup_ms is not None
    assert tidied.release_to_text_ms is not None
    assert tidied.release_to_text_ms > tidied.cleanup_ms


def test_a_text_that_the_window_never_got_is_found(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk(run, "desk", PIECES) as at:
        monkeypatch.setattr(at.core.window, "insert", lambda *_: Inserted(Way.PASTE, True, 0.0))
        at.dictate(_said(11, 12), cleaned=False, who="normal")
        assert [finding.code for finding in checks.findings(checks.evidence(at))] == ["scenarios.lost"]


def test_the_model_goes_when_nobody_dictates_for_long_and_comes_back(run: Run) -> None:
    with desk(run, "desk", PIECES) as at:
        assert not at.pass_by(299)
        assert at.pass_by(300)
        assert at.dictate(_said(31), cleaned=False, who="light").text.strip() == "w31"


def test_a_burst_keeps_its_order_though_the_first_text_waits_for_its_clean_up(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(said, "pieces", lambda run: PIECES)
    run.began_s -= 1.9
    bursts.measure(run)
    assert run.into.findings == []
    figures = values(run.into)
    assert figures["words lost"] == 0
    assert figures["with clean-up, release to text p50"] > 300


def test_without_a_model_it_says_why_nothing_is_measured(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise ModelError("models.none", "No speech model is installed", "voiceflow models install base")

    monkeypatch.setattr(EngineChoice, "recognizer", none)
    with pytest.raises(CannotRunError, match="No speech model is installed"), desk(run, "desk", PIECES):
        pass


def test_callers_whom_no_model_can_answer_are_no_lost_words(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ModelError("models.damaged", "The model is damaged", "voiceflow models install base")

    monkeypatch.setattr(EngineChoice, "recognizer", breaks)
    run.__dict__["clips"] = [Clip("one", say(*range(1, 5)), "")]
    with pytest.raises(ModelError, match="The model is damaged"):
        fairness.measure(run)
    assert run.into.findings == []


def test_profiles_are_measured_by_user_and_by_length(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(said, "pieces", lambda run: PIECES)
    profiles.measure(run)
    figures = values(run.into)
    assert run.into.findings == []
    assert figures["light, words lost"] == 0
    assert figures["light, release to text p50"] > 0
    assert figures["light, processor time per dictated minute"] > 0
    assert figures["dictations up to 30 s, release to text p95"] > 0
    assert [plot.title for plot in run.into.plots] == ["Release to text by profile"]


def test_a_day_for_which_there_is_no_time_still_has_a_dictation_and_finds_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(said, "pieces", lambda run: PIECES)
    run.began_s -= 100
    day.measure(run)
    assert run.into.findings == []
    assert values(run.into)["words lost"] == 0
    assert values(run.into)["search p50"] > 0


def test_callers_of_one_queue_get_the_same_share(run: Run) -> None:
    run.__dict__["clips"] = [Clip(f"{number}", say(*range(1, 5)), "") for number in range(3)]
    fairness.measure(run)
    figures = values(run.into)
    assert run.into.findings == []
    assert figures["Jain's index"] > 0.8
    assert figures["a greedy caller slows the others"] > 0
    assert figures["longest wait"] >= figures["wait p95"]
