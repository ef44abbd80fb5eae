"""What VoiceFlow holds of the machine's memory, when, and whether it gives it back. Nothing is loaded before it is
measured: `staging` is imported from here, too."""

from typing import TYPE_CHECKING

from voiceflow.bench.suite import Part, Suite

if TYPE_CHECKING:
    from voiceflow.bench.run import Run

_MANY = 10_000_000


def _stages(run: "Run") -> None:
    from voiceflow.bench.suites.memory.stages import measure

    measure(run)


def _pauses(run: "Run") -> None:
    from voiceflow.bench.suites.memory.pauses import measure

    measure(run)


def _leak(run: "Run") -> None:
    from voiceflow.bench.suites.memory.leaking import leak

    leak(run, 200 if run.quick else 1_000, run.left_s)


def _real_leak(run: "Run") -> None:
    from voiceflow.bench.suites.memory.leaking import leak

    leak(run, 200 if run.quick else 1_000, run.left_s, real=True)


def _long_run(run: "Run") -> None:
    from voiceflow.bench.figures import CannotRunError
    from voiceflow.bench.suites.memory.leaking import leak

    if not run.wishes.hours:
        raise CannotRunError("No long run was asked for", "voiceflow bench memory --hours 8")
    leak(run, _MANY, run.wishes.hours * 3600, real=True, sound=False)


SUITE = Suite(
    "memory",
    "Memory",
    "What VoiceFlow holds of the machine's memory, when, and whether it gives it back. All is real but the ends, sound "
    "and window; in `leak` and `pauses` the recognizer does nothing, so that many dictations fit into the time.",
    (
        Part("stages", "Memory by stage", _stages, 21, 60),
        Part("pauses", "Pauses of the garbage collection", _pauses, 4, 20),
        Part("leak", "Many dictations, null recognition", _leak, 35, 100),
        Part("real leak", "Many dictations with the speech model", _real_leak, 20, 120),
        Part("long run", "Dictations for hours", _long_run, 0, 0),
    ),
)
