"""What the history, the log and the control socket have to do with one dictation, from no protection to all of it."""

import statistics

from voiceflow.bench.figures import Plot
from voiceflow.bench.intervals import ratio_of_medians
from voiceflow.bench.run import Run
from voiceflow.bench.suites.security.database import LEAST_FOR_INTERVAL
from voiceflow.bench.suites.security.protection import NONE, PROFILES
from voiceflow.bench.suites.security.share import OfADictation, of_a_dictation
from voiceflow.bench.suites.security.workers import Workers, workers

_MOST_ROUNDS = 60
_STEP = "dictation"


def measure(run: Run) -> None:
    dictation = of_a_dictation(run)
    with workers(run, PROFILES) as asked:
        for done in range(_MOST_ROUNDS):
            if done and run.left_s < run.budget_s * 0.15:
                break
            asked.ask(do=_STEP, sound_s=dictation.speech_s, log_lines=dictation.log_lines)
            run.progress(max((done + 1) / _MOST_ROUNDS, run.spent))
    for profile in PROFILES:
        _record(run, asked, profile.name, dictation)
    names = [profile.name for profile in PROFILES]
    heights = [statistics.median(asked.cpu_ms(name, _STEP)) for name in names]
    series: dict[str, tuple[list[str], list[float]]] = {"processor time": (names, heights)}
    run.plot(Plot("Processor time of keeping one dictation, median", "protection", "ms", series, "bar"))
    run.note(
        f"What is kept of a dictation of {dictation.speech_s:.1f} s: its row, its sound every 150 ms, its text, its "
        "sound packed, and a look at it; its log lines; and, in the last profile, the checks of callers and of a "
        "setting. What protection adds is told in processor time, for the disk's own time is the same with and without."
    )


def _record(run: Run, asked: Workers, name: str, dictation: OfADictation) -> None:
    run.record_samples(name, asked.wall_ms(name, _STEP), "ms", (50, 95))
    run.record_samples(f"{name}, processor time", asked.cpu_ms(name, _STEP), "ms", (50,))
    if name == NONE.name:
        return
    ours, theirs = asked.cpu_ms(name, _STEP), asked.cpu_ms(NONE.name, _STEP)
    ratio, base_ms = ratio_of_medians([ours], [theirs]), statistics.median(theirs)
    value_ms, low_ms, high_ms = ((each - 1) * base_ms for each in (ratio.value, ratio.low, ratio.high))
    sure = len(ours) >= LEAST_FOR_INTERVAL
    run.record(f"{name}, added processor time", value_ms, "ms", interval=(low_ms, high_ms) if sure else None)
    if dictation.work_ms:
        interval = (dictation.percent(low_ms), dictation.percent(high_ms)) if sure else None
        run.record(f"{name}, share of a dictation", dictation.percent(value_ms), "%", interval=interval)
