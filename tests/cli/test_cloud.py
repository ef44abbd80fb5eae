"""`voiceflow cloud`: nothing is allowed unnamed, no key is seen."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from voiceflow.cli import cloud, config
from voiceflow.cloud.cloud import Cloud
from voiceflow.cloud.keys import Keys
from voiceflow.errors import EngineError
from voiceflow.paths import paths
from voiceflow.settings import Settings
from voiceflow.settings_file import SettingsFile

KEY = "sk-very-secret"


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(cloud.app, list(arguments), input=typed)


def settings() -> Settings:
    return SettingsFile(paths().settings_file).load()


@pytest.fixture
def keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Entries of a keyring that the program finds as any other."""
    file = tmp_path / "keyring.json"
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.history.keyring_of_a_test.Keyring")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.setenv("TEST_KEYRING", str(file))
    return file


def test_host_and_data_are_named_before_anything_is_allowed() -> None:
    asked = run("allow", "google", typed="n\n")
    assert "the sound of what you dictate would be sent to speech.googleapis.com" in asked.output
    assert "the text that is read aloud would be sent to texttospeech.googleapis.com" in asked.output
    assert settings().cloud.allowed == []
    assert not settings().cloud.enabled


def test_what_was_agreed_to_is_allowed_and_nothing_else(keyring: Path) -> None:
    assert run("allow", "google", "--only", "sound", typed="y\n").exit_code == 0
    assert settings().cloud.enabled
    assert settings().cloud.allowed == ["sound => speech.googleapis.com"]


def test_the_last_one_that_is_taken_back_switches_the_cloud_off(keyring: Path) -> None:
    run("allow", "google", "--yes")
    run("allow", "yandex", "--yes")
    run("forbid", "google")
    assert settings().cloud.enabled
    assert not any("google" in line for line in settings().cloud.allowed)
    run("forbid", "yandex")
    assert not settings().cloud.enabled


def test_off_is_off_and_remembers(keyring: Path) -> None:
    run("allow", "google", "--yes")
    run("off")
    assert not settings().cloud.enabled
    assert len(settings().cloud.allowed) == 2
    problem = Cloud(settings).problem("google", "sound")
    assert problem is not None
    assert problem.code == "cloud.off"


def test_a_service_without_an_address_cannot_be_allowed() -> None:
    asked = run("allow", "openai", "--yes")
    assert isinstance(asked.exception, EngineError)
    assert asked.exception.code == "cloud.no_address"
    assert not settings().cloud.enabled


def test_a_server_on_this_machine_needs_no_leave() -> None:
    CliRunner().invoke(config.app, ["set", "cleanup.url", "http://127.0.0.1:11434/v1"])
    assert "on this machine" in run("allow", "cleanup").output
    assert not settings().cloud.enabled


def test_a_line_that_allows_nothing_is_refused() -> None:
    refused = CliRunner().invoke(config.app, ["set", "cloud.allowed", "everything"])
    assert refused.exception is not None
    assert settings().cloud.allowed == []


def test_a_key_goes_from_standard_input_into_the_keyring_and_nowhere_else(keyring: Path, private_home: Path) -> None:
    told = run("key", "set", "yandex", typed=f"{KEY}\n")
    assert told.exit_code == 0
    assert KEY not in told.output
    assert Keys().get("yandex", "stt.api.cloud.yandex.net") == KEY
    assert not any(KEY in file.read_text("utf-8", "replace") for file in private_home.rglob("*") if file.is_file())
    run("key", "remove", "yandex")
    assert json.loads(keyring.read_text()) == {}


@pytest.mark.parametrize("key", ["", "two words", "schlüssel"])
def test_what_is_no_key_is_refused(keyring: Path, key: str) -> None:
    told = run("key", "set", "google", typed=f"{key}\n")
    assert isinstance(told.exception, EngineError)
    assert told.exception.code == "cloud.bad_key"


def test_without_a_keyring_it_says_so() -> None:
    told = run("key", "set", "google", typed=f"{KEY}\n")
    assert isinstance(told.exception, EngineError)
    assert told.exception.code == "cloud.keyring_none"
    assert told.exception.hint


def test_status_tells_what_may_be_sent_now(keyring: Path) -> None:
    assert "nothing leaves this machine" in run("status").output
    run("allow", "yandex", "--only", "text", "--yes")
    run("key", "set", "yandex", typed=f"{KEY}\n")
    told = {(each["service"], each["what"]): each for each in json.loads(run("status", "--json").output)}
    assert told["yandex", "text"]["allowed"] and told["yandex", "text"]["key"]
    assert not told["yandex", "sound"]["allowed"]
    assert told["openai", "sound"]["problem"] == "cloud.no_address"
