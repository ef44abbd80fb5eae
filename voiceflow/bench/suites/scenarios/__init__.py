"""Real use: who dictates how, through the whole path, in compressed time."""

from voiceflow.bench.suite import Suite
from voiceflow.bench.suites.scenarios import bursts, day, fairness, profiles, real_time

SUITE = Suite(
    "scenarios",
    "Real use",
    "Hours of five kinds of users through the whole path: microphone blocks in, text in a window out. Does everything "
    "arrive, once and in order, and how long do people wait?",
    (profiles.PART, bursts.PART, fairness.PART, day.PART, real_time.PART),
)
