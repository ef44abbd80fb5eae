"""What holds for the words of any vocabulary; `*.vocabulary.tsv` has the cases."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.test_properties import SENTENCES
from voiceflow.text.correction import correct
from voiceflow.text.literal import release
from voiceflow.text.pipeline import Wishes, apply
from voiceflow.text.vocabulary import Entry

NAMES = ("Siobhan", "Kubernetes", "VoiceFlow", "Alejandro", "nginx", "Lewandowski", "Kofi", "Mark", "O'Neill")
ENTRIES = tuple(Entry(name) for name in NAMES)
VOCABULARIES = st.lists(
    st.builds(Entry, st.text(min_size=1, max_size=12), st.lists(st.text(max_size=12), max_size=2).map(tuple)),
    max_size=5,
).map(tuple)
LANGUAGES = st.sampled_from(["en", "de", "fr", "xx", ""])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), VOCABULARIES, LANGUAGES)
def test_no_text_and_no_vocabulary_makes_it_fail(text: str, entries: tuple[Entry, ...], language: str) -> None:
    assert isinstance(correct(text, entries, language), str)


@settings(max_examples=150, deadline=None)
@given(SENTENCES, LANGUAGES)
def test_a_second_time_changes_nothing(text: str, language: str) -> None:
    once = release(correct(text, ENTRIES, language))
    assert release(correct(once, ENTRIES, language)) == once


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*NAMES, "Shevaun", "Cubernetes", "voice flow", "we", "said"]), max_size=12))
def test_every_word_that_is_not_corrected_stays_in_its_place(words: list[str]) -> None:
    known = {name.lower() for name in NAMES}
    kept = [word for word in words if word in ("we", "said")]
    written = release(correct(" ".join(words), ENTRIES, "en")).split()
    assert [word for word in written if word in ("we", "said")] == kept
    assert all(word.lower() in known or word in ("we", "said", "Shevaun") for word in written)


@settings(max_examples=100, deadline=None)
@given(SENTENCES)
def test_marks_stay_where_they_are(text: str) -> None:
    marks = re.compile(r"[,.?!…\n]")
    assert marks.findall(correct(text, ENTRIES, "en")) == marks.findall(text)


@pytest.mark.parametrize("spoken", ["Kubernetis ", "the Shevon ", "a le jandro ", "voice flow, "])
def test_ten_times_the_text_takes_about_ten_times_as_long(spoken: str) -> None:
    def cpu_s(characters: int) -> float:
        text = (spoken * characters)[:characters]
        times = []
        for _ in range(3):
            begin_s = time.thread_time()
            correct(text, ENTRIES, "en")
            times.append(time.thread_time() - begin_s)
        return min(times)

    assert cpu_s(20_000) < 20 * cpu_s(2_000) + 0.02


def test_of_two_that_overlap_the_liker_one_is_written() -> None:
    entries = (Entry("Anna"), Entry("Hannah Montane"))
    assert release(correct("I saw Hanna Montane there.", entries, "en")) == "I saw Hannah Montane there."


def test_later_rules_leave_a_name_alone_that_has_their_words_in_it() -> None:
    wishes = Wishes(vocabulary=(Entry("Comma AI", ("comma a eye",)), Entry("Seven Oaks")), trailing_space=False)
    assert apply("We asked comma a eye, and Seven Oaks.", "en", wishes).text == "We asked Comma AI, and Seven Oaks."


def test_what_was_corrected_is_told() -> None:
    outcome = apply("We use Cubernetes.", "en", Wishes(vocabulary=ENTRIES))
    assert [(change.rule, change.text) for change in outcome.changes] == [("vocabulary", "We use Kubernetes.")]
