"""Is it ready? Checks with weights, each with what it saw and its cure. `resources/bench/readiness.toml` lists them."""

from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part, Suite
from voiceflow.bench.suites.readiness import score, survival, words
from voiceflow.bench.suites.readiness.area import look_at
from voiceflow.bench.suites.readiness.disclosure import looks


def functional(run: Run) -> None:
    look_at("functional", {"words are delivered": words.delivered}, run)


def performance(run: Run) -> None:
    look_at("performance", {}, run)


def reliability(run: Run) -> None:
    own = {
        "a crash loses nothing": survival.after_a_crash,
        "a damaged history is told and repaired": survival.damage,
        "a full disk is told and loses nothing": survival.full_disk,
    }
    look_at("reliability", own, run)


def security(run: Run) -> None:
    look_at("security", looks(run), run)


def memory(run: Run) -> None:
    look_at("memory", {}, run)


SUITE = Suite(
    "readiness",
    "Is it ready?",
    "Named checks with weights: some look at the product now, in folders that go away; others judge the figures and "
    "findings of the suites before. A check that could not run is not counted.",
    (
        Part("functional", "Does it do what it is for?", functional, 6, 45),
        Part("performance", "Is it fast enough?", performance, 0.1, 0.1),
        Part("reliability", "Is anything lost?", reliability, 3.5, 20),
        Part("security", "Is anything given away?", security, 4, 7),
        Part("memory", "Does it keep to its memory?", memory, 0.1, 0.1),
        Part("score", "The score", score.measure, 0.1, 0.1),
    ),
)
