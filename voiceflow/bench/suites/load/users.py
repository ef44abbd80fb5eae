"""What VoiceFlow itself costs when many speak at once: null engines, everything else real."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.scoring import percentile
from voiceflow.bench.suites.load.apart import Apart, Line, patience_s

USERS = (5, 10, 15, 25, 50, 100)
SUSTAINED_USERS = 15
SUSTAINED_S = 600
QUICK_SUSTAINED_S = 30
_SLICES_S = {True: 3.0, False: 20.0}
_START_S = 3.0
"""Of the process, of a quiet machine; and what a level takes behind its time, until its last caller has the text."""
_TRAIL_S = 1.3
_MB = 1e6
TOO_BUSY, ON_A_QUIET_ONE = "This machine was too busy to serve each user once", "Measure while no other program works"

WHAT_A_SESSION_IS = (
    "A voice session is one caller who speaks in real time (blocks of 0.1 s), gets the text, reads it back, searches "
    "for it and has a known sentence spoken from the cache. Its own: detector of speech, windows, words so far, a row "
    "and a journal in the encrypted history. Shared: one recognizer, rules, history, events, metrics. Nothing is "
    "inserted: other callers have no window here."
)
NULL = (
    "Null engines (scripted recognizer, silent voice, detector by energy) in a process of its own: figures are of "
    "VoiceFlow itself. Memory is RSS of that process, shared libraries counted whole; processor is of all cores."
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A level, and the memory of its process."""

    users: int
    line: Line

    @property
    def latencies_ms(self) -> list[float]:
        return [1000 * latency_s for latency_s in self.line.told["latencies_s"]]

    @property
    def processor_percent(self) -> float:
        told = self.line.told
        return 100.0 * float(told["cpu_s"]) / float(told["elapsed_s"]) / (os.cpu_count() or 1)


def measure_users(run: Run) -> None:
    """One level after the other, each for its share of the time."""
    run.note(WHAT_A_SESSION_IS)
    run.note(NULL)
    seconds = max(0.8, (run.left_s - _START_S) / len(USERS) - _TRAIL_S)
    wanted: dict[str, object] = {"folder": str(run.wishes.scratch / "load users"), "users": USERS, "seconds": seconds}
    wanted["until_s"] = time.monotonic() + run.left_s
    seen: list[Seen] = []
    ready: list[Line] = []
    with Apart("voiceflow.bench.suites.load.processes:levels", wanted, patience_s(run.budget_s)) as apart:
        for line in apart.lines(lambda: run.progress(len(seen) / len(USERS))):
            if "users" in line.told:
                seen.append(Seen(line.told["users"], line))
            else:
                ready.append(line)
    if len(seen) < len(USERS):
        run.note(
            f"Ended before {USERS[-1]} users ({apart.ended or 'no time left'}): what load is measured by is missing."
        )
    run.note(f"Each number of users for {seconds:.1f} s, and until the last of them had the text.")
    for level in seen:
        _record_level(run, level)
    if not seen:
        raise CannotRunError(TOO_BUSY, ON_A_QUIET_ONE)
    if seen[-1].users == USERS[-1]:
        _record_all(run, seen, ready[0].bytes)
    _plots(run, seen)


def record_answers(run: Run, name: str, level: Seen) -> None:
    """How many there were, and how late; of few samples the tails would say nothing."""
    told, latencies_ms = level.line.told, level.latencies_ms
    note = "; ".join(f"{count} x {code}" for code, count in told["errors"].items())
    run.record(f"{name} success", told["success"], "%", note=note or f"{told['asked']} dictations")
    if latencies_ms:
        percents = (50, 95, 99) if len(latencies_ms) >= 20 else (50,)
        run.record_samples(f"{name} latency", latencies_ms, "ms", percents)


def _record_level(run: Run, level: Seen) -> None:
    name, told = f"{level.users} users", level.line.told
    record_answers(run, name, level)
    if level.latencies_ms:
        run.record_samples(f"{name} look-up", [1000 * took_s for took_s in told["look_ups_s"]], "ms", (50,))
    run.record(f"{name} throughput", told["per_s"], "/s")
    run.record(f"{name} memory", level.line.peak_bytes / _MB, "MB")
    run.record(f"{name} processor", level.processor_percent, "%")
    run.record(f"{name} writes waiting", told["writes_waiting"], "writes", note="for the disk, at the end of the level")


