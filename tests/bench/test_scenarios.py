"""Who dictates how often and how long, what is said, and who gets how much of a model."""

import threading
import time
from itertools import islice, pairwise

import numpy as np
import pytest

from voiceflow.audio.frames import Block
from voiceflow.bench.suites.scenarios import said
from voiceflow.bench.suites.scenarios.fairness import jain
from voiceflow.bench.suites.scenarios.habits import Profile, intents, profiles
from voiceflow.bench.suites.scenarios.microphone import CompressedMicrophone, Room
from voiceflow.bench.suites.scenarios.said import RATE_HZ, Said

RATES = {"light": 5, "normal": 20, "power": 60, "meeting": 40, "creator": 30}
CLEANUP = {"light": 0.70, "normal": 0.85, "power": 0.95}
PIECES = [Said(np.full(RATE_HZ * seconds, 0.1, np.float32), f"word{seconds}") for seconds in (2, 3, 4)]


def _named(name: str) -> Profile:
    return next(profile for profile in profiles() if profile.name == name)


def test_the_profiles_are_those_of_the_issue() -> None:
    assert {profile.name: profile.per_hour for profile in profiles()} == RATES
    assert {name: _named(name).cleanup for name in CLEANUP} == CLEANUP


@pytest.mark.parametrize("name", ["light", "normal", "power"])
def test_dictations_come_as_often_as_the_profile_says(name: str) -> None:
    last = list(islice(intents(_named(name), seed=1), 2000))[-1]
    assert 2000 / (last.at_s / 3600) == pytest.approx(RATES[name], rel=0.1)


@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.name)
def test_lengths_gaps_and_cleanup_are_the_profiles(profile: Profile) -> None:
    made = list(islice(intents(profile, seed=3), 500))
    assert all(profile.least_s <= intent.length_s <= profile.most_s for intent in made)
    assert sorted(intent.length_s for intent in made)[250] == pytest.approx(profile.median_s, rel=0.15)
    assert all(after.at_s >= before.at_s + before.length_s + 2 for before, after in pairwise(made))
    for count in (5, 20, 500):
        assert sum(intent.cleaned for intent in made[:count]) == pytest.approx(count * profile.cleanup, abs=1)


def test_a_seed_always_gives_the_same_day_and_another_seed_another() -> None:
    first, again, other = (list(islice(intents(_named("normal"), seed), 5)) for seed in (1, 1, 2))
    assert first == again != other


def test_what_is_said_has_the_words_of_its_pieces_and_pauses_between() -> None:
    given = said.say(PIECES, 20.0, seed=4)
    words = given.words.split()
    spoken_s = sum(int(word[-1]) for word in words)
    assert 15.0 < given.length_s < 24.0
    assert np.count_nonzero(given.sound > 0.05) == spoken_s * RATE_HZ
    assert all(word != after for word, after in pairwise(words))
    assert given.length_s > spoken_s + 0.15 * (len(words) - 1) + 0.1


def test_at_least_the_shortest_piece_is_said() -> None:
    assert said.say(PIECES, 0.1, seed=1).words == "word2"


@pytest.mark.parametrize(("shares", "index"), [((1, 1, 1, 1), 1.0), ((4, 0, 0, 0), 0.25), ((3, 1), 0.8), ((0, 0), 0.0)])
def test_jains_index(shares: tuple[float, ...], index: float) -> None:
    assert jain(shares) == pytest.approx(index)


class Ear:
    """Looks at each block, as listening does, in the thread of the microphone."""

    def __init__(self) -> None:
        self.heard: list[np.ndarray] = []
        self.began = threading.Event()

    def __call__(self, block: Block) -> None:
        self.heard.append(block.samples()[:, 0])
        self.began.set()

    @property
    def sound(self) -> np.ndarray:
        whole = np.concatenate(self.heard)
        loud = np.flatnonzero(np.abs(whole) > 0.05)
        return whole[loud[0] : loud[-1] + 1]


def _heard_in_s(seconds: float, at_work: bool, compressed: bool = True) -> tuple[float, Ear]:
    room, ear = Room(lambda: at_work), Ear()
    room.compressed = compressed
    microphone = CompressedMicrophone(room, ear)
    microphone.open()
    assert ear.began.wait(10)
    began_s = time.monotonic()
    room.speak(np.linspace(0.1, 0.9, int(seconds * RATE_HZ), dtype=np.float32))
    took_s = time.monotonic() - began_s
    microphone.close()
    return took_s, ear


def test_while_nothing_is_at_work_sound_comes_at_once_and_whole() -> None:
    took_s, ear = _heard_in_s(20.0, at_work=False)
    assert took_s < 10
    assert np.array_equal(ear.sound, np.linspace(0.1, 0.9, 20 * RATE_HZ, dtype=np.float32))


@pytest.mark.parametrize(("at_work", "compressed"), [(True, True), (False, False)])
def test_while_something_is_at_work_sound_takes_its_time(at_work: bool, compressed: bool) -> None:
    took_s, _ = _heard_in_s(0.4, at_work, compressed)
    assert took_s >= 0.37
