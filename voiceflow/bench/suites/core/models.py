"""Loading and unloading of speech models as the app does it, the first decode after it, and whether the memory comes
back."""

import os
import statistics
import time
from dataclasses import dataclass, field

from voiceflow.bench.clips import RATE_HZ
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core.rounds import ms_since, rounds
from voiceflow.bench.suites.core.sides import as_the_app_loads, settings_for
from voiceflow.bench.suites.core.subjects import Subject, in_turn, subjects
from voiceflow.bench.suites.memory.held import held
from voiceflow.engines.stt.contract import DecodeRequest, Recognizer
from voiceflow.options import decode_options

_QUICK_ROUNDS, _FULL_ROUNDS = 3, 7
_WARM_DECODES = 3
_MOST_S = 10


@dataclass(slots=True)
class Loads:
    """Times in ms; memory in MB, of this process and of all that it started."""

    load_ms: list[float] = field(default_factory=list)
    unload_ms: list[float] = field(default_factory=list)
    first_ms: list[float] = field(default_factory=list)
    warm_ms: list[float] = field(default_factory=list)
    loaded_mb: list[float] = field(default_factory=list)
    used_mb: list[float] = field(default_factory=list)
    left_mb: list[float] = field(default_factory=list)


def measure(run: Run) -> None:
    chosen, request = subjects(run), _request(run)
    for subject, seconds in in_turn(run, chosen):
        loads = Loads()
        for _ in rounds(run, _QUICK_ROUNDS, _FULL_ROUNDS, seconds):
            _load(run, subject, request, loads)
        _record(run, subject, loads)
    run.note("Loading includes the process that the model lives in, but not its checksum, which is kept from before.")


def _request(run: Run) -> DecodeRequest | None:
    """None where there is no speech: what noise takes to be decoded would tell little."""
    try:
        sound = run.clips[0].sound[: _MOST_S * RATE_HZ]
    except CannotRunError as error:
        run.note(f"First decodes are left out. {error.reason}")
        return None
    return DecodeRequest(sound, decode_options(settings_for(run)))


def _load(run: Run, subject: Subject, request: DecodeRequest | None, loads: Loads) -> None:
    before_mb = held(os.getpid()).pss
    began_s = time.perf_counter()
    loaded = as_the_app_loads(run, subject)
    loads.load_ms.append(ms_since(began_s))
    loads.loaded_mb.append(held(os.getpid()).pss - before_mb)
    if request and subject.real:
        _decode(loaded, request, loads)
        loads.used_mb.append(held(os.getpid()).pss - before_mb)
    began_s = time.perf_counter()
    loaded.close()
    loads.unload_ms.append(ms_since(began_s))
    loads.left_mb.append(held(os.getpid()).pss - before_mb)


def _decode(loaded: Recognizer, request: DecodeRequest, loads: Loads) -> None:
    for round_ in range(1 + _WARM_DECODES):
        began_s = time.perf_counter()
        loaded.decode(request)
        (loads.warm_ms if round_ else loads.first_ms).append(ms_since(began_s))


def _record(run: Run, subject: Subject, loads: Loads) -> None:
    name = subject.name
    run.record_samples(f"load, {name}", loads.load_ms, "ms", (50, 95))
    run.record_samples(f"unload, {name}", loads.unload_ms, "ms", (50,))
    run.record(f"memory when loaded, {name}", statistics.median(loads.loaded_mb), "MB")
    run.record(f"memory not given back, {name}", statistics.median(loads.left_mb), "MB", note="after unloading")
    if loads.first_ms:
        run.record(f"memory after decodes, {name}", statistics.median(loads.used_mb), "MB")
        run.record_samples(f"first decode, {name}", loads.first_ms, "ms", (50,))
        run.record_samples(f"later decodes, {name}", loads.warm_ms, "ms", (50,))


PARTS = (Part("models", "Loading and unloading of models", measure, 10, 60),)
