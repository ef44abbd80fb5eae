"""What the text of a settings file says, and on which line it goes wrong."""

import pytest

from voiceflow.errors import SettingsError
from voiceflow.settings import Settings
from voiceflow.settings_keys import keys
from voiceflow.settings_toml import key_lines, parsed, read_values, template, with_values


@pytest.mark.parametrize(
    ("text", "line", "key", "title", "hint"),
    [
        (
            "[stt]\n# how many\nbeam_size = 99\n",
            3,
            "stt.beam_size",
            "stt.beam_size cannot be 99",
            "It must be a whole number from 1 to 10; the default, 2, is used.",
        ),
        (
            "[stt]\nkeep_loaded = 'yes'\n",
            2,
            "stt.keep_loaded",
            'stt.keep_loaded cannot be "yes"',
            "It must be true or false; the default, false, is used.",
        ),
        (
            "[ui]\noverlay = true\n\n[stt]\nmodle = 'base'\n",
            5,
            "stt.modle",
            "There is no setting stt.modle",
            "Did you mean stt.model?",
        ),
        ("model = 'base'\n", 1, "model", "There is no setting model", "Did you mean stt.model?"),
        (
            "stt = {beam_size = 0}",
            1,
            "stt.beam_size",
            "stt.beam_size cannot be 0",
            "It must be a whole number from 1 to",
        ),
    ],
)
def test_a_problem_is_told_with_its_line(text: str, line: int, key: str, title: str, hint: str) -> None:
    values, [problem] = read_values(text)
    assert key not in values
    assert (problem.line, problem.key, problem.title) == (line, key, title)
    assert problem.hint.startswith(hint)
    assert str(problem).startswith(f"line {line}: {title}. ")


def test_the_good_values_beside_a_wrong_one_are_used() -> None:
    values, problems = read_values("[stt]\nmodel = 'base'\nbeam_size = 99\nlanguage = 'de'\n")
    assert values == {"stt.model": "base", "stt.language": "de"}
    assert len(problems) == 1


def test_lines_are_found_in_every_form_that_toml_has() -> None:
    text = '''# a comment = 1
stt.model = "one"
audio = { device = "USB", preroll_ms = 5 }

[text] # header
verbatim = true
"trailing_space" = false
[stt.more]
prompt = """
model = "not a key"
[ui]
"""
hotwords = [
  "a", # comment
  "b",
]
last = 1
'''
    found = key_lines(text)
    assert parsed(text)
    assert {name: found[name] for name in ("stt.model", "audio.device", "audio.preroll_ms", "text.verbatim")} == {
        "stt.model": 2,
        "audio.device": 3,
        "audio.preroll_ms": 3,
        "text.verbatim": 6,
    }
    assert found["text.trailing_space"] == 7
    assert (found["stt.more.prompt"], found["stt.more.hotwords"], found["stt.more.last"]) == (9, 13, 17)
    assert "ui" not in found


def test_text_that_does_not_parse_says_where() -> None:
    with pytest.raises(SettingsError, match="at line 2"):
        read_values("[stt]\nmodel = = 3\n")


def test_new_settings_leave_the_old_ones_as_they_were() -> None:
    old = Settings()
    new = with_values(old, {"stt.hotwords": ["one"], "ui.theme": "dark"})
    new.stt.hotwords.append("two")
    assert (old.stt.hotwords, old.ui.theme) == ([], "system")
    assert new.ui.theme == "dark"


def test_the_template_holds_every_setting_at_its_default() -> None:
    text = template()
    assert read_values(text) == ({}, [])
    active = "\n".join(line[2:] if " = " in line and line.startswith("# ") else line for line in text.splitlines())
    assert read_values(active) == ({name: entry.default for name, entry in keys().items()}, [])
