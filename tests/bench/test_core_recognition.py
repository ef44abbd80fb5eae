"""The parts of `core` that recognize speech, where no model is installed: shapes tell the time, nothing the words."""

from pathlib import Path

import pytest

from tests.bench.core_machine import WORDS, core_run, recordings
from tests.bench.measured import values
from voiceflow.bench.clips import clips, sentences
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.forced import ForcedRecognizer
from voiceflow.bench.random_whisper import SHAPES, random_whisper
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core import models, recognition, subjects, words
from voiceflow.bench.suites.core.recognition import Cell, measure
from voiceflow.bench.suites.core.rounds import rounds
from voiceflow.engines.stt.whisper import open_whisper
from voiceflow.engines.stt.whisper_steps import judged
from voiceflow.settings import Settings, Stt, Tts


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scratch folder of a run that has made a shape before: a smaller one than `tiny`, to be quick."""
    scratch = tmp_path_factory.mktemp("scratch")
    with pytest.MonkeyPatch.context() as smaller:
        smaller.setitem(SHAPES, "tiny", (2, 2, 128))
        random_whisper("tiny", scratch / "shapes")
    return scratch


@pytest.fixture(autouse=True)
def only_tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subjects, "_QUICK_SHAPES", ("tiny",))


def test_without_a_model_a_shape_tells_how_long_people_wait(
    shapes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognition, "_QUICK", {5: 1})
    run = core_run(recognition.PARTS[0], shapes, speech=recordings(tmp_path / "recordings"))
    measure(run)
    found = values(run.into)
    plain_ms, ours_ms = (
        found[f"{side}, 5 s, tiny (shape) p50"] for side in ("plain faster-whisper", "release to text")
    )
    assert plain_ms > ours_ms >= 0, "0: the words were there before the key went up"
    assert found["times faster than plain, 5 s, tiny (shape)"] > 1
    assert found["bound of p50, tiny (shape)"] > 0
    assert 0 <= found["p50 against its bound, 5 s, tiny (shape)"] < 20
    assert {plot.kind for plot in run.into.plots} == {"line", "bar", "histogram"}


def test_without_a_model_there_are_no_words_to_count(shapes: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="No speech model is installed"):
        words.measure(core_run(words.PARTS[0], shapes, speech=tmp_path))


def test_a_shape_is_loaded_as_the_app_loads_models(shapes: Path) -> None:
    run = core_run(Part("models", "", models.measure, 0.1, 0.1), shapes, Settings(tts=Tts(engine="piper")))
    models.measure(run)
    found = values(run.into)
    assert found["load, tiny (shape) p50"] > found["unload, tiny (shape) p50"] > 0
    assert found["memory when loaded, tiny (shape)"] > 10
    assert found["memory not given back, tiny (shape)"] < 20
    assert any("First decodes are left out" in note for note in run.into.notes)


def test_without_a_voice_and_recordings_the_reason_is_told(shapes: Path) -> None:
    run = core_run(recognition.PARTS[0], shapes, Settings(tts=Tts(engine="piper")))
    with pytest.raises(CannotRunError, match="There is no speech to recognize") as told:
        measure(run)
    assert told.value.cure


def test_forced_lengths_change_no_other_recognizer(shapes: Path) -> None:
    folder = shapes / "shapes" / "random-tiny"
    settings = Stt(device="cpu", threads=1)
    forced, other = ForcedRecognizer(folder, settings), open_whisper(folder, "tiny", settings)
    try:
        assert other.judge is judged  # type: ignore[attr-defined]
    finally:
        forced.close()
        other.close()


def test_lengths_are_dictated_in_step_with_what_each_wants() -> None:
    cells = [Cell(5, 4), Cell(60, 2)]
    order = []
    for cell in recognition._order(cells, until_s=1e12):
        order.append(cell.length_s)
        cell.ours_ms.append(1.0)
        cell.sound_s += cell.length_s
        cell.took_s += cell.length_s / 100
    assert order == [5, 5, 60, 5, 5, 60] or order == [5, 5, 60, 5, 60, 5]


def test_the_first_is_dictated_even_when_the_time_is_over_and_no_other() -> None:
    order = []
    for cell in recognition._order([Cell(5, 4), Cell(60, 2)], until_s=0.0):
        order.append(cell.length_s)
        cell.ours_ms.append(1.0)
        cell.sound_s, cell.took_s = 5.0, 1.0
    assert order == [5]


def test_there_is_at_least_one_round(tmp_path: Path) -> None:
    late = core_run(Part("late", "", measure, 0, 0), tmp_path)
    assert list(rounds(late, quick=5, full=5)) == [0]
    assert list(rounds(core_run(Part("early", "", measure, 100, 100), tmp_path), quick=3, full=5)) == [0, 1, 2]


def test_recordings_bring_their_words(tmp_path: Path) -> None:
    folder = recordings(tmp_path / "recordings")
    (clip,) = clips(core_run(recognition.PARTS[0], tmp_path).wishes.core, folder)
    assert clip.words == WORDS
    assert 3 < clip.length_s < 12


def test_a_recording_without_known_words_is_left_out_and_a_text_that_is_none_is_told(tmp_path: Path) -> None:
    folder = recordings(tmp_path / "recordings")
    core = core_run(recognition.PARTS[0], tmp_path).wishes.core
    text = next(folder.glob("*.txt"))
    text.write_text("...", "utf-8")
    with pytest.raises(CannotRunError, match="no recordings with their words"):
        clips(core, folder)
    text.write_bytes(b"caf\xe9")
    with pytest.raises(CannotRunError, match=f"{text.name} cannot be read"):
        clips(core, folder)


def test_sentences_to_be_spoken_hold_no_digits_and_no_repeats() -> None:
    told = sentences()
    assert len(told) == len(set(told)) == 80
    assert not any(letter.isdigit() for letter in "".join(told))


def test_when_the_time_is_over_only_the_first_model_is_measured(tmp_path: Path) -> None:
    run = core_run(Part("late", "", measure, 0, 0), tmp_path)
    both = [subjects.Subject(name, tmp_path, False) for name in ("tiny (shape)", "base (shape)")]
    assert [subject.name for subject, _ in subjects.in_turn(run, both)] == ["tiny (shape)"]
    assert run.into.notes == ["base (shape) was left out: no time was left."]
