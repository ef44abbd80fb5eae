"""What the suite `memory` measures with, and that it finds what a dictation leaves behind."""

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.bench.measured import run_of
from voiceflow.bench.clips import RATE_HZ
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.suite import suite
from voiceflow.bench.suites.memory import dictating, leaking, stages
from voiceflow.bench.suites.memory.held import held
from voiceflow.bench.suites.memory.lines import Lines, grown
from voiceflow.bench.suites.memory.pauses import Pauses
from voiceflow.bench.suites.memory.samples import Samples
from voiceflow.core import Core
from voiceflow.dictation.delivery import Delivery
from voiceflow.errors import VoiceFlowError

Pcm = NDArray[np.float32]


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Pcm:
    """Somebody hums for a second: the recognizer of these tests knows its words anyway."""
    at = np.arange(RATE_HZ) / RATE_HZ
    overtones = [np.sin(2 * np.pi * 140 * overtone * at) / overtone for overtone in range(1, 12)]
    hummed: Pcm = (0.1 * np.sum(overtones, axis=0)).astype(np.float32)
    monkeypatch.setattr(leaking, "shortest_clip", lambda _: hummed)
    return hummed


def leak_run(core: Core, folder: Path) -> Run:
    return run_of("memory", suite("memory").parts[2], Wishes(core, folder, quick=True))


def test_a_hurried_dictation_delivers_its_words_and_is_on_disk(tmp_path: Path, speech: Pcm) -> None:
    with Core() as core:
        run = leak_run(core, tmp_path)
        settings = dictating.with_null_recognition(core.settings, tmp_path)
        with run.core("one", settings) as mine:
            one = dictating.Dictating(mine, speech)
            assert [one.dictate().strip() for _ in range(2)] == [dictating.SCRIPT] * 2
            dictating.fill_cache(mine.history)
            assert mine.history.count() == 3


def test_50_kb_kept_of_each_dictation_are_found_with_the_line_that_keeps_them(
    tmp_path: Path, speech: Pcm, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("scipy")
    kept: list[bytearray] = []
    deliver = Delivery.deliver

    def keeping(self: Delivery, *given: Any) -> None:
        kept.append(bytearray(50_000))
        deliver(self, *given)

    monkeypatch.setattr(Delivery, "deliver", keeping)
    with Core() as core:
        run = leak_run(core, tmp_path)
        found = leaking.leak(run, 20, 600)
    (finding,) = run.into.findings
    assert finding.code == "memory.leak"
    assert "bench/test_memory.py:" in finding.what
    assert str(Path(__file__).parents[2]) not in finding.what
    assert found.python
    assert found.python.whole.middle == pytest.approx(50, rel=0.3)
    assert [plot.kind for plot in run.into.plots] == ["line", "line"]


def test_without_time_nothing_is_said(tmp_path: Path, speech: Pcm) -> None:
    pytest.importorskip("scipy")
    with Core() as core:
        run = leak_run(core, tmp_path)
        assert leaking.leak(run, 200, 0).verdict == "cannot tell"
    assert run.into.findings == []
    assert "memory/leak/leaks" not in {figure.name for figure in run.into.figures}


def test_memory_of_started_processes_counts() -> None:
    before = held(os.getpid())
    program = "import sys; kept = bytearray(b'x') * 30_000_000; print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        after = held(os.getpid())
        child.communicate()
    assert 29 < after.own - before.own < 60
    assert after.rss >= after.pss >= after.own


def test_a_long_run_keeps_few_samples() -> None:
    samples = Samples(each=1_000)
    for number in range(0, 2_002_000, 1_000):
        samples.dictations.append(number)
        samples.own_kb.append(number)
    samples.python_kb = samples.allocator_kb = samples.own_kb[:]
    samples.take(2_002_000)
    assert samples.each == 2_000
    assert samples.dictations == list(range(0, 2_003_000, 2_000))
    assert len(samples.own_kb) == len(samples.dictations)
    samples.take(2_003_000)
    assert samples.dictations[-1] == 2_002_000


def test_lines_are_told_without_folders() -> None:
    before = Lines({("/home/a/app/voiceflow/core.py", 7): 1_000})
    after = Lines({("/home/a/app/voiceflow/core.py", 7): 501_000, ("/x/site-packages/numpy/array.py", 3): 90_000})
    assert grown(before, after, dictations=10) == [
        "voiceflow/core.py:7 (+50.0 kB per dictation)",
        "numpy/array.py:3 (+9.0 kB per dictation)",
    ]


def test_pauses_are_those_of_the_garbage_collection() -> None:
    with Pauses() as pauses:
        gc.collect()
    assert len(pauses.ms[2]) == 1
    assert pauses.ms[2][0] > 0


def test_what_a_model_gives_back_is_its_share_of_what_it_took(tmp_path: Path) -> None:
    names = ("at rest", "model loaded", "model unloaded", "voice loaded")
    told = {name: dict.fromkeys(stages._KINDS, mb) for name, mb in zip(names, (80.0, 280.0, 90.0, 200.0), strict=True)}
    with Core() as core:
        run = leak_run(core, tmp_path)
        stages._tell(run, told)
    figures = {figure.name.removeprefix("memory/leak/"): figure.value for figure in run.into.figures}
    assert figures["model given back"] == pytest.approx(95)
    assert figures["most held"] == 280
    assert figures["at rest"] == 80
    assert "voice given back" not in figures


FAILS = 'import sys\nprint(\'{{"stage": "{stage}", "alone": 1.0}}\', flush=True)\nraise MemoryError(\'what was said\')'


@pytest.mark.parametrize("stage", ["import", "at rest"])
def test_a_process_that_fails_before_it_rests_is_a_fault_and_no_excuse(
    stage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "becomes.py").write_text(FAILS.format(stage=stage), "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(stages, "_MODULE", "becomes")
    with Core() as core:
        run = leak_run(core, tmp_path)
        if stage == "import":
            with pytest.raises(VoiceFlowError, match="MemoryError"):
                stages._become(run, b"", 60)
        else:
            assert stages._become(run, b"", 60) == {"at rest": {"alone": 1.0}}
            assert run.into.notes == ["The process that is measured ended after 1 stages (MemoryError)."]
