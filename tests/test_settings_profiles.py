"""`[[profiles]]` in the settings' file."""

from pathlib import Path

import pytest

from voiceflow.errors import SettingsError
from voiceflow.settings import Profile
from voiceflow.settings_file import SettingsFile
from voiceflow.settings_profiles import in_order, read_profiles, with_profile

FILE = """# my settings
[stt]
language = "en"

# at work
[[profiles]]
name = "Letters"  # formal ones
app = ["soffice*"]
text.numbers = "from_ten"
vocabulary = ["Zürich"]

[[profiles]]
name = "German"
title = "Brief"
[profiles.stt]
language = "de"
"""

WRONG = """[[profiles]]
app = ["xterm"]

[[profiles]]
name = "Two"
text.numbers = "roman"
text.numbrs = "digits"
hotkey.key = "F8"
app = 7

[[profiles]]
name = "Two"
"""


def test_they_are_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(FILE)
    file = SettingsFile(path)
    settings = file.load()
    assert file.problems == []
    assert settings.profiles == (
        Profile("Letters", ("soffice*",), vocabulary=("Zürich",), settings={"text.numbers": "from_ten"}),
        Profile("German", title=("Brief",), settings={"stt.language": "de"}),
    )


def test_each_problem_has_its_line_and_the_rest_is_used() -> None:
    found, problems = read_profiles(WRONG)
    assert [(problem.line, problem.title) for problem in problems] == [
        (1, "A profile needs a name"),
        (9, "app cannot be 7"),
        (6, 'text.numbers cannot be "roman"'),
        (7, "A profile cannot change text.numbrs"),
        (8, "A profile cannot change hotkey.key"),
        (12, "There are two profiles Two"),
    ]
    assert "text.numbers" in problems[3].hint
    assert found == (Profile("Two"),)


def test_profiles_that_are_no_tables_are_told() -> None:
    assert read_profiles('profiles = "all"\n')[1][0].line == 1


def test_a_change_touches_nothing_else() -> None:
    changed = Profile("Letters", ("soffice*", "abiword"), settings={"text.numbers": "digits"})
    text = with_profile(FILE, changed)
    assert read_profiles(text)[0][0] == changed
    assert "# my settings" in text and "# at work" in text and "# formal ones" in text
    assert read_profiles(text)[0][1] == read_profiles(FILE)[0][1]


def test_a_new_one_comes_last() -> None:
    new = Profile("New", site=("github.com",), on=False, settings={"insertion.press_enter": True})
    assert read_profiles(with_profile(FILE, new))[0][2] == new
    assert read_profiles(with_profile("", new))[0] == (new,)
    assert read_profiles(with_profile("[stt]\nmodel = 'x'\n", new))[0] == (new,)


def test_they_can_be_ordered_and_removed() -> None:
    text = in_order(FILE, ["German", "Letters"])
    assert [profile.name for profile in read_profiles(text)[0]] == ["German", "Letters"]
    assert "# my settings" in in_order(text, [])
    assert read_profiles(in_order(text, []))[0] == ()


@pytest.mark.parametrize(
    "profile", [Profile(" "), Profile("x", settings={"hotkey.key": "F8"}), Profile("x", settings={"text.numbers": 7})]
)
def test_what_cannot_be_used_is_not_written(profile: Profile) -> None:
    with pytest.raises(SettingsError):
        with_profile(FILE, profile)
