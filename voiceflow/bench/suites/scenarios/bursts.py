"""Dictations right after one another: the key goes down again while the last words are still on their way."""

import random
import time

from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.scenarios import checks, said
from voiceflow.bench.suites.scenarios.budget import Budget
from voiceflow.bench.suites.scenarios.desk import Desk, Dictated, desk
from voiceflow.bench.suites.scenarios.profiles import waits_ms

_DICTATIONS = 4
_GAP_S = (0.02, 0.3)
_LENGTH_S = (6.0, 10.0)
"""Two sentences, so that hardly a text comes twice: clean-up remembers what it made."""
_THINKS_S = 0.3


def measure(run: Run) -> None:
    pieces, bursts = said.pieces(run), list[list[Dictated]]()
    draw = random.Random(run.wishes.seed)
    with desk(run, "bursts", pieces, _THINKS_S) as at:
        budget = Budget(run)
        while not bursts or budget.has_room_for(_DICTATIONS * sum(_LENGTH_S) / 2):
            burst = [said.say(pieces, draw.uniform(*_LENGTH_S), draw.getrandbits(32)) for _ in range(_DICTATIONS)]
            with budget.spending(sum(each.length_s for each in burst)):
                bursts.append(_burst(at, burst, draw))
        checks.tell(run, checks.findings(checks.evidence(at)))
    _record(run, bursts)


def _burst(at: Desk, burst: list[said.Said], draw: random.Random) -> list[Dictated]:
    """Clean-up for every second one: the next text is ready long before it, and must wait its turn."""
    made = []
    for number, each in enumerate(burst):
        if number:
            time.sleep(draw.uniform(*_GAP_S))
        made.append(at.say(each, number % 2 == 0, f"number {number + 1} of a burst"))
    for dictated in made:
        at.wait_for(dictated)
    at.settle()
    return made


def _record(run: Run, bursts: list[list[Dictated]]) -> None:
    made = [dictated for burst in bursts for dictated in burst]
    run.note(
        f"Bursts of {_DICTATIONS} dictations: {len(bursts)}; the next key goes down {_GAP_S[0] * 1e3:g} to "
        f"{_GAP_S[1] * 1e3:g} ms after key-up. Every second one goes through an imitation of a language model that "
        f"takes {_THINKS_S * 1e3:g} ms, which its release to text contains. Time is compressed while somebody speaks."
    )
    for name, cleaned in (("with clean-up", True), ("without clean-up", False)):
        if samples := waits_ms([each for each in made if each.cleaned is cleaned]):
            run.record_samples(f"{name}, release to text", samples, "ms", (50, 95))
    run.record("words lost", checks.words_lost_percent(made), "%", note="said, and not in the text")


PART = Part("bursts", "Dictations right after one another", measure, quick_s=8, full_s=50)
