"""The folder of a run: refused before it begins, and what happens when it takes no more in the midst."""

import tempfile
from pathlib import Path

import pytest

from voiceflow.bench import output
from voiceflow.bench.figures import Plot
from voiceflow.bench.output import Output, need_extra
from voiceflow.bench.results import PartResult, Results, read
from voiceflow.errors import VoiceFlowError
from voiceflow.installation import cure_of_missing


def _results() -> Results:
    return Results("voiceflow bench", True, "2026-11-21", finished=True)


def test_what_cannot_be_imported_is_named_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_EXTRA", ("json", "no_such_library"))
    with pytest.raises(VoiceFlowError, match="The performance suites need no_such_library") as caught:
        need_extra()
    assert caught.value.hint == cure_of_missing("bench")


def test_a_folder_without_room_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_LEAST_FREE_BYTES", 10**18)
    with pytest.raises(VoiceFlowError, match="MB left") as caught:
        Output.checked(tmp_path)
    assert caught.value.code == "bench.no_room"


def test_a_folder_that_takes_no_more_is_told_once_and_the_results_go_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = tmp_path / "out"
    kept = Output.checked(folder)
    folder.rmdir()
    folder.touch()
    assert "takes no results" in kept.keep(_results())
    assert kept.keep(_results()) == ""
    place = kept.finish(_results())
    assert place != folder
    assert read(place / "results.json").finished


def _with_plots(*titles: str) -> Results:
    results = _results()
    plots = [Plot(title, "x", "y", {"": ([1, 2], [3.0, 4.0])}) for title in titles]
    results.parts.append(PartResult("core", "one", "One", plots=plots))
    return results


def test_plots_of_an_earlier_run_go_and_strangers_files_stay(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    plots = tmp_path / "plots"
    Output.checked(tmp_path).finish(_with_plots("Waits", "Memory"))
    (plots / "my-own.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (plots / "notes.txt").touch()
    Output.checked(tmp_path).finish(_with_plots("Waits"))
    assert sorted(file.name for file in plots.iterdir()) == ["core-one-waits.svg", "my-own.svg", "notes.txt"]


def test_the_results_of_the_run_before_stay_beside(tmp_path: Path) -> None:
    Output.checked(tmp_path).finish(_results())
    Output.checked(tmp_path)
    assert read(tmp_path / "results.earlier.json").finished
    assert not (tmp_path / "results.json").exists()
