"""A vocabulary goes out and comes back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voiceflow.errors import SettingsError
from voiceflow.text.vocabulary import Entry, entry
from voiceflow.text.vocabulary_files import read, written

WORDS = st.from_regex(r"[A-Za-zÄöüß'.+-]{1,12}", fullmatch=True).filter(lambda text: any(map(str.isalpha, text)))
ENTRIES = st.builds(entry, WORDS, st.lists(WORDS, max_size=3), WORDS, st.integers(1, 10))


@settings(max_examples=50, deadline=None)
@given(st.lists(ENTRIES, max_size=6))
def test_csv_brings_everything_back(entries: list[Entry]) -> None:
    assert read(written(entries, "csv"), "csv") == entries


def test_txt_is_one_spelling_a_line() -> None:
    assert read("# My words\n\nSiobhan\nVisual Studio Code\n", "txt") == [Entry("Siobhan"), Entry("Visual Studio Code")]
    assert written([Entry("Siobhan", ("shivon",))], "txt") == "Siobhan\n"


@pytest.mark.parametrize("text", [
    "spelling,sounds_like,weight\nSiobhan,shivon; she von,8\n",
    "Weight\tSpelling\tSounds_like\n8\tSiobhan\tshivon; she von\n",
    "\ufeffSiobhan,shivon; she von,,8\n",
])  # fmt: skip
def test_csv_of_other_programs_is_read(text: str) -> None:
    assert read(text, "csv") == [Entry("Siobhan", ("shivon", "she von"), weight=8)]


@pytest.mark.parametrize(("text", "told"), [
    ("Siobhan\n,,names\n", "Line 2"),
    ("Siobhan,,,11\n", "Line 1: 'Siobhan' has the weight 11"),
    ("Siobhan,,,much\n", "Line 1: 'much' is no weight"),
    ("one two three four\n", "too long"),
])  # fmt: skip
def test_a_wrong_line_is_told(text: str, told: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read(text, "csv")
    assert told in raised.value.title
