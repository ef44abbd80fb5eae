"""Sound as it comes, every 150 ms into the encrypted database and into a plain one, and what packs and reads it."""

import statistics

from voiceflow.bench.run import Run
from voiceflow.bench.suites.security.database import record_overhead, record_sides
from voiceflow.bench.suites.security.protection import OTHERWISE, PLAIN, PRODUCT
from voiceflow.bench.suites.security.share import of_a_dictation
from voiceflow.bench.suites.security.workers import workers
from voiceflow.history.journal import FLUSH_AFTER_S

_KINDS = ("150 ms of sound", "ten seconds packed", "ten seconds read")
_MOST_ROUNDS = 40


def measure(run: Run) -> None:
    dictation = of_a_dictation(run)
    with workers(run, (PRODUCT, OTHERWISE, PLAIN)) as asked:
        for done in range(_MOST_ROUNDS):
            if done and run.left_s < run.budget_s * 0.2:
                break
            asked.ask(do="journal")
            run.progress(max((done + 1) / _MOST_ROUNDS, run.spent))
    for kind in _KINDS:
        record_sides(run, asked, kind, dictation)
    record_overhead(run, asked, _KINDS)
    product, plain = (statistics.fmean(asked.cpu_ms(side.name, _KINDS[0])) for side in (PRODUCT, PLAIN))
    more_ms = (product - plain) * dictation.speech_s / FLUSH_AFTER_S
    run.record("added by encryption to a dictation's sound", more_ms, "ms", note=dictation.told(more_ms))
