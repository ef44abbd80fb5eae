"""What is found when texts or sound are lost, doubled or out of order."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from voiceflow.bench.suites.scenarios.checks import Evidence, Kept, findings, words_lost_percent, words_wrong_percent
from voiceflow.bench.suites.scenarios.desk import Dictated
from voiceflow.events import Delivered

WORDS = ("send the report to the office before friday", "the garden needs some water when summer is dry", "thanks")
TEXTS = (
    "Send the report to the office before Friday. ",
    "The garden needs some water when summer is dry. ",
    "Thanks. ",
)


def _dictated(number: int, text: str) -> Dictated:
    dictated = Dictated(WORDS[number], 3.0, cleaned=False, who=f"user {number}", id=f"id {number}")
    dictated.take(Delivered(dictated.id, "done", text, "paste"))
    return dictated


def _right() -> Evidence:
    kept = {f"id {number}": Kept(text, "done", 3.1) for number, text in enumerate(TEXTS)}
    return Evidence([_dictated(number, text) for number, text in enumerate(TEXTS)], list(TEXTS), kept, len(TEXTS))


def _with_kept(given: Evidence, kept: Kept) -> Evidence:
    return replace(given, kept={**given.kept, "id 1": kept})


def _with_text(given: Evidence, text: str) -> Evidence:
    """Everywhere."""
    made = [given.made[0], _dictated(1, text), given.made[2]]
    texts = [dictated.text for dictated in made if dictated.text]
    return _with_kept(replace(given, made=made, window=texts), Kept(text, "done", 3.1))


def _delivered_again(given: Evidence) -> Evidence:
    given.made[1].deliveries += 1
    return given


def test_nothing_is_found_where_all_is_right() -> None:
    assert findings(_right()) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        pytest.param(lambda given: replace(given, window=TEXTS[:2]), "scenarios.lost", id="not in the window"),
        pytest.param(lambda given: _with_text(given, ""), "scenarios.lost", id="no text at all"),
        pytest.param(lambda given: replace(given, window=(*TEXTS, TEXTS[0])), "scenarios.doubled", id="inserted twice"),
        pytest.param(_delivered_again, "scenarios.doubled", id="delivered twice"),
        pytest.param(lambda given: replace(given, count=4), "scenarios.doubled", id="one too many in the history"),
        pytest.param(lambda given: replace(given, window=TEXTS[::-1]), "scenarios.out_of_order", id="in another order"),
        pytest.param(lambda given: replace(given, kept={}), "scenarios.lost", id="not in the history"),
        pytest.param(
            lambda given: _with_kept(given, Kept("Other words", "done", 3.1)), "scenarios.lost", id="another text kept"
        ),
        pytest.param(
            lambda given: _with_kept(given, Kept(TEXTS[1], "failed", 3.1)), "scenarios.lost", id="kept as failed"
        ),
        pytest.param(
            lambda given: _with_kept(given, Kept(TEXTS[1], "done", 2.0)), "scenarios.sound_lost", id="sound too short"
        ),
        pytest.param(lambda given: _with_text(given, "The garden."), "scenarios.words_lost", id="most words missing"),
        pytest.param(
            lambda given: _with_text(given, 2 * TEXTS[1]), "scenarios.words_doubled", id="every word two times"
        ),
    ],
)
def test_what_goes_wrong_is_found(wrong: Callable[[Evidence], Evidence], code: str) -> None:
    assert [finding.code for finding in findings(wrong(_right()))] == [code]


def test_findings_name_the_user_and_never_the_words() -> None:
    found = findings(replace(_right(), kept={}))
    assert "user 1" in found[0].what
    assert "garden" not in found[0].what


def test_where_no_sound_is_kept_none_is_missed() -> None:
    assert findings(_with_kept(_right(), Kept(TEXTS[1], "done", None))) == []


@pytest.mark.parametrize(
    ("text", "lost", "wrong"),
    [(TEXTS[1], 0.0, 0.0), ("The garden needs water when summer is dry.", 100 / 9, 100 / 9), ("", 100.0, 100.0)],
)
def test_words_lost_and_words_wrong(text: str, lost: float, wrong: float) -> None:
    made = [_dictated(1, text)]
    assert (words_lost_percent(made), words_wrong_percent(made)) == (pytest.approx(lost), pytest.approx(wrong))
