"""Null engines asked by many at once, and for a while."""

import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import repeat

from voiceflow.bench import null_engines
from voiceflow.bench.run import Run
from voiceflow.bench.scripted_engines import Timed, chain, noise, routes
from voiceflow.settings import Routing

CALLERS = (1, 5, 10, 20)
ROUND_S = 0.1
_WAIT_S = 50e-6
"""About what one of the 17,883 sequential operations a second that were published takes (issue 8). That 7.07 is 126,475
concurrent ones through those says that they waited; on what is not known."""
_BATCH_S = 0.5
_LEAST_S = 5.0
_AT_ONCE = 10
"""Calls between two looks at the clock."""

Call = Callable[[], object]


def rate(call: Call, seconds: float, callers: int = 1) -> float:
    """Calls a second, of all callers together: the best of rounds of 0.1 s, for what is missing in the others is the
    machine's."""
    return max(_round(call, callers) for _ in range(max(3, int(seconds / ROUND_S))))


def _round(call: Call, callers: int) -> float:
    counts: list[int] = []
    gate = threading.Barrier(callers + 1)
    until_s = [0.0]

    def work() -> None:
        gate.wait()
        counts.append(_calls_until(call, until_s[0]))

    threads = [threading.Thread(target=work, name="caller") for _ in range(callers)]
    for thread in threads:
        thread.start()
    begun_s = time.perf_counter()
    until_s[0] = begun_s + ROUND_S
    gate.wait()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - begun_s)


def _calls_until(call: Call, until_s: float) -> int:
    count, clock = 0, time.perf_counter
    while clock() < until_s:
        for _ in range(_AT_ONCE):
            call()
        count += _AT_ONCE
    return count


def concurrent(run: Run, seconds: float) -> None:
    each_s = seconds / (2 * len(CALLERS))
    with null_engines.engines(run) as engines:
        null = {callers: rate(engines.both, each_s, callers) for callers in CALLERS}
    run.progress(0.5)
    with chain([Timed("service", repeat(_WAIT_S))], routes(Routing())) as recognizer:
        decode = partial(recognizer.decode, noise(1.0))
        waiting = {callers: rate(decode, each_s, callers) for callers in CALLERS}
    told = f"20 callers; {null_engines.OPERATION}"
    run.record("concurrent operations per second", null[20], "/s", note=told)
    why = (
        "null operations never wait, and Python lets one thread compute at a time: more callers can win nothing, the "
        "question is what they lose"
    )
    run.record("scaling from 1 to 20 callers", null[20] / null[1], "times", note=why)
    waits = (
        f"it waits {_WAIT_S * 1e6:g} µs and computes nothing: {waiting[1]:,.0f} a second by one caller, "
        f"{waiting[20]:,.0f} by 20"
    )
    run.record("scaling with an engine that is waited for", waiting[20] / waiting[1], "times", note=waits)
    x = [float(callers) for callers in CALLERS]
    run.plot_lines(
        "Throughput by callers",
        "callers",
        "times that of one caller",
        {
            name: (x, [rates[callers] / rates[1] for callers in CALLERS])
            for name, rates in (("null engines", null), ("an engine that is waited for", waiting))
        },
    )


def sustained(run: Run) -> None:
    """For 5 s, and for what is left of the part where that is more."""
    took_s, worked_s = list[float](), list[float]()
    with null_engines.engines(run) as engines:
        batch = max(1, int(rate(engines.both, 0.0) * _BATCH_S))
        seconds = max(_LEAST_S, run.left_s - 1.0)
        begun_s = time.perf_counter()
        while (passed_s := time.perf_counter() - begun_s) < seconds:
            batch_s, batch_cpu_s = time.perf_counter(), time.thread_time()
            for _ in range(batch):
                engines.both()
            worked_s.append(time.thread_time() - batch_cpu_s)
            took_s.append(time.perf_counter() - batch_s)
            run.progress(0.7 + 0.3 * passed_s / seconds)
    told = f"{len(took_s)} batches of {batch:,} in {passed_s:.1f} s; {null_engines.OPERATION}"
    run.record("sustained operations per second", len(took_s) * batch / passed_s, "/s", note=told)
    told = f"1 - slowest / fastest, by the clock; by processor time, without other programs: {behind(worked_s):.3f}"
    run.record("sustained slowest batch behind the fastest", behind(took_s), "share", note=told)


def behind(batches_s: Sequence[float]) -> float:
    """Of equal batches, by how much the slowest's rate is behind the fastest's."""
    return 1 - min(batches_s) / max(batches_s)
