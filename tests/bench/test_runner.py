"""Runs of small real suites: what is kept of parts that end well, cannot run, fail, or are interrupted."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from voiceflow.bench.figures import CannotRunError, spread
from voiceflow.bench.machine import OtherWork
from voiceflow.bench.run import Run, Wishes, forgetful, quiet
from voiceflow.bench.runner import Progress, Watch, run
from voiceflow.bench.suite import Part, Suite
from voiceflow.core import Core
from voiceflow.errors import VoiceFlowError
from voiceflow.machine import all_cpu_times_s
from voiceflow.settings import Audio, Cleanup, Cloud, Hotkey, Routing, Settings, Stt, Tts


def _measures(run: Run) -> None:
    run.record_samples("wait", [1.0, 2.0, 3.0] * 10, "ms")


def _cannot(_: Run) -> None:
    raise CannotRunError("There is no GPU", "Run it where there is one")


def _fails(_: Run) -> None:
    raise VoiceFlowError("model.missing", "There is no model", "voiceflow models install base")


def _breaks(run: Run) -> None:
    run.record("half", 1, "ms")
    raise ZeroDivisionError


def _records_no_number(run: Run) -> None:
    run.record("ratio", float("nan"), "times")


def _is_interrupted(run: Run) -> None:
    run.record("half", 1, "ms")
    raise KeyboardInterrupt


def _suite(*measures: object, seconds: float = 1.0) -> Suite:
    parts = (Part(measure.__name__.strip("_"), "", measure, seconds, 9 * seconds) for measure in measures)  # type: ignore[attr-defined,arg-type]
    return Suite("core", "", "", tuple(parts))


@pytest.fixture
def wishes(tmp_path: Path) -> Wishes:
    return Wishes(Core(), tmp_path, quick=True)


def test_a_part_that_cannot_run_or_fails_costs_itself_only(wishes: Wishes) -> None:
    found = run([_suite(_cannot, _fails, _breaks, _records_no_number, _measures)], wishes)
    cannot, fails, breaks, no_number, measures = found.parts
    assert (cannot.skipped, cannot.cure) == ("There is no GPU", "Run it where there is one")
    assert (fails.failed, fails.cure) == ("model.missing: There is no model", "voiceflow models install base")
    assert breaks.failed.startswith("ZeroDivisionError")
    assert [figure.name for figure in breaks.figures] == ["core/breaks/half"]
    assert no_number.failed and not no_number.figures
    assert [part.ran for part in found.parts] == [False, False, False, False, True]
    assert measures.figures[0].value == 2.0
    assert found.finished


def test_samples_give_percentiles_with_intervals_where_there_are_enough(wishes: Wishes) -> None:
    middle, p95, p99 = run([_suite(_measures)], wishes).parts[0].figures
    assert middle.interval == (1.0, 3.0)
    assert (p95.value, p95.interval, p99.interval) == (3.0, None, None)


@pytest.mark.parametrize(("count", "note"), [(19, "of 19"), (99, "of 99"), (100, "")])
def test_few_samples_are_counted_beside_their_percentiles(count: int, note: str) -> None:
    assert [figure.note for figure in spread("core/x/wait", range(count), "ms")] == [note, "", ""]


def test_an_interrupted_run_keeps_what_it_has_and_what_was_planned(wishes: Wishes) -> None:
    seen: list[int] = []
    watch = Watch(on_part=lambda results: seen.append(len(results.parts)))
    found = run([_suite(_measures, _is_interrupted, _cannot)], wishes, watch=watch)
    assert not found.finished
    assert [part.skipped for part in found.parts] == ["", "interrupted"]
    assert found.figure("core/is_interrupted/half")
    assert found.planned == ["core/measures", "core/is_interrupted", "core/cannot"]
    assert seen == [1]


def test_a_run_that_is_told_to_stop_begins_no_further_step(wishes: Wishes) -> None:
    watch = Watch()

    def stops(_: Run) -> None:
        watch.stopped.set()

    found = run([_suite(stops, _measures)], wishes, watch=watch)
    assert not found.finished
    assert not found.figures()


def test_time_left_is_the_plan_s_until_parts_show_their_own_pace(wishes: Wishes) -> None:
    def half(run: Run) -> None:
        run.progress(0.5)

    told: list[Progress] = []
    run([_suite(half, half, half, half, seconds=10.0)], wishes, watch=Watch(on_progress=told.append))
    left_s = [progress.left_s for progress in told]
    assert left_s[:2] == pytest.approx([40.0, 35.0])
    assert left_s[-1] < 2.5, "parts that took no time make the rest shorter than planned"
    assert [(progress.at, progress.of) for progress in told[::2]] == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows forgets what processes took that have ended")
def test_what_the_run_s_own_processes_do_is_no_other_work() -> None:
    others = OtherWork()
    _, all_s = all_cpu_times_s()
    works = [sys.executable, "-c", "import time\nwhile time.process_time() < 0.4: pass"]
    processes = [subprocess.Popen(works) for _ in range(os.cpu_count() or 1)]
    assert [process.wait(30) for process in processes] == [0] * len(processes)
    wall_s = all_cpu_times_s()[1] - all_s
    own_percent = 100 * 0.4 * len(processes) / wall_s
    assert others.percent is not None
    assert others.percent <= 100 - own_percent + 5


ALLOWED = Cloud(enabled=True, allowed=["sound => api.example.com"], openai_url="https://api.example.com/v1")


def test_nothing_that_is_measured_is_sent_to_other_machines() -> None:
    wanted = Settings(
        stt=Stt(engine="openai"),
        tts=Tts(engine="google"),
        routing=Routing(stt_then=["yandex", "parakeet"], tts_then=["openai", "espeak"]),
        cleanup=Cleanup(style="tidy", url="https://api.example.com/v1"),
        cloud=ALLOWED,
    )
    given = quiet(wanted)
    assert (given.stt.engine, given.tts.engine, given.cleanup.style) == ("whisper", "auto", "as_is")
    assert (given.routing.stt_then, given.routing.tts_then) == (["parakeet"], ["espeak"])
    assert (given.cloud.enabled, given.cloud.allowed) == (False, [])


def test_services_on_this_machine_are_measured_as_they_are() -> None:
    here = "http://127.0.0.1:8080/v1"
    wanted = Settings(
        stt=Stt(engine="openai"), cleanup=Cleanup(style="tidy", url=here), cloud=replace(ALLOWED, openai_url=here)
    )
    given = quiet(wanted)
    assert (given.stt, given.cleanup) == (wanted.stt, wanted.cleanup)


def test_what_is_measured_takes_no_key_and_no_sound_before_it_is_asked_for() -> None:
    wanted = Settings(audio=Audio(preroll_ms=500), hotkey=Hotkey(edit_key="F8"), tts=Tts(hotkey="F7"))
    given = quiet(wanted)
    assert (given.audio.preroll_ms, given.hotkey.edit_key, given.tts.hotkey) == (0, "", "")


def test_a_sound_that_comes_again_is_recognized_again() -> None:
    assert forgetful(Settings(routing=Routing(stt_then=["parakeet"]))).routing == Routing(
        stt_then=["parakeet"], cache_entries=0
    )
