"""What VoiceFlow holds step by step, from a bare interpreter to unloaded models, in a process of its own."""

import json
import pickle
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from voiceflow.bench.figures import CannotRunError, Plot
from voiceflow.bench.run import forgetful, quiet
from voiceflow.bench.suites.core.sides import settings_for
from voiceflow.bench.suites.memory.dictating import shortest_clip
from voiceflow.bench.suites.memory.staging import Wanted
from voiceflow.errors import VoiceFlowError

if TYPE_CHECKING:
    from voiceflow.bench.run import Run

Stages = dict[str, dict[str, float]]
_MODULE = "voiceflow.bench.suites.memory.staging"
_KINDS = {
    "alone": "",
    "PSS": "shared pages divided by those who map them",
    "RSS": "shared pages counted for each process",
    "allocator": "what glibc gave out in the app's process",
    "allocator kept": "what glibc keeps for later in the app's process",
    "Python heap": "tracemalloc in the app's process, in a second run",
}


def measure(run: "Run") -> None:
    """Twice: tracing takes memory itself."""
    wanted = _wanted(run)
    plain = _become(run, wanted, run.left_s * 0.6)
    run.progress(0.5)
    traced = _become(run, wanted, run.left_s, "--trace")
    if "at rest" not in plain:
        raise CannotRunError("The process that is measured did not come to rest in time", "Leave the machine alone")
    for stage, kinds in plain.items():
        kinds["Python heap"] = traced.get(stage, {}).get("Python heap", 0.0)
    _tell(run, plain)


def _wanted(run: "Run") -> bytes:
    speech = shortest_clip(run)
    core, folder = run.wishes.core, run.wishes.scratch / "stages"
    folder.mkdir(exist_ok=True)
    where = replace(core.paths, config=folder, data=folder, logs=folder, runtime=folder)
    return pickle.dumps(Wanted(where, quiet(forgetful(settings_for(run))), speech.tobytes()))


def _become(run: "Run", wanted: bytes, timeout_s: float, *how: str) -> Stages:
    """As far as it comes in that time."""
    command = [sys.executable, "-P", "-m", _MODULE, *how]
    try:
        out = subprocess.run(command, input=wanted, capture_output=True, timeout=timeout_s, check=True).stdout
    except subprocess.TimeoutExpired as error:
        out = error.stdout or b""
        run.note(f"Cut after {out.count(b'stage')} stages, for there was no more time.")
    except subprocess.CalledProcessError as error:
        out = error.stdout
        what = f"The process that is measured ended after {out.count(b'stage')} stages{_why(error)}"
        if b'"at rest"' not in out:
            raise VoiceFlowError("memory.ended", what, "voiceflow selftest shows what does not work here") from error
        run.note(f"{what}.")
    told = [json.loads(line) for line in out.splitlines()]
    return {one.pop("stage"): one for one in told}


def _why(error: subprocess.CalledProcessError) -> str:
    """The exception's name, without what it says: that may be anything."""
    last = error.stderr.decode(errors="replace").strip().rpartition("\n")[2]
    name = last.partition(":")[0].rpartition(".")[2]
    return f" ({name})" if name.isidentifier() else f" (exit code {error.returncode})"


def _tell(run: "Run", stages: Stages) -> None:
    for stage, kinds in stages.items():
        for kind, note in _KINDS.items():
            name = stage if kind == "alone" else f"{stage}: {kind}"
            if kinds[kind]:
                run.record(name, kinds[kind], "MB", note=note)
    _differences(run, {stage: kinds["alone"] for stage, kinds in stages.items()})
    names = list(stages)
    series = {told: (names, [stages[name][kind] for name in names]) for kind, told in _PLOTTED.items()}
    run.plot(Plot("Memory by stage", "stage", "MB", dict(series), "bar"))
    run.note(
        "Of all processes, as if nobody else ran Python or mapped its libraries: each shared page counts once. Real "
        "engines, no window. `PSS`, `RSS` and the allocators' figures stand beside."
    )


_PLOTTED = {"alone": "all processes", "allocator": "allocator, app", "Python heap": "Python heap, app"}


def _differences(run: "Run", held: dict[str, float]) -> None:
    run.record("most held", max(held.values()), "MB")
    for what, before in (("model", "at rest"), ("voice", "model unloaded")):
        loaded, unloaded = held.get(f"{what} loaded", 0.0), held.get(f"{what} unloaded", 0.0)
        if unloaded and loaded > held[before]:
            share = (loaded - unloaded) / (loaded - held[before])
            run.record(f"{what} given back", 100 * share, "%", note="of what it took, after unloading")
            run.record(f"{what} kept", unloaded - held[before], "MB", note="more than before it was loaded")
