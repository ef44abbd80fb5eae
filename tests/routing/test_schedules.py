"""A thousand random schedules of faults, on a simulated clock: what must hold whatever goes wrong."""

import random
from dataclasses import replace

import pytest

from tests.routing.simulated import FAULTS, GOOD, SimulatedLane, Simulation, Turn
from voiceflow.errors import VoiceFlowError
from voiceflow.routing.lane import Job
from voiceflow.routing.link import Policy
from voiceflow.routing.race import Race

SCHEDULES, QUESTIONS = 1000, 12
SEED = 7
POLICIES = (
    Policy(),
    Policy(order="measured"),
    Policy(hedge=True, hedge_least_s=0.01),
    Policy(hedge=True, hedge_to_cloud=True, order="measured"),
    Policy(retries=0),
)
ENGINES = ("whisper", "parakeet", "openai", "google")
CLOUD = ("openai", "google")
HOPELESS = ("stalls", "stuck")


class Schedule(Simulation):
    """What each engine does with question after question; a retry finds it as it was."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(SEED * SCHEDULES + seed)
        names = [name for name in ENGINES if chance.random() < 0.7] or ["whisper"]
        if chance.random() < 0.2:
            chance.shuffle(names)
        sickness = chance.choice((0.1, 0.4, 0.8))
        self.plan = [
            {name: chance.choice(list(FAULTS)) if chance.random() < sickness else "good" for name in names}
            for _ in range(QUESTIONS)
        ]
        self.pauses_s = [chance.choice((0.0, 1.0, 30.0, 300.0)) for _ in range(QUESTIONS)]
        self.number = 0
        super().__init__({name: [GOOD] for name in names}, chance.choice(POLICIES), cloud=CLOUD, seed=seed)

    def _turn(self, name: str) -> Turn:
        plan = self.plan[self.number][name]
        return GOOD if plan == "good" else FAULTS[plan]


def check(schedule: Schedule) -> None:
    for number, pause_s in enumerate(schedule.pauses_s):
        schedule.number = number
        begin_s = schedule.world.now_s
        able = {link.name for link in schedule.links if _is_able(schedule, link.name)}
        answer = None
        try:
            answer = schedule.ask()
        except VoiceFlowError as error:
            assert not able, f"{able} could have answered, but {error}"
        else:
            assert schedule.plan[number][answer] in ("good", "slow", "429", "stuck")
            if answer != schedule.links[0].name:
                assert schedule.told[-1][0] == answer
                assert schedule.told[-1][1]
        assert schedule.world.now_s - begin_s < 12 + 36 * len(schedule.links) + 10
        schedule.world.pass_until(schedule.world.now_s + pause_s)


def _is_able(schedule: Schedule, name: str) -> bool:
    link = schedule.link(name)
    assert isinstance(link.lane, SimulatedLane)
    free = link.lane.running is None and not link.record.breaker.told_to_wait_s
    return free and schedule.plan[schedule.number][name] == "good"


@pytest.mark.parametrize("part", range(10))
def test_whoever_can_answer_does(part: int) -> None:
    for seed in range(part * SCHEDULES // 10, (part + 1) * SCHEDULES // 10):
        check(Schedule(seed))


def test_the_cloud_is_asked_only_after_the_engines_of_this_machine_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    early: list[str] = []
    post = SimulatedLane.post

    for seed in range(SCHEDULES // 4):
        schedule = Schedule(seed)
        local = [link for link in schedule.links if not link.is_cloud]
        if schedule.policy.hedge_to_cloud or schedule.links[: len(local)] != local:
            continue
        races: list[Race] = []

        def noted(lane: SimulatedLane, job: Job, races: list[Race] = races, local: list = local) -> None:
            if job.link.is_cloud:
                failed = races[-1]._failures
                early.extend(
                    link.name
                    for link in local
                    if link not in failed and not link.record.breaker.last and not link.lane.is_stuck
                )
            post(lane, job)

        monkeypatch.setattr(SimulatedLane, "post", noted)
        ask = schedule.chain.ask
        schedule.chain.ask = lambda question, ask=ask, races=races: ask(question, begun=races.append)  # type: ignore[method-assign]
        check(schedule)

    assert early == []


def test_an_engine_that_asked_to_be_left_alone_is(monkeypatch: pytest.MonkeyPatch) -> None:
    impatient: list[str] = []
    post = SimulatedLane.post

    def noted(lane: SimulatedLane, job: Job) -> None:
        if job.link.record.breaker.told_to_wait_s > 1e-6:
            impatient.append(job.link.name)
        post(lane, job)

    monkeypatch.setattr(SimulatedLane, "post", noted)
    for seed in range(SCHEDULES // 4):
        check(Schedule(seed))

    assert impatient == []


def test_a_schedule_is_the_same_every_time() -> None:
    once, again = Schedule(5), Schedule(5)
    check(once)
    check(again)
    assert once.told == again.told
    assert once.world.now_s == again.world.now_s


def test_without_any_fault_nothing_is_told() -> None:
    chain = Simulation({"whisper": [GOOD], "openai": [GOOD]}, replace(POLICIES[0], hedge=True), cloud=CLOUD)
    for _ in range(1000):
        chain.ask()
    assert chain.told == []
    assert chain.asked("openai") == 0
