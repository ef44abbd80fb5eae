"""Many callers of one model: how long they wait for their turn, and whether all wait alike."""

import base64
import time
from collections.abc import Sequence

from voiceflow.bench.clips import Clip, clips
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.scoring import percentile
from voiceflow.bench.suites.load.apart import Apart, patience_s
from voiceflow.bench.suites.load.users import ON_A_QUIET_ONE, TOO_BUSY, Seen, by_users, latency_lines, record_answers

USERS = (1, 2, 5, 10, 15, 25, 50, 100)
QUICK_USERS = (1, 10)
TOO_LATE_MS = 5_000
"""Nobody dictates at such a machine: more callers are not tried."""
_START_S = 4.0
_TRAIL_S = 4.0
_CLIPS = 3
_KEY_UP_S = 0.3
_LEAST_S = 1.0
_MB = 1e6


def measure(run: Run) -> None:
    core = run.wishes.core
    core.models.folder(core.engines.model_name())
    users = QUICK_USERS if run.quick else USERS
    sounds = [_encoded(clip) for clip in clips(run.wishes.core, run.wishes.speech, _CLIPS)[:_CLIPS]]
    seconds = max(_LEAST_S, (run.left_s - _START_S) / len(users) - _TRAIL_S)
    wanted: dict[str, object] = {
        "folder": str(run.wishes.scratch / "load model"),
        "users": users,
        "seconds": seconds,
        "sounds": sounds,
    }
    wanted |= {"config": str(core.paths.config), "models": str(core.paths.models)}
    wanted["until_s"] = time.monotonic() + run.left_s
    seen: list[Seen] = []
    with Apart("voiceflow.bench.suites.load.processes:with_model", wanted, patience_s(run.budget_s)) as apart:
        for line in apart.lines(lambda: run.progress(len(seen) / len(users))):
            if "users" not in line.told:
                run.note(
                    f"Real recognizer {line.told['model']} behind one thread, real detector of speech, real speech."
                )
                continue
            seen.append(Seen(line.told["users"], line))
            if percentile(seen[-1].latencies_ms or [float("inf")], 95) > TOO_LATE_MS:
                run.note(
                    f"With {seen[-1].users} callers texts came later than {TOO_LATE_MS / 1000:.0f} s: no more tried."
                )
                break
    if len(seen) < len(users):
        run.note("More callers had no time left, or were not tried.")
    for level in seen:
        _record(run, level)
    if not seen:
        raise CannotRunError(TOO_BUSY, ON_A_QUIET_ONE)
    _record_all(run, seen)


def _encoded(clip: Clip) -> str:
    """With the moment behind it in which people let go of the key."""
    import numpy as np

    pcm = np.concatenate([clip.sound, np.zeros(int(_KEY_UP_S * 16_000), np.float32)])
    return base64.b64encode((np.clip(pcm, -1, 1) * 32_767).astype("<i2").tobytes()).decode("ascii")


def _record(run: Run, level: Seen) -> None:
    name, told = f"{level.users} caller{'s' if level.users > 1 else ''}", level.line.told
    record_answers(run, name, level)
    if told["waits_s"]:
        run.record_samples(f"{name} queue", [1000 * wait_s for wait_s in told["waits_s"]], "ms", (50, 95))
    run.record(f"{name} throughput", told["spoken_s"] / told["elapsed_s"], "s of speech a second")
    run.record(f"{name} fairness", told["fairness"], "index", note="Jain's index of mean latencies; 1 is fair")
    run.record(f"{name} processor", level.processor_percent, "%")


def _record_all(run: Run, seen: Sequence[Seen]) -> None:
    run.record("peak memory", max(level.line.peak_bytes for level in seen) / _MB, "MB", note="with the model's process")
    run.plot_lines("Latency by callers of one model", "callers", "ms", latency_lines(seen, (50, 95)))
    speech = by_users(seen, lambda level: level.line.told["spoken_s"] / level.line.told["elapsed_s"])
    run.plot_lines("Throughput of one model", "callers", "s of speech a second", {"speech": speech})
