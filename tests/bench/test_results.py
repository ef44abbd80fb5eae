"""`results.json`: read again as it was, whole or not there."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest

from voiceflow.bench.figures import Figure, Finding, Plot
from voiceflow.bench.results import PartResult, Results, read, write
from voiceflow.errors import VoiceFlowError

PART = PartResult(
    "core",
    "x",
    "Something",
    figures=[Figure("core/x/wait p50", 1.5, "ms", (1.0, 2.0), samples=(1.0, 1.5, 2.0), note="of three")],
    plots=[Plot("Waits", "try", "ms", {"all": ([1, 2], [1.0, 2.0])})],
    findings=[Finding("slow", "It is slow", "Buy a faster one")],
    notes=["Three only"],
    took_s=0.5,
    others_percent=12.5,
)
RESULTS = Results(
    "voiceflow bench core", True, "2026-11-21", {"cores": 2}, [PART], 0.5, True, ["core/x"], {"core": ["", ""]}
)


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    write(RESULTS, tmp_path / "results.json", raw=True)
    assert read(tmp_path / "results.json") == RESULTS
    assert json.loads((tmp_path / "results.json").read_text("utf-8"))["schema"] == 1


def test_samples_are_left_out_unless_wanted(tmp_path: Path) -> None:
    write(RESULTS, tmp_path / "results.json")
    assert read(tmp_path / "results.json").figures()["core/x/wait p50"].samples == ()


def test_only_numbers_that_json_knows_are_written(tmp_path: Path) -> None:
    plot = Plot("Waits", "try", "ms", {"all": (list(np.arange(2)), [np.float32(1), float("inf")])})
    write(dataclasses.replace(RESULTS, parts=[PartResult("core", "x", "", plots=[plot])]), tmp_path / "results.json")
    assert read(tmp_path / "results.json").parts[0].plots[0].series == {"all": ([0, 1], [1.0, None])}


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    write(RESULTS, tmp_path / "results.json")
    broken = dataclasses.replace(RESULTS, machine={"cores": object()})
    with pytest.raises(AttributeError):
        write(broken, tmp_path / "results.json")
    assert read(tmp_path / "results.json").machine == {"cores": 2}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "bench.no_results"),
        ("[]", "bench.no_results"),
        ('{"schema": 1}', "bench.no_results"),
        ('{"schema": 999}', "bench.other_schema"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "other.json").write_text(text, "utf-8")
    with pytest.raises(VoiceFlowError) as caught:
        read(tmp_path / "other.json")
    assert caught.value.code == code
