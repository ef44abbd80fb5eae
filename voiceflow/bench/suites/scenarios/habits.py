"""Who dictates how: the profiles of `resources/bench/scenarios.toml`, and what they do in an hour, from a seed."""

import math
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from voiceflow.paths import resources_folder

_SPREAD = 0.6
"""Of the logarithm of lengths: two thirds are between 0.55 and 1.8 times the median."""
_LEAST_GAP_S = 2.0
"""Nobody presses the key again sooner; `bursts` asks what happens if somebody does."""


@dataclass(frozen=True, slots=True)
class Profile:
    """`cleanup`: the share of dictations that a language model tidies."""

    name: str
    says: str
    per_hour: float
    cleanup: float
    least_s: float
    median_s: float
    most_s: float


@dataclass(frozen=True, slots=True)
class Intent:
    """One dictation to be made: `at_s` from the beginning of the simulated time, `gap_s` after the last one's key-up.
    `seed` decides what is said."""

    profile: str
    at_s: float
    gap_s: float
    length_s: float
    cleaned: bool
    seed: int


@cache
def profiles() -> tuple[Profile, ...]:
    with (resources_folder() / "bench" / "scenarios.toml").open("rb") as file:
        return tuple(Profile(**told) for told in tomllib.load(file)["profile"])


def intents(profile: Profile, seed: int) -> Iterator[Intent]:
    """Without end. Of the first n dictations, n times the share of clean-up are cleaned, whatever n is."""
    draw = random.Random(f"{profile.name} {seed}")
    begin_s = end_s = 0.0
    due = draw.random()
    while True:
        begin_s = max(begin_s + draw.expovariate(profile.per_hour / 3600), end_s + _LEAST_GAP_S)
        length_s = math.exp(draw.gauss(math.log(profile.median_s), _SPREAD))
        length_s = min(max(length_s, profile.least_s), profile.most_s)
        due += profile.cleanup
        cleaned, due = due >= 1, due % 1
        yield Intent(profile.name, begin_s, begin_s - end_s, length_s, cleaned, draw.getrandbits(32))
        end_s = begin_s + length_s
