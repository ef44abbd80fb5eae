"""What nobody said goes; what somebody may have said stays."""

import pytest

from voiceflow.text.guards import Evidence, said
from voiceflow.text.language import language
from voiceflow.text.pipeline import GUARDS, Wishes, apply

CLEAR = Evidence(4.0, 3.0, -0.2, 0.01)
NO_VOICE = Evidence(4.0, 0.0, -0.5, 0.3)
DOUBTED = Evidence(4.0, 1.5, -0.5, 0.6)
UNSURE = Evidence(4.0, 1.5, -0.9, 0.3)
MUSIC = Evidence(10.0, 3.0, -1.3, 0.25)
COUNTED_IN = Evidence(10.0, 3.0, -1.03, 0.28)
MUMBLED = Evidence(2.6, 1.73, -1.17, 0.17)
NOISE = Evidence(4.0, 0.1, -0.9, 0.7)
LOOP = "of the phonetic alphabet "

CASES = [
    # text, evidence, what is left
    ("Thank you.", CLEAR, "Thank you."),
    ("Thank you.", NO_VOICE, ""),
    ("Thank you.", DOUBTED, ""),
    ("Thanks for watching!", UNSURE, ""),
    ("Thanks for watching!", CLEAR, "Thanks for watching!"),
    ("you", NO_VOICE, ""),
    ("You", CLEAR, "You"),
    ("Thank you for the long letter.", DOUBTED, "Thank you for the long letter."),
    ("Please send the report today.", UNSURE, "Please send the report today."),
    ("Please send the report today.", NO_VOICE, "Please send the report today."),
    ("I saw the wind.", NOISE, ""),
    ("The four of us.", MUSIC, ""),
    ("One two three four five six seven.", MUSIC, "One two three four five six seven."),
    ("One, two, three, four.", COUNTED_IN, "One, two, three, four."),
    ("When churchyards yawn.", MUMBLED, "When churchyards yawn."),
    ("[Music]", CLEAR, ""),
    ("[BLANK_AUDIO]", CLEAR, ""),
    ("(applause) Hello there.", CLEAR, "Hello there."),
    ("Hello *coughs* there.", CLEAR, "Hello there."),
    ("♪ ♪", CLEAR, ""),
    ("♪ la la la ♪ Hello.", CLEAR, "Hello."),
    ("He wrote [sic] there.", CLEAR, "He wrote [sic] there."),
    ("See (page two) there.", CLEAR, "See (page two) there."),
    ("x * y * z", CLEAR, "x * y * z"),
    ("This is much more than anybody can say in one second, or in two, or in three of them.", Evidence(1.0, 1.0), ""),
    ("Hi.", Evidence(0.05, 0.05), "Hi."),
    ("I know " + LOOP * 10 + "now.", Evidence(8.0, 6.0), "I know of the phonetic alphabet now."),
    ("I know " + LOOP * 2 + "now.", Evidence(5.0, 4.0), "I know " + LOOP * 2 + "now."),
    ("He said go home go home go home go home.", Evidence(6.0, 5.0), "He said go home go home go home go home."),
    ("No, no, no, no, no, no, no, no, no.", Evidence(6.0, 4.0), "No, no, no, no, no, no, no, no, no."),
]


@pytest.mark.parametrize(("text", "evidence", "left"), CASES)
def test_guarded(text: str, evidence: Evidence, left: str) -> None:
    assert said(text, evidence, language("en")) == left


@pytest.mark.parametrize(("text", "evidence", "left"), [
    ("Vielen Dank.", CLEAR, "Vielen Dank."),
    ("Vielen Dank.", NO_VOICE, ""),
    ("Untertitel der Amara.org-Community", DOUBTED, ""),
    ("Untertitelung des ZDF, 2020", DOUBTED, ""),
    ("[Musik]", CLEAR, ""),
    ("Vielen Dank für das Buch.", DOUBTED, "Vielen Dank für das Buch."),
])  # fmt: skip
def test_guarded_in_german(text: str, evidence: Evidence, left: str) -> None:
    assert said(text, evidence, language("de")) == left


VOCABULARY = ("Kubernetes", "Siobhan", "Grafana", "Tailscale", "PySide")


@pytest.mark.parametrize(("text", "left"), [
    ("Kubernetes, Siobhan, Grafana, Tailscale, PySide.", ""),
    ("Kubernetes, Siobhan, Grafana, Tailscale.", ""),
    ("Kubernetes and Grafana.", "Kubernetes and Grafana."),
    ("We run Kubernetes with Grafana, Tailscale and PySide, says Siobhan to all of us.",
     "We run Kubernetes with Grafana, Tailscale and PySide, says Siobhan to all of us."),
])  # fmt: skip
def test_the_vocabulary_alone_is_an_echo(text: str, left: str) -> None:
    assert said(text, CLEAR, language("en"), VOCABULARY) == left


def test_many_words_of_a_long_vocabulary_in_its_order_are_an_echo() -> None:
    many = [f"name{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(100)]
    assert said(", ".join(many[10:30]), CLEAR, language("en"), many) == ""
    shuffled = ", ".join(many[n] for n in (3, 50, 7, 90, 11, 12, 60))
    assert said(shuffled, CLEAR, language("en"), many) == shuffled
    assert said(", ".join(many[10:13]), CLEAR, language("en"), many) != ""


def test_a_short_vocabulary_may_be_said_whole() -> None:
    assert said("Anna.", CLEAR, language("en"), ("Anna",)) == "Anna."


def test_what_was_left_out_is_told_and_can_be_switched_off() -> None:
    outcome = apply("Thank you.", "en", Wishes(), NO_VOICE)
    assert outcome.text == ""
    assert [change.rule for change in outcome.changes] == [GUARDS]
    assert apply("Thank you.", "en", Wishes(guards=False), NO_VOICE).text == "Thank you. "


def test_without_evidence_nothing_is_left_out() -> None:
    assert apply("Thank you.", "en", Wishes()).text == "Thank you. "
