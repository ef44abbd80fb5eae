"""What VoiceFlow itself costs: everything is real but the engines, which have nothing to do."""

import gc
import time
import tracemalloc
from statistics import fmean, median

from voiceflow.bench import null_engines
from voiceflow.bench.run import Run
from voiceflow.bench.scripted_engines import noise
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core import callers
from voiceflow.core import Core

_MOST_STARTS = 300
_SPANS = 100_000
_OPERATIONS = 1_000
_BYTES_OF_MB = 1e6


def overhead(run: Run) -> None:
    _initialization(run)
    _calls(run, seconds=run.budget_s / 20)
    told = "one stage of a dictation, processor time, the best of five rounds"
    run.record("metrics record mean", span_us(), "µs", note=told)
    _memory(run)
    run.progress(0.3)
    callers.concurrent(run, seconds=run.budget_s / 3)
    callers.sustained(run)


def _initialization(run: Run) -> None:
    where, settings = run.place("null"), null_engines.settings(run.wishes.core.settings)
    took_ms: list[float] = []
    while len(took_ms) < _MOST_STARTS and run.left_s > 0.9 * run.budget_s:
        begun_s = time.perf_counter()
        with Core(where, settings) as core:
            core.recognizer()
            core.engines.tts()
            took_ms.append((time.perf_counter() - begun_s) * 1e3)
    told = (
        "a Core with null recognizer and null voice, ready to be asked, and its thread of events; modules are loaded; "
        f"the median is {median(took_ms):.3f} ms"
    )
    run.record("initialization mean", fmean(took_ms[1:] or took_ms), "ms", note=told)


def _calls(run: Run, seconds: float) -> None:
    with null_engines.engines(run) as engines:
        recognitions, syntheses, both = (
            callers.rate(call, seconds) for call in (engines.recognize, engines.speak, engines.both)
        )
    heard = "1 s of sound through the chain of engines that the settings make; the engine hears no words in it"
    run.record("recognition mean", 1e3 / recognitions, "ms", note=heard)
    run.record("recognitions per second", recognitions, "/s", note="the same, one after another")
    run.record("synthesis mean", 1e3 / syntheses, "ms", note=f"“{null_engines.TEXT}” as blocks of silence, all taken")
    run.record("sequential operations per second", both, "/s", note=null_engines.OPERATION)
    run.note(f"Calls a second are those of the best of rounds of {callers.ROUND_S:g} s, as timeit advises.")


def span_us() -> float:
    """The best of five, as timeit advises: what is above it is the machine's."""
    from voiceflow.dictation.session import Session

    def once() -> float:
        session = Session()
        begun_s = time.thread_time()
        for _ in range(_SPANS):
            session.mark("rules", 1.0, 2.0)
        return (time.thread_time() - begun_s) / _SPANS * 1e6

    return min(once() for _ in range(5))


def _memory(run: Run) -> None:
    """What stays allocated; what was imported before counts nowhere."""
    where, settings = run.place("null"), null_engines.settings(run.wishes.core.settings)
    sound = noise(1.0)
    tracemalloc.start()
    try:
        before = _traced_bytes()
        with Core(where, settings) as core:
            engines = null_engines.of(core, sound)
            for _ in range(_OPERATIONS):
                engines.both()
            one = _traced_bytes()
            callers.rate(engines.both, 0.0, 20)
            many = _traced_bytes()
    finally:
        tracemalloc.stop()
    kept = f"kept after {_OPERATIONS:,} operations by a Core and its null engines (tracemalloc)"
    run.record("memory", (one - before) / _BYTES_OF_MB, "MB", note=kept)
    more = max(0, many - one) / _BYTES_OF_MB
    run.record("memory under concurrency", more, "MB", note="more than that, kept after 20 callers")


def _traced_bytes() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


PARTS = (Part("overhead", "VoiceFlow's own cost, with null engines", overhead, 18, 60),)
