"""`voiceflow config profiles`."""

import json
from typing import Any

from typer.testing import CliRunner, Result

from voiceflow.cli import profiles
from voiceflow.errors import SettingsError


def run(*arguments: str) -> Result:
    return CliRunner().invoke(profiles.app, list(arguments))


def listed() -> list[dict[str, Any]]:
    return list(json.loads(run("list", "--json").stdout))


def test_everybody_begins_with_the_built_in_ones() -> None:
    assert "Terminals (built in)" in run("list").stdout
    assert run("which", "xterm").stdout == "Terminals\n"


def test_one_of_your_own_comes_first() -> None:
    done = run(
        "set", "Shell", "--app", "xterm", "--app", "foot", "--set", "text.numbers=as_spoken", "--vocabulary", "ls"
    )
    assert done.exit_code == 0, done.exception
    assert run("which", "xterm").stdout == "Shell\n"
    assert listed()[0] == {
        "name": "Shell",
        "on": True,
        "app": ["xterm", "foot"],
        "title": [],
        "site": [],
        "vocabulary": ["ls"],
        "settings": {"text.numbers": "as_spoken"},
    }


def test_a_change_keeps_the_rest() -> None:
    run("set", "Shell", "--app", "xterm", "--set", "text.numbers=digits", "--set", "insertion.press_enter=yes")
    run("set", "Shell", "--title", "prod", "--set", "text.numbers=")
    assert (listed()[0]["app"], listed()[0]["title"]) == (["xterm"], ["prod"])
    assert listed()[0]["settings"] == {"insertion.press_enter": True}


def test_a_built_in_one_can_be_changed_switched_off_and_had_back() -> None:
    run("set", "Terminals", "--set", "text.fit_to_cursor=true")
    changed = listed()[0]
    assert changed["settings"]["text.fit_to_cursor"] is True
    assert "xterm" in changed["app"]
    run("off", "Terminals")
    assert run("which", "xterm").stdout == "There is none\n"
    run("on", "Terminals")
    assert run("which", "xterm").stdout == "Terminals\n"
    run("remove", "Terminals")
    assert listed()[0]["settings"]["text.fit_to_cursor"] is False


def test_order_counts() -> None:
    run("set", "One", "--app", "*")
    run("set", "Two", "--title", "letter")
    assert run("which", "writer", "--title", "a letter").stdout == "One\n"
    run("first", "Two")
    assert run("which", "writer", "--title", "a letter").stdout == "Two\n"


def test_what_cannot_be_used_is_refused() -> None:
    for arguments in (
        ("remove", "None"),
        ("set", "A", "--set", "hotkey.key=F8"),
        ("set", "A", "--set", "text.numbers=x"),
    ):
        assert isinstance(run(*arguments).exception, SettingsError)
    bad = run("set", "A", "--set", "text.replacements=regex: (a => b")
    assert "at character 3" in str(bad.exception)
    assert all(profile["name"] != "A" for profile in listed())
