"""This run beside an earlier one: what became better or worse, beyond noise."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from voiceflow.bench.figures import Figure
from voiceflow.bench.results import Results
from voiceflow.bench.targets import targets_of
from voiceflow.bench.units import converted

Outcome = Literal["better", "worse", "changed", "same", "not known"]

LEAST_CHANGE = 0.05
"""Intervals tell of the noise within a run, not of that between two: smaller changes count as none. VoiceFlow's own
choice, of runs of one version on one quiet machine."""
_LESS_IS_BETTER = frozenset({"ns", "µs", "ms", "s", "min", "h", "B", "kB", "MB", "GB"})
_MORE_IS_BETTER = frozenset({"/s"})


@dataclass(frozen=True, slots=True)
class Change:
    """`ratio` is now through before; None where that has no meaning. `changed`: beyond noise, but nobody has said
    whether more or less of it is better. `not known`: a difference without intervals that could tell it from noise."""

    before: Figure
    now: Figure
    ratio: float | None
    outcome: Outcome


def changes(before: Results, now: Results) -> Iterator[Change]:
    """Of the figures that both have, in units of one kind."""
    earlier = before.figures()
    for figure in now.figures().values():
        old = earlier.get(figure.name)
        if old is None:
            continue
        try:
            yield _change(_in_unit(old, figure.unit), figure)
        except ValueError:
            continue


def other_conditions(before: Results, now: Results) -> list[str]:
    """What differs between the two runs besides the program."""
    told = {"processor": "processor", "cores": "number of cores", "system": "system", "python": "Python"}
    differ = [f"another {word}" for key, word in told.items() if before.machine.get(key) != now.machine.get(key)]
    packages, others = (results.machine.get("packages", {}) for results in (before, now))
    differ += [f"another {name}" for name in packages if packages[name] != others.get(name)]
    if before.quick != now.quick:
        differ.append("a quick run beside a full one")
    if _speech(before.command) != _speech(now.command):
        differ.append("other speech")
    if before.machine.get("saves_battery") != now.machine.get("saves_battery"):
        differ.append("the battery saved in one of them")
    return differ


def _speech(command: str) -> str:
    """The folder of recordings that a run was given; empty where a voice spoke."""
    words = shlex.split(command)
    return words[words.index("--speech") + 1] if "--speech" in words else ""


def _in_unit(figure: Figure, unit: str) -> Figure:
    low_high = figure.interval
    return Figure(
        figure.name,
        converted(figure.value, figure.unit, unit),
        unit,
        (converted(low_high[0], figure.unit, unit), converted(low_high[1], figure.unit, unit)) if low_high else None,
    )


def _change(before: Figure, now: Figure) -> Change:
    ratio = now.value / before.value if before.value > 0 and now.value >= 0 else None
    return Change(before, now, ratio, _outcome(before, now, ratio))


def _outcome(before: Figure, now: Figure, ratio: float | None) -> Outcome:
    if now.value == before.value or (ratio is not None and abs(ratio - 1) < LEAST_CHANGE):
        return "same"
    if before.interval is None or now.interval is None:
        return "not known"
    if before.interval[0] <= now.interval[1] and now.interval[0] <= before.interval[1]:
        return "same"
    less_is_better = _less_is_better(now)
    if less_is_better is None:
        return "changed"
    return "better" if (now.value < before.value) == less_is_better else "worse"


def _less_is_better(figure: Figure) -> bool | None:
    """As its target says, else as its unit does."""
    target = next(iter(targets_of(figure.name)), None)
    if target:
        return target.at_most is not None
    if figure.unit in _LESS_IS_BETTER:
        return True
    return False if figure.unit in _MORE_IS_BETTER else None
