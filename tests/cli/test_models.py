"""`voiceflow models`, with a hub imitation where something is downloaded."""

import json
from collections.abc import Iterator
from pathlib import Path

import huggingface_hub
import pytest
from typer.testing import CliRunner, Result

from tests.engines.hub_imitation import HubImitation, whisper_files
from voiceflow.cli.models import app
from voiceflow.errors import ModelError
from voiceflow.paths import paths


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubImitation]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with HubImitation({"Systran/faster-whisper-base": whisper_files()}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        yield hub
        huggingface_hub.close_session()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def answer_of(*arguments: str) -> object:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def error_of(*arguments: str) -> ModelError:
    error = run(*arguments).exception
    assert isinstance(error, ModelError)
    return error


def test_list_marks_the_recommended_model_and_says_why() -> None:
    output = run("list").stdout
    marked = [line for line in output.splitlines() if line.startswith("* ")]
    assert marked[0].split()[1] in ("base", "small", "large-v3-turbo")
    assert marked[1].startswith("* recommended for this machine: ")


def test_list_tells_what_is_here_and_what_is_not(starter_whisper: Path) -> None:
    lines = {line[2:].split()[0]: line for line in run("list").stdout.splitlines() if line.startswith(("  ", "* "))}
    assert "starter" in lines["tiny.en"] and "78 MB" in lines["tiny.en"]
    assert "available" in lines["large-v3"] and "about 3.1 GB" in lines["large-v3"]


def test_list_as_json_has_every_field() -> None:
    answer = answer_of("list")
    assert isinstance(answer, dict)
    assert set(answer["recommended"]) == {"model", "reason"}
    tiny = next(model for model in answer["models"] if model["name"] == "tiny")
    assert tiny["state"] == "available" and tiny["size_is_approximate"] and tiny["languages"] == ["*"]


def test_install_verify_and_remove(hub: HubImitation) -> None:
    folder = paths().models / "base"
    installed = run("install", "base")
    assert installed.exit_code == 0, installed.exception
    assert f"base is installed in {folder}" in installed.stdout
    assert "Dictation uses base from now on" in installed.stdout
    assert "1 MB of 1 MB" in installed.stderr
    assert "ok" in run("verify", "base").stdout
    assert answer_of("verify", "base") == [{"name": "base", "damaged": []}]
    assert "is removed" in run("remove", "base").stdout
    assert not folder.exists()


def test_install_as_json_keeps_progress_off_the_output(hub: HubImitation) -> None:
    assert answer_of("install", "base") == {"name": "base", "folder": str(paths().models / "base")}


def test_a_model_that_is_installed_but_not_used_says_how_to_use_it(hub: HubImitation) -> None:
    paths().config.mkdir(parents=True)
    paths().settings_file.write_text('[stt]\nmodel = "tiny.en"\n')
    output = run("install", "base").stdout
    assert "Dictation goes on with tiny.en. To use base: voiceflow config set stt.model base" in output


def test_verify_names_the_damaged_file_and_the_cure(hub: HubImitation) -> None:
    run("install", "base")
    (paths().models / "base" / "vocabulary.txt").write_text("other")
    assert "damaged: vocabulary.txt" in run("verify").stdout
    assert error_of("verify").hint == "Run: voiceflow models install base"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("install", "bse"), "models.unknown"),
        (("remove", "small"), "models.not_installed"),
        (("verify", "small"), "models.not_installed"),
        (("install", "small"), "models.hub_not_found"),
    ],
)
def test_what_cannot_be_done_is_one_error(hub: HubImitation, arguments: tuple[str, ...], code: str) -> None:
    assert error_of(*arguments).code == code
