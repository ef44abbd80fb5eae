"""Who is asked, when, and whose answer counts; on a simulated clock."""

import pytest

from tests.routing.simulated import FAULTS, GOOD, Simulation, Turn
from voiceflow.errors import EngineError, ModelError
from voiceflow.routing.link import Policy

MEASURED = Policy(order="measured")
HEDGE = Policy(hedge=True)


def usual(chain: Simulation, times: int = 30, pause_s: float = 0.0) -> None:
    for _ in range(times):
        chain.ask()
        chain.world.pass_until(chain.world.now_s + pause_s)


def test_the_first_answers_and_nobody_else_is_asked() -> None:
    chain = Simulation({"whisper": [GOOD], "openai": [GOOD]})

    assert chain.ask() == "whisper"

    assert chain.asked("openai") == 0

    assert chain.told == []
    assert chain.link("whisper").record.counts.answered == 1


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("no model", "whisper had no model"),
        ("crash", "whisper crashed"),
        ("out of memory", "whisper had too little memory"),
        ("slow", "whisper was too slow"),
        ("stalls", "whisper was too slow"),
        ("401", "whisper refused the key"),
        ("429", "whisper has had enough requests"),
        ("refused", "whisper could not be reached"),
        ("DNS", "whisper was not found"),
        ("TLS", "whisper has a certificate that cannot be trusted"),
        ("cut", "whisper broke the connection off"),
        ("malformed", "whisper answered with what nobody can read"),
        ("500", "whisper failed (It failed)"),
    ],
)
def test_the_next_answers_and_it_is_told_why(fault: str, reason: str) -> None:
    chain = Simulation({"whisper": [FAULTS[fault], GOOD], "openai": [GOOD]})

    assert chain.ask() == "openai"

    assert chain.told == [("openai", reason)]
    assert chain.link("openai").record.counts.stood_in == 1


def test_that_the_first_is_back_is_told_once() -> None:
    chain = Simulation({"whisper": [FAULTS["cut"], GOOD], "openai": [GOOD]})
    answers = [chain.ask() for _ in range(3)]
    assert answers == ["openai", "whisper", "whisper"]
    assert chain.told[1:] == [("whisper", "")]


def test_when_nobody_answers_the_first_engines_cure_is_given_with_all_reasons() -> None:
    chain = Simulation({"whisper": [FAULTS["no model"]], "openai": [FAULTS["401"]]})
    with pytest.raises(ModelError) as caught:
        chain.ask()
    assert caught.value.code == "models.none"
    assert caught.value.title == "No engine had an answer: whisper had no model; openai refused the key"
    assert caught.value.hint == "Install one"


def test_the_deadline_grows_with_the_sound() -> None:
    slow = Turn(20.0)
    assert Simulation({"whisper": [slow], "openai": [GOOD]}).ask(size_s=1.0) == "openai"
    assert Simulation({"whisper": [slow], "openai": [GOOD]}).ask(size_s=10.0) == "whisper"


def test_an_engine_that_is_always_slow_here_gets_the_time_it_needs() -> None:
    chain = Simulation({"whisper": [Turn(4.0)] * 30 + [Turn(14.0)], "openai": [GOOD]})
    usual(chain)
    assert chain.ask() == "whisper"


def test_late_words_count_when_nobody_has_better_ones() -> None:
    chain = Simulation({"whisper": [Turn(20.0)], "openai": [FAULTS["401"]]})
    assert chain.ask() == "whisper"


def test_a_late_engine_is_not_waited_for_while_another_may_be_asked() -> None:
    chain = Simulation({"whisper": [Turn(25.0)], "openai": [FAULTS["401"]], "google": [GOOD]})
    assert chain.ask() == "google"
    assert chain.world.now_s - 1000 == pytest.approx(12 + 0.01 + 0.1)


def test_an_engine_alone_is_given_up_some_time() -> None:
    chain = Simulation({"whisper": [FAULTS["stalls"]]})
    with pytest.raises(EngineError) as caught:
        chain.ask()
    assert caught.value.code == "routing.too_slow"
    assert chain.world.now_s - 1000 == pytest.approx(36)


