"""Where each strain breaks, how, and whether the same small load is served afterwards as before."""

from contextlib import suppress
from dataclasses import dataclass, field

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.intervals import ratio_of_medians
from voiceflow.bench.run import Run
from voiceflow.bench.suites.load.apart import Apart, Line, memory_limit_bytes, patience_s
from voiceflow.bench.suites.load.users import ON_A_QUIET_ONE, TOO_BUSY

_AFTER_S = 3.0
"""Kept for the start of the process and for the small loads."""
_REOPEN_S = 20.0
_BUSY_PERCENT = 50
_SLOWER = 1.5
"""So many times as slow as before, surely: it has not recovered."""
_MB = 1e6


@dataclass(frozen=True, slots=True)
class Ramp:
    """`strain` names a function of `strains`; `what` are its sizes. `limit_s`: what nobody would wait for; `most`: what
    is not tried beyond, for the machine's sake."""

    strain: str
    what: str
    first: int
    most: int
    limit_s: float
    limited_by: str


@dataclass(slots=True)
class Found:
    """`sizes` in their order, each with what it took and an error's code; `ended` as in `Apart`; `unknown`: whether it
    recovered, for the machine was too slow."""

    sizes: list[tuple[int, float, str]] = field(default_factory=list)
    before_s: list[float] = field(default_factory=list)
    after_s: list[float] = field(default_factory=list)
    recovered_s: float = 0.0
    others_percent: float = 0.0
    peak_bytes: int = 0
    ended: str = ""
    unknown: bool = False

    def take(self, line: Line) -> None:
        told = line.told
        self.peak_bytes = max(self.peak_bytes, line.peak_bytes)
        if "size" in told:
            self.sizes.append((told["size"], told["latency_s"], told["error"]))
        self.before_s = told.get("before", self.before_s)
        self.after_s = told.get("after", self.after_s)
        self.recovered_s = told.get("recovered_s", self.recovered_s)
        self.others_percent = told.get("others_percent", self.others_percent)


def measure(run: Run, ramp: Ramp) -> None:
    folder = run.wishes.scratch / "stress" / ramp.strain
    found = climb(run, ramp, str(folder))
    if not found.sizes:
        raise CannotRunError(TOO_BUSY, ON_A_QUIET_ONE)
    if not found.after_s:
        _reopen(run, str(folder), found)
    _record(run, ramp, found)


def _reopen(run: Run, folder: str, found: Found) -> None:
    """Whether the next process serves the same history. One that falls has not recovered, one that was too slow to
    tell says nothing."""
    again, wanted = Found(), {"folder": folder, "before": found.before_s}
    with Apart("voiceflow.bench.suites.stress.process:reopened", wanted, _REOPEN_S) as apart, suppress(CannotRunError):
        for line in apart.lines():
            again.take(line)
    found.after_s, found.others_percent = again.after_s, again.others_percent
    found.unknown = apart.ended == "time" and not found.after_s
    run.note("Its process was ended; what is told of recovery is of the next one, which opened the same history.")


def climb(run: Run, ramp: Ramp, folder: str) -> Found:
    found = Found()
    seconds = max(0.5, run.left_s - _AFTER_S)
    wanted = {"strain": ramp.strain, "folder": folder, "first": ramp.first, "most": ramp.most}
    wanted |= {"limit_s": ramp.limit_s, "seconds": seconds}
    with Apart("voiceflow.bench.suites.stress.process:ramp", wanted, patience_s(run.budget_s)) as apart:
        for line in apart.lines(lambda: run.progress(run.spent)):
            found.take(line)
    found.ended = apart.ended
    return found


def _record(run: Run, ramp: Ramp, found: Found) -> None:
    good = [(size, latency_s) for size, latency_s, error in found.sizes if not error and latency_s <= ramp.limit_s]
    if good:
        run.record("bears", good[-1][0], ramp.what, note=how(ramp, found))
        run.record("latency there", 1000 * good[-1][1], "ms", note=f"limit {1000 * ramp.limit_s:.0f} ms")
    broken = found.sizes[len(good) :]
    if broken:
        run.record("breaks at", broken[0][0], ramp.what, note=how(ramp, found))
    run.note(f"{ramp.limited_by} {how(ramp, found).capitalize()}.")
    run.record("peak memory", found.peak_bytes / _MB, "MB")
    _record_recovery(run, ramp, found)
    tried = [(size, latency_s) for size, latency_s, _ in found.sizes]
    if len(tried) > 1:
        x, y = [float(size) for size, _ in tried], [1000 * latency_s for _, latency_s in tried]
        run.plot_lines(f"Latency by {ramp.what}", ramp.what, "ms", {"latency": (x, y)})


def how(ramp: Ramp, found: Found) -> str:
    """In words, what ended it."""
    size, latency_s, error = found.sizes[-1] if found.sizes else (0, 0.0, "")
    if found.ended == "memory":
        return f"above {size} {ramp.what} it took more than {memory_limit_bytes() / _MB:.0f} MB and was ended"
    if found.ended:
        return f"above {size} {ramp.what} its process ended ({found.ended})"
    if error:
        return f"at {size} {ramp.what}: {error}"
    if latency_s > ramp.limit_s:
        return f"at {size} {ramp.what} somebody waited {latency_s:.1f} s"
    if 2 * size > ramp.most:
        return f"{size} {ramp.what} are borne; more were not tried, for the machine's sake"
    return f"{size} {ramp.what} are borne; there was no time for more"


def _record_recovery(run: Run, ramp: Ramp, found: Found) -> None:
    """The first turn after is the one that meets what is left over."""
    if found.unknown:
        run.note(f"Whether it recovers is not known: within {_REOPEN_S:.0f} s the next process served nothing.")
        return
    if not found.after_s or not found.before_s:
        run.find(
            "stress.no_recovery",
            f"After {ramp.what} no dictation came to an end any more",
            "See the log of that time; a restart of VoiceFlow helps",
        )
        return
    ratio = ratio_of_medians([found.after_s], [found.before_s])
    note = "the same small load after it, beside before it; 1 is the same"
    run.record("recovery", ratio.value, "times", interval=(ratio.low, ratio.high), note=note)
    if found.recovered_s:
        run.record("time to recover", found.recovered_s, "s", note="with the small load itself")
    slower = ratio.low > _SLOWER and _slower_s(found) > 0.02
    if slower and found.others_percent > _BUSY_PERCENT:
        run.note(f"Slower after it, but other programs kept {found.others_percent:.0f} % of the machine: not judged.")
    elif slower:
        what = (
            f"After {ramp.what} a dictation takes {ratio.value:.1f} times as long as before ({ratio.low:.1f} at least)"
        )
        run.find("stress.no_recovery", what, "Something is kept that the load has left: look at memory and queues")


def _slower_s(found: Found) -> float:
    """A few milliseconds more are no breakdown, whatever their ratio."""
    import statistics

    return statistics.median(found.after_s) - statistics.median(found.before_s)
