"""A working day of all profiles in one history, with searches, read-aloud and file transcription between."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.scenarios import checks, cost, said
from voiceflow.bench.suites.scenarios.budget import Budget
from voiceflow.bench.suites.scenarios.desk import Dictated, desk
from voiceflow.bench.suites.scenarios.errands import Errands
from voiceflow.bench.suites.scenarios.habits import Intent, intents, profiles
from voiceflow.bench.suites.scenarios.profiles import dictate, waits_ms

_BEGINS_H, _HOURS = 9, 8


@dataclass(slots=True)
class Day:
    """`at_h`: the time of day of each dictation."""

    made: list[Dictated] = field(default_factory=list)
    at_h: list[float] = field(default_factory=list)
    memory: cost.Memory = field(default_factory=cost.Memory)

    def timeline(self, profile: str) -> tuple[list[float], list[float]]:
        points = [
            (at_h, wait_ms)
            for at_h, dictated in zip(self.at_h, self.made, strict=True)
            if dictated.who == profile and (wait_ms := dictated.release_to_text_ms) is not None
        ]
        return [x for x, _ in points], [y for _, y in points]


def measure(run: Run) -> None:
    pieces, day = said.pieces(run), Day()
    with desk(run, "day", pieces) as at:
        errands, budget = Errands(at, pieces), Budget(run)
        budget.begin(0.95 * run.left_s)
        for intent in _plan(run, budget, day):
            with budget.spending(intent.length_s):
                day.made.append(dictate(at, intent, pieces))
                errands.next(day.made[-1])
            day.at_h.append(_BEGINS_H + intent.at_s / 3600)
            day.memory.sample(len(day.made))
        checks.tell(run, [*checks.findings(checks.evidence(at)), *errands.findings])
    _record(run, day)
    errands.record(run)


def _plan(run: Run, budget: Budget, day: Day) -> Iterator[Intent]:
    """All in turn, each as it would dictate at the time of day that belongs to the share of the part's time that has
    passed: a day, thinned out to what this machine can do of it."""
    given = [intents(profile, budget.seed) for profile in profiles()]
    refused, all_s = 0, run.left_s
    for those in itertools.cycle(given):
        now_s = _HOURS * 3600 * (1 - run.left_s / all_s) if all_s else 0.0
        intent = next(intent for intent in those if intent.at_s >= now_s)
        if budget.has_room_for(intent.length_s, first=not day.made):
            refused = 0
            yield intent
        else:
            refused += 1
        if refused == len(given):
            return


def _record(run: Run, day: Day) -> None:
    planned = sum(profile.per_hour for profile in profiles()) * _HOURS
    run.note(
        f"{len(day.made)} of the {planned:.0f} dictations that these five would make in {_HOURS} hours, all in turn, "
        "spread over the day. Their gaps are short, so the model stays loaded. Time is compressed."
    )
    run.record("words lost", checks.words_lost_percent(day.made), "%", note="said, and not in the text")
    if waits := waits_ms(day.made):
        run.record_samples("release to text", waits, "ms", (50, 95))
    day.memory.record(run, "memory growth per dictation")
    series = {name: day.timeline(name) for name in dict.fromkeys(dictated.who for dictated in day.made)}
    run.plot_lines("A day: release to text", "time of day, h", "ms", series)


PART = Part("day", "A mixed day", measure, quick_s=14, full_s=90)