def test_an_engine_that_does_not_come_back_is_not_asked_again_meanwhile() -> None:
    chain = Simulation({"whisper": [FAULTS["stuck"], GOOD], "openai": [GOOD]})
    chain.ask()
    assert chain.ask() == "openai"
    assert chain.asked("whisper") == 1
    chain.world.pass_until(chain.world.now_s + 200)
    assert chain.ask() == "whisper"


class TestBreaker:
    def test_after_three_failures_the_engine_rests_and_is_tried_again_later(self) -> None:
        chain = Simulation({"whisper": [FAULTS["cut"]] * 3 + [GOOD], "openai": [GOOD]})
        assert [chain.ask() for _ in range(5)] == ["openai"] * 5
        assert chain.asked("whisper") == 3
        assert chain.told[-1] == ("openai", "whisper broke the connection off")
        chain.world.pass_until(chain.world.now_s + 15)
        assert chain.ask() == "whisper"

    def test_an_engine_that_rests_is_still_better_than_none(self) -> None:
        chain = Simulation({"whisper": [FAULTS["no model"], GOOD], "openai": [GOOD, FAULTS["401"]]})
        assert [chain.ask(), chain.ask()] == ["openai", "whisper"]

    def test_one_that_wants_to_be_left_alone_is(self) -> None:
        chain = Simulation({"openai": [FAULTS["429 for long"], GOOD], "google": [GOOD, FAULTS["401"]]})
        assert chain.ask() == "google"
        with pytest.raises(EngineError):
            chain.ask()
        assert chain.asked("openai") == 1


class TestRetry:
    def test_after_the_pause_that_was_asked_for(self) -> None:
        chain = Simulation({"openai": [FAULTS["429"], GOOD]})
        assert chain.ask() == "openai"
        assert chain.world.now_s - 1000 == pytest.approx(2.0 + 0.01 + 0.1)

    def test_not_when_the_pause_is_longer_than_anybody_waits(self) -> None:
        chain = Simulation({"openai": [FAULTS["429 for long"], GOOD]})
        with pytest.raises(EngineError):
            chain.ask()

    @pytest.mark.parametrize("fault", ["cut", "500", "malformed"])
    def test_not_when_the_work_may_have_been_done_and_paid(self, fault: str) -> None:
        chain = Simulation({"openai": [FAULTS[fault], GOOD]})
        with pytest.raises(EngineError):
            chain.ask()
        assert chain.asked("openai") == 1

    def test_not_while_another_engine_is_there(self) -> None:
        chain = Simulation({"openai": [FAULTS["refused"], GOOD], "google": [GOOD]})
        assert chain.ask() == "google"
        assert chain.asked("openai") == 1


class TestHedge:
    def test_the_second_begins_when_the_first_is_past_its_own_95th_percentile(self) -> None:
        chain = Simulation({"whisper": [GOOD] * 30 + [Turn(5.0)], "parakeet": [Turn(0.3)]}, HEDGE)
        usual(chain)
        before_s = chain.world.now_s

        assert chain.ask() == "parakeet"

        assert chain.world.now_s - before_s == pytest.approx(0.1 + 0.3)
        assert chain.told == [("parakeet", "whisper was slower than it usually is")]

    def test_the_loser_is_stopped(self) -> None:
        chain = Simulation({"whisper": [GOOD] * 30 + [FAULTS["stalls"]], "parakeet": [GOOD]}, HEDGE)
        usual(chain)
        chain.ask()
        chain.world.pass_until(chain.world.now_s + 1)
        assert not chain.link("whisper").lane.is_stuck

    def test_the_first_may_still_win(self) -> None:
        chain = Simulation({"whisper": [GOOD] * 30 + [Turn(0.2)], "parakeet": [Turn(0.5)]}, HEDGE)
        usual(chain)
        assert chain.ask() == "whisper"
        assert chain.link("parakeet").record.counts.hedges == 1

    @pytest.mark.parametrize(("allowed", "answers"), [(False, "whisper"), (True, "openai")])
    def test_the_cloud_helps_only_where_the_user_allowed_it(self, allowed: bool, answers: str) -> None:
        policy = Policy(hedge=True, hedge_to_cloud=allowed)
        chain = Simulation({"whisper": [GOOD] * 30 + [Turn(5.0)], "openai": [GOOD]}, policy, cloud=("openai",))
        usual(chain)
        assert chain.ask() == answers

    def test_nobody_hedges_unasked(self) -> None:
        chain = Simulation({"whisper": [GOOD] * 30 + [Turn(5.0)], "parakeet": [GOOD]})
        usual(chain)
        assert chain.ask() == "whisper"
        assert chain.asked("parakeet") == 0


