"""More and more of everything, until it breaks or until more would be unkind to the machine."""

from functools import partial

from voiceflow.bench.suite import Part, Suite
from voiceflow.bench.suites.stress.ramps import Ramp, measure


def _part(title: str, ramp: Ramp, quick_s: float, full_s: float) -> Part:
    return Part(ramp.strain, title, partial(measure, ramp=ramp), quick_s=quick_s, full_s=full_s)


PARTS = (
    _part(
        "Users at once",
        Ramp("users", "users", 200, 800, 2.0, "Limit: one text in twenty after 2 s; at most 800 users, 1,600 threads."),
        quick_s=9,
        full_s=30,
    ),
    _part(
        "Length of a dictation",
        Ramp("length", "minutes", 4, 64, 20.0, "Sound all at once. Limit: the text after 20 s; at most 64 minutes."),
        quick_s=5,
        full_s=30,
    ),
    _part(
        "Sound faster than people speak",
        Ramp("pace", "times real time", 20, 2_560, 2.0, "Limit: the text 2 s after the end of ten seconds of sound."),
        quick_s=4,
        full_s=12,
    ),
    _part(
        "Decodes that wait",
        Ramp("backlog", "decodes", 2_000, 128_000, 2.0, "Asked for at once. Limit: the last answer after 2 s."),
        quick_s=4,
        full_s=12,
    ),
    _part(
        "Files to transcribe",
        Ramp("files", "files", 10, 2_560, 1.0, "One after the other. Limit: 1 s for a file of 5 s."),
        quick_s=4,
        full_s=30,
    ),
    _part(
        "A long history",
        Ramp("history", "dictations kept", 2_000, 128_000, 0.5, "Limit: one search in twenty over 0.5 s."),
        quick_s=5,
        full_s=35,
    ),
    _part(
        "Programs at the control socket",
        Ramp("control", "programs", 32, 256, 3.0, "Limit: an answer after 3 s, when callers give up; at most 256."),
        quick_s=4,
        full_s=12,
    ),
)

SUITE = Suite(
    "stress",
    "Stress",
    "Where VoiceFlow itself gives way (null engines), how, and whether it recovers. Each strain has a process of its "
    "own, with a limit of memory and of time.",
    PARTS,
)
