"""`voiceflow config`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from voiceflow.cli.config import app
from voiceflow.control import ControlServer
from voiceflow.errors import HotkeyError, SettingsError, VoiceFlowError
from voiceflow.paths import paths
from voiceflow.settings_file import SettingsFile


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def file() -> Path:
    path = paths().settings_file
    path.parent.mkdir(parents=True)
    return path


def test_a_setting_is_changed_and_read_back() -> None:
    assert run("set", "stt.model", "base").exit_code == 0
    assert run("get", "stt.model").stdout == "base\n"
    assert SettingsFile(paths().settings_file).load().stt.model == "base"


@pytest.mark.parametrize(("value", "shown"), [("one, two", "one, two"), ("", "")])
def test_a_list_is_printed_as_it_is_typed(value: str, shown: str) -> None:
    run("set", "stt.hotwords", value)
    assert run("get", "stt.hotwords").stdout == f"{shown}\n"


def test_all_settings_are_listed_with_the_changed_ones_marked() -> None:
    run("set", "stt.beam_size", "5")
    lines = run("get").stdout.splitlines()
    assert "* stt.beam_size = 5" in lines
    assert "  stt.keep_loaded = false" in lines
    assert '  hotkey.key = "F9"' in lines


@pytest.mark.parametrize(
    ("name", "value", "kind", "message"),
    [
        ("stt.beam_size", "99", SettingsError, "It must be a whole number from 1 to 10"),
        ("stt.modle", "base", SettingsError, "Did you mean stt.model"),
        ("hotkey.key", "F99", HotkeyError, "There is no key F99"),
        ("hotkey.key", "d", HotkeyError, "could not type"),
        ("hotkey.cancel_key", "nonsense", HotkeyError, "There is no key"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_is_written(
    name: str, value: str, kind: type[VoiceFlowError], message: str
) -> None:
    result = run("set", name, value)
    assert isinstance(result.exception, kind)
    assert message in str(result.exception)
    assert not paths().settings_file.exists()


def test_problems_of_the_file_are_told_on_stderr_with_their_line(file: Path) -> None:
    file.write_text("[stt]\nbeam_size = 99\nmodel = 'base'\n")
    result = run("get", "stt.model")
    assert result.stdout == "base\n"
    assert result.stderr.startswith("config.toml: line 2: stt.beam_size cannot be 99. It must be")


def test_a_file_that_does_not_parse_is_left_as_it_is(file: Path) -> None:
    file.write_text("[stt\n")
    result = run("set", "stt.model", "base")
    assert isinstance(result.exception, SettingsError)
    assert "config edit" in result.exception.hint
    assert file.read_text() == "[stt\n"


def test_the_path_is_printed() -> None:
    assert run("path").stdout.strip() == str(paths().settings_file)


def test_settings_travel_to_another_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("set", "ui.theme", "dark")
    run("export", str(tmp_path / "out.toml"))
    monkeypatch.setenv("VOICEFLOW_HOME", str(tmp_path / "another"))
    assert run("import", str(tmp_path / "out.toml")).exit_code == 0
    assert run("get", "ui.theme").stdout == "dark\n"


def test_an_export_replaces_a_file_only_when_told_to(tmp_path: Path) -> None:
    target = tmp_path / "out.toml"
    target.write_text("precious")
    assert isinstance(run("export", str(target)).exception, SettingsError)
    assert target.read_text() == "precious"
    assert run("export", "--force", str(target)).exit_code == 0
    assert "[stt]" in target.read_text()


def test_an_export_can_go_to_standard_output() -> None:
    assert "# beam_size = 2" in run("export", "-").stdout


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that appends what stands in a file."""
    script = tmp_path / "editor.py"
    appended = tmp_path / "appended"
    script.write_text(f"import sys; open(sys.argv[1], 'a').write(open({str(appended)!r}).read())")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    return appended


def test_the_editor_gets_a_file_with_every_setting(editor: Path) -> None:
    editor.write_text("theme = 'dark'\n")  # the last section is [ui]
    assert run("edit").exit_code == 0
    assert "# beam_size = 2" in paths().settings_file.read_text()
    assert run("get", "ui.theme").stdout == "dark\n"


def test_what_was_edited_wrongly_is_told(editor: Path) -> None:
    editor.write_text("theme = 'pink'\n")
    result = run("edit")
    assert isinstance(result.exception, SettingsError)
    assert 'ui.theme cannot be "pink"' in result.stderr


@pytest.mark.parametrize("editor", ["/nowhere/editor", f"{sys.executable} -c raise(SystemExit(1))"])
def test_an_editor_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, editor: str) -> None:
    monkeypatch.setenv("VISUAL", editor)
    result = run("edit")
    assert isinstance(result.exception, SettingsError)
    assert str(paths().settings_file) in result.exception.hint


@pytest.fixture
def running_app() -> Iterator[list[dict[str, Any]]]:
    requests: list[dict[str, Any]] = []
    server = ControlServer(paths().control_socket, lambda request: requests.append(request) or {}).start()
    yield requests
    server.stop()


def test_the_running_app_takes_a_change_over(running_app: list[dict[str, Any]]) -> None:
    run("set", "stt.model", "base")
    assert running_app == [{"command": "reload"}]
    run("get", "stt.model")
    assert len(running_app) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="looks where a Linux desktop looks")
def test_start_at_login_is_switched_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    entry = tmp_path / "autostart" / "voiceflow.desktop"
    assert run("set", "ui.start_at_login", "true").exit_code == 0
    assert entry.is_file()
    exported = tmp_path / "other.toml"
    exported.write_text("[ui]\nstart_at_login = false\n")
    assert run("import", str(exported)).exit_code == 0
    assert not entry.exists()
