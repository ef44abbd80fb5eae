"""Each operation on the history, with its encryption and without, the same data and the same questions in turn."""

import statistics
from collections.abc import Callable, Sequence

from voiceflow.bench.figures import Plot
from voiceflow.bench.intervals import ratio_of_medians
from voiceflow.bench.run import Run
from voiceflow.bench.suites.security.protection import OTHERWISE, PLAIN, PRODUCT, Protection
from voiceflow.bench.suites.security.share import OfADictation, of_a_dictation
from voiceflow.bench.suites.security.workers import Workers, workers

_SIDES = (PRODUCT, OTHERWISE, PLAIN)
_ROWS, _QUICK_ROWS = 5_000, 600
_ASKED = (
    "add",
    "update",
    "correct",
    "star",
    "delete",
    "get",
    "read sound",
    "list, the first 50",
    "list, 50 anywhere",
    "failed ones, keys",
    "search, rare word",
    "search, common word",
    "search, two words",
    "search in one program",
    "statistics of all",
)
_AT_ONCE = 5
_MOST_ROUNDS = 60
LEAST_FOR_INTERVAL = 5


def measure(run: Run) -> None:
    rows = _QUICK_ROWS if run.quick else _ROWS
    dictation = of_a_dictation(run)
    with workers(run, _SIDES, rows) as asked:
        rounds = _until_the_time_is_up(run, asked)
    _record(run, asked, _ASKED, dictation)
    run.note(
        f"{rows:,} dictations; {rounds * _AT_ONCE} times each. `encrypted` is the history as it is, `plain` the same "
        f"without a key, and it is compared with itself {OTHERWISE.name}, which SQLCipher can lock and wipe. All "
        "survive a power cut, so waiting for the disk is part of what changes something."
    )


def _until_the_time_is_up(run: Run, asked: Workers) -> int:
    for done in range(_MOST_ROUNDS):
        if done and run.left_s < run.budget_s * 0.1:
            return done
        for name in _ASKED:
            asked.ask(do="operation", name=name, repeats=_AT_ONCE)
        run.progress(max((done + 1) / _MOST_ROUNDS, run.spent))
    return _MOST_ROUNDS


def _record(run: Run, asked: Workers, kinds: Sequence[str], dictation: OfADictation) -> None:
    for kind in kinds:
        record_sides(run, asked, kind, dictation)
    record_overhead(run, asked, kinds)
    medians = {each.name: [statistics.median(asked.cpu_ms(each.name, kind)) for kind in kinds] for each in _SIDES}
    series = {name: (list(kinds), values) for name, values in medians.items()}
    run.plot(Plot("Processor time of an operation of the history, median", "operation", "ms", series, "bar"))


def record_sides(run: Run, asked: Workers, kind: str, dictation: OfADictation) -> None:
    """Both sides' percentiles, and how many times the one is the other."""
    for side in (PRODUCT, PLAIN):
        run.record_samples(f"{side.name}: {kind}", asked.wall_ms(side.name, kind), "ms", (50, 95))
    ours, theirs = asked.wall_ms(PRODUCT.name, kind), asked.wall_ms(PLAIN.name, kind)
    ratio = ratio_of_medians([ours], [theirs])
    interval = (ratio.low, ratio.high) if len(ours) >= LEAST_FOR_INTERVAL else None
    more_ms = statistics.fmean(asked.cpu_ms(PRODUCT.name, kind)) - statistics.fmean(asked.cpu_ms(PLAIN.name, kind))
    told = f"{more_ms:.3f} ms more of the processor"
    if dictation.work_ms:
        told += f", {dictation.told(more_ms)}"
    run.record(f"encrypted over plain: {kind}", ratio.value, "times", interval=interval, note=told)


def record_overhead(run: Run, asked: Workers, kinds: Sequence[str]) -> None:
    """As the product is, and as it could be; by the clock, and in processor time, which a busy machine leaves alone."""
    note = f"geometric mean of the medians of {len(kinds)} operations"
    for side, name in ((PRODUCT, "encryption overhead"), (OTHERWISE, f"overhead {OTHERWISE.name}")):
        told = note if side is PRODUCT else f"{note}; the product is otherwise"
        run.record(name, _overhead_percent(kinds, side, asked.wall_ms), "%", note=told)
        run.record(f"more processor time, {side.name}", _overhead_percent(kinds, side, asked.cpu_ms), "%", note=told)


def _overhead_percent(kinds: Sequence[str], side: Protection, times_ms: Callable[[str, str], list[float]]) -> float:
    medians = ((statistics.median(times_ms(name, kind)) for name in (side.name, PLAIN.name)) for kind in kinds)
    return 100 * (statistics.geometric_mean(ours / plain for ours, plain in medians) - 1)
