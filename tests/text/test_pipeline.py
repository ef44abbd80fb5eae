"""The rules together: their order, their switches, what is told of them."""

import time
from dataclasses import replace

import pytest

from voiceflow.text import pipeline
from voiceflow.text.guards import Evidence, said
from voiceflow.text.language import language
from voiceflow.text.pipeline import RULES, Change, Rule, Wishes, apply
from voiceflow.text.replacements import parse
from voiceflow.text.trace import reasons

OFF = Wishes(trailing_space=False, fillers=False, stutters=False, spoken_punctuation="off", numbers="as_spoken")


def test_what_each_rule_changed_is_told() -> None:
    outcome = apply("Um, I I I see.", "en", Wishes())
    assert outcome.text == "I see. "
    assert outcome.changes == (Change("fillers", "I I I see."), Change("stutters", "I see."))


def test_reasons_are_short() -> None:
    outcome = apply("So, um, the the the cat.", "en", Wishes())
    told = reasons("So, um, the the the cat.", ((change.rule, change.text) for change in outcome.changes))
    assert [str(reason) for reason in told] == ["Fillers left out: um,", "Stutters left out: the the"]


def test_spaces_alone_are_no_reason() -> None:
    assert apply("  Hello   world. ", "en", Wishes()).changes == ()


def test_a_rule_with_a_fault_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Rule("broken", "Broken", lambda _: True, lambda text, _, __: text[1000])
    monkeypatch.setattr(pipeline, "RULES", (broken, *RULES))
    assert apply("Um, hello.", "en", Wishes()).text == "Hello. "


def test_verbatim_is_verbatim() -> None:
    said = " Um,  the the the   cat comma "
    assert apply(said, "en", replace(OFF, verbatim=True)).text == said


def test_with_every_rule_off_only_spaces_are_tidied() -> None:
    assert apply(" Um,  the the the cat comma ", "en", OFF).text == "Um, the the the cat comma"


def test_a_language_without_a_file_keeps_its_words() -> None:
    assert language("xx").fillers == frozenset()
    assert apply("Um dia, um, um.", "pt", Wishes()).text == "Um dia, um, um. "


def test_names_of_rules_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


MONOTONOUS = [
    "um, ",
    "no ",
    "the ",
    "five ",
    "comma ",
    "literal ",
    "a hundred and ",
    "(",
    "new line ",
    "go home ",
    "period. ",
]


@pytest.mark.parametrize("spoken", MONOTONOUS)
def test_ten_times_the_text_takes_about_ten_times_as_long(spoken: str) -> None:
    """In processor time; twice that is allowed, where each word against each other would be a hundred times."""
    evidence = Evidence(1e6, 1e6)
    wishes = Wishes(replacements=(parse("gonna => going to"),), snippets=(parse("my address => here"),))

    def cpu_s(characters: int) -> float:
        text = (spoken * characters)[:characters]
        times = []
        for _ in range(3):
            begin_s = time.thread_time()
            apply(text, "en", wishes)
            said(text, evidence, language("en"))
            times.append(time.thread_time() - begin_s)
        return min(times)

    assert cpu_s(20_000) < 20 * cpu_s(2_000) + 0.02
