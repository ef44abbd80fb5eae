"""The user's own wordings: replacements and snippets."""

import datetime as dt
import time

import pytest

from voiceflow.errors import SettingsError
from voiceflow.text import replacements, snippets
from voiceflow.text.language import language
from voiceflow.text.pipeline import Wishes, apply
from voiceflow.text.replacements import parse, replace
from voiceflow.text.snippets import expand

NOW = dt.datetime(2026, 5, 3, 14, 30, tzinfo=dt.UTC)

CASES = [
    # the user's entries, said, written
    (["gonna => going to"], "I'm gonna go.", "I'm going to go."),
    (["gonna => going to"], "Gonna go.", "Going to go."),
    (["gonna => going to"], "Begonnas and gonnas.", "Begonnas and gonnas."),
    (["c plus plus => C++"], "I write C plus plus code.", "I write C++ code."),
    (["voice flow => VoiceFlow"], "Voice flow is here, voice  flow.", "VoiceFlow is here, VoiceFlow."),
    (["kate's => Cate's"], "Kate's cat", "Cate's cat"),
    (["basically =>"], "It is basically done", "It is  done"),
    (["sign off => Regards,\\nAnna"], "Sign off", "Regards,\nAnna"),
    (["text: -> => →"], "a -> b", "a → b"),
    (["text: Foo => Bar"], "Foo foo Foos", "Bar foo Bars"),
    ([r"regex: (\d+) pct => \1 %"], "12 pct and 3 pct", "12 % and 3 %"),
    ([r"regex: (?i)\bticket (?P<n>\d+) => #\g<n>"], "See Ticket 12.", "See #12."),
    (["a => b", "b => c"], "a b", "c c"),
    (["a => a a"], "a", "a a"),
    (["(x) => y"], "f (x) z", "f y z"),
    (["straße => Str."], "Die Straße", "Die Str."),
]


@pytest.mark.parametrize(("entries", "said", "written"), CASES)
def test_replaced(entries: list[str], said: str, written: str) -> None:
    assert replace(said, [parse(entry) for entry in entries]) == written


@pytest.mark.parametrize(
    ("entry", "code", "place"),
    [
        ("regex: (a => b", "text.bad_pattern", "at character 3"),
        ("regex: a{2,1} => b", "text.bad_pattern", "at character 3"),
        ("regex: *a => b", "text.bad_pattern", "at character 1"),
        (r"regex: (a) => \2", "text.bad_pattern", "at character 15"),
        (r"regex: a => \g<name>", "text.bad_pattern", "there is no group name"),
        ("no arrow", "text.bad_replacement", "no replacement"),
        ("=> nothing before it", "text.bad_replacement", "no replacement"),
    ],
)
def test_a_bad_one_is_refused_with_the_place(entry: str, code: str, place: str) -> None:
    with pytest.raises(SettingsError) as error:
        replacements.check(["fine => good", entry])
    assert error.value.code == code
    assert place in error.value.title


def test_a_bad_one_in_the_file_leaves_the_others_at_work() -> None:
    assert [str(each) for each in replacements.usable(["a => b", "regex: ( => x"])] == ["a => b"]


def test_a_pattern_that_backtracks_for_ever_costs_little() -> None:
    slow = parse(r"regex: (a|a|a)*(b|c)*(a|a)*$ => x")
    begin_s = time.monotonic()
    assert replace("a" * 5000 + "!", [slow, parse("nothing => x")])
    assert time.monotonic() - begin_s < 2.0


def test_five_hundred_replacements_are_quick() -> None:
    many = [parse(f"word{number} => other{number}") for number in range(500)]
    text = "some words with word7 in them " * 1000
    begin_s = time.monotonic()
    assert "other7" in replace(text, many)
    assert time.monotonic() - begin_s < 1.0


SNIPPETS = [
    ("My address.", "12 Main Street\nSpringfield"),
    ("my address", "12 Main Street\nSpringfield"),
    ("Please send it to, insert my address.", "Please send it to, 12 Main Street\nSpringfield."),
    ("I lost my address book.", "I lost my address book."),
    ("Today's date", "2026-05-03"),
    ("insert stamp please", "03.05.2026 14:30 please"),
]
ENTRIES = [
    "my address => 12 Main Street\\nSpringfield",
    "today's date => {date}",
    "stamp => {date:%d.%m.%Y} {time}",
]


@pytest.mark.parametrize(("said", "written"), SNIPPETS)
def test_snippets_stand_for_longer_texts(said: str, written: str) -> None:
    assert expand(said, replacements.usable(ENTRIES), language("en"), NOW) == written


def beside(name: str) -> str:
    return {"clipboard": "a copied line", "selection": "the chosen words"}[name]


def test_a_snippet_takes_what_was_copied_and_what_is_selected() -> None:
    entries = replacements.usable(["cite => > {selection}\\n({clipboard}, {date})"])
    assert expand("cite", entries, language("en"), NOW, beside) == "> the chosen words\n(a copied line, 2026-05-03)"


def test_the_cursor_is_wanted_where_the_snippet_says() -> None:
    wishes = Wishes(snippets=replacements.usable(["greeting => Dear {cursor},\\nbest regards"]))
    outcome = apply("Greeting.", "en", wishes)
    assert (outcome.text, outcome.behind) == ("Dear ,\nbest regards ", ",\nbest regards")
    assert [change.text for change in outcome.changes] == ["Dear ,\nbest regards"]


def test_a_placeholder_with_a_format_that_it_cannot_have_is_refused() -> None:
    with pytest.raises(SettingsError):
        snippets.check(["sign => {cursor:3}"])


def test_a_placeholder_that_nobody_can_fill_is_refused() -> None:
    with pytest.raises(SettingsError) as error:
        snippets.check(["sign => {mood} regards"])
    assert "{mood}" in error.value.title