def _record_all(run: Run, seen: Sequence[Seen], alone_bytes: int) -> None:
    most = seen[-1]
    each = (most.line.peak_bytes - alone_bytes) / _MB / most.users
    run.record("memory per session", max(0.0, each), "MB", note=f"what {most.users} users added to one, each")
    run.record("peak memory", max(level.line.peak_bytes for level in seen) / _MB, "MB")
    run.record("processor", most.processor_percent, "%", note=f"{most.users} users")
    slow = [level.users for level in seen if percentile(level.latencies_ms or [0.0], 95) > 500]
    if slow:
        waiting = next(level.line.told["writes_waiting"] for level in seen if level.users == slow[0])
        run.note(
            f"From {slow[0]} users on one text in twenty takes over 0.5 s; {waiting} writes wait for the disk then."
        )


def by_users(levels: Sequence[Seen], value: Callable[[Seen], float]) -> tuple[list[float], list[float]]:
    return [float(level.users) for level in levels], [value(level) for level in levels]


def latency_lines(levels: Sequence[Seen], percents: Sequence[int]) -> dict[str, tuple[list[float], list[float]]]:
    answered = [level for level in levels if level.latencies_ms]
    users = [float(level.users) for level in answered]
    return {f"p{at}": (users, [percentile(level.latencies_ms, at) for level in answered]) for at in percents}


def _plots(run: Run, seen: Sequence[Seen]) -> None:
    run.plot_lines("Latency by users", "users", "ms", latency_lines(seen, (50, 95, 99)))
    per_s = by_users(seen, lambda level: float(level.line.told["per_s"]))
    run.plot_lines("Throughput by users", "users", "dictations a second", {"dictations": per_s})
    memory = by_users(seen, lambda level: level.line.peak_bytes / _MB)
    run.plot_lines("Memory by users", "users", "MB", {"RSS": memory})


def measure_sustained(run: Run) -> None:
    """15 users for 10 minutes; `--quick`: 30 s."""
    wanted_s = QUICK_SUSTAINED_S if run.quick else SUSTAINED_S
    seconds = min(wanted_s, max(3.0, run.left_s - _START_S))
    if run.quick:
        run.note(f"Shortened by --quick: {seconds:.0f} s instead of 10 minutes.")
    slice_s = min(_SLICES_S[run.quick], seconds / 3)
    wanted: dict[str, object] = {"folder": str(run.wishes.scratch / "load sustained"), "users": SUSTAINED_USERS}
    wanted |= {"seconds": seconds, "slice_s": slice_s}
    slices: list[Seen] = []
    with Apart("voiceflow.bench.suites.load.processes:sustained", wanted, patience_s(run.budget_s)) as apart:
        for line in apart.lines(lambda: run.progress(len(slices) * slice_s / seconds)):
            if "users" in line.told:
                slices.append(Seen(line.told["users"], line))
    if apart.ended:
        run.note(f"Ended after {len(slices) * slice_s:.0f} s: {apart.ended}.")
    if sum(slice_.line.told["asked"] for slice_ in slices) < SUSTAINED_USERS:
        raise CannotRunError(TOO_BUSY, ON_A_QUIET_ONE)
    _record_sustained(run, slices)


def _record_sustained(run: Run, slices: Sequence[Seen]) -> None:
    latencies_ms = [latency_ms for slice_ in slices for latency_ms in slice_.latencies_ms]
    asked = sum(slice_.line.told["asked"] for slice_ in slices)
    elapsed_s = sum(slice_.line.told["elapsed_s"] for slice_ in slices)
    errors = sorted({code for slice_ in slices for code in slice_.line.told["errors"]})
    run.record(
        "success", 100.0 * len(latencies_ms) / max(1, asked), "%", note="; ".join(errors) or f"{asked} dictations"
    )
    if latencies_ms:
        run.record_samples("latency", latencies_ms, "ms")
    run.record("throughput", len(latencies_ms) / elapsed_s, "/s")
    run.record("duration", elapsed_s, "s")
    run.record("processor", sum(slice_.processor_percent for slice_ in slices) / len(slices), "%")
    run.record("peak memory", max(slice_.line.peak_bytes for slice_ in slices) / _MB, "MB")
    rates = [float(slice_.line.told["per_s"]) for slice_ in slices if slice_.line.told["per_s"]]
    if rates:
        run.record("slowest slice to fastest", min(rates) / max(rates), "share")
    at_s, clock_s = [], 0.0
    for slice_ in slices:
        clock_s += slice_.line.told["elapsed_s"]
        at_s.append(clock_s)
    p95 = [percentile(slice_.latencies_ms or [0.0], 95) for slice_ in slices]
    run.plot_lines(f"Latency of {SUSTAINED_USERS} users over time", "s", "ms", {"p95": (at_s, p95)})
    memory = [slice_.line.peak_bytes / _MB for slice_ in slices]
    run.plot_lines(f"Memory of {SUSTAINED_USERS} users over time", "s", "MB", {"RSS": (at_s, memory)})
