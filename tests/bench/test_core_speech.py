"""The part of `core` that speaks, where espeak is the only voice; and how word errors are told."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.bench.core_machine import core_run
from tests.bench.measured import values
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core import speech_out, words
from voiceflow.bench.suites.core.words import Side

needs_espeak = pytest.mark.skipif(find_spec("espeakng_loader") is None, reason="no espeak: the extra `tts` is missing")


@needs_espeak
def test_espeak_alone_is_measured_and_what_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech_out, "_QUICK_ROUNDS", 2)
    run = core_run(Part("speech_out", "", speech_out.measure, 60, 60), tmp_path)
    speech_out.measure(run)
    found = values(run.into)
    assert 0 < found["first sound, espeak p50"] / 1000 < found["500 characters, espeak p50"]
    assert found["500 characters, espeak p50"] < found["2000 characters, espeak"]
    assert 0 < found["real-time factor, espeak"] < 1
    assert found["cache hit, memory p50"] < found["first sound, espeak p50"]
    assert not any("piper" in name for name in found)
    assert any(note.startswith("piper: Piper needs") for note in run.into.notes)


def test_where_nothing_can_speak_the_part_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voiceflow.engines.tts.espeak.find_spec", lambda name: None)
    run = core_run(speech_out.PARTS[0], tmp_path)
    with pytest.raises(CannotRunError, match="Nothing can speak here"):
        speech_out.measure(run)
    assert len(run.into.notes) == 2


@pytest.mark.parametrize(
    ("heard", "percent", "note"),
    [
        ("the river runs north", 0, "0 wrong, 0 missing, 0 too many of 32"),
        ("The river runs!", 25, "0 wrong, 8 missing, 0 too many of 32"),
        ("the liver runs north", 25, "8 wrong, 0 missing, 0 too many of 32"),
        ("the river runs up north", 25, "0 wrong, 0 missing, 8 too many of 32"),
    ],
)
def test_word_errors_tell_what_went_wrong(tmp_path: Path, heard: str, percent: float, note: str) -> None:
    run = core_run(words.PARTS[0], tmp_path)
    words._record(run, "word errors", Side(["The river runs north."] * 8, [heard] * 8))
    (figure,) = run.into.figures
    assert (figure.value, figure.note) == (percent, note)
    assert figure.interval == (percent, percent)


def test_the_interval_holds_what_other_recordings_would_have_given(tmp_path: Path) -> None:
    run = core_run(words.PARTS[0], tmp_path)
    words._record(run, "word errors", Side(["one two three four"] * 20, ["one two three four", "one two three"] * 10))
    (figure,) = run.into.figures
    assert figure.interval is not None
    low, high = figure.interval
    assert 5 < low < figure.value == 12.5 < high < 20


@pytest.mark.parametrize(
    ("mine", "plain", "surely"),
    [
        (["one"] * 20, ["one two"] * 20, 50),
        (["one two"] * 20, ["one"] * 20, 0),
        (["one"] + ["one two"] * 19, ["one two"] * 20, 0),
    ],
)
def test_only_more_errors_than_chance_makes_count_against_us(
    tmp_path: Path, mine: list[str], plain: list[str], surely: float
) -> None:
    run = core_run(words.PARTS[0], tmp_path)
    words._record_beyond(run, "beyond", Side(["one two"] * 20, mine), Side(["one two"] * 20, plain))
    assert run.into.figures[0].value == surely


def test_few_recordings_have_no_interval(tmp_path: Path) -> None:
    run = core_run(words.PARTS[0], tmp_path)
    words._record(run, "word errors", Side(["one two"] * 3, ["one"] * 3))
    assert run.into.figures[0].interval is None