class TestMeasuredOrder:
    def test_the_faster_engine_becomes_the_first(self) -> None:
        chain = Simulation({"whisper": [Turn(0.8)], "parakeet": [Turn(0.1)]}, MEASURED)
        usual(chain, 60, pause_s=5)
        assert chain.ask() == "parakeet"
        assert chain.told[-1] == ("parakeet", "parakeet has answered best on this machine")

    def test_an_engine_that_often_fails_falls_behind(self) -> None:
        chain = Simulation({"whisper": [Turn(0.1), FAULTS["crash"]] * 30, "parakeet": [Turn(0.15)]}, MEASURED)
        usual(chain, 60, pause_s=5)
        assert chain.link("whisper").record.standing.score > chain.link("parakeet").record.standing.score

    def test_nothing_is_tried_in_the_cloud(self) -> None:
        chain = Simulation({"whisper": [Turn(2.0)], "openai": [Turn(0.1)]}, MEASURED, cloud=("openai",))
        usual(chain, 300)
        assert chain.asked("openai") == 0

    def test_another_engine_is_tried_rarely_and_nobody_waits_for_it(self) -> None:
        chain = Simulation({"whisper": [Turn(0.1)], "parakeet": [Turn(3.0)]}, MEASURED)
        usual(chain, 60, pause_s=5)
        begin_s, before = chain.world.now_s, chain.asked("parakeet")
        usual(chain, 500, pause_s=1)
        assert 0 < chain.asked("parakeet") - before < 30
        assert chain.world.now_s - begin_s == pytest.approx(500 * 1.1)


def test_the_same_sound_is_not_heard_twice() -> None:
    chain = Simulation({"whisper": [GOOD]}, cache_entries=10)
    assert [chain.ask(key=b"a"), chain.ask(key=b"a"), chain.ask(key=b"b")] == ["whisper"] * 3
    assert chain.asked("whisper") == 2
    assert chain.link("whisper").record.counts.cached == 1


def test_an_answer_is_not_given_again_for_ever() -> None:
    chain = Simulation({"whisper": [GOOD]}, cache_entries=10)
    chain.ask(key=b"a")
    chain.world.pass_until(chain.world.now_s + 601)
    chain.ask(key=b"a")
    assert chain.asked("whisper") == 2


def test_a_stop_ends_the_wait_at_once() -> None:
    chain = Simulation({"whisper": [FAULTS["stalls"]], "openai": [GOOD]})
    chain.world.after(1.0, chain.chain.stop)
    with pytest.raises(EngineError) as caught:
        chain.ask()
    assert caught.value.code == "stt.stopped"
    assert chain.world.now_s == pytest.approx(1001.0)
    assert chain.asked("openai") == 0


def test_what_was_stopped_says_nothing_against_its_engine() -> None:
    """A guess is dropped whenever speech goes on: the next decode is the same engine's."""
    chain = Simulation({"whisper": [Turn(1.0), GOOD], "openai": [GOOD]}, cloud=("openai",))
    chain.world.after(0.5, chain.chain.stop)
    with pytest.raises(EngineError):
        chain.ask()
    assert chain.ask() == "whisper"
    assert chain.asked("openai") == 0


def test_one_that_cannot_be_stopped_is_waited_for_a_moment() -> None:
    chain = Simulation({"whisper": [FAULTS["stuck"], GOOD], "openai": [GOOD]})
    chain.world.after(0.5, chain.chain.stop)
    with pytest.raises(EngineError):
        chain.ask()
    chain.world.pass_until(chain.world.now_s + 3)
    begin_s = chain.world.now_s
    assert chain.ask() == "openai"
    assert chain.world.now_s - begin_s < 1
    assert chain.told == [("openai", "whisper was still busy")]
