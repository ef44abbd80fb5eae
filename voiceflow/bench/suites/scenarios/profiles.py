"""Hours of light, normal, power, meeting and creator users: how long they wait, what it costs, whether all arrives."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from voiceflow.bench.figures import Plot
from voiceflow.bench.processes import cpu_s
from voiceflow.bench.run import Run
from voiceflow.bench.scoring import percentile
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.scenarios import checks, cost, said
from voiceflow.bench.suites.scenarios.budget import Budget
from voiceflow.bench.suites.scenarios.desk import COMPRESSION, Desk, Dictated, desk
from voiceflow.bench.suites.scenarios.habits import Intent, Profile, intents, profiles
from voiceflow.bench.suites.scenarios.said import Said

_SHORT_S, _LONG_S = 5.0, 30.0
_ROOM_S = 10.0
"""Beside a profile's median length, so that those who dictate briefly get their share of time, too."""


@dataclass(slots=True)
class Lived:
    """What one profile did. `simulated_s`: with all gaps."""

    profile: Profile
    made: list[Dictated] = field(default_factory=list)
    memory: cost.Memory = field(default_factory=cost.Memory)
    simulated_s: float = 0.0
    cpu_s: float = 0.0
    loads: int = 0

    @property
    def dictated_s(self) -> float:
        return sum(dictated.length_s for dictated in self.made)


def waits_ms(made: Sequence[Dictated]) -> list[float]:
    """From key-up to the text, of those that had one."""
    return [wait_ms for dictated in made if (wait_ms := dictated.release_to_text_ms) is not None]


def measure(run: Run) -> None:
    pieces, lived = said.pieces(run), list[Lived]()
    run.note(COMPRESSION)
    with desk(run, "profiles", pieces) as at:
        budget = Budget(run)
        for profile, seconds in _shares(run.left_s):
            budget.begin(seconds)
            lived.append(_live(at, profile, pieces, budget))
            _record(run, lived[-1])
        checks.tell(run, checks.findings(checks.evidence(at)))
    _record_all(run, [dictated for one in lived for dictated in one.made])
    _record_growth(run, [mb for one in lived for mb in one.memory.mb])
    _draw(run, [one for one in lived if waits_ms(one.made)])


def _shares(seconds: float) -> list[tuple[Profile, float]]:
    weights = [(profile, profile.median_s + _ROOM_S) for profile in profiles()]
    return [(profile, seconds * weight / sum(each for _, each in weights)) for profile, weight in weights]


def _live(at: Desk, profile: Profile, pieces: Sequence[Said], budget: Budget) -> Lived:
    lived = Lived(profile)
    began_cpu_s = cpu_s() - at.room.cpu_s
    for intent in intents(profile, budget.seed):
        if not budget.has_room_for(intent.length_s, first=not lived.made):
            break
        loads = at.pass_by(intent.gap_s)
        lived.loads += loads
        with budget.spending(intent.length_s, usual=not loads):
            lived.made.append(dictate(at, intent, pieces))
        lived.simulated_s = intent.at_s + intent.length_s
        lived.memory.sample(lived.simulated_s / 3600)
    lived.cpu_s = cpu_s() - at.room.cpu_s - began_cpu_s
    return lived


def dictate(at: Desk, intent: Intent, pieces: Sequence[Said]) -> Dictated:
    return at.dictate(said.say(pieces, intent.length_s, intent.seed), intent.cleaned, intent.profile)


def _record(run: Run, lived: Lived) -> None:
    profile, made = lived.profile, lived.made
    name = profile.name
    run.note(
        f"{name} ({profile.says}; {profile.per_hour:g} an hour, median {profile.median_s:g} s, clean-up for "
        f"{profile.cleanup:.0%}). Dictations: {len(made)}, with clean-up: {sum(each.cleaned for each in made)}, "
        f"minutes of speech: {lived.dictated_s / 60:.1f}, simulated hours: {lived.simulated_s / 3600:.2f}, model "
        f"loaded anew after a long gap: {lived.loads}."
    )
    if not made:
        return
    if waits := waits_ms(made):
        run.record_samples(f"{name}, release to text", waits, "ms", (50, 95))
    run.record(f"{name}, words lost", checks.words_lost_percent(made), "%", note="said, and not in the text")
    run.record(f"{name}, words wrong", checks.words_wrong_percent(made), "%", note="lost, misheard or added")
    used = 100 * sum(dictated.guess_was_used for dictated in made) / len(made)
    run.record(f"{name}, guesses used", used, "%", note="the last words were recognized, or begun, before key-up")
    run.record(f"{name}, processor time per dictated minute", lived.cpu_s / (lived.dictated_s / 60), "s")
    lived.memory.record(run, f"{name}, memory growth per simulated hour")


def _record_all(run: Run, made: Sequence[Dictated]) -> None:
    """By length, whoever said it."""
    short = waits_ms([each for each in made if each.length_s <= _SHORT_S])
    usual = [wait_ms / 1000 for wait_ms in waits_ms([each for each in made if each.length_s <= _LONG_S])]
    long = [wait_ms / 1000 for wait_ms in waits_ms([each for each in made if each.length_s > _LONG_S])]
    for name, samples, unit in (("short", short, "ms"), ("up to 30 s", usual, "s"), ("over 30 s", long, "s")):
        if samples:
            run.record_samples(f"dictations {name}, release to text", samples, unit, (50, 95))
    if cleanups := [each.cleanup_ms for each in made if each.cleanup_ms is not None]:
        run.record_samples("clean-up", cleanups, "ms", (50, 95))
        run.note("Clean-up is asked of an imitation on this machine that answers at once: its time is VoiceFlow's own.")


def _record_growth(run: Run, mb: list[float]) -> None:
    """Over all of them: in each profile alone there may be too few."""
    cost.Memory([float(number) for number in range(len(mb))], mb).record(run, "memory growth per dictation")


def _draw(run: Run, lived: Sequence[Lived]) -> None:
    names = [one.profile.name for one in lived]
    series = {
        f"p{percent}": (names, [percentile(waits_ms(one.made), percent) for one in lived]) for percent in (50, 95)
    }
    run.plot(Plot("Release to text by profile", "profile", "ms", dict(series), "bar"))


PART = Part("profiles", "Profiles of use", measure, quick_s=34, full_s=250)
