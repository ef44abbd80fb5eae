"""The score, by the formula in `readiness.toml`, and the verdict in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from voiceflow.bench.figures import CannotRunError, Plot
from voiceflow.bench.results import Results
from voiceflow.bench.run import Run
from voiceflow.bench.suites.readiness.checks import AREAS, Check, Plan, plan

FORMULA = "score = 100 * (weights of the checks that passed) / (weights of the checks that ran)"


@dataclass(frozen=True, slots=True)
class Score:
    """Checks by how they ended."""

    passed: tuple[Check, ...]
    failed: tuple[Check, ...]
    not_run: tuple[Check, ...]

    @property
    def percent(self) -> float:
        ran = _weight(self.passed) + _weight(self.failed)
        return 100 * _weight(self.passed) / ran if ran else 0.0

    def is_not_ready(self, not_ready_below: float) -> bool:
        return self.percent < not_ready_below or any(check.must for check in self.failed)

    def verdict(self, not_ready_below: float) -> str:
        if self.is_not_ready(not_ready_below):
            return f"not ready: {_names(self.failed)}"
        unseen = [check for check in self.not_run if check.must]
        if not self.failed and not unseen:
            ran = len(self.passed)
            return f"ready, as far as {ran} of {ran + len(self.not_run)} checks tell" if self.not_run else "ready"
        remarks = [f"failed: {_names(self.failed)}"] if self.failed else []
        remarks += [f"not looked at: {_names(unseen)}"] if unseen else []
        return f"ready with remarks ({'; '.join(remarks)})"


def score_of(results: Results, wanted: Plan) -> Score:
    ended: dict[bool | None, list[Check]] = {True: [], False: [], None: []}
    for check in wanted.checks:
        figure = results.figure(check.figure)
        ended[None if figure is None else figure.value > 0].append(check)
    return Score(*(tuple(ended[how]) for how in (True, False, None)))


def measure(run: Run) -> None:
    wanted = plan()
    score = score_of(run.results, wanted)
    ran = score.passed + score.failed
    if not ran:
        raise CannotRunError("No check could run", "Their notes say what each of them needs")
    run.record("score", score.percent, "%", note=score.verdict(wanted.not_ready_below))
    run.record("checks that ran", len(ran), f"of {len(wanted.checks)}")
    run.record("checks that passed", len(score.passed), f"of {len(ran)}")
    run.record("weight of the checks that ran", _weight(ran), f"of {_weight(wanted.checks):g}")
    _tell(run, score, wanted)
    if score.is_not_ready(wanted.not_ready_below):
        cures = " ".join(f"{check.name}: {check.cure}." for check in score.failed)
        what = f"VoiceFlow is {score.verdict(wanted.not_ready_below)} ({score.percent:.0f} %)"
        run.find("readiness.not_ready", what, cures)


def _tell(run: Run, score: Score, wanted: Plan) -> None:
    passed, ran = _weight(score.passed), _weight(score.passed + score.failed)
    run.note(
        f"{FORMULA} = 100 * {passed:g} / {ran:g} = {score.percent:.1f} %. Below {wanted.not_ready_below:g} %, or where "
        "a check fails that must pass, VoiceFlow is not ready. Checks that did not run count nowhere."
    )
    for check in score.failed:
        run.note(f"To be ready: {check.name}. {check.cure}.")
    if suites := sorted({check.suite for check in score.not_run if check.suite}):
        run.note(f"To look at the other checks: voiceflow bench {' '.join(suites)} readiness")
    series: dict[str, tuple[list[str], list[float]]] = {}
    for name, checks in (("passed", score.passed), ("failed", score.failed), ("not run", score.not_run)):
        series[name] = (list(AREAS), [_weight(check for check in checks if check.area == area) for area in AREAS])
    run.plot(Plot("Weights by area", "area", "weight", series, "bar"))


def _weight(checks: Iterable[Check]) -> float:
    return sum(check.weight for check in checks)


def _names(checks: Iterable[Check]) -> str:
    return ", ".join(check.name for check in checks)
